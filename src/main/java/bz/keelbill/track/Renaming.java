package bz.keelbill.track;

import bz.keelbill.report.VesselIdentity;

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

  /** What changed between two words of one vessel; the last renaming if nothing did. */
  static Renaming between(VesselIdentity old, VesselIdentity said, Renaming last) {
    if (old == null || old.names() == null || said.names() == null) {
      return last;
    }
    long at = said.origin().eventAtMillis();
    int times = last == null ? 1 : last.times + 1;
    Integer imo = old.names().imoNumber();
    Integer other = said.names().imoNumber();
    if (imo != null && other != null && !imo.equals(other)) {
      return new Renaming("IMO number", imo.toString(), other.toString(), at, times);
    }
    if (differ(old.names().name(), said.names().name())) {
      return new Renaming("name", old.names().name(), said.names().name(), at, times);
    }
    return last;
  }

  /** A letter more, fewer or other is a typing error or a bit; a longer spelling is the same. */
  private static boolean differ(String old, String said) {
    if (old == null || said == null || old.length() < SHORTEST || said.length() < SHORTEST) {
      return false;
    }
    int wrong = 0;
    for (int i = 0; i < Math.min(old.length(), said.length()); i++) {
      wrong += old.charAt(i) == said.charAt(i) ? 0 : 1;
    }
    return wrong > 2;
  }
}
