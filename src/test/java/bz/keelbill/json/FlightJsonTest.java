package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.report.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FlightJsonTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/sentences/sbs.csv",
      delimiter = '|',
      quoteCharacter = '\u0001',
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void everyLineOfTheTableReadsAsExpected(String why, String line, String expected)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FlightJson.Tally tally = FlightJson.decodeSbs(bytes(line == null ? "\n" : line + "\r\n"), out);
    String written = out.toString(StandardCharsets.US_ASCII);
    for (Reject.Reason reason : tally.rejects().keySet()) {
      written += reason.word();
    }
    assertEquals(expected == null ? "" : expected, written.strip(), why);
  }

  @Test
  void ordinalsCountPhysicalLinesAndRejectsAreTallied() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String good = "MSG,8,,,0AB001,,,,,\r\n";
    FlightJson.Tally tally =
        FlightJson.decodeSbs(
            bytes(good + "\r\nrubbish\r\n" + "x".repeat(5000) + "\r\n" + good.strip()), out);
    assertEquals(
        "{\"i\":0,\"icao24\":\"0ab001\"}\n{\"i\":4,\"icao24\":\"0ab001\"}\n",
        out.toString(StandardCharsets.US_ASCII));
    assertEquals(2, tally.messages());
    assertEquals(Map.of(Reject.Reason.MALFORMED, 1L, Reject.Reason.TOO_LONG, 1L), tally.rejects());
  }

  @Test
  void aByteOrderMarkBeforeTheFirstLineIsNoPartOfIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FlightJson.decodeSbs(bytes("\u00ef\u00bb\u00bfMSG,8,,,0AB001,,,,,"), out);
    assertEquals("{\"i\":0,\"icao24\":\"0ab001\"}\n", out.toString(StandardCharsets.US_ASCII));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
