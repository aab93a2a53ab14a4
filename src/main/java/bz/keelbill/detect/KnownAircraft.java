package bz.keelbill.detect;

import bz.keelbill.report.FlightIdentity;
import bz.keelbill.track.Identity;
import java.util.List;
import java.util.Locale;

/**
 * Aircraft that the watch knows by name, such as the air ambulance. They are named, on their card
 * and in alerts, but nothing is kept quiet because of it: a known aircraft without a plan is still
 * one without a plan.
 *
 * @param entries the first that fits counts
 */
public record KnownAircraft(List<Entry> entries) {
  /** Copies the list. */
  public KnownAircraft {
    entries = List.copyOf(entries);
  }

  /**
   * One aircraft; at least one of the identities is there, the others null.
   *
   * @param icao24 24-bit address
   * @param registration its mark, with or without hyphen
   * @param callsign that it uses
   * @param name what people call it; null unknown
   * @param operator who flies it; null unknown
   * @param note what an officer should know; null for nothing
   * @param validUntilMillis after this moment the entry counts for nothing, Unix milliseconds; null
   *     for ever
   */
  public record Entry(
      Integer icao24,
      String registration,
      String callsign,
      String name,
      String operator,
      String note,
      Long validUntilMillis) {

    /** What to call it: its name, else its operator, else null. */
    public String calledBy() {
      return name != null ? name : operator;
    }

    private boolean is(Identity identity, String mark) {
      FlightIdentity flight = identity.flight();
      String said = flight == null ? null : flight.callsign();
      return icao24 != null
              && identity.address() != null
              && identity.address().assigned()
              && icao24 == identity.address().address()
          || same(registration, mark)
          || same(callsign, said)
          // Many small aircraft send their mark as callsign.
          || same(registration, said);
    }

    private static boolean same(String known, String said) {
      return known != null && said != null && plain(known).equals(plain(said));
    }

    private static String plain(String text) {
      return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
  }

  /**
   * The entry of an aircraft at a moment.
   *
   * @param registration its mark as far as it is known; may be null
   * @return null if it is not a known one
   */
  public Entry find(Identity identity, String registration, long atMillis) {
    for (Entry entry : entries) {
      boolean valid = entry.validUntilMillis() == null || atMillis <= entry.validUntilMillis();
      if (valid && entry.is(identity, registration)) {
        return entry;
      }
    }
    return null;
  }
}
