package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.adsb.MessageClock;
import bz.keelbill.adsb.Sender;
import bz.keelbill.report.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameJsonTest {
  private static final Sender SENDER = new Sender(0x0AB123);
  private static final byte[] NAME = SENDER.squitter(Sender.identity(4, 1, "V3HHA"));
  private static final byte[] VELOCITY = SENDER.squitter(Sender.velocity(120, 90, -640));
  private static final long SECOND = 12_000_000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private FlightJson.Tally tally;

  private List<String> decode(FrameJson json, byte[] stream) throws IOException {
    out.reset();
    tally = json.decode(new ByteArrayInputStream(stream), out);
    return out.toString(StandardCharsets.US_ASCII).lines().toList();
  }

  private List<String> beast(byte[]... pieces) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      stream.writeBytes(piece);
    }
    return decode(FrameJson.ofBeast(MessageClock.Counter.TICKS), stream.toByteArray());
  }

  private List<String> avr(String text) throws IOException {
    byte[] stream = text.getBytes(StandardCharsets.ISO_8859_1);
    return decode(FrameJson.ofAvr(MessageClock.Counter.TICKS), stream);
  }

  private static byte[] air(boolean odd) {
    return SENDER.squitter(Sender.airborne(20, Sender.squitterAltitude(9_000), odd, 17.5, -88.3));
  }

  private static byte[] surface(boolean odd) {
    Sender rolling = new Sender(0x0AB999);
    String me = Sender.surface(7, 9, Sender.track(90), odd, 17.5391, -88.3082);
    return rolling.squitter(Sender.GROUND, me);
  }

  @Test
  void everyKeyHasItsValue() throws IOException {
    assertEquals(
        List.of(
            "{\"i\":0,\"ticks\":7,\"df\":17,\"tc\":4,\"icao24\":\"0ab123\",\"callsign\":\"V3HHA\","
                + "\"on_ground\":false}",
            "{\"i\":1,\"ticks\":8,\"df\":17,\"tc\":19,\"icao24\":\"0ab123\",\"gs_kt\":120.00,"
                + "\"track_deg\":90.00,\"vrate_fpm\":-640,\"on_ground\":false,"
                + "\"vrate_src\":\"baro\"}"),
        beast(Sender.beast(NAME, 7), Sender.beast(VELOCITY, 8)));
    assertEquals(Map.of(), tally.rejects());
    assertEquals(2, tally.messages());
  }

  @Test
  void aPlaceIsOfItsFrameAndSaysHowItWasFound() throws IOException {
    List<String> lines =
        beast(
            Sender.beast(air(false), SECOND),
            Sender.beast(air(true), 2 * SECOND),
            Sender.beast(air(false), 3 * SECOND),
            Sender.beast(air(true), 4 * SECOND));
    String said =
        "{\"i\":%d,\"ticks\":%d,\"df\":17,\"tc\":20,\"icao24\":\"0ab123\",\"alt_ft\":9000,"
            + "\"alt_src\":\"gnss\",\"on_ground\":false";
    String place = ",\"lat\":17.499985,\"lon\":-88.300010,\"pos\":\"%s\"}";
    assertEquals(said.formatted(1, 2 * SECOND) + "}", lines.get(1));
    assertEquals(said.formatted(2, 3 * SECOND) + place.formatted("global"), lines.get(2));
    assertEquals("\"pos\":\"local\"}", lines.get(3).substring(lines.get(3).length() - 14));
  }

  @Test
  void framesAreCountedAndGarbageIsNotOne() throws IOException {
    byte[] damaged = NAME.clone();
    damaged[6] ^= 1;
    List<String> lines =
        beast(
            new byte[] {1, 2, 3},
            Sender.beast(damaged, 1),
            Sender.beast(new byte[] {0, 0}, 2),
            Sender.beast(NAME, 3));
    assertEquals("{\"i\":2,\"ticks\":3", lines.get(0).substring(0, 16));
    assertEquals(1, lines.size());
    assertEquals(
        Map.of(Reject.Reason.MALFORMED, 1L, Reject.Reason.CHECKSUM, 1L, Reject.Reason.NOT_USED, 1L),
        tally.rejects());
  }

  @Test
  void withoutACounterTheOrdinalIsTheKey() throws IOException {
    List<String> lines =
        avr("*0000;\r\n\r\nrubbish\n" + Sender.avr(NAME) + Sender.avr(VELOCITY, 9) + "\n*12");
    assertEquals("{\"i\":1,\"df\":17", lines.get(0).substring(0, 14));
    assertEquals("{\"i\":2,\"ticks\":9,", lines.get(1).substring(0, 17));
    assertEquals(
        Map.of(Reject.Reason.MALFORMED, 1L, Reject.Reason.SHORT, 1L, Reject.Reason.NOT_USED, 1L),
        tally.rejects());
    avr("x".repeat(5_000) + "\n" + Sender.avr(NAME));
    assertEquals(Map.of(Reject.Reason.TOO_LONG, 1L), tally.rejects());
  }

  @Test
  void anAircraftThatComesLaterTellsWhereTheEarlierSurfaceIs() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int second = 0; second < 4; second++) {
      text.append(Sender.avr(surface(second % 2 == 1), second * SECOND + 1)).append('\n');
    }
    assertEquals(0, places(avr(text.toString())), "one of eight places");
    for (int second = 4; second < 8; second++) {
      text.append(Sender.avr(air(second % 2 == 1), second * SECOND + 1)).append('\n');
    }
    assertEquals(4, places(avr(text.toString())), "two of each");
  }

  private static long places(List<String> lines) {
    return lines.stream().filter(line -> line.contains("\"lat\":")).count();
  }

  @Test
  void aStreamOfManyChunksReadsLikeOneOfFew() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < 3_000; i++) {
      stream.writeBytes(Sender.beast(i % 3 == 0 ? NAME : air(i % 2 == 0), i * SECOND / 10 + 1));
    }
    FrameJson json = FrameJson.ofBeast(MessageClock.Counter.TICKS);
    List<String> whole = decode(json, stream.toByteArray());
    assertEquals(3_000, whole.size());
    InputStream dripping =
        new ByteArrayInputStream(stream.toByteArray()) {
          @Override
          public synchronized int read(byte[] into, int offset, int count) {
            return super.read(into, offset, Math.min(count, 13));
          }
        };
    out.reset();
    json.decode(dripping, out);
    assertEquals(whole, out.toString(StandardCharsets.US_ASCII).lines().toList());
  }
}
