package bz.keelbill.web;

import bz.keelbill.track.RadarBias;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * The fixed radars, and by how much each measures wrong. What should be set is told in the words of
 * the configuration; nothing is set by itself.
 */
final class StationRoutes {
  private final WatchDesk desk;

  StationRoutes(WatchDesk desk) {
    this.desk = desk;
  }

  void mount(Router router) {
    router.get("/api/stations").handler(this::stations);
  }

  private void stations(RoutingContext request) {
    desk.radars()
        .onSuccess(radars -> Replies.items(request, items(radars)))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static JsonArray items(List<WatchDesk.Radar> radars) {
    JsonArray items = new JsonArray();
    radars.forEach(radar -> items.add(item(radar)));
    return items;
  }

  private static JsonObject item(WatchDesk.Radar radar) {
    JsonObject item =
        new JsonObject()
            .put("id", radar.id())
            .put("bearingBiasDeg", radar.bearingBiasDegrees())
            .put("rangeBiasM", radar.rangeBiasMetres());
    return radar.learned() == null ? item : item.put("bias", bias(radar, radar.learned()));
  }

  private static JsonObject bias(WatchDesk.Radar radar, RadarBias.Learned learned) {
    double degrees = radar.bearingBiasDegrees();
    double metres = radar.rangeBiasMetres();
    return new JsonObject()
        .put("pairs", learned.pairs())
        .put("ships", learned.ships())
        .put("bearingDeg", rounded(learned.bearingDegrees(), 100))
        .put("bearingSigmaDeg", rounded(learned.bearingSigmaDegrees(), 100))
        .put("rangeM", rounded(learned.rangeMetres(), 1))
        .put("rangeSigmaM", rounded(learned.rangeSigmaMetres(), 1))
        .put("set", new JsonArray(learned.advice(degrees, metres)))
        .put("needsApproval", learned.needsApproval(degrees, metres));
  }

  private static double rounded(double value, double scale) {
    return Math.round(value * scale) / scale;
  }
}
