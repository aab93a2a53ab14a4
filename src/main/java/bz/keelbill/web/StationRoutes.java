package bz.keelbill.web;

import bz.keelbill.track.RadarBias;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * The stations that stand still, with how far they hear, and by how much each radar measures wrong.
 * What should be set is told in the words of the configuration; nothing is set by itself.
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
    desk.stations()
        .onSuccess(stations -> Replies.items(request, items(stations)))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static JsonArray items(List<WatchDesk.Station> stations) {
    JsonArray items = new JsonArray();
    stations.forEach(station -> items.add(item(station)));
    return items;
  }

  private static JsonObject item(WatchDesk.Station station) {
    JsonObject item =
        new JsonObject()
            .put("id", station.id())
            .put("kind", station.kind())
            .put("lat", station.position().latitude())
            .put("lon", station.position().longitude())
            .put("rangeNm", station.rangeNauticalMiles());
    if (station.feed() != null) {
      item.put("feed", station.feed());
    }
    return station.radar() == null ? item : addRadar(item, station.radar());
  }

  private static JsonObject addRadar(JsonObject item, WatchDesk.Radar radar) {
    item.put("bearingBiasDeg", radar.bearingBiasDegrees())
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
