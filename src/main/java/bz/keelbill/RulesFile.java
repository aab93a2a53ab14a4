package bz.keelbill;

import bz.keelbill.detect.Detectors;
import bz.keelbill.rule.AreaRules;
import bz.keelbill.rule.Attribute;
import bz.keelbill.rule.BadCondition;
import bz.keelbill.rule.Condition;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Tunables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code rules.yaml}: the settings of every detector, a mapping for each. */
final class RulesFile {
  private static final String HEADER =
      """
      # The rules: every number by which the detectors judge. Each line has the default; a value may be
      # changed within its range, here before the start or on the page while the watch runs (there it is
      # recorded, and what was changed there goes before this file). A detector or key left out keeps its
      # default; an unknown one is an error.
      #
      # A detector may also have a condition, in ECQL: only where it holds is the alert said, as
      #   when: "ship_type <> 'Passenger' OR hour < 6"
      # What is not known of a craft decides nothing: if the rest does not either, the alert is said. Names in it:
      #   ATTRIBUTES
      # Positions are degrees, longitude first: BBOX(position, -88.3, 17.2, -88.1, 17.6), DWITHIN(position,
      # POINT(-88.2 17.5), 5, nautical miles).
      #
      # Craft inside a fence may have other values and conditions; the first fence of the list that a craft is in counts:
      # areas:
      #   - fence: port-honduras
      #     go-fast: {warningScore: 2.0, when: "hour < 6"}
      """
          .replace("ATTRIBUTES", attributes());

  private RulesFile() {}

  /** As {@link #read(Path, Set)}; areas may name any fence. */
  static Rules read(Path file) {
    return read(file, null);
  }

  /**
   * Reads a file as version 1 of the rules.
   *
   * @param fences ids of the fences that areas may name; null for any
   * @throws ConfigFaults.BadConfig naming file, line and remedy of everything wrong in it
   */
  static Rules read(Path file, Set<String> fences) {
    return said(file, fences).rules();
  }

  /**
   * What a file says.
   *
   * @param values all that stand in it, defaults too
   * @param areas null if it does not name any
   */
  private record Said(
      Map<String, Double> values, Map<String, Condition> conditions, List<AreaRules> areas) {
    Rules rules() {
      Map<String, Double> changed = new LinkedHashMap<>(values);
      changed.entrySet().removeIf(each -> isDefault(each.getKey(), each.getValue()));
      return new Rules(1, changed, conditions, areas == null ? List.of() : areas);
    }
  }

  private static Said said(Path file, Set<String> fences) {
    ConfigFaults faults = new ConfigFaults(file);
    YamlMapping top = ConfigReader.top(file, faults);
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, Condition> conditions = new LinkedHashMap<>();
    boolean namesAreas = top.has("areas");
    read(top, groups(Tunables.all()), values, conditions);
    List<AreaRules> areas = new ArrayList<>();
    top.mappings("areas").forEach(area -> areas.add(area(area, fences, faults)));
    top.finish();
    faults.throwIfAny();
    return new Said(values, conditions, namesAreas ? areas : null);
  }

  /**
   * Reads a file as a change of the rules in force: what it does not name stays as it is.
   *
   * @throws ConfigFaults.BadConfig naming file, line and remedy of everything wrong in it
   */
  static Order.SetRules change(Path file, Order.Act act) {
    Said said = said(file, null);
    List<Order.SetRules.Area> areas =
        said.areas() == null ? null : said.areas().stream().map(RulesFile::ordered).toList();
    return new Order.SetRules(act, said.values(), texts(said.conditions()), areas);
  }

  private static Order.SetRules.Area ordered(AreaRules area) {
    return new Order.SetRules.Area(area.fence(), area.changed(), texts(area.conditions()));
  }

  private static Map<String, String> texts(Map<String, Condition> conditions) {
    Map<String, String> texts = new LinkedHashMap<>();
    conditions.forEach((detector, condition) -> texts.put(detector, condition.text()));
    return texts;
  }

  private static boolean isDefault(String key, double value) {
    return Tunables.find(key).defaultValue() == value;
  }

  private static AreaRules area(YamlMapping from, Set<String> fences, ConfigFaults faults) {
    String fence = from.text("fence", null);
    if (fence != null && fences != null && !fences.contains(fence)) {
      String known = String.join(", ", new TreeSet<>(fences));
      faults.add(from.lineOf("fence"), "there is no fence " + fence + "; there are " + known);
    }
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, Condition> conditions = new LinkedHashMap<>();
    read(from, groups(Detectors.settings()), values, conditions);
    from.finish();
    return new AreaRules(fence == null ? "" : fence, values, conditions);
  }

  private static void read(
      YamlMapping from,
      Map<String, List<Setting>> groups,
      Map<String, Double> values,
      Map<String, Condition> conditions) {
    Detectors.kinds().forEach(kind -> groups.computeIfAbsent(kind, none -> new ArrayList<>()));
    for (Map.Entry<String, List<Setting>> group : groups.entrySet()) {
      YamlMapping detector = from.mapping(group.getKey());
      for (Setting setting : group.getValue()) {
        read(detector, setting, values);
      }
      if (Detectors.kinds().contains(group.getKey())) {
        Condition condition = detector.read("when", null, RulesFile::condition);
        if (condition != null) {
          conditions.put(group.getKey(), condition);
        }
      }
      detector.finish();
    }
  }

  private static Condition condition(String text) {
    try {
      return Condition.parse(text);
    } catch (BadCondition bad) {
      throw new IllegalArgumentException(bad.getMessage(), bad);
    }
  }

  private static String attributes() {
    StringBuilder text = new StringBuilder();
    for (Attribute attribute : Attribute.values()) {
      text.append(text.isEmpty() ? "" : "\n#   ").append(attribute.word());
      text.append(" (").append(attribute.explanation());
      if (!attribute.allowed().isEmpty()) {
        text.append(": ").append(String.join(", ", attribute.allowed()));
      }
      text.append(')');
    }
    return text.toString();
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
    values.put(setting.key(), value);
  }

  /** The complete file with every default, as it is shipped. */
  static String complete() {
    StringBuilder text = new StringBuilder(HEADER);
    groups(Tunables.all())
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

  private static Map<String, List<Setting>> groups(List<Setting> settings) {
    Map<String, List<Setting>> groups = new LinkedHashMap<>();
    for (Setting setting : settings) {
      String detector = setting.key().substring(0, setting.key().indexOf('.'));
      groups.computeIfAbsent(detector, key -> new ArrayList<>()).add(setting);
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
