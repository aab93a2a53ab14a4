package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each place of OpenSky's state vectors and each of its traps: one row of opensky.jsonl. */
class OpenSkyDecoderTest extends DecoderContract {
  /** Each line meets a decoder that knows nothing: what was told before is told no more. */
  @Override
  protected Decoder newDecoder() {
    return (line, out) -> new OpenSkyDecoder("network", false).decode(line, out);
  }

  @Override
  protected boolean hasChecksum() {
    return false;
  }

  @Override
  protected List<byte[]> goodLines() {
    return FlightRows.good(FlightRows.of("opensky.jsonl"));
  }

  @TestFactory
  Stream<DynamicTest> decodesEveryRowOfTheTable() {
    return FlightRows.of("opensky.jsonl").stream()
        .map(row -> DynamicTest.dynamicTest(row.path("case").asText(), () -> check(row)));
  }

  private static void check(JsonNode row) {
    Decoder decoder = new OpenSkyDecoder("network", row.path("recorded").asBoolean());
    assertEquals(FlightRows.said(row), Spoken.of(decoder, FlightRows.documents(row)));
  }
}
