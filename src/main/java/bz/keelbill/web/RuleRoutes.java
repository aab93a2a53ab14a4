package bz.keelbill.web;

import bz.keelbill.detect.Detectors;
import bz.keelbill.rule.AreaRules;
import bz.keelbill.rule.Attribute;
import bz.keelbill.rule.BadCondition;
import bz.keelbill.rule.Condition;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Tunables;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** {@code /api/rules}: every tunable number, condition and area, and changing some. */
final class RuleRoutes {
  private final Board board;
  private final WatchDesk desk;
  private final Proposals proposals;
  private final LongSupplier clock;

  RuleRoutes(Board board, WatchDesk desk, Proposals proposals, LongSupplier clock) {
    this.board = board;
    this.desk = desk;
    this.proposals = proposals;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/rules").handler(this::list);
    router.put("/api/rules").handler(this::change);
    router.post("/api/rules/check").handler(RuleRoutes::check);
  }

  private void list(RoutingContext request) {
    Rules rules = board.rules();
    JsonArray settings = new JsonArray();
    for (Setting setting : Tunables.all()) {
      settings.add(
          new JsonObject()
              .put("key", setting.key())
              .put("value", rules.value(setting))
              .put("default", setting.defaultValue())
              .put("unit", setting.unit())
              .put("min", setting.min())
              .put("max", setting.max())
              .put("explanation", setting.explanation()));
    }
    request.response().putHeader("ETag", etag());
    Replies.json(
        request,
        new JsonObject()
            .put("version", rules.version())
            .put("settings", settings)
            .put("detectors", new JsonArray(Detectors.kinds()))
            .put("conditions", conditions(rules.conditions()))
            .put("areas", areas(rules))
            .put("attributes", attributes()));
  }

  private static JsonObject conditions(Map<String, Condition> conditions) {
    JsonObject texts = new JsonObject();
    new TreeMap<>(conditions).forEach((kind, condition) -> texts.put(kind, condition.text()));
    return texts;
  }

  private static JsonArray areas(Rules rules) {
    JsonArray areas = new JsonArray();
    for (AreaRules area : rules.areas()) {
      JsonObject values = new JsonObject();
      new TreeMap<>(area.changed()).forEach(values::put);
      areas.add(
          new JsonObject()
              .put("fence", area.fence())
              .put("values", values)
              .put("conditions", conditions(area.conditions())));
    }
    return areas;
  }

  private static JsonArray attributes() {
    JsonArray attributes = new JsonArray();
    for (Attribute attribute : Attribute.values()) {
      attributes.add(
          new JsonObject()
              .put("name", attribute.word())
              .put("explanation", attribute.explanation())
              .put("values", new JsonArray(attribute.allowed())));
    }
    return attributes;
  }

  /** Conditions are read on a worker: the first one takes the parser a second or two to load. */
  private void change(RoutingContext request) {
    if (!Conditions.ifMatch(request, etag())) {
      return;
    }
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Order.Act act = new Order.Act(Officer.of(request).name(), clock.getAsLong());
    request
        .vertx()
        .executeBlocking(() -> RuleBody.read(body, act), false)
        .onSuccess(read -> submit(request, read))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private void submit(RoutingContext request, RuleBody read) {
    if (!read.errors().isEmpty() || read.isEmpty()) {
      JsonObject problem =
          Problem.of(request, 422, "Rules not accepted", "Nothing was changed.")
              .put("errors", read.errors());
      Problem.answer(request, 422, problem);
      return;
    }
    if (!proposals.isHeld(request, read.order())) {
      desk.submit(read.order())
          .onSuccess(done -> list(request))
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  /** Whether a condition could be used; nothing is changed. */
  private static void check(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Object text = body.getValue("condition");
    request
        .vertx()
        .executeBlocking(() -> faultOf(String.valueOf(text)), false)
        .onSuccess(fault -> Replies.json(request, fault))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static JsonObject faultOf(String text) {
    try {
      Condition.limiting(text);
      return new JsonObject().put("good", true);
    } catch (BadCondition bad) {
      return new JsonObject()
          .put("good", false)
          .put("column", bad.column())
          .put("detail", bad.getMessage());
    }
  }

  private String etag() {
    return Etags.of(board.rules());
  }
}
