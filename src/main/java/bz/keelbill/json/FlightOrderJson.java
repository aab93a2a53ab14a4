package bz.keelbill.json;

import bz.keelbill.report.PlanMessage;
import bz.keelbill.watch.Order.Act;
import bz.keelbill.watch.Order.ClearFlight;
import bz.keelbill.watch.Order.FilePlans;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The orders that tell of flights, both ways; what is not known is absent. */
final class FlightOrderJson {
  private FlightOrderJson() {}

  static void write(ClearFlight order, JsonGenerator json) throws IOException {
    PlanMessage.Flight flight = order.flight();
    PlanMessage.Details details = order.details();
    PlanMessage.Clearance clearance = order.clearance();
    JournalMembers.write(json, "callsign", flight.callsign());
    JournalMembers.write(json, "from", flight.departure());
    write(json, "offBlockAtMillis", flight.offBlockAtMillis());
    JournalMembers.write(json, "to", flight.destination());
    write(json, "enrouteMinutes", details.enrouteMinutes());
    write(json, "address", details.address());
    JournalMembers.write(json, "registration", details.registration());
    JournalMembers.write(json, "squawk", details.squawk());
    JournalMembers.write(json, "rules", details.rules());
    JournalMembers.write(json, "type", details.aircraftType());
    JournalMembers.write(json, "route", details.route());
    JournalMembers.write(json, "arrivedAt", details.arrivedAt());
    JournalMembers.write(json, "clearedBy", clearance.clearedBy());
    JournalMembers.write(json, "enteredBy", clearance.enteredBy());
    write(json, "untilMillis", clearance.untilMillis());
    JournalMembers.write(json, "track", clearance.track());
    JournalMembers.write(json, "remark", clearance.remark());
  }

  static ClearFlight clearance(Act act, JsonNode json) {
    return new ClearFlight(
        act,
        new PlanMessage.Flight(
            text(json, "callsign"),
            text(json, "from"),
            whole(json, "offBlockAtMillis"),
            text(json, "to")),
        new PlanMessage.Details(
            small(json, "enrouteMinutes"),
            small(json, "address"),
            text(json, "registration"),
            text(json, "squawk"),
            text(json, "rules"),
            text(json, "type"),
            text(json, "route"),
            text(json, "arrivedAt")),
        new PlanMessage.Clearance(
            text(json, "clearedBy"),
            text(json, "enteredBy"),
            whole(json, "untilMillis"),
            text(json, "track"),
            text(json, "remark")));
  }

  static void write(FilePlans order, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("pieces");
    for (FilePlans.Piece piece : order.pieces()) {
      json.writeStartObject();
      json.writeNumberField("line", piece.line());
      json.writeStringField("text", piece.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static FilePlans plans(Act act, JsonNode json) {
    List<FilePlans.Piece> pieces = new ArrayList<>();
    for (JsonNode piece : JournalMembers.required(json, "pieces")) {
      pieces.add(
          new FilePlans.Piece(
              JournalMembers.whole(piece, "line"), JournalMembers.text(piece, "text")));
    }
    return new FilePlans(act, pieces);
  }

  private static void write(JsonGenerator json, String name, Number value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value.longValue());
    }
  }

  private static String text(JsonNode json, String name) {
    return JournalMembers.textOrNull(json, name);
  }

  private static Long whole(JsonNode json, String name) {
    return json.has(name) ? Long.valueOf(JournalMembers.whole(json, name)) : null;
  }

  private static Integer small(JsonNode json, String name) {
    return json.has(name) ? Integer.valueOf((int) JournalMembers.whole(json, name)) : null;
  }
}
