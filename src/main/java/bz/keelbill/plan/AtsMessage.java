package bz.keelbill.plan;

import bz.keelbill.report.PlanMessage.Equipment;
import bz.keelbill.report.PlanMessage.Type;
import java.util.List;
import java.util.Locale;

/**
 * The fields of an air traffic services message (ICAO Doc 4444, appendix 3), found by their shape
 * rather than by counting, because real messages miss fields, carry hyphens where none belong, and
 * break their lines inside words.
 *
 * @param type which message
 * @param callsign field 7, letters and digits only
 * @param squawk field 7, four octal digits; null if not assigned
 * @param kind fields 8 to 10
 * @param departure field 13
 * @param route field 15; null if not carried
 * @param destination field 16, and 17 for ARR
 * @param rest fields 3, 18 and 22, and what was not understood
 */
record AtsMessage(
    Type type,
    String callsign,
    String squawk,
    Kind kind,
    Stop departure,
    String route,
    Destination destination,
    Rest rest) {

  /** Flight rules (I, V, Y, Z) and aircraft type, null if not carried; and what it carries. */
  record Kind(String rules, String aircraftType, Equipment equipment) {}

  /**
   * An aerodrome and a time there.
   *
   * @param place location indicator, ZZZZ or AFIL; null if not carried
   * @param minutes of the day, or an elapsed time; null if not carried, or none
   * @param tail what stands behind them; empty for nothing
   */
  record Stop(String place, Integer minutes, String tail) {
    static final Stop NONE = new Stop(null, null, "");

    /** Reads "MZBZ1430"; {@link #NONE} if the text is not so. */
    static Stop of(String text, boolean timeOfDay) {
      for (String each : List.of(text, Letters.dense(text))) {
        if (isPlace(each)) {
          int time = timeAt(each);
          String hhmm = time < 0 ? null : each.substring(time, time + 4);
          String tail = each.substring(time < 0 ? 4 : time + 4).strip();
          return new Stop(each.substring(0, 4), AtsMessage.minutes(hhmm, timeOfDay), tail);
        }
      }
      return NONE;
    }

    /** Four letters, a time perhaps, and perhaps words behind a blank. */
    static boolean isPlace(String text) {
      if (!Letters.areCapitals(text, 0, 4)) {
        return false;
      }
      int time = timeAt(text);
      int end = time < 0 ? 4 : time + 4;
      return end == text.length() || text.charAt(end) == ' ';
    }

    /** The same with a time. */
    static boolean isTimedPlace(String text) {
      return isPlace(text) && timeAt(text) > 0;
    }

    private static int timeAt(String text) {
      int at = text.length() > 4 && text.charAt(4) == ' ' ? 5 : 4;
      return Letters.areDigits(text, at, at + 4) ? at : -1;
    }

    /** Whether a time is written that is none. */
    boolean isTimeWrong(String text) {
      return place != null && minutes == null && timeAt(text) > 0;
    }
  }

  /** Field 16 with elapsed time and alternates, and field 17 with arrival time. */
  record Destination(Stop planned, List<String> alternates, Stop arrived) {}

  /**
   * What stands around the places.
   *
   * @param number field 3 behind the type; null if there is none
   * @param other field 18
   * @param amendments field 22 of CHG, as {@code number/text}
   * @param notUnderstood what could not be read, each with its field
   */
  record Rest(
      String number, OtherFields other, List<String> amendments, List<String> notUnderstood) {}

  private static final List<Type> TYPES =
      List.of(Type.FPL, Type.CHG, Type.CNL, Type.DLA, Type.DEP, Type.ARR);
  private static final int LONGEST_ELAPSED_MINUTES = 24 * 60;

  /** The type behind the {@code (} at a place of a text; null if it is none of ours. */
  static Type typeOf(String text, int open) {
    for (Type type : TYPES) {
      if (text.regionMatches(true, open + 1, type.name(), 0, 3)) {
        return type;
      }
    }
    return null;
  }

  /**
   * Reads a message.
   *
   * @param text from {@code (} to {@code )}, line breaks and runs of blanks as one blank
   * @return null if it is no message of ours, or its flight or departure cannot be made out
   */
  static AtsMessage of(String text) {
    Type type = typeOf(text, 0);
    if (type == null || text.indexOf(')') < 0) {
      return null;
    }
    String body = text.substring(1, text.indexOf(')')).toUpperCase(Locale.ROOT);
    return new AtsFields(type, body).message();
  }

  /** hhmm as minutes, of the day or elapsed; null if it is none. */
  static Integer minutes(String hhmm, boolean ofDay) {
    if (hhmm == null || hhmm.length() != 4 || !Letters.areDigits(hhmm, 0, 4)) {
      return null;
    }
    int value = Letters.number(hhmm, 0, 4);
    int minutes = value / 100 * 60 + value % 100;
    boolean real = value % 100 < 60 && (ofDay ? value < 2400 : minutes <= LONGEST_ELAPSED_MINUTES);
    return real ? Integer.valueOf(minutes) : null;
  }

  /** The code of "A1234"; null if it is none. */
  static String squawk(String text) {
    String code = Letters.dense(text.strip());
    return code.length() == 5 && code.charAt(0) == 'A' && isOctal(code, 1)
        ? code.substring(1)
        : null;
  }

  /** Whether the rest of a text is four octal digits. */
  static boolean isOctal(String text, int from) {
    boolean is = text.length() == from + 4;
    for (int at = from; is && at < text.length(); at++) {
      is = text.charAt(at) >= '0' && text.charAt(at) <= '7';
    }
    return is;
  }

  /** Only the ASCII letters and digits, in upper case: how names of flights are compared. */
  static String letters(String text) {
    return Letters.of(text);
  }
}
