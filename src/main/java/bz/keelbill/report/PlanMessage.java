package bz.keelbill.report;

/**
 * One air traffic services message about a planned flight (ICAO Doc 4444, appendix 3).
 *
 * <p>{@code origin.eventAtMillis} is its filing time. Fields that the message does not carry are
 * null.
 *
 * @param origin where and when
 * @param type which message
 * @param flight which flight it speaks of
 * @param details what it says of the flight besides; never null
 * @param text the message as received, line breaks as blanks
 */
public record PlanMessage(Origin origin, Type type, Flight flight, Details details, String text)
    implements Report {

  /** The message types understood. */
  public enum Type {
    /** Filed flight plan. */
    FPL,
    /** Modification. */
    CHG,
    /** Cancellation. */
    CNL,
    /** Delay. */
    DLA,
    /** Departure. */
    DEP,
    /** Arrival. */
    ARR,
    /** A clearance from another door: typed in, or a line of a table. */
    CLEARANCE
  }

  /**
   * What identifies the flight.
   *
   * @param callsign field 7, aircraft identification without hyphens
   * @param departure field 13, location indicator or ZZZZ, AFIL
   * @param offBlockAtMillis field 13 estimated or actual off-block time with its day, Unix
   *     milliseconds; null unknown
   * @param destination field 16, location indicator or ZZZZ
   */
  public record Flight(
      String callsign, String departure, Long offBlockAtMillis, String destination) {}

  /**
   * What else is said.
   *
   * @param enrouteMinutes field 16 total estimated elapsed time; null unknown
   * @param address 24-bit address of CODE/; null unknown
   * @param registration of REG/, as filed
   * @param squawk field 7 assigned code, four octal digits
   * @param rules field 8 flight rules: I, V, Y or Z
   * @param aircraftType field 9, or TYP/
   * @param route field 15, as filed
   * @param arrivedAt field 17: where it landed, for ARR
   */
  public record Details(
      Integer enrouteMinutes,
      Integer address,
      String registration,
      String squawk,
      String rules,
      String aircraftType,
      String route,
      String arrivedAt) {}

  @Override
  public Kind kind() {
    return Kind.PLAN_MESSAGE;
  }

  @Override
  public ContactId contact() {
    return null;
  }
}
