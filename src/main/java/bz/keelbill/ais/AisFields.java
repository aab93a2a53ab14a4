package bz.keelbill.ais;

/**
 * The fields of one AIS message, whoever took it apart: our own decoder the bits, or a service on
 * the network that sends JSON.
 */
public interface AisFields {

  /** The message type, 1 to 27. */
  int type();

  /** The sender's MMSI as sent, 0 to 2^30−1. */
  int mmsi();

  /** Whether a message of this type carries the field at all. */
  boolean carries(AisField field);

  /** A number in the field's unit; NaN if not carried, not complete or "not available". */
  double number(AisField field);

  /** A text without its fill and trailing blanks, perhaps empty; null if not carried. */
  String text(AisField field);

  /** A whole number, or {@code ifUnknown} where {@link #number} would give NaN. */
  default int whole(AisField field, int ifUnknown) {
    double value = number(field);
    return Double.isNaN(value) ? ifUnknown : (int) value;
  }

  /** Whether a one-bit field is carried and set. */
  default boolean flag(AisField field) {
    return number(field) == 1;
  }
}
