package bz.keelbill.web;

import bz.keelbill.report.PlanMessage;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A clearance as the page types it in: read member by member, every fault with its place. */
final class ClearanceBody {
  private static final Set<String> MEMBERS =
      Set.of(
          "callsign",
          "registration",
          "icao24",
          "squawk",
          "track",
          "type",
          "from",
          "to",
          "route",
          "offBlock",
          "until",
          "clearedBy",
          "remark");
  private static final Pattern NAME = Pattern.compile("[A-Z0-9]{2,10}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-F]{6}");
  private static final Pattern SQUAWK = Pattern.compile("[0-7]{4}");
  private static final int LONGEST_PLACE = 40;
  private static final int LONGEST_TEXT = 300;

  private final JsonObject body;
  private final JsonArray errors = new JsonArray();

  ClearanceBody(JsonObject body) {
    this.body = body;
  }

  /** What is wrong with it; empty when nothing is. */
  JsonArray errors() {
    return errors;
  }

  /** The order; only of use when there are no errors. Without a time it is cleared from now on. */
  Order.ClearFlight order(Order.Act act) {
    refuseUnknown();
    String callsign = name("callsign");
    String registration = name("registration");
    String address = shaped("icao24", ADDRESS, "must be six hexadecimal digits");
    String squawk = shaped("squawk", SQUAWK, "must be four digits from 0 to 7");
    String track = text("track", LONGEST_TEXT);
    Long offBlock = time("offBlock");
    long from = offBlock == null ? act.atMillis() : offBlock;
    Long until = time("until");
    String clearedBy = text("clearedBy", LONGEST_TEXT);
    if (callsign == null
        && registration == null
        && address == null
        && squawk == null
        && track == null) {
      fault("callsign", "a callsign, a registration, an address, a squawk or a track is needed");
    }
    if (clearedBy == null) {
      fault("clearedBy", "who cleared it is needed");
    }
    if (until != null && until <= from) {
      fault("until", "must be after the time of departure");
    }
    return new Order.ClearFlight(
        act,
        new PlanMessage.Flight(callsign, place("from"), from, place("to")),
        new PlanMessage.Details(
            null,
            address == null ? null : Integer.valueOf(address, 16),
            registration,
            squawk,
            null,
            text("type", LONGEST_PLACE),
            text("route", LONGEST_TEXT),
            null),
        new PlanMessage.Clearance(
            clearedBy, act.person(), until, track, text("remark", LONGEST_TEXT)));
  }

  private void refuseUnknown() {
    for (String member : body.fieldNames()) {
      if (!MEMBERS.contains(member)) {
        fault(member, "there is no such member");
      }
    }
  }

  private String name(String member) {
    String text = text(member, LONGEST_TEXT);
    String letters = text == null ? null : text.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
    if (letters != null && !NAME.matcher(letters).matches()) {
      fault(member, "must be 2 to 10 letters and digits");
      return null;
    }
    return letters;
  }

  private String shaped(String member, Pattern shape, String otherwise) {
    String text = text(member, LONGEST_TEXT);
    String upper = text == null ? null : text.toUpperCase(Locale.ROOT);
    if (upper != null && !shape.matcher(upper).matches()) {
      fault(member, otherwise);
      return null;
    }
    return upper;
  }

  private String place(String member) {
    String text = text(member, LONGEST_PLACE);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  private Long time(String member) {
    String text = text(member, LONGEST_TEXT);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException notATime) {
      fault(member, "must be a time as 2026-11-23T14:30:00Z");
      return null;
    }
  }

  /** A text without blanks around it; null if absent or empty. */
  private String text(String member, int longest) {
    Object value = body.getValue(member);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String)) {
      fault(member, "must be a text");
      return null;
    }
    String text = ((String) value).strip();
    if (text.length() > longest) {
      fault(member, "must not be longer than " + longest);
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  private void fault(String member, String detail) {
    errors.addAll(Problem.at("/" + member, detail));
  }
}
