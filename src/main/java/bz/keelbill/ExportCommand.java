package bz.keelbill;

import bz.keelbill.fence.Fence;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recordings;
import bz.keelbill.record.Spot;
import bz.keelbill.record.TrackQuery;
import bz.keelbill.takeout.Evidence;
import bz.keelbill.takeout.Pace;
import bz.keelbill.takeout.Question;
import bz.keelbill.takeout.Rerun;
import bz.keelbill.takeout.Takeout;
import bz.keelbill.takeout.TrackFormat;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: recorded tracks as a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes recorded tracks as GeoJSON, CSV, KML, GPX or Parquet.",
      "The open day of a running watch cannot be read from here; its page, and"
          + " /api/recordings/export, can."
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      defaultValue = "config/keelbill.yaml",
      paramLabel = "FILE",
      description = "The configuration of the watch; default: ${DEFAULT-VALUE}.")
  private Path config;

  @Option(names = "--from", paramLabel = "TIME", description = "First moment, RFC 3339 UTC.")
  private String from;

  @Option(names = "--to", paramLabel = "TIME", description = "First moment after it.")
  private String to;

  @Option(
      names = "--format",
      defaultValue = "geojson",
      paramLabel = "FORMAT",
      description = "geojson, csv, kml, gpx or parquet; default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to; default: standard output.")
  private Path out;

  @Option(names = "--track", paramLabel = "ID", description = "A track, as mmsi:312000123.")
  private String track;

  @Option(names = "--name", paramLabel = "TEXT", description = "Part of the craft's name.")
  private String name;

  @Option(names = "--mmsi", paramLabel = "NUMBER", description = "The vessel's MMSI.")
  private String mmsi;

  @Option(names = "--imo", paramLabel = "NUMBER", description = "The vessel's IMO number.")
  private String imo;

  @Option(names = "--callsign", paramLabel = "TEXT", description = "The call sign.")
  private String callsign;

  @Option(names = "--icao24", paramLabel = "HEX", description = "The aircraft's address.")
  private String icao24;

  @Option(names = "--registration", paramLabel = "TEXT", description = "The registration.")
  private String registration;

  @Option(names = "--bbox", paramLabel = "W,S,E,N", description = "Only in this box.")
  private String bbox;

  @Option(names = "--near", paramLabel = "LAT,LON", description = "Only near this position.")
  private String near;

  @Option(
      names = "--within-nm",
      paramLabel = "MILES",
      description = "How near, in nautical miles; default: 2.")
  private String withinNm;

  @Option(
      names = "--fence",
      paramLabel = "ID",
      description = "Only in this fence of the configuration.")
  private String fence;

  @Option(
      names = "--evidence",
      paramLabel = "ALERT",
      description = "The evidence for this alert, as a bundle that verify proves; needs --out.")
  private String evidence;

  @Option(
      names = "--report",
      paramLabel = "ALERT",
      description = "The report on this alert as PDF; needs --out.")
  private String report;

  @Override
  public Integer call() throws IOException {
    Config read = ConfigReader.read(config);
    if ((evidence != null || report != null) && out == null) {
      throw new ConfigFaults.BadConfig("--evidence and --report need --out FILE");
    }
    if (evidence != null) {
      return pack(read);
    }
    if (report != null) {
      return report(read);
    }
    TrackFormat wanted = TrackFormat.of(format);
    if (wanted == null) {
      throw new ConfigFaults.BadConfig("--format is geojson, csv, kml, gpx or parquet");
    }
    TrackQuery query = query(read);
    Path days = read.serving().record().dir().resolve("days");
    Takeout takeout = new Takeout(Recordings.in(RecordSettings.in(days)));
    List<String> problems = write(takeout, query, wanted);
    problems.forEach(spec.commandLine().getErr()::println);
    return problems.isEmpty() ? Keelbill.DONE : Keelbill.FAILED;
  }

  private static Evidence evidence(Config read) throws IOException {
    Path dir = read.serving().record().dir();
    return new Evidence(
        Recordings.in(RecordSettings.in(dir.resolve("days"))),
        dir.resolve("journal"),
        EvidenceSetup.rerun(read),
        EvidenceSetup.files(read));
  }

  private int report(Config read) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    evidence(read).report().write(report, pdf);
    Files.write(out, pdf.toByteArray());
    return Keelbill.DONE;
  }

  private int pack(Config read) throws IOException {
    Evidence.Packed packed = evidence(read).pack(evidence, out, Pace.NONE);
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "from "
            + Instant.ofEpochMilli(packed.fromMillis())
            + " to "
            + Instant.ofEpochMilli(packed.toMillis()));
    err.println("sha256 " + packed.sha256());
    boolean same = packed.outcome() != Rerun.Outcome.NONE;
    err.println(
        same
            ? "played again: the same alert"
            : "played again the recording does not lead to the alert: verify will say so");
    return same ? Keelbill.DONE : Keelbill.FAILED;
  }

  /** A file appears when it is whole. */
  private List<String> write(Takeout takeout, TrackQuery query, TrackFormat wanted)
      throws IOException {
    if (out == null || out.toString().equals("-")) {
      OutputStream stream = new BufferedOutputStream(System.out, 1 << 16);
      List<String> problems = takeout.write(query, wanted, stream);
      stream.flush();
      return problems;
    }
    Path part = out.resolveSibling(out.getFileName() + ".part");
    List<String> problems;
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
      problems = takeout.write(query, wanted, stream);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    return problems;
  }

  private TrackQuery query(Config read) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("from", from);
    words.put("to", to);
    words.put("track", track);
    words.put("name", name);
    words.put("mmsi", mmsi);
    words.put("imo", imo);
    words.put("callsign", callsign);
    words.put("icao24", icao24);
    words.put("registration", registration);
    words.put("bbox", bbox);
    words.put("near", near);
    words.put("withinNm", withinNm);
    words.put("fence", fence);
    try {
      return Question.read(words::get, id -> area(read, id));
    } catch (IllegalArgumentException e) {
      throw new ConfigFaults.BadConfig(e.getMessage());
    }
  }

  private Spot area(Config read, String id) {
    Fence found = WatchSetup.of(read, spec.commandLine().getErr()::println).fences().find(id);
    return found == null ? null : new Spot.Within(id, found.area());
  }
}
