package bz.keelbill.web;

import bz.keelbill.detect.Detectors;
import bz.keelbill.rule.BadCondition;
import bz.keelbill.rule.Condition;
import bz.keelbill.rule.Setting;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Tunables;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of rules as a client sends it: values by key, and beside them {@code conditions} by
 * detector and {@code areas}.
 *
 * @param errors what is wrong, each with its place
 */
record RuleBody(Order.SetRules order, JsonArray errors) {

  /** Reads a body; any thread. */
  static RuleBody read(JsonObject body, Order.Act act) {
    JsonArray errors = new JsonArray();
    JsonObject values = body.copy();
    Object conditions = values.remove("conditions");
    Object areas = values.remove("areas");
    Order.SetRules order =
        new Order.SetRules(
            act,
            values("", values, errors),
            conditions("/conditions", conditions, errors),
            areas == null ? null : areas(areas, errors));
    return new RuleBody(order, errors);
  }

  /** Whether it changes nothing. */
  boolean isEmpty() {
    return order.values().isEmpty() && order.conditions().isEmpty() && order.areas() == null;
  }

  private static List<Order.SetRules.Area> areas(Object areas, JsonArray errors) {
    List<Order.SetRules.Area> all = new ArrayList<>();
    if (!(areas instanceof JsonArray list)) {
      errors.addAll(Problem.at("/areas", "a list of fence, values and conditions"));
      return all;
    }
    for (int i = 0; i < list.size(); i++) {
      String at = "/areas/" + i;
      if (list.getValue(i) instanceof JsonObject area
          && area.getValue("fence") instanceof String fence) {
        all.add(
            new Order.SetRules.Area(
                fence,
                values(at + "/values", area.getValue("values"), errors),
                conditions(at + "/conditions", area.getValue("conditions"), errors)));
      } else {
        errors.addAll(Problem.at(at, "needs fence, the id of one"));
      }
    }
    return all;
  }

  private static Map<String, Double> values(String at, Object given, JsonArray errors) {
    Map<String, Double> values = new LinkedHashMap<>();
    if (given instanceof JsonObject object) {
      object.forEach(entry -> value(at, entry.getKey(), entry.getValue(), values, errors));
    } else if (given != null) {
      errors.addAll(Problem.at(at, "values by key"));
    }
    return values;
  }

  private static void value(
      String at, String key, Object value, Map<String, Double> values, JsonArray errors) {
    Setting setting = Tunables.find(key);
    if (setting == null) {
      errors.addAll(Problem.at(at + "/" + key, "there is no such rule"));
    } else if (!(value instanceof Number number) || !setting.allows(number.doubleValue())) {
      String range = "a number from " + setting.min() + " to " + setting.max();
      errors.addAll(Problem.at(at + "/" + key, range + " " + setting.unit()));
    } else {
      values.put(key, number.doubleValue());
    }
  }

  private static Map<String, String> conditions(String at, Object given, JsonArray errors) {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (given instanceof JsonObject object) {
      object.forEach(entry -> condition(at, entry.getKey(), entry.getValue(), conditions, errors));
    } else if (given != null) {
      errors.addAll(Problem.at(at, "conditions by detector"));
    }
    return conditions;
  }

  private static void condition(
      String at, String kind, Object given, Map<String, String> conditions, JsonArray errors) {
    String text = given == null ? "" : String.valueOf(given);
    if (!Detectors.kinds().contains(kind)) {
      errors.addAll(Problem.at(at + "/" + kind, "no detector that takes a condition"));
      return;
    }
    try {
      if (!text.isBlank()) {
        Condition.limiting(text);
      }
      conditions.put(kind, text.strip());
    } catch (BadCondition bad) {
      errors.addAll(Problem.at(at + "/" + kind, bad.getMessage()));
    }
  }
}
