package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Position;
import bz.keelbill.json.AlertJson;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.watch.TrackState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What the watch knows now as features of a map. Belongs to the event loop. */
final class OgcPicture {
  private final Board board;
  private final WatchDesk desk;

  OgcPicture(Board board, WatchDesk desk) {
    this.board = board;
    this.desk = desk;
  }

  List<JsonObject> tracks() {
    List<JsonObject> features = new ArrayList<>();
    for (TrackState track : board.tracks()) {
      JsonObject properties = new JsonObject(TrackRoutes.json(track, board));
      properties.remove("move");
      properties.remove("contacts");
      TrackState.Place place = track.place();
      properties.put("time", Replies.time(place.atMillis()));
      putNumber(properties, "speedKnots", place.speedKnots());
      putNumber(properties, "courseDegrees", place.courseDegrees());
      putNumber(properties, "altitudeFeet", place.altitudeFeet());
      features.add(feature(track.name(), point(place.position()), properties));
    }
    return features;
  }

  static void putNumber(JsonObject properties, String name, double value) {
    if (!Double.isNaN(value)) {
      properties.put(name, value);
    }
  }

  List<JsonObject> alerts() {
    List<JsonObject> features = new ArrayList<>();
    for (Alert alert : board.alerts()) {
      JsonObject all = new JsonObject(AlertJson.forClients(alert));
      JsonObject properties = new JsonObject();
      all.forEach(
          member -> {
            boolean isPlain =
                !(member.getValue() instanceof JsonObject
                    || member.getValue() instanceof JsonArray);
            if (isPlain) {
              properties.put(member.getKey(), member.getValue());
            }
          });
      JsonObject at = all.getJsonObject("position");
      Position position =
          at == null ? null : new Position(at.getDouble("lat"), at.getDouble("lon"));
      features.add(feature(alert.id(), point(position), properties));
    }
    return features;
  }

  List<JsonObject> fences() {
    List<JsonObject> features = new ArrayList<>();
    for (Fence fence : board.fences().fences()) {
      features.add(new JsonObject(FenceGeoJson.write(fence).toString()));
    }
    return features;
  }

  List<JsonObject> feeds() {
    List<JsonObject> features = new ArrayList<>();
    JsonArray feeds = SystemRoutes.feeds(desk.feeds());
    for (int i = 0; i < feeds.size(); i++) {
      JsonObject feed = feeds.getJsonObject(i);
      List.of("rejects", "messages", "notes").forEach(feed::remove);
      features.add(feature(feed.getString("name"), null, feed));
    }
    return features;
  }

  static JsonObject feature(String id, JsonObject geometry, JsonObject properties) {
    return new JsonObject()
        .put("type", "Feature")
        .put("id", id)
        .put("geometry", geometry)
        .put("properties", properties);
  }

  static JsonObject point(Position at) {
    return at == null
        ? null
        : new JsonObject()
            .put("type", "Point")
            .put("coordinates", new JsonArray().add(at.longitude()).add(at.latitude()));
  }
}
