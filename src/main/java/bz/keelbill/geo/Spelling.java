package bz.keelbill.geo;

import java.util.Locale;

/** How names that people type are compared. */
public final class Spelling {
  private Spelling() {}

  /** Letters and digits only, in capitals: V3-HHA is V3HHA. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9') {
        plain.append(letter);
      }
    }
    return plain.toString();
  }

  /** Whether one letter changed, added or left out makes the one of the other. */
  public static boolean differsByAtMostOne(String one, String other) {
    if (one.length() < other.length()) {
      return differsByAtMostOne(other, one);
    }
    if (one.length() - other.length() > 1) {
      return false;
    }
    int at = 0;
    while (at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    String rest = one.substring(Math.min(one.length(), at + 1));
    return rest.equals(
        one.length() == other.length() && at < other.length()
            ? other.substring(at + 1)
            : other.substring(at));
  }
}
