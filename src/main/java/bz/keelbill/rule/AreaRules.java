package bz.keelbill.rule;

import java.util.Map;

/**
 * Other rules for craft inside a fence.
 *
 * @param fence its id; while it is not in force, or is no more, nothing is other
 * @param changed values by key; a setting not in it is as everywhere
 * @param conditions by detector; one not in it is as everywhere
 */
public record AreaRules(
    String fence, Map<String, Double> changed, Map<String, Condition> conditions) {
  /** Copies the maps. */
  public AreaRules {
    changed = Map.copyOf(changed);
    conditions = Map.copyOf(conditions);
  }
}
