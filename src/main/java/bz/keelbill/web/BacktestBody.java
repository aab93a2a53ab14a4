package bz.keelbill.web;

import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.json.GeoJsonException;
import bz.keelbill.json.GeoJsonProblem;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A back-test as a client asks for it: {@code days}, or {@code from} and {@code to}; {@code
 * against}; {@code fences} to be put, {@code removeFences}, and {@code rules} as they are sent to
 * change rules.
 *
 * @param wish null if something is wrong
 * @param errors what is wrong, each with its place
 */
record BacktestBody(Backtests.Wish wish, JsonArray errors) {
  private static final Set<String> MEMBERS =
      Set.of("days", "from", "to", "against", "fences", "removeFences", "rules");
  private static final int MOST_DAYS = 31;
  private static final int MOST_FENCES = 100;
  private static final long DAY_MILLIS = 86_400_000;

  /** Reads a body; any thread. */
  static BacktestBody read(JsonObject body, Order.Act act) {
    JsonArray errors = new JsonArray();
    body.fieldNames().stream()
        .filter(name -> !MEMBERS.contains(name))
        .forEach(name -> errors.addAll(Problem.at("/" + name, "there is no such member")));
    Object against = body.getValue("against", "today");
    if (!"today".equals(against) && !"then".equals(against)) {
      errors.addAll(Problem.at("/against", "today or then"));
    }
    long[] period = period(body, act.atMillis(), errors);
    List<Order> orders = orders(body, act, errors);
    if (orders.isEmpty() && errors.isEmpty()) {
      errors.addAll(Problem.at("", "needs fences, removeFences or rules: what is to be tried"));
    }
    return errors.isEmpty()
        ? new BacktestBody(
            new Backtests.Wish(period[0], period[1], "today".equals(against), orders), errors)
        : new BacktestBody(null, errors);
  }

  private static long[] period(JsonObject body, long nowMillis, JsonArray errors) {
    if (body.containsKey("days")) {
      boolean fits =
          body.getValue("days") instanceof Integer days && days >= 1 && days <= MOST_DAYS;
      if (!fits || body.containsKey("from") || body.containsKey("to")) {
        errors.addAll(Problem.at("/days", "1 to " + MOST_DAYS + ", without from and to"));
        return null;
      }
      return new long[] {nowMillis - body.getInteger("days") * DAY_MILLIS, nowMillis};
    }
    Long from = time("from", body, errors);
    Long to = time("to", body, errors);
    if (from == null || to == null) {
      return null;
    }
    if (from >= to || to - from > MOST_DAYS * DAY_MILLIS) {
      errors.addAll(Problem.at("/to", "after from, by " + MOST_DAYS + " days at most"));
    }
    return new long[] {from, to};
  }

  private static Long time(String name, JsonObject body, JsonArray errors) {
    try {
      if (body.getValue(name) instanceof String text) {
        return Instant.parse(text).toEpochMilli();
      }
    } catch (DateTimeException | ArithmeticException notATime) {
      // Told below.
    }
    errors.addAll(Problem.at("/" + name, "a time as 2026-11-21T03:00:00Z, or give days"));
    return null;
  }

  private static List<Order> orders(JsonObject body, Order.Act act, JsonArray errors) {
    List<Order> orders = new ArrayList<>();
    List<?> fences = list("fences", body, errors);
    for (int i = 0; i < fences.size(); i++) {
      put("/fences/" + i, fences.get(i), act, orders, errors);
    }
    List<?> removed = list("removeFences", body, errors);
    for (int i = 0; i < removed.size(); i++) {
      if (removed.get(i) instanceof String id) {
        orders.add(new Order.RemoveFence(act, id));
      } else {
        errors.addAll(Problem.at("/removeFences/" + i, "the id of a fence"));
      }
    }
    rules(body.getValue("rules"), act, orders, errors);
    return orders;
  }

  private static List<?> list(String name, JsonObject body, JsonArray errors) {
    Object value = body.getValue(name);
    if (value instanceof JsonArray list && list.size() <= MOST_FENCES) {
      List<Object> values = new ArrayList<>();
      list.forEach(values::add);
      return values;
    }
    if (value != null) {
      errors.addAll(Problem.at("/" + name, "a list of " + MOST_FENCES + " at most"));
    }
    return List.of();
  }

  private static void put(
      String at, Object feature, Order.Act act, List<Order> orders, JsonArray errors) {
    if (!(feature instanceof JsonObject object)) {
      errors.addAll(Problem.at(at, "a GeoJSON feature"));
      return;
    }
    try {
      byte[] text = object.encode().getBytes(StandardCharsets.UTF_8);
      orders.add(new Order.PutFence(act, FenceGeoJson.readFeature("the fence", text)));
    } catch (GeoJsonException defects) {
      for (GeoJsonProblem problem : defects.problems()) {
        errors.addAll(Problem.at(at + FenceRoutes.pointer(problem), problem.text()));
      }
    }
  }

  private static void rules(Object given, Order.Act act, List<Order> orders, JsonArray errors) {
    if (given == null) {
      return;
    }
    if (!(given instanceof JsonObject object)) {
      errors.addAll(Problem.at("/rules", "an object, as it is sent to change rules"));
      return;
    }
    RuleBody read = RuleBody.read(object, act);
    for (Object error : read.errors()) {
      JsonObject told = (JsonObject) error;
      errors.addAll(Problem.at("/rules" + told.getString("pointer"), told.getString("detail")));
    }
    if (!read.isEmpty()) {
      orders.add(read.order());
    }
  }
}
