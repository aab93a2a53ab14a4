package bz.keelbill.escalation;

import bz.keelbill.alert.Tending;
import bz.keelbill.rule.Priority;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long an alert waits for somebody before the next step is taken.
 *
 * @param steps by priority: after how many milliseconds each step is taken; what is not named is
 *     never taken by itself
 * @param unattendedMillis after how long without an attended console the contacts are called
 */
public record Waits(Map<Priority, Map<Tending.Step, Long>> steps, long unattendedMillis) {
  private static final long MINUTE = 60_000;

  /**
   * An emergency rings at the second console at once and calls after two minutes; an alarm after
   * two and five; a warning sounds like an alarm once after five. A watch that nobody keeps calls
   * after two.
   */
  public static final Waits USUAL =
      new Waits(
          Map.of(
              Priority.EMERGENCY,
              Map.of(Tending.Step.SECOND_CONSOLE, 0L, Tending.Step.CONTACT, 2 * MINUTE),
              Priority.ALARM,
              Map.of(Tending.Step.SECOND_CONSOLE, 2 * MINUTE, Tending.Step.CONTACT, 5 * MINUTE),
              Priority.WARNING,
              Map.of(Tending.Step.SOUND, 5 * MINUTE)),
          2 * MINUTE);

  /** Copies the maps, steps in their order. */
  public Waits {
    Map<Priority, Map<Tending.Step, Long>> copy = new EnumMap<>(Priority.class);
    steps.forEach((priority, each) -> copy.put(priority, ordered(each)));
    steps = copy;
  }

  private static Map<Tending.Step, Long> ordered(Map<Tending.Step, Long> steps) {
    Map<Tending.Step, Long> ordered = new LinkedHashMap<>();
    for (Tending.Step step : Tending.Step.values()) {
      if (steps.containsKey(step)) {
        ordered.put(step, steps.get(step));
      }
    }
    return ordered;
  }

  /** After how many milliseconds each step is taken for alerts of a priority. */
  Map<Tending.Step, Long> of(Priority priority) {
    return steps.getOrDefault(priority, Map.of());
  }
}
