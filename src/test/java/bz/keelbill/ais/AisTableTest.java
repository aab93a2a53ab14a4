package bz.keelbill.ais;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.json.AisLines;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every type, every sentinel, every edge of framing and reassembly: one row of ais.csv each. */
class AisTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double ROUNDING = 1e-7;

  private record Row(String name, byte[] lines, List<JsonNode> messages, String rejects) {}

  @TestFactory
  Stream<DynamicTest> decodesEveryRowOfTheTable() throws IOException {
    return rows().stream().map(row -> DynamicTest.dynamicTest(row.name, () -> check(row)));
  }

  @Test
  void theTableHasEveryMessageType() throws IOException {
    Set<Integer> types = new TreeSet<>();
    for (Row row : rows()) {
      row.messages.forEach(message -> types.add(message.path("type").asInt()));
    }
    types.remove(0);
    assertEquals(27, types.size(), types.toString());
  }

  private static void check(Row row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AisLines.Counts counts = AisLines.decode(new ByteArrayInputStream(row.lines), out);
    List<String> printed = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(row.messages.size(), printed.size(), () -> "messages: " + printed);
    assertEquals(printed.size(), counts.messages());
    for (int i = 0; i < printed.size(); i++) {
      checkFields(row.messages.get(i), JSON.readTree(printed.get(i)));
    }
    assertEquals(row.rejects, text(counts));
  }

  private static void checkFields(JsonNode expected, JsonNode printed) {
    for (var field : expected.properties()) {
      JsonNode value = printed.path(field.getKey());
      String message = field.getKey() + " in " + printed;
      if (field.getValue().isNull()) {
        assertTrue(value.isNull() || value.isMissingNode(), message);
      } else if (field.getValue().isNumber()) {
        assertTrue(value.isNumber(), message);
        assertEquals(field.getValue().asDouble(), value.asDouble(), ROUNDING, message);
      } else {
        assertEquals(field.getValue(), value, message);
      }
    }
  }

  private static String text(AisLines.Counts counts) {
    return counts.rejects().entrySet().stream()
        .map(entry -> word(entry.getKey()) + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String word(Reject.Reason reason) {
    return reason.word();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (var in = AisTableTest.class.getResourceAsStream("/sentences/ais.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      for (String line : text.split("\n")) {
        if (!line.startsWith("#")) {
          rows.add(row(line.split("\\|", -1)));
        }
      }
    }
    return rows;
  }

  private static Row row(String[] columns) throws IOException {
    List<JsonNode> messages = new ArrayList<>();
    JSON.readTree(columns[2]).forEach(messages::add);
    return new Row(columns[0], lines(columns[1]), messages, columns[3]);
  }

  private static byte[] lines(String column) {
    return column
        .replace("<LF>", "\n")
        .replace("<CR>", "\r")
        .replace("<NUL>", "\0")
        .replace("<80>", "\u0080")
        .replace("<FF>", "\u00ff")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
