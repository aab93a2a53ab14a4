package bz.keelbill.track;

import bz.keelbill.report.VesselIdentity;
import java.util.Locale;
import java.util.Objects;

/**
 * A vessel that called itself otherwise than before.
 *
 * @param what {@code name}, {@code callsign} or {@code IMO number}
 * @param before what it said
 * @param after what it says
 * @param atMillis when, event time
 * @param times how often it has changed since it is known
 */
public record Renaming(String what, String before, String after, long atMillis, int times) {
  private static final int SHORTEST = 3;
  private static final int MISSPELT = 2;

  /** What changed between two words of one vessel; the last renaming if nothing did. */
  static Renaming between(VesselIdentity old, VesselIdentity said, Renaming last) {
    if (old == null || old.names() == null || said.names() == null) {
      return last;
    }
    Integer imo = old.names().imoNumber();
    Integer other = said.names().imoNumber();
    if (imo != null && other != null && !imo.equals(other)) {
      return next("IMO number", imo.toString(), other.toString(), said, last);
    }
    if (differ(old.names().name(), said.names().name())) {
      return next("name", old.names().name(), said.names().name(), said, last);
    }
    if (differ(old.names().callsign(), said.names().callsign())) {
      return next("callsign", old.names().callsign(), said.names().callsign(), said, last);
    }
    return last;
  }

  private static Renaming next(
      String what, String before, String after, VesselIdentity said, Renaming last) {
    int times = last == null ? 1 : last.times + 1;
    return new Renaming(what, before, after, said.origin().eventAtMillis(), times);
  }

  /**
   * A letter or two more, fewer or other is a typing error; a longer spelling, with or without
   * "M/V", is the same name.
   */
  private static boolean differ(String oldText, String saidText) {
    if (Objects.equals(oldText, saidText)) {
      return false;
    }
    String old = letters(oldText);
    String said = letters(saidText);
    return old.length() >= SHORTEST
        && said.length() >= SHORTEST
        && !old.contains(said)
        && !said.contains(old)
        && distance(old, said) > MISSPELT;
  }

  private static String letters(String text) {
    return text == null ? "" : text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /** How many letters must be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] here = new int[above.length];
      here[0] = row;
      for (int column = 1; column < here.length; column++) {
        int wrong = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        here[column] =
            Math.min(above[column - 1] + wrong, Math.min(above[column], here[column - 1]) + 1);
      }
      above = here;
    }
    return above[other.length()];
  }
}
