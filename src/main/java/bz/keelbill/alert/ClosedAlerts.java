package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The alerts that left the desk lately, so that they can still be judged; and the situations that
 * somebody closed while they lasted, so that they do not come back by themselves.
 */
final class ClosedAlerts {
  private static final int KEPT = 2_000;

  private final Map<String, Alert> byId = new LinkedHashMap<>();
  private final Map<String, Alert> lasting = new LinkedHashMap<>();

  /** One is closed. */
  void add(Alert closed) {
    byId.remove(closed.id());
    byId.put(closed.id(), closed);
    if (byId.size() > KEPT) {
      byId.remove(byId.keySet().iterator().next());
    }
  }

  /** One is closed although its situation may last. */
  void settle(String key, Alert closed) {
    add(closed);
    lasting.put(key, closed);
  }

  /** The alert of an id, or null. */
  Alert find(String id) {
    return byId.get(id);
  }

  /** The closed alert of a situation that still lasts, or null. */
  Alert lasting(String key) {
    return lasting.get(key);
  }

  /** Those that left the desk lately, in the order of their closing. */
  Collection<Alert> lately() {
    return byId.values();
  }

  /** It lasts on. */
  void stillTrue(String key, Alert told) {
    lasting.put(key, told);
  }

  /** It is on the desk again. */
  void reopened(String key, Alert alert) {
    lasting.remove(key);
    byId.remove(alert.id());
  }

  /** Situations that were last told before a time are over. */
  void forgetBefore(long atMillis) {
    lasting.values().removeIf(alert -> alert.history().lastTrueAtMillis() < atMillis);
  }

  /** Tracks have become one: what lasts is known by the names of now. */
  void rename(UnaryOperator<Finding> namesOfNow) {
    List<Alert> alerts = new ArrayList<>(lasting.values());
    lasting.clear();
    alerts.forEach(alert -> lasting.put(namesOfNow.apply(alert.finding()).key(), alert));
  }
}
