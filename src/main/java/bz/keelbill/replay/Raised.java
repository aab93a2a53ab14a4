package bz.keelbill.replay;

import bz.keelbill.alert.Alert;
import bz.keelbill.rule.Priority;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert as one watch raised it in a back-test.
 *
 * @param alert as it was when it was raised
 * @param rings when it was raised, and each time its priority rose; never empty
 */
public record Raised(Alert alert, List<Ring> rings) {

  /**
   * One moment at which it asked for attention.
   *
   * @param atMillis event time of the decision, Unix milliseconds
   */
  public record Ring(Priority priority, long atMillis) {
    static Ring of(Alert alert) {
      return new Ring(alert.priority(), alert.finding().moment().atMillis());
    }
  }

  /** Copies the list. */
  public Raised {
    rings = List.copyOf(rings);
  }

  static Raised first(Alert alert) {
    return new Raised(alert, List.of(Ring.of(alert)));
  }

  Raised again(Alert risen) {
    List<Ring> all = new ArrayList<>(rings);
    all.add(Ring.of(risen));
    return new Raised(alert, all);
  }

  /** Event time at which it was raised, Unix milliseconds. */
  public long atMillis() {
    return rings.get(0).atMillis();
  }

  /** The most urgent that it became. */
  public Priority highest() {
    Priority highest = rings.get(0).priority();
    for (Ring ring : rings) {
      highest = highest.orAbove(ring.priority());
    }
    return highest;
  }
}
