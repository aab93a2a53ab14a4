package bz.keelbill.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A version of all tunable numbers: what the operator changed, over the defaults of the settings,
 * with the conditions that detectors need, and what is other in some areas.
 *
 * @param version rises by one with each accepted change; 1 is what the program was started with
 * @param changed values by key; a setting not in it has its default
 * @param conditions what must hold for a detector to say its finding, by detector
 * @param areas the first in whose fence a craft is counts for it
 */
public record Rules(
    int version,
    Map<String, Double> changed,
    Map<String, Condition> conditions,
    List<AreaRules> areas) {

  /** Copies maps and list. */
  public Rules {
    changed = Map.copyOf(changed);
    conditions = Map.copyOf(conditions);
    areas = List.copyOf(areas);
  }

  /** Without conditions, and everywhere alike. */
  public Rules(int version, Map<String, Double> changed) {
    this(version, changed, Map.of(), List.of());
  }

  /** Version 1 with every default. */
  public static Rules defaults() {
    return new Rules(1, Map.of());
  }

  /** The value of a setting. */
  public double value(Setting setting) {
    Double own = changed.get(setting.key());
    return own == null ? setting.defaultValue() : own;
  }

  /** Whether an on-off setting is on. */
  public boolean isOn(Setting setting) {
    return value(setting) != 0;
  }

  /** The value of a setting in minutes or seconds as milliseconds. */
  public long millis(Setting setting) {
    double unitMillis =
        switch (setting.unit()) {
          case "min" -> 60_000;
          case "s" -> 1_000;
          default -> throw new IllegalArgumentException(setting.key() + " is no duration");
        };
    return Math.round(value(setting) * unitMillis);
  }

  /** Every setting's value in force, in the order given. */
  public Map<String, Double> inForce(Collection<Setting> settings) {
    Map<String, Double> values = new LinkedHashMap<>();
    settings.forEach(setting -> values.put(setting.key(), value(setting)));
    return values;
  }

  /** The condition of a detector, or null. */
  public Condition condition(String detector) {
    return conditions.get(detector);
  }

  /** These rules as they are in an area; the version is the same. */
  public Rules in(AreaRules area) {
    Map<String, Double> values = new LinkedHashMap<>(changed);
    values.putAll(area.changed());
    Map<String, Condition> all = new LinkedHashMap<>(conditions);
    all.putAll(area.conditions());
    return new Rules(version, values, all, List.of());
  }
}
