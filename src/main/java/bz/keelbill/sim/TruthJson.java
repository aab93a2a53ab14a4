package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code truth.json}. Times are RFC 3339 UTC, points are {@code [unixSeconds, lat, lon]}, unknown
 * keys are ignored on reading:
 *
 * <pre>{@code
 * {"scenario":"evening","seed":1,"from":"2026-11-24T00:00:00Z","to":"2026-11-24T03:00:00Z",
 *  "threats":[{"id":"go-fast-1","family":"go-fast","kinds":["go-fast","shore-approach"],
 *    "from":"…","to":"…","clockStarts":"… or null",
 *    "actors":[{"id":"go-fast-1","kind":"go-fast","mmsi":null,"icao24":null,"ownForce":false,
 *      "radar":[{"station":"radar-tobacco","number":4,"from":"…","to":"…"}],
 *      "points":[[1795230510,16.875,-87.898]]}]}],
 *  "craft":[…the same form, everything that moved…]}
 * }</pre>
 */
final class TruthJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TruthJson() {}

  static void write(Truth truth, Path file) throws IOException {
    ObjectNode root = NODES.objectNode();
    root.put("scenario", truth.scenario()).put("seed", truth.seed());
    span(root, truth.fromMillis(), truth.toMillis());
    ArrayNode threats = root.putArray("threats");
    truth.threats().forEach(act -> threats.add(threat(act)));
    ArrayNode craft = root.putArray("craft");
    truth.craft().forEach(actor -> craft.add(actor(actor)));
    Files.writeString(file, JSON.writeValueAsString(root) + "\n");
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file cannot be read or is not of this form
   */
  static Truth read(Path file) throws IOException {
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      return new Truth(
          root.path("scenario").asText(),
          root.path("seed").asLong(),
          millis(root.get("from")),
          millis(root.get("to")),
          list(root.path("threats"), TruthJson::readThreat),
          list(root.path("craft"), TruthJson::readActor));
    } catch (RuntimeException wrong) {
      throw new IOException(file + " is not a truth of a simulated watch: " + wrong.getMessage());
    }
  }

  private static ObjectNode threat(Truth.Act act) {
    ObjectNode node = NODES.objectNode();
    node.put("id", act.id()).put("family", act.family());
    ArrayNode kinds = node.putArray("kinds");
    act.kinds().forEach(kinds::add);
    span(node, act.fromMillis(), act.toMillis());
    Long clock = act.clockStartsMillis();
    node.put("clockStarts", clock == null ? null : time(clock));
    ArrayNode actors = node.putArray("actors");
    act.actors().forEach(actor -> actors.add(actor(actor)));
    return node;
  }

  private static ObjectNode actor(Truth.Actor actor) {
    ObjectNode node = NODES.objectNode();
    node.put("id", actor.id()).put("kind", actor.kind());
    node.put("mmsi", actor.mmsi()).put("icao24", actor.icao24());
    node.put("ownForce", actor.ownForce());
    ArrayNode radar = node.putArray("radar");
    for (Truth.RadarName name : actor.radar()) {
      ObjectNode one = radar.addObject();
      one.put("station", name.station()).put("number", name.number());
      span(one, name.fromMillis(), name.toMillis());
    }
    ArrayNode points = node.putArray("points");
    for (Truth.Point point : actor.points()) {
      Position at = point.position();
      points
          .addArray()
          .add(point.atMillis() / 1000)
          .add(round(at.latitude()))
          .add(round(at.longitude()));
    }
    return node;
  }

  private static Truth.Act readThreat(JsonNode node) {
    return new Truth.Act(
        node.get("id").asText(),
        node.get("family").asText(),
        list(node.get("kinds"), JsonNode::asText),
        millis(node.get("from")),
        millis(node.get("to")),
        node.hasNonNull("clockStarts") ? millis(node.get("clockStarts")) : null,
        list(node.get("actors"), TruthJson::readActor));
  }

  private static Truth.Actor readActor(JsonNode node) {
    return new Truth.Actor(
        node.get("id").asText(),
        node.path("kind").asText(),
        node.hasNonNull("mmsi") ? node.get("mmsi").asInt() : null,
        node.hasNonNull("icao24") ? node.get("icao24").asText() : null,
        node.path("ownForce").asBoolean(),
        list(node.path("radar"), TruthJson::readRadar),
        list(node.path("points"), TruthJson::readPoint));
  }

  private static Truth.RadarName readRadar(JsonNode node) {
    return new Truth.RadarName(
        node.get("station").asText(),
        node.get("number").asInt(),
        millis(node.get("from")),
        millis(node.get("to")));
  }

  private static Truth.Point readPoint(JsonNode node) {
    return new Truth.Point(
        Math.round(node.get(0).asDouble() * 1000),
        new Position(node.get(1).asDouble(), node.get(2).asDouble()));
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    array.forEach(node -> all.add(reader.apply(node)));
    return all;
  }

  private static void span(ObjectNode node, long fromMillis, long toMillis) {
    node.put("from", time(fromMillis)).put("to", time(toMillis));
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static long millis(JsonNode time) {
    return Instant.parse(time.asText()).toEpochMilli();
  }
}
