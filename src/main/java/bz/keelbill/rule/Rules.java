package bz.keelbill.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A version of all tunable numbers: what the operator changed, over the defaults of the settings.
 *
 * @param version rises by one with each accepted change; 1 is what the program was started with
 * @param changed values by key; a setting not in it has its default
 */
public record Rules(int version, Map<String, Double> changed) {

  /** Copies the map. */
  public Rules {
    changed = Map.copyOf(changed);
  }

  /** Version 1 with every default. */
  public static Rules defaults() {
    return new Rules(1, Map.of());
  }

  /** The value of a setting. */
  public double value(Setting setting) {
    return changed.getOrDefault(setting.key(), setting.defaultValue());
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
}
