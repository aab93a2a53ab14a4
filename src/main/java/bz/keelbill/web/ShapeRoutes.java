package bz.keelbill.web;

import bz.keelbill.fence.Fence;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.json.GeoJsonException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code /api/fences/shapes}: what a text or a drawing would be as fences, with what is wrong with
 * each; nothing is put in force.
 */
final class ShapeRoutes {
  private static final double USUAL_WIDTH_METRES = 500;
  private static final double WIDEST_METRES = 500_000;

  void mount(Router router) {
    router.post("/api/fences/shapes").handler(ShapeRoutes::shapes);
  }

  private static void shapes(RoutingContext request) {
    String text = request.body().asString();
    Double metres = metres(request.queryParams().get("bufferMetres"));
    if (text == null || text.isBlank()) {
      Problem.answer(request, 400, "Nothing to read", "Send GeoJSON, KML, GPX or WKT.");
    } else if (metres == null) {
      Problem.answer(request, 422, "Not possible", "bufferMetres is 1 to 500000.");
    } else {
      request
          .vertx()
          .executeBlocking(() -> judged(ShapeText.read(text), metres), false)
          .onSuccess(answer -> Replies.json(request, answer))
          .onFailure(failure -> failed(request, failure));
    }
  }

  /** 0 where none is asked for; null for one that cannot be. */
  private static Double metres(String text) {
    try {
      double metres = text == null ? 0 : Double.parseDouble(text);
      return text == null || metres >= 1 && metres <= WIDEST_METRES ? metres : null;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  private static JsonObject judged(List<JsonObject> features, double metres) {
    JsonArray good = new JsonArray();
    JsonArray errors = new JsonArray();
    for (int i = 0; i < features.size(); i++) {
      try {
        good.add(judged(features.get(i), i, metres));
      } catch (GeoJsonException defects) {
        int number = i;
        defects
            .problems()
            .forEach(
                problem ->
                    errors.add(
                        new JsonObject()
                            .put("pointer", "/features/" + number)
                            .put("detail", problem.reason())
                            .put("lat", problem.at() == null ? null : problem.at().latitude())
                            .put("lon", problem.at() == null ? null : problem.at().longitude())));
      }
    }
    return new JsonObject()
        .put("type", "FeatureCollection")
        .put("features", good)
        .put("errors", errors);
  }

  private static JsonObject judged(JsonObject feature, int number, double metres)
      throws GeoJsonException {
    JsonObject properties = feature.getJsonObject("properties");
    properties = properties == null ? new JsonObject() : properties.copy();
    if (!(properties.getValue("name") instanceof String name) || name.isBlank()) {
      properties.put("name", "" + (number + 1));
    }
    boolean isLine =
        feature.getValue("geometry") instanceof JsonObject geometry
            && "LineString".equals(geometry.getValue("type"));
    if (metres > 0) {
      properties.put("bufferMetres", metres);
    } else if (isLine && !properties.containsKey("bufferMetres")) {
      properties.put("bufferMetres", USUAL_WIDTH_METRES);
    }
    JsonObject whole = feature.copy().put("properties", properties);
    Fence fence =
        FenceGeoJson.readFeature("shape", whole.encode().getBytes(StandardCharsets.UTF_8));
    JsonObject written = new JsonObject(FenceGeoJson.write(fence).toString());
    written
        .getJsonObject("properties")
        .put("squareKilometres", fence.area().squareKilometres())
        .put("vertices", fence.area().geometry().getNumPoints());
    return written;
  }

  private static void failed(RoutingContext request, Throwable failure) {
    if (failure instanceof ShapeText.Unreadable unreadable) {
      Problem.answer(request, 422, "Not readable", unreadable.getMessage());
    } else {
      Problem.failed(request, failure);
    }
  }
}
