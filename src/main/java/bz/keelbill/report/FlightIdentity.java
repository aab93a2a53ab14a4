package bz.keelbill.report;

/**
 * Who an aircraft says it is. Each field is null when the message does not carry it; a reader
 * merges messages field by field.
 *
 * @param origin where and when
 * @param contact whose identity it is
 * @param callsign letters, digits and inner blanks, trailing blanks removed
 * @param squawk four octal digits
 * @param emergency the declared emergency
 * @param registration as a data base behind the feed gives it, or as the address computes to
 * @param typeDesignator ICAO type, as a data base behind the feed gives it
 * @param onGround true, false or null
 * @param category ADS-B emitter category, {@code A1} to {@code D7} (DO-260B, 2.2.3.2.5.2)
 */
public record FlightIdentity(
    Origin origin,
    ContactId contact,
    String callsign,
    String squawk,
    Emergency emergency,
    String registration,
    String typeDesignator,
    Boolean onGround,
    String category)
    implements Report {

  /** From a source that gives no category. */
  public FlightIdentity(
      Origin origin,
      ContactId contact,
      String callsign,
      String squawk,
      Emergency emergency,
      String registration,
      String typeDesignator,
      Boolean onGround) {
    this(
        origin, contact, callsign, squawk, emergency, registration, typeDesignator, onGround, null);
  }

  /** An emergency declared by ADS-B (DO-260B, subtype 28.1) or by an SBS flag. */
  public enum Emergency {
    /** Declared free of emergency. */
    NONE,
    /** General emergency. */
    GENERAL,
    /** Medical flight. */
    LIFEGUARD,
    /** Minimum fuel. */
    MINIMUM_FUEL,
    /** No communications. */
    NO_RADIO,
    /** Unlawful interference. */
    UNLAWFUL,
    /** Downed aircraft. */
    DOWNED
  }

  @Override
  public Kind kind() {
    return Kind.FLIGHT_IDENTITY;
  }
}
