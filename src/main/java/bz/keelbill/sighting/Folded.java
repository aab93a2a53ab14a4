package bz.keelbill.sighting;

import java.text.Normalizer;

/**
 * Text as it is compared: small letters without accents, one kind of apostrophe, dash and blank. A
 * folded text is as long as its original, so that what is found in one is found in the other.
 */
final class Folded {
  private Folded() {}

  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      folded.append(fold(text.charAt(at)));
    }
    return folded.toString();
  }

  private static char fold(char letter) {
    if (letter < 0x80) {
      return letter < ' ' ? ' ' : Character.toLowerCase(letter);
    }
    return switch (letter) {
      case '\u2018', '\u2019', '\u00b4', '\u2032' -> '\'';
      case '\u201c', '\u201d', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\u00ba', '\u02da' -> '\u00b0';
      case '\u00a0', '\u2007', '\u2009', '\u202f' -> ' ';
      default -> withoutAccent(letter);
    };
  }

  private static char withoutAccent(char letter) {
    char base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
    return base < 0x80 ? Character.toLowerCase(base) : letter;
  }

  /**
   * Text that may be shown and kept: control and direction marks become blanks, runs of blanks one.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      int type = Character.getType(letter);
      boolean isPlain =
          type != Character.CONTROL
              && type != Character.FORMAT
              && type != Character.LINE_SEPARATOR
              && type != Character.PARAGRAPH_SEPARATOR
              && !isLoneSurrogate(text, at);
      boolean isBlank = !isPlain || Character.isWhitespace(letter);
      if (!isBlank) {
        clean.append(letter);
      } else if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
        clean.append(' ');
      }
    }
    return clean.toString().strip();
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char letter = text.charAt(at);
    if (Character.isHighSurrogate(letter)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(letter)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
