package bz.keelbill.json;

import static bz.keelbill.ais.AisField.*;

import bz.keelbill.ais.AisField;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One vessel of an AISHub document, its columns by name in capitals.
 *
 * <p>The units are told once for the whole vessel: by the header's word, else by a coordinate that
 * no globe has or that has decimals, else by the form of the time. Never by field, for a slow
 * vessel near 0, 0 looks alike in both.
 */
final class AisHubVessel {
  /** Raw AIS units: 1/10,000 minute, 1/10 knot, 1/10 degree, 1/10 metre. */
  private static final String RAW = "AIS";

  /** Degrees, knots, metres. */
  private static final String HUMAN = "HUMAN";

  private static final int NAME_LENGTH = 20;
  private static final int CALLSIGN_LENGTH = 7;
  private static final double UNITS_PER_DEGREE = 600_000;

  /** The service's own sentinels for speed are 1024 and 102.4; M.1371-5 has 1023. */
  private static final int MOST_TENTH_KNOTS = 1022;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,20})?");

  private static final Pattern ETA =
      Pattern.compile("(?:\\d{4}-)?(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d)(?::\\d\\d)?(?: .*)?");

  private final Map<String, String> columns;
  private final boolean isRaw;

  /** With the header's word for the units, or null. */
  AisHubVessel(Map<String, String> columns, String format) {
    this.columns = columns;
    this.isRaw = format == null ? looksRaw() : format.equals(RAW);
  }

  /** The header's word for the units in its usual form; null if it is none that we know. */
  static String knownFormat(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case RAW, "0" -> RAW;
      case HUMAN, "1" -> HUMAN;
      default -> null;
    };
  }

  /** NaN if there is none. */
  double mmsi() {
    return number("MMSI");
  }

  /** Unix milliseconds, or {@link bz.keelbill.ais.AisMessage#NO_TIME}. */
  long atMillis() {
    return SpelledTime.millis(time());
  }

  /** Where it is and how it moves; without a status it is taken for class B, which has none. */
  SpelledMessage position() {
    boolean hasStatus = !text("NAVSTAT").isEmpty();
    SpelledMessage message = new SpelledMessage(hasStatus ? 1 : 18, (int) mmsi());
    if (hasStatus) {
      put(message, STATUS, "NAVSTAT", 15);
    }
    put(message, ACCURACY, "PAC", 1);
    put(message, HEADING, "HEADING", 359);
    message.put(LON, degrees("LONGITUDE", 180));
    message.put(LAT, degrees("LATITUDE", 90));
    message.put(COG, tenths("COG", 3599));
    message.put(SOG, tenths("SOG", MOST_TENTH_KNOTS));
    return message;
  }

  /** Who it is and where it is bound. */
  SpelledMessage identity() {
    SpelledMessage message = new SpelledMessage(5, (int) mmsi());
    put(message, IMO, "IMO", 9_999_999);
    put(message, SHIPTYPE, "TYPE", 255);
    put(message, TO_BOW, "A", 511);
    put(message, TO_STERN, "B", 511);
    put(message, TO_PORT, "C", 63);
    put(message, TO_STARBOARD, "D", 63);
    message.put(DRAUGHT, tenths("DRAUGHT", 255));
    message.put(NAME, text("NAME"), NAME_LENGTH);
    message.put(CALLSIGN, text("CALLSIGN"), CALLSIGN_LENGTH);
    message.put(DESTINATION, text("DEST"), NAME_LENGTH);
    putArrival(message);
    return message;
  }

  private void putArrival(SpelledMessage message) {
    Matcher spelled = ETA.matcher(text("ETA"));
    double packed = number("ETA");
    if (spelled.matches()) {
      putArrival(message, part(spelled, 1), part(spelled, 2), part(spelled, 3), part(spelled, 4));
    } else if (packed >= 0 && packed < 1 << 20) {
      int bits = (int) packed; // M.1371-5, table 52: month 4, day 5, hour 5, minute 6
      putArrival(message, bits >> 16, bits >> 11 & 31, bits >> 6 & 31, bits & 63);
    }
  }

  private static int part(Matcher spelled, int group) {
    return Integer.parseInt(spelled.group(group));
  }

  private static void putArrival(SpelledMessage message, int month, int day, int hour, int minute) {
    message.put(ETA_MONTH, between(month, 1, 12));
    message.put(ETA_DAY, between(day, 1, 31));
    message.put(ETA_HOUR, between(hour, 0, 23));
    message.put(ETA_MINUTE, between(minute, 0, 59));
  }

  private boolean looksRaw() {
    double longitude = Math.abs(number("LONGITUDE"));
    double latitude = Math.abs(number("LATITUDE"));
    boolean isNone = longitude == 181 || latitude == 91;
    if (!isNone && (longitude > 180 || latitude > 90)) {
      return true;
    }
    boolean hasDecimals = longitude != Math.rint(longitude) || latitude != Math.rint(latitude);
    return !hasDecimals && !isNone && SpelledTime.isUnix(time());
  }

  private String time() {
    String time = text("TIME");
    return time.isEmpty() ? text("TSTAMP") : time;
  }

  private void put(SpelledMessage message, AisField field, String column, int highest) {
    message.put(field, between(number(column), 0, highest));
  }

  private double degrees(String column, int most) {
    double value = isRaw ? number(column) / UNITS_PER_DEGREE : number(column);
    return between(value, -most, most);
  }

  /** In tenths if raw, else in whole units: either way the bound is one of tenths. */
  private double tenths(String column, int highest) {
    double inTenths = isRaw ? number(column) : number(column) * 10;
    return inTenths >= 0 && inTenths < highest + 1 ? inTenths / 10 : Double.NaN;
  }

  private double number(String column) {
    String text = text(column);
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private String text(String column) {
    return columns.getOrDefault(column, "");
  }

  private static double between(double value, double lowest, double highest) {
    return value >= lowest && value <= highest ? value : Double.NaN;
  }
}
