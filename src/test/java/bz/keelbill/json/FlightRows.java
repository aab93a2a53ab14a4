package bz.keelbill.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables of what flight services send: one case to a line. */
final class FlightRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FlightRows() {}

  static List<JsonNode> of(String table) {
    List<JsonNode> rows = new ArrayList<>();
    try (var in = FlightRows.class.getResourceAsStream("/sentences/" + table)) {
      for (String row : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        rows.add(JSON.readTree(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The documents of one case, which one decoder hears one after the other. */
  static byte[][] documents(JsonNode row) {
    List<byte[]> all = new ArrayList<>();
    row.path("told").forEach(each -> all.add(bytes(each)));
    return all.toArray(byte[][]::new);
  }

  /** A text stands for itself: it is for what is no JSON. */
  private static byte[] bytes(JsonNode document) {
    String text = document.isTextual() ? document.textValue() : document.toString();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<String> said(JsonNode row) {
    List<String> said = new ArrayList<>();
    row.path("said").forEach(each -> said.add(each.asText()));
    return said;
  }

  /** The documents that alone say something, and of which nothing is refused. */
  static List<byte[]> good(List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> !row.has("recorded"))
        .filter(row -> !said(row).isEmpty() && said(row).stream().allMatch(s -> s.contains(" ")))
        .map(row -> documents(row)[0])
        .filter(document -> document.length < 1_000)
        .toList();
  }
}
