package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.ais.AisReader;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.SafetyText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each message of aisstream.io and each of its sentinels: one row of aisstream.jsonl. */
class AisStreamDecoderTest extends DecoderContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  protected Decoder newDecoder() {
    return new AisStreamDecoder("service", AisReader.Timing.LIVE);
  }

  @Override
  protected boolean hasChecksum() {
    return false;
  }

  @Override
  protected List<byte[]> goodLines() {
    return rows().stream()
        .filter(row -> row.path("said").path(0).asText().contains(" "))
        .map(AisStreamDecoderTest::line)
        .toList();
  }

  private static byte[] line(JsonNode row) {
    return row.path("line").toString().getBytes(StandardCharsets.UTF_8);
  }

  static List<JsonNode> rows() {
    List<JsonNode> rows = new ArrayList<>();
    try (var in = AisStreamDecoderTest.class.getResourceAsStream("/sentences/aisstream.jsonl")) {
      for (String row : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        rows.add(JSON.readTree(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  @TestFactory
  Stream<DynamicTest> decodesEveryRowOfTheTable() {
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.path("case").asText(), () -> check(row)));
  }

  private void check(JsonNode row) {
    List<String> expected = new ArrayList<>();
    row.path("said").forEach(said -> expected.add(said.asText()));
    assertEquals(expected, Spoken.of(newDecoder(), line(row)));
  }

  @Test
  void aClockThatIsWrongIsKeptAndNotBelievedLiveButInReplay() {
    String text =
        "{\"MessageType\":\"SafetyBroadcastMessage\",\"MetaData\":{\"MMSI\":1,\"time_utc\":"
            + "\"2020-01-01 00:00:00 +0000 UTC\"},\"Message\":{\"SafetyBroadcastMessage\":"
            + "{\"MessageID\":14,\"UserID\":1,\"Valid\":true,\"Text\":\"OLD\"}}}";
    List<byte[]> line = List.of(text.getBytes(StandardCharsets.UTF_8));
    long clock = java.time.Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    SafetyText live = (SafetyText) decode(newDecoder(), line).reports.get(0);
    assertEquals(live.origin().receivedAtMillis(), live.origin().eventAtMillis());
    assertEquals(clock, live.origin().stationAtMillis());
    Decoder replay = new AisStreamDecoder("service", AisReader.Timing.REPLAY);
    SafetyText recorded = (SafetyText) decode(replay, line).reports.get(0);
    assertEquals(clock, recorded.origin().eventAtMillis());
    assertEquals("service", recorded.origin().station());
  }
}
