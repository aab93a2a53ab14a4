package bz.keelbill.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a bundle says it holds.
 *
 * @param alert the alert's id
 * @param fromMillis the first moment of the recording in it
 * @param toMillis the first moment after it
 * @param outcome how the alert came out when the recording was played again before packing
 * @param config the configuration's file in it; null for the one in the program
 * @param hashes the SHA-256 of each file
 */
record Manifest(
    String alert,
    long fromMillis,
    long toMillis,
    Rerun.Outcome outcome,
    String config,
    Map<String, String> hashes) {
  static final String NAME = "manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;

  /** The files of a folder with their hashes; the manifest itself is not among them. */
  static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(NAME)) {
          hashes.put(name, BundleFile.sha256(file, Files.size(file)));
        }
      }
    }
    return hashes;
  }

  String text() throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("bundle", VERSION);
    json.put("alert", alert);
    json.put("from", Instant.ofEpochMilli(fromMillis).toString());
    json.put("to", Instant.ofEpochMilli(toMillis).toString());
    json.put("rerun", outcome.name().toLowerCase(Locale.ROOT));
    json.put("config", config);
    ArrayNode files = json.putArray("files");
    hashes.forEach((name, hash) -> files.addObject().put("name", name).put("sha256", hash));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  static Manifest read(String text) throws IOException {
    JsonNode json = JSON.readTree(text);
    Map<String, String> hashes = new LinkedHashMap<>();
    json.path("files")
        .forEach(file -> hashes.put(file.path("name").asText(), file.path("sha256").asText()));
    try {
      if (json.path("bundle").asInt() != VERSION) {
        throw new IOException("it was packed by another version of the program");
      }
      return new Manifest(
          json.path("alert").asText(),
          Instant.parse(json.path("from").asText()).toEpochMilli(),
          Instant.parse(json.path("to").asText()).toEpochMilli(),
          Rerun.Outcome.valueOf(json.path("rerun").asText().toUpperCase(Locale.ROOT)),
          json.path("config").asText(null),
          hashes);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException("its manifest cannot be read: " + e.getMessage(), e);
    }
  }
}
