package bz.keelbill.plan;

import java.util.Locale;

/** Looks at the letters and digits of fields, without regular expressions: most text is hostile. */
final class Letters {
  private Letters() {}

  /** Whether a part of a text is digits alone; false if it is empty or reaches beyond the text. */
  static boolean areDigits(String text, int from, int to) {
    boolean are = from >= 0 && from < to && to <= text.length();
    for (int at = from; are && at < to; at++) {
      are = isDigit(text.charAt(at));
    }
    return are;
  }

  /** Whether a part of a text is capital letters alone; false if empty or beyond the text. */
  static boolean areCapitals(String text, int from, int to) {
    boolean are = from >= 0 && from < to && to <= text.length();
    for (int at = from; are && at < to; at++) {
      are = isCapital(text.charAt(at));
    }
    return are;
  }

  /** Whether a text is capital letters and digits alone, so many of them. */
  static boolean areName(String text, int least, int most) {
    boolean are = text.length() >= least && text.length() <= most;
    for (int at = 0; are && at < text.length(); at++) {
      are = isCapital(text.charAt(at)) || isDigit(text.charAt(at));
    }
    return are;
  }

  static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  /** The number in a part that is digits alone. */
  static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** A text without its blanks: a line may break inside a word. */
  static String dense(String text) {
    return text.indexOf(' ') < 0 ? text : text.replace(" ", "");
  }

  /** Only the ASCII letters and digits, in upper case: how names of flights are compared. */
  static String of(String text) {
    if (areName(text, 0, Integer.MAX_VALUE)) {
      return text;
    }
    StringBuilder letters = new StringBuilder();
    String upper = text.toUpperCase(Locale.ROOT);
    for (int at = 0; at < upper.length(); at++) {
      char letter = upper.charAt(at);
      if (isCapital(letter) || isDigit(letter)) {
        letters.append(letter);
      }
    }
    return letters.toString();
  }

  /** Runs of blanks and line breaks as one blank. */
  static String unbroken(String text) {
    StringBuilder unbroken = new StringBuilder(text.length());
    boolean gap = false;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      boolean blank = letter == ' ' || letter >= '\t' && letter <= '\r';
      if (!blank) {
        unbroken.append(letter);
      } else if (!gap) {
        unbroken.append(' ');
      }
      gap = blank;
    }
    return unbroken.toString();
  }
}
