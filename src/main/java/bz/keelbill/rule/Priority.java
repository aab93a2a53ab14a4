package bz.keelbill.rule;

import java.util.Locale;

/** How urgent an alert is, in the words of IEC 62923; the most urgent first. */
public enum Priority {
  /** Danger to life now; rings until acknowledged. */
  EMERGENCY,
  /** Act within minutes or the chance is lost; rings. */
  ALARM,
  /** Look now and decide; rings once. */
  WARNING,
  /** Worth knowing; a quiet log entry. */
  CAUTION;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in JSON and configuration. */
  public String word() {
    return word;
  }

  /** Whether this is more urgent than the other. */
  public boolean isAbove(Priority other) {
    return compareTo(other) < 0;
  }

  /** Whether this makes a sound on the watch floor: warning and above. */
  public boolean rings() {
    return this != CAUTION;
  }

  /** The more urgent of the two. */
  public Priority orAbove(Priority other) {
    return isAbove(other) ? this : other;
  }

  /** The priority of a word, or null if there is none such. */
  public static Priority ofWord(String word) {
    for (Priority priority : values()) {
      if (priority.word.equals(word)) {
        return priority;
      }
    }
    return null;
  }
}
