package bz.keelbill.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectionDecoderTest {
  private static final long RECEIVED = Instant.parse("2026-01-11T00:00:00Z").toEpochMilli();

  record Row(String header, String row, String expected, String origin) {}

  static Stream<Row> rows() throws IOException {
    Path table = Path.of("src/test/resources/sentences/detections.csv");
    return Files.readAllLines(table, StandardCharsets.UTF_8).stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]));
  }

  private static final class Taken implements Decoder.Output, LineFraming.Sink {
    private final List<Glimpse> seen = new ArrayList<>();
    private final List<String> rejects = new ArrayList<>();
    private final Decoder decoder;

    private Taken(DetectionColumns columns, ZoneId zone) {
      decoder = new DetectionDecoder("sar", columns, zone, false);
    }

    private Taken read(String text, int chunk) {
      DetectionFraming framing = new DetectionFraming();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at < bytes.length; at += chunk) {
        framing.push(bytes, at, Math.min(chunk, bytes.length - at), this);
      }
      framing.finish(this);
      return this;
    }

    @Override
    public void line(long number, byte[] bytes) {
      if (bytes.length > 0) {
        decoder.decode(new Line("sar", number, RECEIVED, bytes), this);
      }
    }

    @Override
    public void tooLong(long number, byte[] start) {
      rejects.add("too-long");
    }

    @Override
    public void report(Report report) {
      seen.add((Glimpse) report);
    }

    @Override
    public void reject(Reject reject) {
      rejects.add(reject.reason().word());
    }
  }

  private static Taken read(String text) {
    return new Taken(DetectionColumns.ANY, ZoneOffset.UTC).read(text, 1 << 16);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void decodesWhatTheTableSays(Row row) {
    Taken taken = read(row.header() + "\n" + row.row() + "\n");
    Map<String, String> wanted = new TreeMap<>();
    for (String pair : row.expected().split(" ")) {
      wanted.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    Map<String, String> found = new TreeMap<>();
    wanted.keySet().forEach(key -> found.put(key, value(key, taken)));
    assertEquals(wanted, found, row.row());
    assertEquals(wanted.containsKey("reject") ? 0 : 1, taken.seen.size());
  }

  private static String value(String key, Taken taken) {
    if (key.equals("reject") || key.equals("refused")) {
      String last = taken.rejects.isEmpty() ? "none" : taken.rejects.get(taken.rejects.size() - 1);
      return key.equals("reject") ? last : Integer.toString(taken.rejects.size());
    }
    Glimpse seen = taken.seen.get(0);
    return switch (key) {
      case "id" -> seen.contact().name().substring("detection:".length());
      case "time" -> Instant.ofEpochMilli(seen.atMillis()).toString();
      case "lat" -> Double.toString(seen.position().latitude());
      case "lon" -> Double.toString(seen.position().longitude());
      case "length" -> plain(seen.looks().lengthMetres());
      case "heading" -> plain(seen.motion().headingDegrees());
      case "mmsi" -> String.valueOf(seen.hints().mmsi());
      case "score" -> plain(seen.hints().matchScore());
      default -> throw new IllegalArgumentException(key);
    };
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  @Test
  void anotherMapAndAnotherZoneAreTheConfigurations() {
    DetectionColumns mine =
        DetectionColumns.SENTINELS.with(
            Map.of(
                DetectionColumns.Field.LAT, "Y",
                DetectionColumns.Field.LON, "x",
                DetectionColumns.Field.TIME, "local time"));
    Taken taken =
        new Taken(mine, ZoneId.of("America/Belize"))
            .read("Y,X,Local Time,lat\n17.5,-87.9,2026-01-10 05:45,99\n", 7);
    assertEquals(List.of(), taken.rejects);
    assertEquals(
        Instant.parse("2026-01-10T11:45:00Z").toEpochMilli(), taken.seen.get(0).atMillis());
    assertEquals(17.5, taken.seen.get(0).position().latitude());
  }

  @Test
  void theSameRowsComeOutForAnyChunksAndABadOneHidesNoOther() {
    StringBuilder text = new StringBuilder("detect_id,lat,lon,time\r\n\r\n");
    Random random = new Random(7);
    for (int row = 0; row < 300; row++) {
      text.append(
          switch (random.nextInt(6)) {
            case 0 -> "d" + row + ",\"unclosed,-87.9,2026-01-10 11:45\n";
            case 1 -> "x".repeat(9_000) + "\n";
            case 2 -> "detect_id,lat,lon,time\n";
            default -> "d" + row + ",17.5,-87.9,2026-01-10 11:45\r\n";
          });
    }
    Taken whole = read(text.toString());
    assertTrue(whole.seen.size() > 100);
    assertTrue(whole.rejects.contains("too-long"));
    for (int chunk : new int[] {1, 13, 4_096}) {
      Taken pieces = new Taken(DetectionColumns.ANY, ZoneOffset.UTC).read(text.toString(), chunk);
      assertEquals(whole.seen, pieces.seen);
      assertEquals(whole.rejects, pieces.rejects);
    }
  }

  @Test
  void aTableReadAgainSaysTheSameDetections() {
    String text = "lat,lon,time\n17.5,-87.9,2026-01-10 11:45\n";
    assertEquals(read(text).seen.get(0).contact(), read(text).seen.get(0).contact());
  }

  @Test
  void onlyWhatNamesAPictureOfIsTakenForDetectionsByItsContent() {
    assertTrue(DetectionDecoder.isHeader("scene_id,detect_id,lon,lat,orientation"));
    assertFalse(DetectionDecoder.isHeader("mmsi,lat,lon,timestamp"));
    assertFalse(DetectionDecoder.isHeader("scene_id"));
  }
}
