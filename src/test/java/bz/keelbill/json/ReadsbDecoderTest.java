package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.Line;
import bz.keelbill.report.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each key of readsb's aircraft and each of its traps: one row of readsb.jsonl. */
class ReadsbDecoderTest extends DecoderContract {
  /** Each line meets a decoder that knows nothing: what was told before is told no more. */
  @Override
  protected Decoder newDecoder() {
    return (line, out) -> new ReadsbDecoder("receiver", false).decode(line, out);
  }

  @Override
  protected boolean hasChecksum() {
    return false;
  }

  @Override
  protected List<byte[]> goodLines() {
    return FlightRows.good(FlightRows.of("readsb.jsonl"));
  }

  @TestFactory
  Stream<DynamicTest> decodesEveryRowOfTheTable() {
    return FlightRows.of("readsb.jsonl").stream()
        .map(row -> DynamicTest.dynamicTest(row.path("case").asText(), () -> check(row)));
  }

  private static void check(JsonNode row) {
    Decoder decoder = new ReadsbDecoder("receiver", row.path("recorded").asBoolean());
    assertEquals(FlightRows.said(row), Spoken.of(decoder, FlightRows.documents(row)));
  }

  private static String document(double now, String members) {
    return String.format(
        Locale.ROOT, "{\"now\":%.1f,\"aircraft\":[{\"hex\":\"0ab123\",%s}]}", now, members);
  }

  private static Outcome hear(Decoder decoder, long arrivalMillis, String text) {
    Outcome outcome = new Outcome();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    decoder.decode(new Line("feed", 1, arrivalMillis, bytes), outcome);
    return outcome;
  }

  @Test
  void aClockThatIsOffByMoreThanFiveMinutesIsNotBelievedLive() {
    long arrival = Instant.parse("2026-11-25T10:00:00Z").toEpochMilli();
    double now = arrival / 1000.0 - 301;
    String text = document(now, "\"seen\":2,\"seen_pos\":2,\"lat\":17.5,\"lon\":-88.1");
    Report live = hear(new ReadsbDecoder("r", false), arrival, text).reports.get(0);
    assertEquals(arrival - 2_000, live.origin().eventAtMillis(), "arrival less the age");
    assertEquals(arrival - 301_000, live.origin().stationAtMillis(), "and the clock is told");
    Report recorded = hear(new ReadsbDecoder("r", true), arrival, text).reports.get(0);
    assertEquals(arrival - 303_000, recorded.origin().eventAtMillis());
  }

  @Test
  void aWildTimeDoesNotMakeTheNextDocumentLookOld() {
    Decoder decoder = new ReadsbDecoder("r", false);
    long arrival = Instant.parse("2026-11-25T10:00:00Z").toEpochMilli();
    String place = "\"seen\":0,\"seen_pos\":0,\"lat\":17.5,\"lon\":-88.1";
    for (int second = 0; second < 10; second += 2) {
      long at = arrival + second * 1000L;
      assertTrue(hear(decoder, at, document(at / 1000.0, place)).rejects.isEmpty());
      assertEquals(1, hear(decoder, at, document(3e9 + second, place)).reports.size());
    }
  }

  @Test
  void aGoodDocumentAfterAnyBadOneIsTold() {
    Random random = random();
    Decoder decoder = new ReadsbDecoder("r", false);
    List<byte[]> good = goodLines();
    // Years from the rows' own times, and of an aircraft that no mutation of theirs makes.
    long arrival = Instant.parse("2034-01-01T00:00:00Z").toEpochMilli();
    for (int n = 0; n < 5_000; n++) {
      arrival += 600_000;
      byte[] bad = mutated(random, good.get(random.nextInt(good.size())));
      decoder.decode(new Line("feed", 1, arrival, bad), new Outcome());
      String members = "\"seen\":0,\"seen_pos\":0,\"lat\":1,\"lon\":2";
      String text = document(arrival / 1000.0, members).replace("0ab123", "5c5c5c");
      assertEquals(1, hear(decoder, arrival, text).reports.size(), "n " + n);
    }
  }

  @Test
  void thousandsOfAircraftAreForgottenAgain() {
    Decoder decoder = new ReadsbDecoder("r", true);
    for (int address = 1; address <= 100_000; address++) {
      String text = "{\"hex\":\"%06x\",\"seen\":0,\"squawk\":\"1200\"}".formatted(address);
      assertEquals(1, hear(decoder, 0, text).reports.size());
    }
  }
}
