package bz.keelbill.plan;

import bz.keelbill.report.PlanMessage.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of an air traffic services message (ICAO Doc 4444, appendix 3), found by their shape
 * rather than by counting, because real messages miss fields and carry hyphens where none belong.
 *
 * @param type which message
 * @param callsign field 7, letters and digits only
 * @param squawk field 7, four octal digits; null if not assigned
 * @param kind fields 8 and 9
 * @param departure field 13
 * @param route field 15; null if not carried
 * @param destination field 16, and 17 for ARR
 * @param rest fields 18 and 22
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

  /** Flight rules (I, V, Y, Z) and aircraft type; null if not carried. */
  record Kind(String rules, String aircraftType) {}

  /**
   * An aerodrome and a time there.
   *
   * @param place location indicator, ZZZZ or AFIL; null if not carried
   * @param minutes of the day, or an elapsed time; null if not carried
   */
  record Stop(String place, Integer minutes) {
    static final Stop NONE = new Stop(null, null);

    /** Reads "MZBZ1430"; {@link #NONE} if the text is not so. */
    static Stop of(String text, boolean timeOfDay) {
      Matcher matcher = PLACE.matcher(text);
      return matcher.matches()
          ? new Stop(matcher.group(1), AtsMessage.minutes(matcher.group(2), timeOfDay))
          : NONE;
    }
  }

  /** Field 16 with elapsed time, and field 17 with arrival time. */
  record Destination(Stop planned, Stop arrived) {}

  /**
   * What stands behind the places.
   *
   * @param other field 18
   * @param amendments field 22 of CHG, as {@code number/text}
   */
  record Rest(OtherFields other, List<String> amendments) {}

  private static final List<Type> TYPES =
      List.of(Type.FPL, Type.CHG, Type.CNL, Type.DLA, Type.DEP, Type.ARR);
  private static final Pattern RULES = Pattern.compile("([IVYZ])[SNGMX]?");
  private static final Pattern TIMED_PLACE = Pattern.compile("([A-Z]{4}) ?(\\d{4})(?: .*)?");
  private static final Pattern PLACE = Pattern.compile("([A-Z]{4})(?: ?(\\d{4}))?(?: .*)?");
  private static final Pattern AIRCRAFT = Pattern.compile("\\d{0,2}([A-Z][A-Z0-9]{1,3})(?:/.*)?");
  private static final Pattern SQUAWK = Pattern.compile("A ?([0-7]{4})");
  private static final Pattern AMENDMENT = Pattern.compile("\\d{1,2}/.*");
  private static final int MAX_CALLSIGN = 10;
  private static final int MAX_FIELDS = 200;

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
    List<String> fields = new ArrayList<>();
    for (String field : body.split("-", MAX_FIELDS)) {
      fields.add(field.strip());
    }
    return new Reading(type, fields).message();
  }

  /** Finds the fields of one message. */
  private record Reading(Type type, List<String> fields) {

    AtsMessage message() {
      int rules = type == Type.FPL ? first(RULES, 2, fields.size()) : -1;
      int departure = departure(Math.max(rules, 1) + 1);
      if (departure < 0) {
        return null;
      }
      String flight = String.join("", fields.subList(1, rules < 0 ? departure : rules));
      String[] parts = flight.split("/", 2);
      String callsign = letters(parts[0]);
      if (callsign.isEmpty() || callsign.length() > MAX_CALLSIGN) {
        return null;
      }
      return complete(callsign, parts.length > 1 ? squawk(parts[1]) : null, rules, departure);
    }

    /** Only ARR may leave out the time of field 13. */
    private int departure(int from) {
      int timed = type == Type.ARR ? -1 : first(TIMED_PLACE, from, fields.size());
      return timed >= 0 || type == Type.FPL ? timed : first(PLACE, from, fields.size());
    }

    private AtsMessage complete(String callsign, String squawk, int rules, int departure) {
      int planned = planned(departure + 1);
      int arrived = type == Type.ARR ? arrived(departure + 1) : -1;
      int last = Math.max(Math.max(planned, arrived), type == Type.FPL ? departure + 1 : departure);
      Rest rest = rest(Math.min(last + 1, fields.size()));
      String typed = rules < 0 || rules + 1 >= departure ? "" : fields.get(rules + 1);
      boolean routed = type == Type.FPL && planned > departure + 1;
      return new AtsMessage(
          type,
          callsign,
          squawk,
          new Kind(rules < 0 ? null : fields.get(rules).substring(0, 1), aircraft(typed, rest)),
          stop(departure, true),
          routed ? String.join("-", fields.subList(departure + 1, planned)) : null,
          new Destination(stop(planned, false), stop(arrived, true)),
          rest);
    }

    /** Field 16: of FPL it stands behind the route and has a time. */
    private int planned(int from) {
      if (type == Type.FPL) {
        return first(TIMED_PLACE, from, fields.size());
      }
      boolean alone = type == Type.ARR && first(PLACE, from + 1, fields.size()) < 0;
      return alone || from >= fields.size() ? -1 : first(PLACE, from, from + 1);
    }

    /** Field 17: the last place of ARR. */
    private int arrived(int from) {
      int second = first(PLACE, from + 1, Math.min(from + 2, fields.size()));
      return second >= 0 ? second : first(PLACE, from, fields.size());
    }

    private int first(Pattern pattern, int from, int to) {
      for (int index = from; index < to; index++) {
        if (pattern.matcher(fields.get(index)).matches()) {
          return index;
        }
      }
      return -1;
    }

    private Stop stop(int index, boolean timeOfDay) {
      return index < 0 ? Stop.NONE : Stop.of(fields.get(index), timeOfDay);
    }

    private String aircraft(String field, Rest rest) {
      Matcher matcher = AIRCRAFT.matcher(field);
      String designator = matcher.matches() ? matcher.group(1) : null;
      boolean other = "ZZZZ".equals(designator) && rest.other.get("TYP") != null;
      return other ? rest.other.get("TYP") : designator;
    }

    private Rest rest(int from) {
      int change = type == Type.CHG ? first(AMENDMENT, from, fields.size()) : -1;
      int end = change < 0 ? fields.size() : change;
      String other = String.join("-", fields.subList(from, end));
      return new Rest(OtherFields.of(other), amendments(end));
    }

    private List<String> amendments(int from) {
      List<String> amendments = new ArrayList<>();
      for (String field : fields.subList(from, fields.size())) {
        if (AMENDMENT.matcher(field).matches()) {
          amendments.add(field);
        } else {
          int last = amendments.size() - 1;
          amendments.set(last, amendments.get(last) + "-" + field);
        }
      }
      return List.copyOf(amendments);
    }
  }

  /** hhmm as minutes, of the day or elapsed; null if it is none. */
  static Integer minutes(String hhmm, boolean ofDay) {
    if (hhmm == null || hhmm.length() != 4) {
      return null;
    }
    int value = Integer.parseInt(hhmm);
    boolean real = value % 100 < 60 && (!ofDay || value < 2400);
    return real ? Integer.valueOf(value / 100 * 60 + value % 100) : null;
  }

  /** The code of "A1234"; null if it is none. */
  static String squawk(String text) {
    Matcher matcher = SQUAWK.matcher(text.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** Only the ASCII letters and digits, in upper case: how names of flights are compared. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9') {
        letters.append(letter);
      }
    }
    return letters.toString();
  }
}
