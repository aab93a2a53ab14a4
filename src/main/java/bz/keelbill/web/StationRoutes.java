package bz.keelbill.web;

import bz.keelbill.track.RadarBias;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/**
 * The fixed radars, and by how much each measures wrong. What should be set is told in the words of
 * the configuration; nothing is set by itself.
 */
final class StationRoutes {
  /** Less is not worth a configuration's while. */
  private static final double LEAST_DEGREES = 0.1;

  private static final double LEAST_METRES = 20;
  private static final double SIGMAS = 3;

  /** More is set only by one who has looked for the cause: an antenna that has slipped. */
  private static final double MOST_DEGREES = 2;

  private static final double MOST_METRES = 200;

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
    double degrees = radar.bearingBiasDegrees() + learned.bearingDegrees();
    double metres = radar.rangeBiasMetres() + learned.rangeMetres();
    JsonArray set = new JsonArray();
    if (isCertain(learned.bearingDegrees(), learned.bearingSigmaDegrees(), LEAST_DEGREES)) {
      set.add(String.format(Locale.ROOT, "bearingBiasDeg: %.1f", degrees));
    }
    if (isCertain(learned.rangeMetres(), learned.rangeSigmaMetres(), LEAST_METRES)) {
      set.add(String.format(Locale.ROOT, "rangeBiasM: %.0f", metres));
    }
    return new JsonObject()
        .put("pairs", learned.pairs())
        .put("ships", learned.ships())
        .put("bearingDeg", rounded(learned.bearingDegrees(), 100))
        .put("bearingSigmaDeg", rounded(learned.bearingSigmaDegrees(), 100))
        .put("rangeM", rounded(learned.rangeMetres(), 1))
        .put("rangeSigmaM", rounded(learned.rangeSigmaMetres(), 1))
        .put("set", set)
        .put("needsApproval", Math.abs(degrees) > MOST_DEGREES || Math.abs(metres) > MOST_METRES);
  }

  private static boolean isCertain(double bias, double sigma, double least) {
    return Math.abs(bias) >= Math.max(least, SIGMAS * sigma);
  }

  private static double rounded(double value, double scale) {
    return Math.round(value * scale) / scale;
  }
}
