package bz.keelbill.plan;

import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.ArrayList;
import java.util.List;

/**
 * Field 15: the cruising speed and level, and the elements of the route (ICAO Doc 4444, appendix
 * 3). Unknown elements are kept as they are and said.
 *
 * @param cruise speed and level at first
 * @param elements in order, the first speed and level left out
 */
public record Route(Cruise cruise, List<Element> elements) {
  /** No route is known. */
  public static final Route NONE = new Route(Cruise.UNKNOWN, List.of());

  /** Copies the list. */
  public Route {
    elements = List.copyOf(elements);
  }

  /** What an element of a route is. */
  public enum Kind {
    /** DCT: straight to the next point. */
    DIRECT,
    /** An ATS route, as UB881; also a standard departure or arrival. */
    AIRWAY,
    /** A named point or aerodrome, as SIGOM or BZE. */
    POINT,
    /** Degrees, or degrees and minutes, as 46N078W or 4620N07805W. */
    PLACE,
    /** Bearing and distance from a point, as DUB180040. */
    BEARING,
    /** A change of the flight rules: IFR or VFR. */
    RULES,
    /** The route is cut off here: T. */
    TRUNCATED,
    /** None of these. */
    UNKNOWN
  }

  /**
   * One element.
   *
   * @param text as filed
   * @param position for {@code PLACE}; null else
   * @param change speed and level from here on; null if they stay
   */
  public record Element(Kind kind, String text, Position position, Cruise change) {}

  /**
   * Speed and level.
   *
   * @param speedKnots true airspeed; NaN unknown
   * @param levelFeet NaN unknown, or VFR
   */
  public record Cruise(double speedKnots, double levelFeet) {
    /** Neither is known. */
    public static final Cruise UNKNOWN = new Cruise(Double.NaN, Double.NaN);
  }

  /** Knots of Mach 1 at the heights where speeds are filed so. */
  private static final double MACH_KNOTS = 575;

  private static final double KNOTS_PER_KILOMETRE_PER_HOUR = 1 / 1.852;
  private static final int MAX_ELEMENTS = 200;
  private static final int LONGEST_POINT = 5;

  /** Reads a field 15; of null or nothing {@link #NONE}. */
  public static Route of(String field) {
    if (field == null || field.isBlank()) {
      return NONE;
    }
    String[] words = field.strip().split(" ", MAX_ELEMENTS + 1);
    Cruise cruise = cruise(words[0]);
    List<Element> elements = new ArrayList<>();
    for (int at = cruise == null ? 0 : 1; at < Math.min(words.length, MAX_ELEMENTS); at++) {
      if (!words[at].isEmpty()) {
        elements.add(element(words[at]));
      }
    }
    return new Route(cruise == null ? Cruise.UNKNOWN : cruise, elements);
  }

  /** The elements that are none of the known kinds. */
  public List<String> notUnderstood() {
    return elements.stream()
        .filter(element -> element.kind() == Kind.UNKNOWN)
        .map(element -> "field 15: " + element.text())
        .toList();
  }

  private static Element element(String word) {
    int slash = word.indexOf('/');
    if (word.startsWith("C/")) { // cruise climb: C/POINT/M082F290F350
      String rest = word.substring(2);
      return named(word, rest.substring(0, Math.max(0, rest.indexOf('/'))), Cruise.UNKNOWN);
    }
    Cruise change = slash < 0 ? null : cruise(word.substring(slash + 1));
    if (slash >= 0 && change == null) {
      return new Element(Kind.UNKNOWN, word, null, null);
    }
    return named(word, slash < 0 ? word : word.substring(0, slash), change);
  }

  private static Element named(String word, String name, Cruise change) {
    Position position = place(name);
    return new Element(position == null ? kind(name) : Kind.PLACE, word, position, change);
  }

  private static Kind kind(String name) {
    if (name.equals("DCT")) {
      return Kind.DIRECT;
    }
    if (name.equals("IFR") || name.equals("VFR")) {
      return Kind.RULES;
    }
    if (name.equals("T")) {
      return Kind.TRUNCATED;
    }
    if (Letters.areCapitals(name, 0, name.length()) && name.length() <= LONGEST_POINT) {
      return name.length() == 1 ? Kind.UNKNOWN : Kind.POINT;
    }
    int digits = name.length() - 6;
    if (digits >= 2 && digits <= LONGEST_POINT && Letters.areDigits(name, digits, digits + 6)) {
      return Letters.areCapitals(name, 0, digits) ? Kind.BEARING : Kind.UNKNOWN;
    }
    boolean isAirway = Letters.areName(name, 2, 7) && Letters.isCapital(name.charAt(0));
    return isAirway ? Kind.AIRWAY : Kind.UNKNOWN;
  }

  /** 46N078W or 4620N07805W; null if it is neither. */
  private static Position place(String name) {
    int degrees = name.length() == 7 ? 2 : 4;
    boolean right =
        (name.length() == 7 || name.length() == 11)
            && Letters.areDigits(name, 0, degrees)
            && Letters.areDigits(name, degrees + 1, name.length() - 1);
    if (!right) {
      return null;
    }
    double latitude = degrees(name, 0, 2, degrees);
    double longitude = degrees(name, degrees + 1, 3, name.length() - 1);
    char north = name.charAt(degrees);
    char east = name.charAt(name.length() - 1);
    boolean sides = (north == 'N' || north == 'S') && (east == 'E' || east == 'W');
    return sides && Position.isValid(latitude, longitude)
        ? new Position(north == 'S' ? -latitude : latitude, east == 'W' ? -longitude : longitude)
        : null;
  }

  /** Degrees, with minutes behind them if there is room; invalid minutes give an invalid angle. */
  private static double degrees(String name, int from, int digits, int to) {
    int whole = Letters.number(name, from, from + digits);
    int minutes = from + digits < to ? Letters.number(name, from + digits, to) : 0;
    return minutes < 60 ? whole + minutes / 60.0 : Double.NaN;
  }

  /** N0450F350, K0830S1130, M082F350, N0120VFR; also a speed alone; null if it is none. */
  private static Cruise cruise(String word) {
    int speedDigits =
        word.isEmpty()
            ? 0
            : switch (word.charAt(0)) {
              case 'N', 'K' -> 4;
              case 'M' -> 3;
              default -> 0;
            };
    if (speedDigits == 0 || !Letters.areDigits(word, 1, 1 + speedDigits)) {
      return null;
    }
    int speed = Letters.number(word, 1, 1 + speedDigits);
    double knots =
        switch (word.charAt(0)) {
          case 'K' -> speed * KNOTS_PER_KILOMETRE_PER_HOUR;
          case 'M' -> speed / 100.0 * MACH_KNOTS;
          default -> speed;
        };
    String level = word.substring(1 + speedDigits);
    double feet = feet(level);
    boolean right = level.isEmpty() || level.equals("VFR") || !Double.isNaN(feet);
    return right ? new Cruise(knots, feet) : null;
  }

  /** F350 and A045 in hundreds of feet, S1130 and M0840 in tens of metres; NaN if it is none. */
  private static double feet(String level) {
    if (level.length() < 4 || !Letters.areDigits(level, 1, level.length())) {
      return Double.NaN;
    }
    int number = Letters.number(level, 1, Math.min(level.length(), 5));
    return switch (level.charAt(0)) {
      case 'F', 'A' -> level.length() == 4 ? number * 100 : Double.NaN;
      case 'S', 'M' -> level.length() == 5 ? Units.metresToFeet(number * 10) : Double.NaN;
      default -> Double.NaN;
    };
  }
}
