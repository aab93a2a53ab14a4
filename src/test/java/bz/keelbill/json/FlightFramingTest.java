package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.LineFraming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How documents are cut into pieces. A piece of "too long" begins with a bang. */
class FlightFramingTest {
  private static final String A = "{\"hex\":\"0ab123\"}";
  private static final String B = "{\"hex\":\"0ab124\",\"nav_modes\":[\"tcas\"]}";
  private static final String C = "{\"hex\":\"0ab125\"}";

  private record Row(String name, String stream, List<String> pieces) {}

  private static String of(String aircraft) {
    return "{\"now\":1,\"aircraft\":[" + aircraft + "]}";
  }

  private static List<Row> rows() {
    String pretty = "{ \"now\" : 1,\n  \"aircraft\" : [\n    " + A + ",\n    " + B + "\n  ]\n}\n";
    String head = "{ \"now\" : 1,\n  \"aircraft\" : [";
    String tail = "]\n}";
    return List.of(
        new Row("a document on one line", of(A + "," + B), List.of(of(A), of(B))),
        new Row("one over many lines", pretty, List.of(head + A + tail, head + B + tail)),
        new Row(
            "a time behind the list goes with each",
            "{\"ac\":[" + A + "," + B + "],\"msg\":\"x\",\"now\":1}",
            List.of(
                "{\"ac\":[" + A + "],\"msg\":\"x\",\"now\":1}",
                "{\"ac\":[" + B + "],\"msg\":\"x\",\"now\":1}")),
        new Row(
            "lists in a list",
            "{\"time\":1,\"states\":[[\"a\",[1,2]],[\"b\"]]}",
            List.of(
                "{\"time\":1,\"states\":[[\"a\",[1,2]]]}", "{\"time\":1,\"states\":[[\"b\"]]}")),
        new Row("an empty list", of(" "), List.of(of(" "))),
        new Row("no list", "{\"time\":1,\"states\":null}", List.of("{\"time\":1,\"states\":null}")),
        new Row("one aircraft to a line", A + "\n" + B + "\r\n" + C, List.of(A, B, C)),
        new Row("with a comma behind each", A + ",\n" + B + ",\n", List.of(A, B)),
        new Row("two documents on a line", of(A) + of(B) + "\n", List.of(of(A), of(B))),
        new Row(
            "brackets in texts", of("{\"a\":\"]}[\\\"{\"}"), List.of(of("{\"a\":\"]}[\\\"{\"}"))),
        new Row(
            "what is no object in the list",
            of("7,null," + A),
            List.of(of("7"), of("null"), of(A))),
        new Row("holes in the list", of(",," + A + ","), List.of(of(A))),
        new Row("a mark of byte order", "\u00ef\u00bb\u00bf" + A + "\n", List.of(A)),
        new Row(
            "a page of a proxy is one refusal",
            "<html>\n<body>{no json}\n</body>\n</html>\n",
            List.of("<html>")),
        new Row("and what follows it is read", "<html>\n<p>\n" + A + "\n", List.of("<html>", A)),
        new Row("null, and a word", "null\n", List.of("null")),
        new Row("nothing", " \r\n\n", List.of()),
        new Row("broken off", of(A + "," + B).substring(0, 30), List.of(of(A).substring(0, 30))),
        new Row("nothing but its beginning", "{", List.of("{")),
        new Row(
            "broken off, and the next on its own line",
            of(A).substring(0, 30) + "\n" + of(B) + "\n",
            List.of(of(A).substring(0, 30) + "\n", of(B))),
        new Row(
            "a lost bracket does not swallow the next aircraft",
            A.substring(0, A.length() - 1) + "\n" + B + "\n",
            List.of(A.substring(0, A.length() - 1) + "\n", B)),
        new Row(
            "a lost quote does not swallow the next aircraft",
            "{\"hex\":\"0ab123}\n" + B + "\n",
            List.of("{\"hex\":\"0ab123}\n", B)),
        new Row(
            "a bad aircraft on its line does not lose the document",
            "{ \"now\" : 1,\n\"aircraft\":[\n" + A + ",\n{\"hex\":\"x},\n" + B + "\n]}\n",
            List.of(
                "{ \"now\" : 1,\n\"aircraft\":[" + A + "]}",
                "{ \"now\" : 1,\n\"aircraft\":[{\"hex\":\"x},]}",
                "{ \"now\" : 1,\n\"aircraft\":[" + B + "]}")),
        new Row(
            "brackets that do not match",
            "{\"now\":1,\"aircraft\":[{\"a\":1]]}\n" + of(A) + "\n",
            List.of("{\"now\":1,\"aircraft\":[{\"a\":1]", of(A))),
        new Row("closed without being open", "}]\n" + A + "\n", List.of("}]", A)),
        new Row(
            "an aircraft that is too long",
            of(A + ",{\"a\":\"" + "x".repeat(9_000) + "\"}," + B),
            List.of(of(A), "!{\"a\":\"" + "x".repeat(58), of(B))));
  }

  @TestFactory
  Stream<DynamicTest> cutsEveryStream() {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name, () -> assertEquals(row.pieces, pieces(row.stream, () -> 4096))));
  }

  @Test
  void theChunksDoNotMatter() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (Row row : rows()) {
      assertEquals(row.pieces, pieces(row.stream, () -> 1), row.name);
      for (int round = 0; round < 30; round++) {
        List<String> cut = pieces(row.stream, () -> 1 + random.nextInt(40));
        assertEquals(row.pieces, cut, "seed " + seed + " " + row.name);
      }
    }
  }

  @Test
  void whatGrowsWithoutEndIsRefusedOnceAndTheNextIsRead() {
    int most = FlightFraming.MAX_DOCUMENT_BYTES;
    String line = "{\"now\":1,\"aircraft\":[" + (A + ",").repeat(most / 16) + A + "]}\n";
    assertEquals(List.of("!", of(B)), starts(pieces(line + of(B) + "\n", () -> 65_536)));
    String lines = line.replace("},", "},\n");
    assertEquals(List.of("!", of(B)), starts(pieces(lines + of(B) + "\n", () -> 65_536)));
    String page = "<" + "p".repeat(most + 10);
    assertEquals(List.of("!", of(B)), starts(pieces(page + "\n" + of(B) + "\n", () -> 65_536)));
  }

  private static List<String> starts(List<String> pieces) {
    return pieces.stream().map(piece -> piece.startsWith("!") ? "!" : piece).toList();
  }

  @Test
  void moreAircraftThanFlyAreTooLong() {
    String crowd = "7,".repeat(20_000);
    List<String> pieces = pieces(of(crowd + "7") + "\n" + of(A) + "\n", () -> 65_536);
    assertEquals(List.of("!", of(A)), starts(pieces));
    assertEquals(19_999, pieces(of(crowd.substring(2)), () -> 65_536).size());
  }

  @Test
  void aHeadThatIsTooLongIsNotGivenWithEachAircraft() {
    String head = "{\"x\":\"" + "x".repeat(20_000) + "\",\"aircraft\":[" + A + "," + B + "]}";
    List<String> pieces = pieces(head, () -> 4096);
    assertEquals(1, pieces.size());
    assertTrue(pieces.get(0).startsWith("!{\"x\""), pieces.get(0));
  }

  private static List<String> pieces(String stream, IntSupplier chunk) {
    List<String> pieces = new ArrayList<>();
    LineFraming.Sink sink =
        new LineFraming.Sink() {
          @Override
          public void line(long number, byte[] bytes) {
            pieces.add(new String(bytes, StandardCharsets.ISO_8859_1));
          }

          @Override
          public void tooLong(long number, byte[] start) {
            pieces.add("!" + new String(start, StandardCharsets.ISO_8859_1));
          }
        };
    byte[] bytes = stream.getBytes(StandardCharsets.ISO_8859_1);
    FlightFraming framing = new FlightFraming();
    for (int at = 0; at < bytes.length; ) {
      int count = Math.min(chunk.getAsInt(), bytes.length - at);
      framing.push(bytes, at, count, sink);
      at += count;
    }
    framing.finish(sink);
    return pieces;
  }
}
