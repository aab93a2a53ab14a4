package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bz.keelbill.adsb.Sender;
import bz.keelbill.geo.Position;
import bz.keelbill.radar.Station;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {

  /** 2026-11-21T03:00:00Z. */
  private static final long AT = 1_795_230_000_000L;

  private static final Formats FORMATS =
      new Formats(List.of(Station.of("radar-calabash", new Position(17.2833, -87.8117))));

  /** A line with its NMEA checksum. */
  private static String nmea(String body) {
    int sum = 0;
    for (int at = 1; at < body.length(); at++) {
      sum ^= body.charAt(at);
    }
    return String.format("%s*%02X\r\n", body, sum);
  }

  private static final String VESSEL = nmea("!AIVDM,1,1,,A," + positionReport() + ",0");
  private static final String TARGET = nmea("$RATTM,07,8.420,141.5,T,31.2,187.0,T,,,N,,T,,,A");
  private static final String FLIGHT =
      "MSG,3,1,1,0AB123,1,2026/11/21,03:00:00.000,2026/11/21,03:00:00.000,,9000,,,17.2,-88.1,,,0,0,0,0\r\n";

  /** Type 1 of 312000123 at 17.2, -88.1, 12.3 knots (M.1371-5, table 48), in six-bit armour. */
  private static String positionReport() {
    long[][] fields = {
      {1, 6},
      {0, 2},
      {312_000_123, 30},
      {0, 4},
      {0, 8},
      {123, 10},
      {1, 1},
      {-88 * 600_000 - 60_000, 28},
      {17 * 600_000 + 120_000, 27},
      {900, 12},
      {90, 9},
      {0, 6},
      {0, 25}
    };
    StringBuilder bits = new StringBuilder();
    for (long[] field : fields) {
      for (long bit = field[1] - 1; bit >= 0; bit--) {
        bits.append((field[0] >> bit) & 1);
      }
    }
    StringBuilder armour = new StringBuilder();
    for (int at = 0; at < bits.length(); at += 6) {
      int value = Integer.parseInt(bits.substring(at, at + 6), 2);
      armour.append((char) (value < 40 ? value + 48 : value + 56));
    }
    return armour.toString();
  }

  private static final String PLAN =
      "FF MZBZZQZX\r\n201415 MZBZZPZX\r\n(FPL-V3HHA-VG\r\n-C208/L-S/C\r\n-MZBZ0500\r\n"
          + "-N0160A045 DCT\r\n-MZSV0030\r\n-DOF/261121)\r\n";

  private static final String STREAM =
      "{\"MessageType\":\"PositionReport\",\"MetaData\":{\"MMSI\":1},\"Message\":{"
          + "\"PositionReport\":{\"UserID\":1,\"Valid\":true,\"Latitude\":17,\"Longitude\":-88}}}\n";

  private static final String HUB =
      "[{\"ERROR\":false,\"FORMAT\":\"HUMAN\"},[{\"MMSI\":1,\"LATITUDE\":17.5,\"LONGITUDE\":-88},"
          + "{\"MMSI\":2,\"LATITUDE\":17.5,\"LONGITUDE\":-88}]]\n";

  /** Two frames of each aircraft, since one makes none. */
  private static final byte[] VELOCITY =
      new Sender(0x1A1A1A).squitter(Sender.velocity(120, 90, 640));

  private static final String BEAST = latin(Sender.beast(VELOCITY, 0x1A1A1A1A1A1AL)).repeat(2);
  private static final String AVR = (Sender.avr(VELOCITY, 5) + "\r\n").repeat(2);

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static final String AIRCRAFT =
      "{ \"now\" : 1795230000.5,\n\"aircraft\" : [\n{\"hex\":\"0ab123\",\"lat\":17.5,\"lon\":-88.1},\n"
          + "{\"hex\":\"0ab124\",\"squawk\":\"1200\"}\n]\n}\n";

  private static final String STATES =
      "{\"time\":1795230000,\"states\":[[\"0ab123\",\"TPS301\",\"Belize\",1795230000,1795230000,-88.1,"
          + "17.5,1371.6]]}\n";

  private static FeedConfig.Reading reading() {
    return FeedConfig.Reading.of("radar-calabash");
  }

  /** What a stream says when it comes in chunks of the given sizes. */
  private static List<String> decode(Format format, byte[] stream, int[] cuts) {
    Decoder decoder = FORMATS.newDecoder(format, reading(), true);
    Framing framing = format.newFraming();
    List<String> said = new ArrayList<>();
    LineFraming.Sink sink = sink(decoder, said);
    int from = 0;
    for (int cut : cuts) {
      framing.push(stream, from, cut - from, sink);
      from = cut;
    }
    framing.push(stream, from, stream.length - from, sink);
    framing.finish(sink);
    return said;
  }

  private static LineFraming.Sink sink(Decoder decoder, List<String> said) {
    Decoder.Output out =
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            said.add(report.toString());
          }

          @Override
          public void reject(Reject reject) {
            said.add(reject.reason().word());
          }
        };
    return new LineFraming.Sink() {
      @Override
      public void line(long number, byte[] bytes) {
        decoder.decode(new Line("f", number, AT, bytes), out);
      }

      @Override
      public void tooLong(long number, byte[] start) {
        said.add("too-long");
      }
    };
  }

  private static List<String> decode(Format format, String stream) {
    return decode(format, stream.getBytes(StandardCharsets.ISO_8859_1), new int[0]);
  }

  @Test
  void aMixedFeedReadsVesselsAndRadarTargets() {
    List<String> said = decode(Format.NMEA, VESSEL + TARGET);
    assertEquals(2, said.size(), said.toString());
    assertEquals(said.subList(0, 1), decode(Format.AIS, VESSEL));
    assertEquals(decode(Format.RADAR, "\n" + TARGET), said.subList(1, 2));
    assertEquals(List.of("not-used"), decode(Format.NMEA, nmea("$GPZDA,1,2,3")));
  }

  @Test
  void eachFormatHasItsDecoder() {
    assertFixes(Format.AIS, VESSEL);
    assertFixes(Format.RADAR, TARGET);
    assertFixes(Format.SBS, FLIGHT);
    assertFixes(Format.AISSTREAM, STREAM);
    assertFixes(Format.AISHUB, HUB);
    assertFixes(Format.READSB, AIRCRAFT);
    assertFixes(Format.OPENSKY, STATES.replace("\"TPS301\"", "null"));
    assertFixes(Format.BEAST, BEAST);
    assertFixes(Format.AVR, AVR);
  }

  @Test
  void whatLiesBetweenBeastFramesIsAPieceToo() {
    List<String> said = decode(Format.BEAST, "rubbish" + BEAST + "z".repeat(65) + BEAST);
    assertEquals(6, said.size(), said.toString());
    assertEquals(
        List.of("malformed", "malformed", "malformed"),
        List.of(said.get(0), said.get(2), said.get(3)));
    assertEquals(List.of("malformed"), decode(Format.BEAST, BEAST.substring(0, 20)));
  }

  @Test
  void aFlightPlanIsOnePieceOverSeveralLines() {
    List<String> said = decode(Format.PLANS, PLAN + PLAN);
    assertEquals(2, said.size(), said.toString());
    assertEquals("PlanMessage", said.get(0).substring(0, 11));
  }

  @Test
  void aVesselWhoseTimeHasNotMovedIsNoNews() {
    String then = HUB.replace("\"MMSI\":1,", "\"MMSI\":1,\"TIME\":\"2026-11-21 02:59:00 GMT\",");
    String later = then.replace("02:59", "03:00");
    List<String> said = decode(Format.AISHUB, then + then + later + then);
    long told = said.stream().filter(one -> one.contains("number=1]")).count();
    assertEquals(6, told, "a fix and an identity for each of three times");
    assertEquals(8, said.size() - told, "without a time each counts");
  }

  private static void assertFixes(Format format, String line) {
    List<String> said = decode(format, line);
    assertFalse(said.isEmpty(), format.word());
    assertEquals(Fix.class.getSimpleName(), said.get(0).substring(0, 3), said.toString());
  }

  @ParameterizedTest
  @EnumSource
  void theChunksDoNotMatter(Format format) {
    Random random = new Random(42);
    byte[] noise = new byte[700];
    random.nextBytes(noise);
    String text =
        (VESSEL + TARGET + FLIGHT + PLAN + STREAM + HUB + AIRCRAFT + STATES + BEAST + AVR).repeat(2)
            + new String(noise, StandardCharsets.ISO_8859_1)
            + "\n"
            + VESSEL
            + "y".repeat(3_000)
            + "\n"
            + TARGET
            + FLIGHT
            + PLAN
            + BEAST
            + BEAST.substring(0, 11)
            + BEAST
            + VESSEL.substring(0, 20);
    byte[] stream = text.getBytes(StandardCharsets.ISO_8859_1);
    List<String> whole = decode(format, stream, new int[0]);
    for (int cut = 0; cut <= stream.length; cut++) {
      assertEquals(whole, decode(format, stream, new int[] {cut}), "cut at " + cut);
    }
    for (int round = 0; round < 300; round++) {
      int[] cuts = random.ints(20, 0, stream.length + 1).sorted().toArray();
      assertEquals(whole, decode(format, stream, cuts), "seed 42, round " + round);
    }
  }
}
