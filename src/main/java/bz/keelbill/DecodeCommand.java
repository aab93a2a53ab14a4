package bz.keelbill;

import bz.keelbill.adsb.MessageClock;
import bz.keelbill.feed.Format;
import bz.keelbill.feed.Recognition;
import bz.keelbill.json.AisLines;
import bz.keelbill.json.AsterixJson;
import bz.keelbill.json.DetectionJson;
import bz.keelbill.json.FlightJson;
import bz.keelbill.json.FrameJson;
import bz.keelbill.json.VmsJson;
import bz.keelbill.report.Reject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decode}: what a recorded feed says, message by message. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = {
      "Prints one JSON object per decoded message, in input order.",
      "Rejected input prints nothing; a summary of rejects by reason goes to standard error."
    })
final class DecodeCommand implements Callable<Integer> {
  /** The formats by the words of the command line. */
  enum Choice {
    AUTO,
    NMEA,
    AIS,
    BEAST,
    AVR,
    SBS,
    ASTERIX,
    VMS,
    DETECTIONS
  }

  /** What a receiver's counter counts, by the words of the command line. */
  enum CounterChoice {
    TICKS(MessageClock.Counter.TICKS),
    GPS(MessageClock.Counter.GPS);

    private final MessageClock.Counter counts;

    CounterChoice(MessageClock.Counter counts) {
      this.counts = counts;
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}; default: told from the content.")
  private Choice format;

  @Option(
      names = "--counter",
      defaultValue = "ticks",
      paramLabel = "COUNTER",
      description = {
        "What the counter of Beast and AVR frames counts, one of ${COMPLETION-CANDIDATES}:",
        "ticks of 12 MHz, or GPS time of day; default: ${DEFAULT-VALUE}."
      })
  private CounterChoice counter;

  @Parameters(
      arity = "0..1",
      defaultValue = "-",
      paramLabel = "FILE",
      description = "The recording, - for standard input; gzip is known by its content.")
  private String file;

  @Override
  public Integer call() throws IOException {
    if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
      throw new ConfigFaults.BadConfig(file + ": cannot be read; check path and rights");
    }
    try (InputStream in = open();
        OutputStream out =
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
      return decode(in, out);
    }
  }

  private InputStream open() throws IOException {
    InputStream raw = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    return bz.keelbill.feed.Contents.unzipped(new BufferedInputStream(raw, 1 << 16));
  }

  private int decode(InputStream in, OutputStream out) throws IOException {
    Format recognised = format == Choice.AUTO ? Recognition.of(in, file) : chosen();
    if (recognised == null) {
      spec.commandLine().getErr().println(file + ": of no known format; name it with --format");
      return Keelbill.FAILED;
    }
    switch (recognised) {
      case AIS, NMEA -> {
        AisLines.Counts counts = AisLines.decode(in, out);
        summarise(counts.messages(), counts.rejects());
      }
      case SBS -> {
        FlightJson.Tally counts = FlightJson.decodeSbs(in, out);
        summarise(counts.messages(), counts.rejects());
      }
      case BEAST -> {
        FlightJson.Tally counts = FrameJson.ofBeast(counter.counts).decode(in, out);
        summarise(counts.messages(), counts.rejects());
      }
      case AVR -> {
        FlightJson.Tally counts = FrameJson.ofAvr(counter.counts).decode(in, out);
        summarise(counts.messages(), counts.rejects());
      }
      case ASTERIX -> {
        AsterixJson.Tally counts = new AsterixJson().decode(in, out);
        summarise(counts.messages(), counts.rejects());
      }
      case DETECTIONS -> {
        DetectionJson.Tally counts = new DetectionJson().decode(in, out);
        summarise(counts.detections(), counts.rejects());
      }
      case VMS -> {
        VmsJson.Tally counts = VmsJson.decode(in, out);
        summarise(counts.messages(), counts.rejects());
      }
      case RADAR, COT, PLANS, AISSTREAM, AISHUB, READSB, OPENSKY -> {
        String word = recognised.word();
        spec.commandLine().getErr().println(file + ": decode does not print " + word);
        return Keelbill.FAILED;
      }
    }
    return Keelbill.DONE;
  }

  private Format chosen() {
    return switch (format) {
      case NMEA, AIS -> Format.AIS;
      case BEAST -> Format.BEAST;
      case AVR -> Format.AVR;
      case SBS -> Format.SBS;
      case ASTERIX -> Format.ASTERIX;
      case VMS -> Format.VMS;
      case DETECTIONS -> Format.DETECTIONS;
      case AUTO -> null;
    };
  }

  private void summarise(long messages, Map<Reject.Reason, Long> rejects) {
    Map<String, Long> words = new TreeMap<>();
    rejects.forEach((reason, count) -> words.put(reason.word(), count));
    spec.commandLine().getErr().println(messages + " messages, rejects " + words);
  }
}
