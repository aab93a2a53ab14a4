package bz.keelbill.detect;

import bz.keelbill.rule.Priority;

/**
 * Takes what a detector says of what it looks at.
 *
 * <p>A detector tells either that its pattern holds, or which of its conditions stopped it: the
 * answer to "why no alert?" is the detector's own word, from the same look that would have raised
 * one. Belongs to the thread of its Watch.
 */
@FunctionalInterface
public interface Findings {
  /** The pattern holds; said as long as it does. */
  void holds(Finding finding);

  /**
   * Whether the same was said so lately, and as urgently, that saying it again would change no
   * word: then it is kept alive by this, and need not be worked out.
   *
   * @param kind of the finding that holds
   * @param subject whom it is about
   * @param priority how urgent it is now
   * @param atMillis when it was decided, event time
   */
  default boolean keeps(String kind, Finding.Subject subject, Priority priority, long atMillis) {
    return false;
  }

  /**
   * A condition is not met and the detector looks no further. Told in the order in which a detector
   * weighs them; those that need no numbers come first.
   *
   * @param condition a short word, as {@code speed}, or with the fence that it is about, as {@code
   *     inside: port-honduras}
   * @param value what was found; NaN where it has no number
   * @param unit of value and limit; empty for none
   * @param limit what it would have had to reach; NaN where there is none
   */
  default void stoppedBy(String condition, double value, String unit, double limit) {}

  /** A condition without numbers is not met. */
  default void stoppedBy(String condition) {
    stoppedBy(condition, Double.NaN, "", Double.NaN);
  }

  /** Whether somebody asks why: only then is an answer worth working out that costs something. */
  default boolean isAsked() {
    return false;
  }
}
