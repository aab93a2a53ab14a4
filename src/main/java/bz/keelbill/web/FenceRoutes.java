package bz.keelbill.web;

import bz.keelbill.fence.Fence;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.json.GeoJsonException;
import bz.keelbill.json.GeoJsonProblem;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.TrackState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** {@code /api/fences}: the fences as GeoJSON, and changing one at a time. */
final class FenceRoutes {
  private static final String GEO_JSON = "application/geo+json";

  private final Board board;
  private final WatchDesk desk;
  private final Proposals proposals;
  private final LongSupplier clock;

  FenceRoutes(Board board, WatchDesk desk, Proposals proposals, LongSupplier clock) {
    this.board = board;
    this.desk = desk;
    this.proposals = proposals;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/fences").handler(this::list);
    router.get("/api/fences/:id").handler(this::one);
    router.get("/api/fences/:id/history").handler(this::history);
    router.put("/api/fences/:id").handler(this::put);
    router.delete("/api/fences/:id").handler(this::remove);
  }

  private void list(RoutingContext request) {
    JsonArray features = new JsonArray();
    for (Fence fence : board.fences().fences()) {
      JsonObject feature = new JsonObject(text(fence));
      feature.getJsonObject("properties").put("etag", etag(fence));
      feature.getJsonObject("properties").put("active", fence.isActive(clock.getAsLong()));
      TrackState anchor = fence.around() == null ? null : board.track(fence.around().track());
      if (anchor != null && anchor.place().position() != null) {
        String circle = FenceGeoJson.circle(fence, anchor.place().position()).toString();
        feature.put("geometry", new JsonObject(circle));
      }
      features.add(feature);
    }
    request
        .response()
        .putHeader("ETag", "\"fences-" + board.fences().version() + "\"")
        .putHeader("Content-Type", GEO_JSON)
        .end(
            new JsonObject()
                .put("type", "FeatureCollection")
                .put("version", board.fences().version())
                .put("features", features)
                .encode());
  }

  private void one(RoutingContext request) {
    Fence fence = board.fences().find(request.pathParam("id"));
    if (fence == null) {
      noSuchFence(request);
    } else {
      send(request, 200, fence);
    }
  }

  private void history(RoutingContext request) {
    String id = request.pathParam("id");
    Fence first = desk.configuredFences().find(id);
    request
        .vertx()
        .executeBlocking(() -> FenceHistory.of(id, first, desk.takeout().orders()), false)
        .onSuccess(
            items -> {
              if (items.isEmpty()) {
                noSuchFence(request);
              } else {
                Replies.items(request, items);
              }
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private void put(RoutingContext request) {
    String id = request.pathParam("id");
    Fence old = board.fences().find(id);
    if (!Conditions.ifMatch(request, old == null ? null : etag(old))) {
      return;
    }
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    // The address says which fence it is, whatever the body calls it.
    body.put("id", id);
    Fence fence = read(request, body);
    if (fence == null) {
      return;
    }
    Order.Act act = new Order.Act(Officer.of(request).name(), clock.getAsLong());
    Order order = new Order.PutFence(act, fence);
    if (!proposals.isHeld(request, order)) {
      desk.submit(order)
          .onSuccess(done -> send(request, old == null ? 201 : 200, board.fences().find(id)))
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  /** The fence of a body; null if it cannot be one, and then the request has been answered. */
  private static Fence read(RoutingContext request, JsonObject body) {
    try {
      byte[] text = body.encode().getBytes(StandardCharsets.UTF_8);
      return FenceGeoJson.readFeature("the fence", text);
    } catch (GeoJsonException defects) {
      JsonArray errors = new JsonArray();
      defects
          .problems()
          .forEach(problem -> errors.addAll(Problem.at(pointer(problem), problem.text())));
      Problem.answer(
          request,
          422,
          Problem.of(request, 422, "Fence not accepted", "Nothing was changed.")
              .put("errors", errors));
      return null;
    }
  }

  private void remove(RoutingContext request) {
    String id = request.pathParam("id");
    Fence old = board.fences().find(id);
    if (old == null) {
      noSuchFence(request);
    } else if (Conditions.ifMatch(request, etag(old))) {
      Order.Act act = new Order.Act(Officer.of(request).name(), clock.getAsLong());
      Order order = new Order.RemoveFence(act, id);
      if (!proposals.isHeld(request, order)) {
        desk.submit(order)
            .onSuccess(done -> request.response().setStatusCode(204).end())
            .onFailure(failure -> Problem.failed(request, failure));
      }
    }
  }

  private static void noSuchFence(RoutingContext request) {
    Problem.answer(request, 404, "No such fence", "There is no fence of this id.");
  }

  private static void send(RoutingContext request, int status, Fence fence) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("ETag", etag(fence))
        .putHeader("Content-Type", GEO_JSON)
        .end(text(fence));
  }

  static String pointer(GeoJsonProblem problem) {
    return problem.member() == null ? "" : "/" + problem.member().replace('.', '/');
  }

  private static String text(Fence fence) {
    return FenceGeoJson.write(fence).toString();
  }

  /** A strong tag: the hash of what the fence is. */
  private static String etag(Fence fence) {
    return Etags.of(fence);
  }
}
