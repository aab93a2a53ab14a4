package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Position;
import bz.keelbill.json.AlertJson;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.watch.TrackState;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * {@code /ogc}: the picture as OGC API Features, part 1 (core, GeoJSON, OpenAPI 3.0), for QGIS and
 * its like; nothing can be changed here.
 */
final class OgcRoutes {
  private static final String GEO_JSON = "application/geo+json";
  private static final String JSON = "application/json";
  private static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
  private static final String CONFORMANCE =
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  private static final Set<String> ITEM_WORDS = Set.of("bbox", "datetime", "limit", "cursor");

  private final Board board;
  private final WatchDesk desk;
  private final LongSupplier clock;
  private final List<Collection> collections;

  /** What is told of one thing, and how it is called. */
  private record Collection(
      String id, String title, Function<OgcRoutes, List<JsonObject>> features) {}

  OgcRoutes(Board board, WatchDesk desk, LongSupplier clock) {
    this.board = board;
    this.desk = desk;
    this.clock = clock;
    collections =
        List.of(
            new Collection("tracks", "Where every craft was last seen", OgcRoutes::tracks),
            new Collection(
                "alerts", "Alerts that are open or were closed lately", OgcRoutes::alerts),
            new Collection("fences", "Fences in force", OgcRoutes::fences),
            new Collection("feeds", "Feeds and how they are", OgcRoutes::feeds));
  }

  void mount(Router router) {
    router.get("/ogc").handler(this::landing);
    router.get("/ogc/api").handler(OgcRoutes::api);
    router.get("/ogc/conformance").handler(OgcRoutes::conformance);
    router.get("/ogc/collections").handler(this::collections);
    router.get("/ogc/collections/:id").handler(this::collection);
    router.get("/ogc/collections/:id/items").handler(this::items);
    router.getWithRegex("/ogc/collections/(?<id>[^/]+)/items/(?<name>.+)").handler(this::item);
  }

  private void landing(RoutingContext request) {
    if (knowsAll(request, Set.of())) {
      JsonArray links =
          new JsonArray()
              .add(link(request, "", "self", JSON))
              .add(link(request, "/api", "service-desc", OPEN_API))
              .add(link(request, "/conformance", "conformance", JSON))
              .add(link(request, "/collections", "data", JSON));
      Replies.json(
          request,
          new JsonObject()
              .put("title", "Keelbill")
              .put("description", "A watch over the sea and the sky of Belize, read-only.")
              .put("links", links));
    }
  }

  private static void api(RoutingContext request) {
    try (InputStream in = OgcRoutes.class.getResourceAsStream("ogc-api.json")) {
      Buffer text = Buffer.buffer(in.readAllBytes());
      request.response().putHeader("Content-Type", OPEN_API).end(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void conformance(RoutingContext request) {
    JsonArray classes = new JsonArray();
    List.of("core", "oas30", "geojson").forEach(each -> classes.add(CONFORMANCE + each));
    Replies.json(request, new JsonObject().put("conformsTo", classes));
  }

  private void collections(RoutingContext request) {
    if (knowsAll(request, Set.of())) {
      JsonArray all = new JsonArray();
      collections.forEach(each -> all.add(describe(request, each)));
      JsonArray links = new JsonArray().add(link(request, "/collections", "self", JSON));
      Replies.json(request, new JsonObject().put("links", links).put("collections", all));
    }
  }

  private void collection(RoutingContext request) {
    Collection wanted = wanted(request);
    if (wanted != null && knowsAll(request, Set.of())) {
      Replies.json(request, describe(request, wanted));
    }
  }

  private static JsonObject describe(RoutingContext request, Collection one) {
    String path = "/collections/" + one.id();
    return new JsonObject()
        .put("id", one.id())
        .put("title", one.title())
        .put("itemType", "feature")
        .put("crs", new JsonArray().add("http://www.opengis.net/def/crs/OGC/1.3/CRS84"))
        .put(
            "links",
            new JsonArray()
                .add(link(request, path, "self", JSON))
                .add(link(request, path + "/items", "items", GEO_JSON)));
  }

  private Collection wanted(RoutingContext request) {
    String id = request.pathParam("id");
    for (Collection each : collections) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    Problem.answer(request, 404, "No such collection", "See /ogc/collections.");
    return null;
  }

  private void items(RoutingContext request) {
    Collection wanted = wanted(request);
    if (wanted == null || !knowsAll(request, ITEM_WORDS)) {
      return;
    }
    OgcQuery query = OgcQuery.read(request);
    if (query != null) {
      List<JsonObject> matched =
          wanted.features().apply(this).stream().filter(query::holds).toList();
      int from = Math.min(query.from(), matched.size());
      int to = Math.min(matched.size(), from + query.limit());
      String path = "/collections/" + wanted.id() + "/items";
      JsonArray links = new JsonArray().add(link(request, path, "self", GEO_JSON));
      if (to < matched.size()) {
        links.add(link(request, path + query.next(to), "next", GEO_JSON));
      }
      JsonObject answer =
          new JsonObject()
              .put("type", "FeatureCollection")
              .put("timeStamp", Replies.time(clock.getAsLong()))
              .put("numberMatched", matched.size())
              .put("numberReturned", to - from)
              .put("features", new JsonArray(new ArrayList<>(matched.subList(from, to))))
              .put("links", links);
      request.response().putHeader("Content-Type", GEO_JSON).end(answer.encode());
    }
  }

  private void item(RoutingContext request) {
    Collection wanted = wanted(request);
    if (wanted != null && knowsAll(request, Set.of())) {
      String id = request.pathParam("name");
      for (JsonObject feature : wanted.features().apply(this)) {
        if (feature.getString("id").equals(id)) {
          request.response().putHeader("Content-Type", GEO_JSON).end(feature.encode());
          return;
        }
      }
      Problem.answer(request, 404, "No such feature", "There is none of this id now.");
    }
  }

  private List<JsonObject> tracks() {
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

  private static void putNumber(JsonObject properties, String name, double value) {
    if (!Double.isNaN(value)) {
      properties.put(name, value);
    }
  }

  private List<JsonObject> alerts() {
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

  private List<JsonObject> fences() {
    List<JsonObject> features = new ArrayList<>();
    for (Fence fence : board.fences().fences()) {
      features.add(new JsonObject(FenceGeoJson.write(fence).toString()));
    }
    return features;
  }

  private List<JsonObject> feeds() {
    List<JsonObject> features = new ArrayList<>();
    JsonArray feeds = SystemRoutes.feeds(desk.feeds());
    for (int i = 0; i < feeds.size(); i++) {
      JsonObject feed = feeds.getJsonObject(i);
      List.of("rejects", "messages", "notes").forEach(feed::remove);
      features.add(feature(feed.getString("name"), null, feed));
    }
    return features;
  }

  private static JsonObject feature(String id, JsonObject geometry, JsonObject properties) {
    return new JsonObject()
        .put("type", "Feature")
        .put("id", id)
        .put("geometry", geometry)
        .put("properties", properties);
  }

  private static JsonObject point(Position at) {
    return at == null
        ? null
        : new JsonObject()
            .put("type", "Point")
            .put("coordinates", new JsonArray().add(at.longitude()).add(at.latitude()));
  }

  private static JsonObject link(RoutingContext request, String path, String rel, String type) {
    String origin = request.request().scheme() + "://" + request.request().authority();
    return new JsonObject().put("href", origin + "/ogc" + path).put("rel", rel).put("type", type);
  }

  /** A word that is not declared is refused, or who wrote it would believe that it counted. */
  private static boolean knowsAll(RoutingContext request, Set<String> words) {
    for (String word : request.queryParams().names()) {
      if (!words.contains(word)) {
        Problem.answer(request, 400, "Unknown parameter", "There is no parameter " + word + ".");
        return false;
      }
    }
    return true;
  }
}
