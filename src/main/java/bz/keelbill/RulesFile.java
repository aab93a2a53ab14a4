package bz.keelbill;

import bz.keelbill.detect.Detectors;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code rules.yaml}: the settings of every detector, a mapping for each. */
final class RulesFile {
  private static final String HEADER =
      """
      # The rules: every number by which the detectors judge. Each line has the default; a value may be
      # changed within its range, here before the start or on the page while the watch runs (there it is
      # recorded, and what was changed there goes before this file). A detector or key left out keeps its
      # default; an unknown one is an error.
      """;

  private RulesFile() {}

  /**
   * Reads a file as version 1 of the rules.
   *
   * @throws ConfigFaults.BadConfig naming file, line and remedy of everything wrong in it
   */
  static Rules read(Path file) {
    ConfigFaults faults = new ConfigFaults(file);
    YamlMapping top = ConfigReader.top(file, faults);
    Map<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<String, List<Setting>> group : groups().entrySet()) {
      YamlMapping detector = top.mapping(group.getKey());
      for (Setting setting : group.getValue()) {
        read(detector, setting, values);
      }
      detector.finish();
    }
    top.finish();
    faults.throwIfAny();
    return new Rules(1, values);
  }

  private static void read(YamlMapping detector, Setting setting, Map<String, Double> values) {
    String name = nameOf(setting);
    if (!detector.has(name)) {
      return;
    }
    double value =
        isOnOff(setting)
            ? (detector.flag(name, setting.defaultValue() != 0) ? 1 : 0)
            : detector.number(name, setting.defaultValue(), setting.min(), setting.max());
    if (value != setting.defaultValue()) {
      values.put(setting.key(), value);
    }
  }

  /** The complete file with every default, as it is shipped. */
  static String complete() {
    StringBuilder text = new StringBuilder(HEADER);
    groups()
        .forEach(
            (detector, settings) -> {
              text.append('\n').append(detector).append(":\n");
              settings.forEach(setting -> append(setting, text));
            });
    return text.toString();
  }

  private static void append(Setting setting, StringBuilder text) {
    text.append("  # ").append(setting.explanation());
    if (!isOnOff(setting)) {
      text.append(" (").append(plain(setting.min())).append(" to ").append(plain(setting.max()));
      text.append(setting.unit().isEmpty() ? ")" : " " + setting.unit() + ")");
    }
    String value =
        isOnOff(setting)
            ? Boolean.toString(setting.defaultValue() != 0)
            : plain(setting.defaultValue());
    text.append('\n').append("  ").append(nameOf(setting)).append(": ").append(value);
    text.append('\n');
  }

  private static Map<String, List<Setting>> groups() {
    Map<String, List<Setting>> groups = new LinkedHashMap<>();
    for (Setting setting : Detectors.settings()) {
      String detector = setting.key().substring(0, setting.key().indexOf('.'));
      groups.computeIfAbsent(detector, key -> new java.util.ArrayList<>()).add(setting);
    }
    return groups;
  }

  private static String nameOf(Setting setting) {
    return setting.key().substring(setting.key().indexOf('.') + 1);
  }

  private static boolean isOnOff(Setting setting) {
    return setting.unit().isEmpty()
        && setting.min() == 0
        && setting.max() == 1
        && (setting.defaultValue() == 0 || setting.defaultValue() == 1);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
