package bz.keelbill.report;

import java.util.Locale;

/**
 * What a decoder notices of its feed as a whole and an operator should set right; it is said again
 * as long as it holds.
 *
 * @param kind what is wrong
 * @param about the station, as it names itself; at most 40 characters
 * @param value what was found; what it means the kind tells
 */
public record Note(Kind kind, String about, String value) {
  private static final int LONGEST = 40;

  /** Cuts what a stranger says short, and takes its control characters away. */
  public Note {
    about = about.replaceAll("\\p{Cntrl}", "");
    about = about.length() > LONGEST ? about.substring(0, LONGEST) : about;
  }

  /** What may be wrong. */
  public enum Kind {
    /** Ranges and bearings of a station that the configuration does not know; no value. */
    UNKNOWN_STATION("station %s is not configured: its ranges and bearings cannot be placed%s"),
    /** The value: how many of 100 targets lie beyond the radar's range. */
    UNITS_SUSPECTED("units or rangeNm of station %s may be wrong: of 100 targets beyond range: %s"),
    /** The value: metres per second of one step with which speeds and ways would agree. */
    VELOCITY_STEP("speeds of station %s do not fit the ways of its targets: set velocityLsb: %s");

    private final String sentence;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /** As JSON writes it: lower case, with hyphens. */
    public String word() {
      return word;
    }
  }

  /** One English sentence. */
  public String text() {
    return String.format(Locale.ROOT, kind.sentence, about, value);
  }
}
