package bz.keelbill.report;

import java.util.Locale;

/**
 * A refused line: malformed input is a value, not an exception.
 *
 * @param line the line that was refused
 * @param reason why
 */
public record Reject(Line line, Reason reason) {

  /** Why a line was refused; the words are the {@code reason} label of the metrics. */
  public enum Reason {
    /** The checksum or parity does not agree. */
    CHECKSUM,
    /** There is no checksum where one is required. */
    CHECKSUM_MISSING,
    /** The tag block's checksum is wrong; the tag is dropped, the sentence still counts. */
    TAG_CHECKSUM,
    /** Not in the form that the format prescribes. */
    MALFORMED,
    /** A byte that the six-bit armour does not know. */
    ARMOUR,
    /** A fill-bit count other than 0 to 5. */
    FILL_BITS,
    /** Fewer fields or bits than the message needs. */
    SHORT,
    /** Longer than the bound of the format; skipped up to the next line. */
    TOO_LONG,
    /** A reply of an aircraft that has not announced itself, whose parity proves nothing. */
    UNANNOUNCED,
    /** An aircraft's address that no State gives out: a ghost. */
    UNALLOCATED,
    /** A field outside its range. */
    OUT_OF_RANGE,
    /** A part of a message whose other parts never came. */
    ORPHAN,
    /** A message type that does not exist. */
    UNKNOWN_TYPE,
    /** The sender itself says that the message is not valid. */
    INVALID,
    /** The sender says that it will not send: a wrong key, too many requests. */
    SENDER_ERROR,
    /** A sentence or message that is well formed but says nothing that we use. */
    NOT_USED,
    /** A document that was told before: its time stands still. */
    REPEATED,
    /** A radar target whose station is not configured, so that it cannot be placed. */
    UNKNOWN_STATION,
    /** A radar target relative to a heading that is not known, so that it cannot be placed. */
    HEADING_MISSING,
    /** A column of a table that has no meaning here; it is left out, the rows still count. */
    UNKNOWN_COLUMN,
    /** A table whose header lacks a column that is needed. */
    COLUMN_MISSING,
    /** A cell or field that cannot be read; it is left out, the row or record still counts. */
    FIELD_REFUSED,
    /** A simulated or test target, which is nobody's. */
    SIMULATED,
    /** A fixed mark or a test by which a radar measures itself: no craft. */
    REFERENCE_TARGET,
    /** A radar says that it stands elsewhere than the configuration has it; its targets count. */
    SITE_MOVED,
    /** Where the craft is, or the boat whose radar sees it, is not said. */
    POSITION_MISSING,
    /** When it was is not said. */
    TIME_MISSING,
    /** Who it was is not said. */
    IDENTITY_MISSING,
    /** A radar target without units; nautical miles are taken, the target still counts. */
    UNITS_MISSING;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason as the metrics show it: lower case, with hyphens. */
    public String word() {
      return word;
    }
  }
}
