package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An alert that rang, as scoring needs it: the first line of its id at warning or higher.
 *
 * @param onsetMillis when what it speaks of began
 * @param atMillis when it was decided
 * @param position null if it has none
 * @param tracks contact names, such as {@code radar:STATION/NUMBER@BIRTH}
 * @param minutesToAct as it was first said while it rang; NaN if it never was
 */
record RaisedAlert(
    String id,
    String kind,
    String priority,
    long onsetMillis,
    long atMillis,
    Position position,
    List<String> tracks,
    double minutesToAct) {
  private static final Set<String> RINGING = Set.of("warning", "alarm", "emergency");

  /**
   * Reads alerts as JSON lines and keeps those that rang, each once.
   *
   * @throws IOException if the file cannot be read or a line is no alert
   */
  static List<RaisedAlert> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, RaisedAlert> first = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode node = json.readTree(line);
        if (RINGING.contains(node.get("priority").asText())) {
          first.merge(node.get("id").asText(), of(node), RaisedAlert::withMinutesOf);
        }
      } catch (IOException | RuntimeException wrong) {
        throw new IOException(file + ", line " + number + " is not an alert", wrong);
      }
    }
    return new ArrayList<>(first.values());
  }

  private RaisedAlert withMinutesOf(RaisedAlert later) {
    return Double.isNaN(minutesToAct)
        ? new RaisedAlert(
            id, kind, priority, onsetMillis, atMillis, position, tracks, later.minutesToAct)
        : this;
  }

  private static RaisedAlert of(JsonNode node) {
    long at = Instant.parse(node.get("time").asText()).toEpochMilli();
    long onset =
        node.hasNonNull("onset") ? Instant.parse(node.get("onset").asText()).toEpochMilli() : at;
    List<String> tracks = new ArrayList<>();
    node.path("tracks").forEach(track -> tracks.add(track.asText()));
    return new RaisedAlert(
        node.get("id").asText(),
        node.get("kind").asText(),
        node.get("priority").asText(),
        onset,
        at,
        position(node.path("position")),
        List.copyOf(tracks),
        node.path("minutesToAct").isNumber() ? node.get("minutesToAct").asDouble() : Double.NaN);
  }

  private static Position position(JsonNode node) {
    return node.hasNonNull("lat") && node.hasNonNull("lon")
        ? new Position(node.get("lat").asDouble(), node.get("lon").asDouble())
        : null;
  }
}
