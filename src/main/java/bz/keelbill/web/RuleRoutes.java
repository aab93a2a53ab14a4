package bz.keelbill.web;

import bz.keelbill.detect.Detectors;
import bz.keelbill.rule.Setting;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** {@code /api/rules}: every tunable number, and changing some. */
final class RuleRoutes {
  private final Board board;
  private final WatchDesk desk;
  private final LongSupplier clock;

  RuleRoutes(Board board, WatchDesk desk, LongSupplier clock) {
    this.board = board;
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/rules").handler(this::list);
    router.put("/api/rules").handler(this::change);
  }

  private void list(RoutingContext request) {
    JsonArray settings = new JsonArray();
    for (Setting setting : Detectors.settings()) {
      settings.add(
          new JsonObject()
              .put("key", setting.key())
              .put("value", board.rules().value(setting))
              .put("default", setting.defaultValue())
              .put("unit", setting.unit())
              .put("min", setting.min())
              .put("max", setting.max())
              .put("explanation", setting.explanation()));
    }
    request.response().putHeader("ETag", etag());
    Replies.json(
        request,
        new JsonObject().put("version", board.rules().version()).put("settings", settings));
  }

  private void change(RoutingContext request) {
    if (!Conditions.ifMatch(request, etag())) {
      return;
    }
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Map<String, Double> values = new LinkedHashMap<>();
    JsonArray errors = new JsonArray();
    body.forEach(entry -> check(entry.getKey(), entry.getValue(), values, errors));
    if (!errors.isEmpty() || values.isEmpty()) {
      JsonObject problem =
          Problem.of(request, 422, "Rules not accepted", "Nothing was changed.")
              .put("errors", errors);
      Problem.answer(request, 422, problem);
      return;
    }
    Order.Act act = new Order.Act(Officer.of(request).name(), clock.getAsLong());
    desk.submit(new Order.SetRules(act, values))
        .onSuccess(done -> list(request))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static void check(
      String key, Object value, Map<String, Double> values, JsonArray errors) {
    Setting setting = Detectors.setting(key);
    if (setting == null) {
      errors.addAll(Problem.at("/" + key, "there is no such rule"));
    } else if (!(value instanceof Number number) || !setting.allows(number.doubleValue())) {
      String range = "a number from " + setting.min() + " to " + setting.max();
      errors.addAll(Problem.at("/" + key, range + " " + setting.unit()));
    } else {
      values.put(key, number.doubleValue());
    }
  }

  private String etag() {
    return "\"rules-" + board.rules().version() + "\"";
  }
}
