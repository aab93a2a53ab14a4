package bz.keelbill.ais;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.json.AisLines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every application, field, sentinel and length: one row of ais-applications.csv each. */
class ApplicationTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double ROUNDING = 1e-7;
  private static final Pattern PUT = Pattern.compile("(\\d+):(?:(\\d+)=(-?\\d+)|\"([^\"]*)\")");

  private record Row(String name, String carrier, String puts, String expected) {
    static Row of(String line) {
      String[] columns = line.split("\\|");
      return new Row(
          columns[0].strip(), columns[1].strip(), columns[2].strip(), columns[3].strip());
    }
  }

  @TestFactory
  Stream<DynamicTest> decodesEveryRowOfTheTable() throws IOException {
    return rows().stream().map(row -> DynamicTest.dynamicTest(row.name, () -> check(row)));
  }

  @Test
  void theTableHasEveryFieldOfEveryApplication() throws IOException {
    Set<String> named = new HashSet<>();
    for (Row row : rows()) {
      collectNames(JSON.readTree(row.expected.equals("none") ? "{}" : row.expected), named);
    }
    Set<ApplicationField> missing = EnumSet.allOf(ApplicationField.class);
    missing.removeIf(field -> named.contains(field.name().toLowerCase(Locale.ROOT)));
    assertEquals(Set.of(), missing);
  }

  private static void collectNames(JsonNode node, Set<String> names) {
    node.fieldNames().forEachRemaining(names::add);
    node.forEach(child -> collectNames(child, names));
  }

  private static void check(Row row) throws IOException {
    JsonNode printed = decoded(sentences(row));
    assertTrue(printed.has("data") && printed.has("data_bits"), "the data itself is always there");
    if (row.expected.equals("none")) {
      assertFalse(printed.has("application"), printed::toString);
    } else {
      checkFields(JSON.readTree(row.expected), printed.path("application"));
    }
  }

  private static JsonNode decoded(String lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AisLines.decode(new ByteArrayInputStream(AisEncoder.bytes(lines)), out);
    return JSON.readTree(out.toString(StandardCharsets.UTF_8));
  }

  private static void checkFields(JsonNode expected, JsonNode printed) {
    assertTrue(printed.isObject(), () -> expected + " but " + printed);
    for (var field : expected.properties()) {
      String message = field.getKey() + " in " + printed;
      assertTrue(printed.has(field.getKey()), message);
      checkValue(field.getValue(), printed.get(field.getKey()), message);
    }
  }

  private static void checkValue(JsonNode expected, JsonNode printed, String message) {
    if (expected.isArray()) {
      assertEquals(expected.size(), printed.size(), message);
      for (int i = 0; i < expected.size(); i++) {
        checkFields(expected.get(i), printed.get(i));
      }
    } else if (expected.isNumber()) {
      assertTrue(printed.isNumber(), message);
      assertEquals(expected.asDouble(), printed.asDouble(), ROUNDING, message);
    } else {
      assertEquals(expected, printed, message);
    }
  }

  private static String sentences(Row row) {
    String[] carrier = row.carrier.split("[ /]");
    int type = Integer.parseInt(carrier[0].replaceAll("\\D", ""));
    int begin = begin(carrier[0]);
    int data = begin + 16;
    int end = data + Integer.parseInt(carrier[3]);
    AisEncoder message = AisEncoder.message(type, 312_000_001, end + (type == 26 ? 20 : 0));
    message.put(begin, 10, Integer.parseInt(carrier[1]));
    message.put(begin + 10, 6, Integer.parseInt(carrier[2]));
    if (type >= 25) {
      message.put(38, 1, carrier[0].endsWith("a") ? 1 : 0);
      message.put(39, 1, carrier[0].endsWith("u") ? 0 : 1);
    }
    if (type == 26) {
      message.put(end, 20, -1);
    }
    put(row.puts, message, data);
    return String.join("\n", message.sentences(1 + end / 360, "3", "A"));
  }

  /** Where the application identifier stands. */
  private static int begin(String carrier) {
    return switch (carrier) {
      case "6" -> 72;
      case "25a", "26a" -> 70;
      default -> 40;
    };
  }

  private static void put(String puts, AisEncoder message, int data) {
    Matcher put = PUT.matcher(puts);
    while (put.find()) {
      int offset = data + Integer.parseInt(put.group(1));
      if (put.group(4) == null) {
        message.put(offset, Integer.parseInt(put.group(2)), Integer.parseInt(put.group(3)));
      } else {
        message.text(offset, put.group(4).length(), put.group(4));
      }
    }
    assertEquals("", put.replaceAll("").strip(), "what cannot be read");
  }

  private static List<Row> rows() throws IOException {
    try (var in =
        ApplicationTableTest.class.getResourceAsStream("/sentences/ais-applications.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList();
    }
  }
}
