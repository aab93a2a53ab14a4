package bz.keelbill.watch;

import java.util.Locale;

/**
 * A finding that was kept from becoming an alert, and why: it stays in sight on its track.
 *
 * @param kind of the finding
 * @param with its fence or partner, or null
 * @param by what kept it quiet
 * @param why in words: the entry's reason, or the condition as written
 * @param entry id of the ledger's entry; null for a condition
 * @param headline what the alert would have said; null for our own, of whom nothing is said
 * @param atMillis when it was said last, event time
 */
public record Suppression(
    String kind, String with, By by, String why, String entry, String headline, long atMillis) {

  /** What keeps a finding quiet. */
  public enum By {
    /** An entry of the ledger of what is known to be good. */
    KNOWN_GOOD,
    /** The condition that the rules set for its detector. */
    CONDITION,
    /** It is one of our own forces. */
    OWN_FORCE;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
