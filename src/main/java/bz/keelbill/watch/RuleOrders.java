package bz.keelbill.watch;

import bz.keelbill.detect.Detectors;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.rule.AreaRules;
import bz.keelbill.rule.BadCondition;
import bz.keelbill.rule.Condition;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What orders do to the rules. */
final class RuleOrders {
  private static final int MOST_AREAS = 50;

  private RuleOrders() {}

  /** Why rules cannot be set; null if they can. */
  static String objectionTo(Order.SetRules order, FenceMap fences) {
    String objection = objectionTo(order.values(), order.conditions());
    List<Order.SetRules.Area> areas = order.areas() == null ? List.of() : order.areas();
    if (areas.size() > MOST_AREAS) {
      return "there can be " + MOST_AREAS + " areas at most";
    }
    for (Order.SetRules.Area area : areas) {
      if (objection == null && fences.find(area.fence()) == null) {
        objection = "there is no fence " + area.fence();
      }
      objection = objection == null ? objectionToPlace(area.values().keySet()) : objection;
      objection = objection == null ? objectionTo(area.values(), area.conditions()) : objection;
    }
    return objection;
  }

  private static String objectionToPlace(Set<String> keys) {
    for (String key : new TreeSet<>(keys)) {
      if (!Tunables.isOfArea(key)) {
        return key + " is alike everywhere and cannot be other in an area";
      }
    }
    return null;
  }

  private static String objectionTo(Map<String, Double> values, Map<String, String> conditions) {
    String objection = objectionToValues(new TreeMap<>(values));
    return objection == null ? objectionToConditions(new TreeMap<>(conditions)) : objection;
  }

  private static String objectionToValues(Map<String, Double> values) {
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      Setting setting = Tunables.find(entry.getKey());
      if (setting == null) {
        return "there is no rule " + entry.getKey();
      }
      if (!setting.allows(entry.getValue())) {
        return "%s must be %s to %s %s"
            .formatted(setting.key(), setting.min(), setting.max(), setting.unit())
            .strip();
      }
    }
    return null;
  }

  private static String objectionToConditions(Map<String, String> conditions) {
    for (Map.Entry<String, String> entry : conditions.entrySet()) {
      if (!Detectors.kinds().contains(entry.getKey())) {
        return "no detector that takes a condition is called " + entry.getKey();
      }
      try {
        if (!entry.getValue().isBlank()) {
          Condition.parse(entry.getValue());
        }
      } catch (BadCondition bad) {
        return entry.getKey() + ", " + bad.getMessage();
      }
    }
    return null;
  }

  static Rules changed(Rules rules, Order.SetRules order) {
    Map<String, Double> values = new LinkedHashMap<>(rules.changed());
    values.putAll(order.values());
    Map<String, Condition> conditions = new LinkedHashMap<>(rules.conditions());
    order.conditions().keySet().forEach(conditions::remove);
    conditions.putAll(parsed(order.conditions()));
    List<AreaRules> areas = rules.areas();
    if (order.areas() != null) {
      areas = new ArrayList<>();
      for (Order.SetRules.Area area : order.areas()) {
        areas.add(new AreaRules(area.fence(), area.values(), parsed(area.conditions())));
      }
    }
    return new Rules(rules.version() + 1, values, conditions, areas);
  }

  private static Map<String, Condition> parsed(Map<String, String> texts) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    texts.forEach(
        (detector, text) -> {
          try {
            if (!text.isBlank()) {
              conditions.put(detector, Condition.parse(text));
            }
          } catch (BadCondition checkedBefore) {
            throw new IllegalArgumentException(checkedBefore.getMessage(), checkedBefore);
          }
        });
    return conditions;
  }
}
