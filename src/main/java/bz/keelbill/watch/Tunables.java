package bz.keelbill.watch;

import bz.keelbill.alert.AlertSettings;
import bz.keelbill.detect.Detectors;
import bz.keelbill.rule.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every setting of a watch: those of its detectors, and those by which it keeps alerts. */
public final class Tunables {
  private static final Map<String, Setting> BY_KEY = byKey();

  private Tunables() {}

  /** All in the order of the rules file. */
  public static List<Setting> all() {
    return List.copyOf(BY_KEY.values());
  }

  /** The setting of a key, or null. */
  public static Setting find(String key) {
    return BY_KEY.get(key);
  }

  /** Whether a setting may be other in some area: alerts are kept alike everywhere. */
  public static boolean isOfArea(String key) {
    return AlertSettings.SETTINGS.stream().noneMatch(setting -> setting.key().equals(key));
  }

  private static Map<String, Setting> byKey() {
    List<Setting> all = new ArrayList<>(Detectors.settings());
    all.addAll(AlertSettings.SETTINGS);
    Map<String, Setting> byKey = new LinkedHashMap<>();
    for (Setting setting : all) {
      if (byKey.put(setting.key(), setting) != null) {
        throw new IllegalStateException("two settings are called " + setting.key());
      }
    }
    return byKey;
  }
}
