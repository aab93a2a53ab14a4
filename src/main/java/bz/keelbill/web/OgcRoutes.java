package bz.keelbill.web;

import io.vertx.core.Future;
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
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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

  private final LongSupplier clock;
  private final List<Collection> collections;

  /** What is told of one thing, and how it is called. */
  private record Collection(String id, String title, Source source) {}

  /** Where the features of a collection come from. Belongs to the event loop. */
  interface Source {
    /** Those that are wanted; null if the request has been answered already. */
    Future<Page> page(RoutingContext request, OgcQuery query);

    /** The one of a name, or null; the future is null if the request has been answered already. */
    Future<JsonObject> one(RoutingContext request, String id);
  }

  /**
   * Some features, and what is around them.
   *
   * @param matched how many are wanted in all; null if nobody counted
   * @param hasNext whether others follow
   */
  record Page(List<JsonObject> features, Integer matched, boolean hasNext) {}

  /** What the watch knows now. */
  private record Now(Supplier<List<JsonObject>> features) implements Source {
    @Override
    public Future<Page> page(RoutingContext request, OgcQuery query) {
      List<JsonObject> all = features.get().stream().filter(query::holds).toList();
      int from = Math.min(query.from(), all.size());
      int to = Math.min(all.size(), from + query.limit());
      return Future.succeededFuture(new Page(all.subList(from, to), all.size(), to < all.size()));
    }

    @Override
    public Future<JsonObject> one(RoutingContext request, String id) {
      for (JsonObject feature : features.get()) {
        if (feature.getString("id").equals(id)) {
          return Future.succeededFuture(feature);
        }
      }
      return Future.succeededFuture(null);
    }
  }

  OgcRoutes(OgcPicture picture, OgcTrackPoints points, LongSupplier clock) {
    this.clock = clock;
    collections =
        List.of(
            new Collection("tracks", "Where every craft was last seen", new Now(picture::tracks)),
            new Collection("track_points", "Where craft were, from the record", points),
            new Collection(
                "alerts", "Alerts that are open or were closed lately", new Now(picture::alerts)),
            new Collection("fences", "Fences in force", new Now(picture::fences)),
            new Collection("feeds", "Feeds and how they are", new Now(picture::feeds)));
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
    Future<Page> page = query == null ? null : wanted.source().page(request, query);
    if (page != null) {
      page.onSuccess(found -> answer(request, wanted, query, found))
          .onFailure(failure -> RecordWorkers.failed(request, failure));
    }
  }

  private void answer(RoutingContext request, Collection wanted, OgcQuery query, Page page) {
    String path = "/collections/" + wanted.id() + "/items";
    JsonArray links = new JsonArray().add(link(request, path, "self", GEO_JSON));
    if (page.hasNext()) {
      int next = query.from() + page.features().size();
      links.add(link(request, path + query.next(next), "next", GEO_JSON));
    }
    JsonObject answer =
        new JsonObject()
            .put("type", "FeatureCollection")
            .put("timeStamp", Replies.time(clock.getAsLong()));
    if (page.matched() != null) {
      answer.put("numberMatched", page.matched());
    }
    answer
        .put("numberReturned", page.features().size())
        .put("features", new JsonArray(new ArrayList<>(page.features())))
        .put("links", links);
    request.response().putHeader("Content-Type", GEO_JSON).end(answer.encode());
  }

  private void item(RoutingContext request) {
    Collection wanted = wanted(request);
    if (wanted == null || !knowsAll(request, Set.of())) {
      return;
    }
    Future<JsonObject> one = wanted.source().one(request, request.pathParam("name"));
    if (one != null) {
      one.onSuccess(feature -> answer(request, feature))
          .onFailure(failure -> RecordWorkers.failed(request, failure));
    }
  }

  private static void answer(RoutingContext request, JsonObject feature) {
    if (feature == null) {
      Problem.answer(request, 404, "No such feature", "There is none of this id now.");
    } else {
      request.response().putHeader("Content-Type", GEO_JSON).end(feature.encode());
    }
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
