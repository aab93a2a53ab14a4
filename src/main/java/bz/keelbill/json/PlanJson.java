package bz.keelbill.json;

import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanBook;
import bz.keelbill.plan.PlanDecoder;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.report.PlanMessage;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Flight plans as clients see them; what is not known is absent. Stateless; any thread. */
public final class PlanJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private PlanJson() {}

  /**
   * One plan as an object.
   *
   * @param matches the live tracks that it explains, by name
   * @param nowMillis decides whether it is open, Unix milliseconds
   */
  public static String plan(FlightPlan plan, Map<String, PlanMatch> matches, long nowMillis) {
    return text(
        json -> {
          writeFlight(plan, nowMillis, json);
          writeTimes(plan, json);
          writeAircraft(plan, json);
          writeClearance(plan, json);
          writeMatches(matches, json);
          writeMessages(plan, json);
        });
  }

  /** A message that fits no plan, or several. */
  public static String loose(PlanBook.Loose loose) {
    return text(
        json -> {
          json.writeStringField("type", loose.message().type().name());
          JournalMembers.write(json, "callsign", loose.message().flight().callsign());
          writeTime("receivedAt", loose.message().origin().receivedAtMillis(), json);
          json.writeStringField("text", loose.message().text());
          JournalMembers.write(
              json, "candidates", loose.candidates().stream().map(FlightPlan::id).toList());
        });
  }

  private static void writeFlight(FlightPlan plan, long nowMillis, JsonGenerator json)
      throws IOException {
    boolean open = plan.opensAtMillis() <= nowMillis && nowMillis <= plan.closesAtMillis();
    json.writeStringField("id", plan.id());
    json.writeStringField("name", plan.name());
    json.writeStringField("state", word(plan.stage()));
    json.writeBooleanField("clearance", plan.isClearance());
    json.writeBooleanField("open", open);
    JournalMembers.write(json, "callsign", emptyIsNull(plan.flight().callsign()));
    JournalMembers.write(json, "from", plan.flight().departure());
    JournalMembers.write(json, "to", plan.flight().destination());
    JournalMembers.write(json, "landedAt", plan.landedAt());
    json.writeBooleanField("diverted", plan.isDiverted());
    JournalMembers.write(json, "route", plan.route());
    JournalMembers.write(json, "alternates", plan.filed().extras().alternates());
    JournalMembers.write(json, "withdrawnBy", plan.story().withdrawnBy());
  }

  private static void writeTimes(FlightPlan plan, JsonGenerator json) throws IOException {
    FlightPlan.Times times = plan.times();
    writeTime("filedAt", times.filedAtMillis(), json);
    writeTime("offBlock", plan.flight().offBlockAtMillis(), json);
    writeTime("departedAt", times.departedAtMillis(), json);
    writeTime("arrival", plan.offBlockAtMillis() == null ? null : plan.arrivalAtMillis(), json);
    writeTime("endedAt", times.endedAtMillis(), json);
    writeTime("opens", plan.opensAtMillis(), json);
    writeTime("closes", plan.closesAtMillis(), json);
    if (times.enrouteMinutes() != null) {
      json.writeNumberField("enrouteMinutes", times.enrouteMinutes());
    }
  }

  private static void writeAircraft(FlightPlan plan, JsonGenerator json) throws IOException {
    FlightPlan.Aircraft aircraft = plan.aircraft();
    PlanMessage.Equipment equipment = plan.filed().extras().equipment();
    Integer address = aircraft.address();
    String hex = address == null ? null : String.format(Locale.ROOT, "%06x", address);
    JournalMembers.write(json, "icao24", hex);
    JournalMembers.write(json, "registration", aircraft.registration());
    JournalMembers.write(json, "squawk", aircraft.squawk());
    JournalMembers.write(json, "type", aircraft.type());
    json.writeNumberField("count", equipment.count());
    JournalMembers.write(json, "rules", plan.filed().details().rules());
    JournalMembers.write(json, "flightType", equipment.flightType());
    JournalMembers.write(json, "wake", equipment.wake());
    JournalMembers.write(json, "equipment", equipment.navigation());
    JournalMembers.write(json, "surveillance", equipment.surveillance());
  }

  private static void writeClearance(FlightPlan plan, JsonGenerator json) throws IOException {
    PlanMessage.Clearance clearance = plan.filed().clearance();
    if (clearance != null) {
      JournalMembers.write(json, "clearedBy", clearance.clearedBy());
      JournalMembers.write(json, "enteredBy", clearance.enteredBy());
      writeTime("until", clearance.untilMillis(), json);
      JournalMembers.write(json, "track", clearance.track());
      JournalMembers.write(json, "remark", clearance.remark());
    }
  }

  private static void writeMatches(Map<String, PlanMatch> matches, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("matches");
    for (Map.Entry<String, PlanMatch> match : matches.entrySet()) {
      json.writeStartObject();
      json.writeStringField("track", match.getKey());
      json.writeStringField("by", word(match.getValue().key()));
      json.writeBooleanField("addressDiffers", match.getValue().addressDiffers());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeMessages(FlightPlan plan, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("other");
    for (Map.Entry<String, String> each : plan.filed().extras().other().entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("messages");
    writeMessage(plan.filed(), json);
    for (PlanMessage message : plan.story().later()) {
      writeMessage(message, json);
    }
    json.writeEndArray();
    JournalMembers.write(json, "notUnderstood", plan.notUnderstood());
  }

  private static void writeMessage(PlanMessage message, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", message.type().name());
    json.writeStringField("feed", message.origin().feed());
    writeTime("receivedAt", message.origin().receivedAtMillis(), json);
    json.writeStringField("text", message.text());
    json.writeEndObject();
  }

  private static void writeTime(String name, Long millis, JsonGenerator json) throws IOException {
    // What holds from the start, or for ever, has no time to show.
    boolean known =
        millis != null && millis != PlanDecoder.FROM_THE_START && millis < Long.MAX_VALUE / 4;
    if (known) {
      json.writeStringField(name, Instant.ofEpochMilli(millis).toString());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String emptyIsNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** What writes the members of one object. */
  private interface Members {
    void to(JsonGenerator json) throws IOException;
  }

  private static String text(Members members) {
    StringWriter text = new StringWriter(1_024);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      members.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }
}
