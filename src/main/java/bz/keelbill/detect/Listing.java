package bz.keelbill.detect;

import java.util.Locale;

/**
 * A craft found on a watch list.
 *
 * @param list which; null for the watch's own
 * @param entry the listed craft
 * @param by which of its identities is the listed one
 * @param identity that identity, as the craft says it
 */
public record Listing(PublishedList list, WatchList.Entry entry, By by, String identity) {

  /** What a craft can be known by, the surest first. */
  public enum By {
    /** Stays with the hull. */
    IMO_NUMBER,
    /** Given to a vessel, and to another after it. */
    MMSI,
    /** Given to an aircraft. */
    AIRCRAFT_ADDRESS,
    /** Of an aircraft or a vessel. */
    REGISTRATION,
    /** As heard on the air. */
    CALLSIGN,
    /** Many bear the same: a quiet note. */
    NAME,
    /** As it was called before: a quiet note. */
    FORMER_NAME;

    /** As it reads in a sentence. */
    public String words() {
      String lower = name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return switch (this) {
        case IMO_NUMBER -> "IMO number";
        case MMSI -> "MMSI";
        default -> lower;
      };
    }
  }

  /** Whether it is this craft for sure, as far as its identity is true. */
  public boolean isExact() {
    return by.compareTo(By.NAME) < 0;
  }
}
