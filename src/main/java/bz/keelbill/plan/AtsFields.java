package bz.keelbill.plan;

import bz.keelbill.plan.AtsMessage.Destination;
import bz.keelbill.plan.AtsMessage.Kind;
import bz.keelbill.plan.AtsMessage.Rest;
import bz.keelbill.plan.AtsMessage.Stop;
import bz.keelbill.report.PlanMessage.Equipment;
import bz.keelbill.report.PlanMessage.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the fields of one message between its hyphens, and notes what it cannot read. */
final class AtsFields {
  private static final int MAX_CALLSIGN = 10;
  private static final int MAX_FIELDS = 200;
  private static final int MAX_NOTED = 20;
  private static final int LONGEST_NOTE = 80;
  private static final int MAX_ALTERNATES = 2;

  private final Type type;
  private final List<String> fields = new ArrayList<>();
  private final List<String> notUnderstood = new ArrayList<>();

  /** Of the text between the brackets, in capitals. */
  AtsFields(Type type, String body) {
    this.type = type;
    int from = 0;
    for (int at = body.indexOf('-'); at >= 0 && fields.size() < MAX_FIELDS - 1; ) {
      fields.add(body.substring(from, at).strip());
      from = at + 1;
      at = body.indexOf('-', from);
    }
    fields.add(body.substring(from).strip());
  }

  /** The message; null if its flight or departure cannot be made out. */
  AtsMessage message() {
    int rules = type == Type.FPL ? first(AtsFields::isRules, 2, fields.size()) : -1;
    int departure = departure(Math.max(rules, 1) + 1);
    if (departure < 0) {
      return null;
    }
    String flight = joined("", 1, rules < 0 ? departure : rules);
    int slash = flight.indexOf('/');
    String callsign = Letters.of(slash < 0 ? flight : flight.substring(0, slash));
    if (callsign.isEmpty() || callsign.length() > MAX_CALLSIGN) {
      return null;
    }
    String code = slash < 0 ? null : AtsMessage.squawk(flight.substring(slash + 1));
    note(slash >= 0 && code == null, "field 7", slash < 0 ? "" : flight.substring(slash));
    return complete(callsign, code, rules, departure);
  }

  /** Only ARR may leave out the time of field 13. */
  private int departure(int from) {
    int timed = type == Type.ARR ? -1 : first(Stop::isTimedPlace, from, fields.size());
    return timed >= 0 || type == Type.FPL ? timed : first(Stop::isPlace, from, fields.size());
  }

  private AtsMessage complete(String callsign, String squawk, int rules, int departure) {
    int planned = planned(departure + 1);
    int arrived = type == Type.ARR ? arrived(departure + 1) : -1;
    int last = Math.max(Math.max(planned, arrived), type == Type.FPL ? departure + 1 : departure);
    int rest = Math.min(last + 1, fields.size());
    int change = type == Type.CHG ? first(AtsFields::isAmendment, rest, fields.size()) : -1;
    int end = change < 0 ? fields.size() : change;
    OtherFields other = OtherFields.of(joined("-", rest, end));
    boolean routed = type == Type.FPL && planned > departure + 1;
    String route = routed ? joined("-", departure + 1, planned) : null;
    Kind kind = kind(rules, departure, other);
    Stop from = stop("field 13", departure, true);
    Destination to =
        new Destination(
            stop("field 16", planned, false), alternates(planned), stop("field 17", arrived, true));
    Route.of(route).notUnderstood().forEach(this::note);
    other.notUnderstood().forEach(this::note);
    Rest around = new Rest(number(), other, amendments(end), List.copyOf(notUnderstood));
    return new AtsMessage(type, callsign, squawk, kind, from, route, to, around);
  }

  private String number() {
    String number = fields.get(0).length() > 3 ? fields.get(0).substring(3).strip() : "";
    return number.isEmpty() ? null : number;
  }

  /** Field 16: of FPL it stands behind the route and has a time. */
  private int planned(int from) {
    if (type == Type.FPL) {
      return first(Stop::isTimedPlace, from, fields.size());
    }
    boolean alone = type == Type.ARR && first(Stop::isPlace, from + 1, fields.size()) < 0;
    return alone || from >= fields.size() ? -1 : first(Stop::isPlace, from, from + 1);
  }

  /** Field 17: the last place of ARR. */
  private int arrived(int from) {
    int second = first(Stop::isPlace, from + 1, Math.min(from + 2, fields.size()));
    return second >= 0 ? second : first(Stop::isPlace, from, fields.size());
  }

  /** The first field of a shape; if none has it, the first that has it without its blanks. */
  private int first(Predicate<String> shape, int from, int to) {
    for (int index = from; index < to; index++) {
      if (shape.test(fields.get(index))) {
        return index;
      }
    }
    for (int index = from; index < to; index++) {
      String field = fields.get(index);
      if (field.indexOf(' ') >= 0 && shape.test(Letters.dense(field))) {
        return index;
      }
    }
    return -1;
  }

  private Stop stop(String what, int index, boolean timeOfDay) {
    if (index < 0) {
      return Stop.NONE;
    }
    Stop stop = Stop.of(fields.get(index), timeOfDay);
    note(stop.isTimeWrong(fields.get(index)), what, fields.get(index));
    return stop;
  }

  private List<String> alternates(int planned) {
    List<String> alternates = new ArrayList<>();
    String tail = planned < 0 ? "" : Stop.of(fields.get(planned), false).tail();
    for (String word : tail.isEmpty() ? new String[0] : tail.split(" ", MAX_NOTED)) {
      boolean isOne = word.length() == 4 && Letters.areCapitals(word, 0, 4);
      if (isOne && alternates.size() < MAX_ALTERNATES) {
        alternates.add(word);
      } else {
        note(true, "field 16", word);
      }
    }
    return alternates;
  }

  private Kind kind(int rules, int departure, OtherFields other) {
    if (rules < 0) {
      note(type == Type.FPL, "field 8", "missing");
      return new Kind(null, null, Equipment.UNKNOWN);
    }
    String field8 = Letters.dense(fields.get(rules));
    String field9 = rules + 1 < departure ? Letters.dense(fields.get(rules + 1)) : "";
    String field10 = Letters.dense(joined("-", Math.min(rules + 2, departure), departure));
    int letter = 0;
    while (letter < field9.length() && Letters.isDigit(field9.charAt(letter))) {
      letter++;
    }
    int slash = field9.indexOf('/') < 0 ? field9.length() : field9.indexOf('/');
    String wake = slash < field9.length() ? field9.substring(slash + 1) : null;
    boolean right = letter <= 2 && slash > letter && isType(field9.substring(letter, slash));
    note(!right, "field 9", field9.isEmpty() ? "missing" : field9);
    note(wake != null && !isOneOf(wake, "LMHJ"), "field 9", "/" + wake);
    return new Kind(
        field8.substring(0, 1),
        right ? typeOrOther(field9.substring(letter, slash), other) : null,
        new Equipment(
            field8.length() > 1 ? field8.substring(1) : null,
            right && letter > 0 ? Letters.number(field9, 0, letter) : 1,
            wake != null && isOneOf(wake, "LMHJ") ? wake : null,
            part(field10, 0),
            part(field10, 1)));
  }

  private static String typeOrOther(String designator, OtherFields other) {
    boolean named = "ZZZZ".equals(designator) && other.get("TYP") != null;
    return named ? other.get("TYP") : designator;
  }

  /** The part of field 10 before its slash, or behind it; null if there is none. */
  private static String part(String field10, int which) {
    int slash = field10.indexOf('/');
    int end = slash < 0 ? field10.length() : slash;
    String part = which == 0 ? field10.substring(0, end) : field10.substring(end);
    String text = part.startsWith("/") ? part.substring(1) : part;
    return text.isEmpty() ? null : text;
  }

  private List<String> amendments(int from) {
    List<String> amendments = new ArrayList<>();
    for (String field : fields.subList(from, fields.size())) {
      String amendment = amendment(field);
      if (amendment != null) {
        amendments.add(amendment);
      } else {
        int last = amendments.size() - 1;
        amendments.set(last, amendments.get(last) + "-" + field);
      }
    }
    return List.copyOf(amendments);
  }

  private String joined(String between, int from, int to) {
    return to - from == 1 ? fields.get(from) : String.join(between, fields.subList(from, to));
  }

  private void note(boolean isSo, String field, String text) {
    if (isSo) {
      note(field + ": " + text);
    }
  }

  private void note(String said) {
    if (notUnderstood.size() < MAX_NOTED) {
      notUnderstood.add(said.length() > LONGEST_NOTE ? said.substring(0, LONGEST_NOTE) : said);
    }
  }

  private static boolean isRules(String field) {
    boolean alone =
        field.length() == 1 || field.length() == 2 && "SNGMX".indexOf(field.charAt(1)) >= 0;
    return alone && "IVYZ".indexOf(field.charAt(0)) >= 0;
  }

  private static boolean isType(String text) {
    return Letters.areName(text, 2, 4) && Letters.isCapital(text.charAt(0));
  }

  private static boolean isOneOf(String text, String letters) {
    return text.length() == 1 && letters.contains(text);
  }

  private static boolean isAmendment(String field) {
    return amendment(field) != null;
  }

  /** One or two digits and a slash, the number of an amended field, and its text; else null. */
  private static String amendment(String field) {
    int slash = field.indexOf('/');
    String number = slash < 0 ? "" : Letters.dense(field.substring(0, slash));
    boolean right = number.length() <= 2 && Letters.areDigits(number, 0, number.length());
    return right ? number + field.substring(slash) : null;
  }
}
