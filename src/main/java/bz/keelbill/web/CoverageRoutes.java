package bz.keelbill.web;

import bz.keelbill.geo.Position;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Sensor;
import bz.keelbill.watch.Lookout;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /api/coverage}: where craft are heard, and what an empty place means. */
final class CoverageRoutes {
  /** A cell less likely than this to be heard is left out: it is unseen like all around. */
  private static final double LEAST_CHANCE = 0.005;

  private final WatchDesk desk;

  CoverageRoutes(WatchDesk desk) {
    this.desk = desk;
  }

  void mount(Router router) {
    router.get("/api/coverage").handler(this::map);
    router.get("/api/coverage/at").handler(this::at);
  }

  private void map(RoutingContext request) {
    String word = request.queryParams().get("class");
    String station = request.queryParams().get("station");
    Coverage.Kind kind = word == null ? Coverage.Kind.AIS_A : Coverage.Kind.of(word);
    if (kind == null) {
      Problem.answer(
          request, 400, "No such class", "class is ais-a, ais-b, radar or aircraft; not this one.");
      return;
    }
    desk.coverage(kind, station)
        .onSuccess(map -> answer(request, kind, station, map))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static void answer(
      RoutingContext request, Coverage.Kind kind, String station, WatchDesk.CoverageMap map) {
    boolean known =
        station == null || map.sensors().stream().anyMatch(each -> each.id().equals(station));
    if (!known) {
      Problem.answer(request, 404, "No such station", "No station of this id learns coverage.");
      return;
    }
    JsonArray cells = new JsonArray();
    for (Coverage.Cell cell : map.cells()) {
      if (cell.chance() >= LEAST_CHANCE) {
        cells.add(cell(cell));
      }
    }
    JsonArray stations = new JsonArray();
    map.sensors().forEach(sensor -> stations.add(station(sensor)));
    Replies.json(
        request,
        new JsonObject()
            .put("class", kind.word())
            .put("station", station)
            .put("learnedUntil", map.untilMillis() == 0 ? null : Replies.time(map.untilMillis()))
            .put("cellDegrees", Coverage.CELL_DEGREES)
            .put("stations", stations)
            .put("cells", cells));
  }

  /** South, west, chance, expected count, grade: 2 seen, 1 poorly seen, 0 unseen. */
  private static JsonArray cell(Coverage.Cell cell) {
    double chance = rounded(cell.chance(), 1_000);
    return new JsonArray()
        .add(rounded(cell.south(), 100_000))
        .add(rounded(cell.west(), 100_000))
        .add(chance)
        .add(rounded(cell.expected(), 10))
        .add(grade(chance));
  }

  private static int grade(double chance) {
    if (chance >= Coverage.SEEN) {
      return 2;
    }
    return chance >= Coverage.POORLY_SEEN ? 1 : 0;
  }

  private static double rounded(double value, double steps) {
    return Math.round(value * steps) / steps;
  }

  private static JsonObject station(Sensor sensor) {
    return new JsonObject()
        .put("id", sensor.id())
        .put("kind", sensor.kind().name().toLowerCase(java.util.Locale.ROOT))
        .put("lat", sensor.position().latitude())
        .put("lon", sensor.position().longitude())
        .put("rangeNm", sensor.rangeNauticalMiles());
  }

  private void at(RoutingContext request) {
    double latitude = degrees(request, "lat");
    double longitude = degrees(request, "lon");
    if (!Position.isValid(latitude, longitude)) {
      Problem.answer(
          request,
          400,
          "No position",
          "lat and lon are needed in degrees: lat -90 to 90, lon -180 to 180.");
      return;
    }
    Position place = new Position(latitude, longitude);
    desk.lookAt(place)
        .onSuccess(views -> Replies.json(request, look(place, views)))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static double degrees(RoutingContext request, String name) {
    String text = request.queryParams().get(name);
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  /** The verdict at the top is that for class A ships; each class has its own beside. */
  private static JsonObject look(Position place, List<Lookout.View> views) {
    JsonArray classes = new JsonArray();
    views.forEach(view -> classes.add(view(view)));
    return new JsonObject()
        .put("lat", place.latitude())
        .put("lon", place.longitude())
        .put("verdict", views.get(0).verdict().word())
        .put("classes", classes);
  }

  private static JsonObject view(Lookout.View view) {
    JsonArray stations = new JsonArray();
    for (Lookout.Ear ear : view.ears()) {
      stations.add(
          new JsonObject()
              .put("station", ear.station())
              .put("chance", rounded(ear.chance(), 1_000))
              .put("alive", ear.isAlive())
              .put("lastLifeSign", Replies.time(ear.lastHeardAtMillis())));
    }
    return new JsonObject()
        .put("class", view.kind().word())
        .put("verdict", view.verdict().word())
        .put("chance", rounded(view.chance(), 1_000))
        .put("usualChance", rounded(view.usualChance(), 1_000))
        .put("stations", stations);
  }
}
