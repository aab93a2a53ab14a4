package bz.keelbill.alert;

import java.util.Locale;

/**
 * What an alert turned out to be, as somebody says who closes it.
 *
 * @param person who says so
 * @param atMillis when, Unix milliseconds
 * @param ruling what it was
 * @param note why, in the officer's words; may be empty
 */
public record Verdict(String person, long atMillis, Ruling ruling, String note) {
  /** A note is a few sentences. */
  public static final int LONGEST_NOTE = 1_000;

  /** What it was. */
  public enum Ruling {
    /** What the alert says was so; a change of rules must not lose it. */
    TRUE,
    /** It was not so. */
    FALSE,
    /** It was so, and nobody needed to know. */
    NUISANCE,
    /** Somebody tried something out. */
    TEST;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The ruling of a word, or null. */
    public static Ruling ofWord(String word) {
      for (Ruling ruling : values()) {
        if (ruling.word().equals(word)) {
          return ruling;
        }
      }
      return null;
    }
  }
}
