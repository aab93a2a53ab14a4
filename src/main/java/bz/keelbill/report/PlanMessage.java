package bz.keelbill.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One air traffic services message about a planned flight (ICAO Doc 4444, appendix 3), or a
 * clearance that came by another door.
 *
 * <p>{@code origin.eventAtMillis} is its filing time. Fields that the message does not carry are
 * null.
 *
 * @param origin where and when
 * @param type which message
 * @param flight which flight it speaks of
 * @param details what it says of the flight besides; never null
 * @param extras what identifies nobody but belongs on a card; never null
 * @param clearance who cleared it; null for an air traffic services message
 * @param text the message as received, line breaks as blanks
 */
public record PlanMessage(
    Origin origin,
    Type type,
    Flight flight,
    Details details,
    Extras extras,
    Clearance clearance,
    String text)
    implements Report {

  /** An air traffic services message of which nothing more is kept. */
  public PlanMessage(Origin origin, Type type, Flight flight, Details details, String text) {
    this(origin, type, flight, details, Extras.NONE, null, text);
  }

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

  /**
   * What identifies nobody.
   *
   * @param number field 3, the numbers of computers' messages
   * @param equipment fields 8b, 9 and 10; never null
   * @param alternates field 16, at most two location indicators
   * @param other field 18 by key, in order
   * @param notUnderstood what the message says that could not be read, each with its field
   */
  public record Extras(
      String number,
      Equipment equipment,
      List<String> alternates,
      Map<String, String> other,
      List<String> notUnderstood) {
    /** Nothing more is known. */
    public static final Extras NONE =
        new Extras(null, Equipment.UNKNOWN, List.of(), Map.of(), List.of());

    /** Copies the collections, keeping their order. */
    public Extras {
      alternates = List.copyOf(alternates);
      other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
      notUnderstood = List.copyOf(notUnderstood);
    }
  }

  /**
   * What flies, and with what.
   *
   * @param flightType field 8b: S scheduled, N non-scheduled, G general, M military, X other
   * @param count field 9, how many aircraft
   * @param wake field 9: L, M, H or J
   * @param navigation field 10a: radio, navigation and approach aids
   * @param surveillance field 10b: transponder and other surveillance codes
   */
  public record Equipment(
      String flightType, int count, String wake, String navigation, String surveillance) {
    /** One aircraft of which nothing is known. */
    public static final Equipment UNKNOWN = new Equipment(null, 1, null, null, null);
  }

  /**
   * Who cleared a flight, outside the air traffic services' messages.
   *
   * @param clearedBy who gave the word, as written
   * @param enteredBy the officer who typed it in; null for a row of a table
   * @param untilMillis until when it holds, Unix milliseconds; null for as long as the flight lasts
   * @param track the name of the track that it was given for; null if for whoever flies it
   * @param remark free text
   */
  public record Clearance(
      String clearedBy, String enteredBy, Long untilMillis, String track, String remark) {}

  @Override
  public Kind kind() {
    return Kind.PLAN_MESSAGE;
  }

  @Override
  public ContactId contact() {
    return null;
  }
}
