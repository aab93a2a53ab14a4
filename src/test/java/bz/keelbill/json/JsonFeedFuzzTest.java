package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisReader;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.report.VesselIdentity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Mutated documents of the services that send JSON: 200,000 of each here, more with {@code
 * -Dfuzz.json=10000000}, the same again with {@code -Dseed=...}.
 */
class JsonFeedFuzzTest {
  private static final int DOCUMENTS_PER_CHECK = 16;
  private static final String ALPHABET = "{}[]\":,\\\n\0 -.0123456789eEtruefalsn@<>\u0080\u00ff";

  private static final String VESSEL =
      "{\"MMSI\":312000123,\"TIME\":\"2026-11-25 10:00:43 GMT\",\"LONGITUDE\":-88.1234,"
          + "\"LATITUDE\":17.5,\"COG\":90.5,\"SOG\":12.3,\"HEADING\":91,\"NAVSTAT\":5,"
          + "\"NAME\":\"CARIBE STAR\",\"TYPE\":70,\"A\":100,\"B\":20,\"C\":8,\"D\":9,"
          + "\"DRAUGHT\":7.5,\"DEST\":\"BELIZE CITY\",\"ETA\":\"11-26 07:30\"}";

  private static final List<byte[]> HUB =
      List.of(
          bytes(
              "[{\"ERROR\":false,\"FORMAT\":\"HUMAN\",\"RECORDS\":2},["
                  + VESSEL
                  + ","
                  + VESSEL
                  + "]]"),
          bytes(
              "[{\"ERROR\":false,\"FORMAT\":\"AIS\"},[{\"MMSI\":\"1\",\"TIME\":\"1795600843\",\"LONGITUDE\":\"-52874040\",\"LATITUDE\":\"10500000\",\"SOG\":\"123\",\"ETA\":\"774622\"}]]"),
          bytes("[{\"ERROR\":true,\"ERROR_MESSAGE\":\"Too frequent requests!\"}]"),
          bytes(
              "MMSI,TSTAMP,LATITUDE,LONGITUDE,COG,SOG,NAME\r\n1,2026-11-25 10:00:43 GMT,17.5,-88.1,1,2,\"A, B\"\r\n2,1795600843,10500000,-52874040,1,2,C\r\n"));

  private static final List<byte[]> READSB =
      List.of(
          bytes(
              "{ \"now\" : 1234567890.5,\n  \"messages\" : 113,\n  \"aircraft\" : [\n    {\"hex\":\"0ab123\",\"flight\":\"TPS301  \",\"alt_baro\":4500,\"gs\":151.3,\"lat\":17.5,\"lon\":-88.1,\"seen_pos\":1.2,\"mlat\":[\"lat\",\"lon\"],\"tisb\":[],\"seen\":0.2},\n    {\"hex\":\"~0ab124\",\"alt_baro\":\"ground\",\"lat\":17.6,\"lon\":-88.2,\"seen_pos\":0.2,\"seen\":0.2}\n  ]\n}\n"),
          bytes(
              "{\"hex\":\"0ab123\",\"squawk\":\"7700\",\"lat\":17.5,\"lon\":-88.1,\"seen_pos\":1.2,\"seen\":0.2},\n{\"hex\":\"0ab124\",\"gs\":7},\n{\"hex\":\"0ab125\",\"lastPosition\":{\"lat\":1,\"lon\":2,\"seen_pos\":7}},\n"));

  private final long seed = Long.getLong("seed", System.nanoTime());
  private long arrivalMillis = Spoken.NOW;
  private final SplittableRandom random = new SplittableRandom(seed);
  private final Judge judge = new Judge();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void noMessageOfAisstreamEscapesOrHidesTheNext() {
    List<byte[]> seeds =
        AisStreamDecoderTest.rows().stream()
            .map(row -> bytes(row.path("line").toString()))
            .toList();
    Decoder decoder = new AisStreamDecoder("x", AisReader.Timing.LIVE);
    run(seeds, document -> decode(decoder, document), seeds.get(0));
  }

  @Test
  void noDocumentOfAishubEscapesOrHidesTheNext() {
    Decoder decoder = new AisHubDecoder("x", AisReader.Timing.LIVE);
    AisHubFraming framing = new AisHubFraming();
    LineFraming.Sink sink =
        new LineFraming.Sink() {
          @Override
          public void line(long number, byte[] bytes) {
            assertTrue(bytes.length <= 3 * AisHubFraming.MAX_BYTES, "piece of " + bytes.length);
            decode(decoder, bytes);
          }

          @Override
          public void tooLong(long number, byte[] start) {
            judge.rejects++;
          }
        };
    run(
        HUB,
        document -> {
          framing.push(document, 0, document.length, sink);
          framing.finish(sink);
        },
        HUB.get(0));
  }

  @Test
  void noDocumentOfReadsbEscapesOrHidesTheNext() {
    List<byte[]> seeds = new ArrayList<>(flightSeeds("readsb.jsonl"));
    seeds.addAll(READSB);
    String good = "{\"now\":%d,\"aircraft\":[{\"hex\":\"0ab1f3\",\"seen\":0,\"seen_pos\":0,";
    String rest = "\"lat\":17.5,\"lon\":-88.1,\"gs\":120}]}";
    runFlights(seeds, new ReadsbDecoder("x", false), good + rest);
  }

  @Test
  void noDocumentOfOpenskyEscapesOrHidesTheNext() {
    String good = "{\"time\":%d,\"states\":[[\"0ab1f3\",\"TPS301\",\"Belize\",%<d,%<d,-88.1,17.5,";
    String rest = "1371.6,false,77.2,187.25,-3.2,null,1424.9,\"4521\",false,0]]}";
    runFlights(flightSeeds("opensky.jsonl"), new OpenSkyDecoder("x", false), good + rest);
  }

  /** The cases of a table at a time so far off that no mutation brings it near the good ones'. */
  private static List<byte[]> flightSeeds(String table) {
    return FlightRows.of(table).stream()
        .flatMap(row -> Arrays.stream(FlightRows.documents(row)))
        .filter(document -> document.length > 20 && document.length < 4_000)
        .map(
            document ->
                new String(document, StandardCharsets.UTF_8).replaceAll("1(\\.?)7956", "1$1234"))
        .map(JsonFeedFuzzTest::bytes)
        .toList();
  }

  /** Good documents come with a time that goes on, and arrive at that time. */
  private void runFlights(List<byte[]> seeds, Decoder decoder, String good) {
    FlightFraming framing = new FlightFraming();
    LineFraming.Sink sink =
        new LineFraming.Sink() {
          @Override
          public void line(long number, byte[] bytes) {
            assertTrue(bytes.length <= 2 * FlightFraming.MAX_BYTES, "piece of " + bytes.length);
            decoder.decode(new Line("feed", 1, arrivalMillis, bytes), judge);
          }

          @Override
          public void tooLong(long number, byte[] start) {
            judge.rejects++;
          }
        };
    run(
        seeds,
        document -> {
          framing.push(document, 0, document.length, sink);
          framing.finish(sink);
        },
        () -> {
          arrivalMillis += 2_000;
          return bytes(good.formatted(arrivalMillis / 1_000));
        });
  }

  private void decode(Decoder decoder, byte[] bytes) {
    decoder.decode(new Line("feed", 1, Spoken.NOW, bytes), judge);
  }

  private void run(List<byte[]> seeds, Consumer<byte[]> reader, byte[] good) {
    run(seeds, reader, () -> good);
  }

  private void run(List<byte[]> seeds, Consumer<byte[]> reader, Supplier<byte[]> good) {
    long documents = Long.getLong("fuzz.json", 200_000);
    System.out.println("seed " + seed + ", documents " + documents);
    reader.accept(good.get());
    long perGood = judge.fixes;
    for (long n = 1; n <= documents; n++) {
      byte[] document = mutated(seeds);
      try {
        reader.accept(document);
      } catch (RuntimeException | Error fault) {
        throw new AssertionError(
            "seed " + seed + ": " + new String(document, StandardCharsets.ISO_8859_1), fault);
      }
      if (n % DOCUMENTS_PER_CHECK == 0) {
        long before = judge.fixes;
        reader.accept(good.get());
        assertEquals(before + perGood, judge.fixes, "seed " + seed);
      }
    }
    assertTrue(judge.fixes > documents / 12, "too few get through: " + judge.fixes);
    assertTrue(judge.rejects > documents / 10, "too few are refused: " + judge.rejects);
  }

  private byte[] mutated(List<byte[]> seeds) {
    byte[] document = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = random.nextInt(5); i > 0 && document.length > 0; i--) {
      document = mutatedOnce(document, seeds);
    }
    return document;
  }

  private byte[] mutatedOnce(byte[] document, List<byte[]> seeds) {
    int at = random.nextInt(document.length);
    switch (random.nextInt(6)) {
      case 0 -> document[at] ^= (byte) (1 << random.nextInt(8));
      case 1, 2 -> document[at] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      case 3 -> {
        return random.nextInt(4) == 0 ? Arrays.copyOf(document, at) : document;
      }
      case 4 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        return spliced(document, at, other, random.nextInt(other.length));
      }
      default -> {
        return spliced(document, at, document, random.nextInt(document.length));
      }
    }
    return document;
  }

  private static byte[] spliced(byte[] head, int to, byte[] tail, int from) {
    int length = Math.min(16_384, to + tail.length - from);
    byte[] both = Arrays.copyOf(head, length);
    System.arraycopy(tail, from, both, Math.min(to, length), Math.max(0, length - to));
    return both;
  }

  /** Looks at every report: nothing may be outside its range, however the bytes fell. */
  private static final class Judge implements Decoder.Output {
    private long fixes;
    private long rejects;

    @Override
    public void report(Report report) {
      if (report instanceof Fix fix) {
        fixes++;
        Fix.Motion motion = fix.motion();
        boolean isFlight = fix.contact() instanceof ContactId.Icao24;
        assertFalse(motion.speedKnots() < 0 || motion.speedKnots() > (isFlight ? 5_800 : 1_022));
        assertFalse(motion.courseDegrees() < 0 || motion.courseDegrees() >= 360);
        assertFalse(motion.headingDegrees() < 0 || motion.headingDegrees() >= 360);
        Integer status = fix.state().navigationStatus();
        assertFalse(status != null && (status < 0 || status > 15));
        if (isFlight) {
          look(fix.height());
        }
      } else if (report instanceof VesselIdentity identity) {
        assertFalse(identity.name() != null && identity.name().length() > 34);
        assertFalse(
            identity.shipType() != null && (identity.shipType() < 0 || identity.shipType() > 255));
      } else if (report instanceof FlightIdentity flight) {
        assertFalse(flight.callsign() != null && flight.callsign().length() > 8);
        assertFalse(flight.squawk() != null && !flight.squawk().matches("[0-7]{4}"));
        assertFalse(flight.registration() != null && flight.registration().length() > 10);
      }
    }

    private static void look(Fix.Height height) {
      assertFalse(Math.abs(height.altitudeFeet()) > 127_000);
      assertFalse(Math.abs(height.verticalRateFeetPerMinute()) > 33_000);
    }

    @Override
    public void reject(Reject reject) {
      rejects++;
    }
  }
}
