package bz.keelbill.rule;

/**
 * One tunable number: its key in {@code rules.yaml} with default, unit, range and explanation.
 *
 * @param key detector and name, as {@code go-fast.warningScore}
 * @param defaultValue used where the rules do not say
 * @param unit as shown to the operator; empty for a pure number
 * @param min smallest allowed value
 * @param max largest allowed value
 * @param explanation one sentence in an operator's words
 */
public record Setting(
    String key, double defaultValue, String unit, double min, double max, String explanation) {

  /** A setting that is on (1) or off (0). */
  public static Setting onOff(String key, boolean defaultOn, String explanation) {
    return new Setting(key, defaultOn ? 1 : 0, "", 0, 1, explanation);
  }

  /** Whether the value is within the range. */
  public boolean allows(double value) {
    return value >= min && value <= max;
  }
}
