package bz.keelbill.json;

import bz.keelbill.detect.KnownGood;
import bz.keelbill.fence.Fence;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Order.Act;
import bz.keelbill.watch.Order.ClearFlight;
import bz.keelbill.watch.Order.Confirmation;
import bz.keelbill.watch.Order.EndKnownGood;
import bz.keelbill.watch.Order.FilePlans;
import bz.keelbill.watch.Order.PutFence;
import bz.keelbill.watch.Order.PutKnownGood;
import bz.keelbill.watch.Order.PutWatchList;
import bz.keelbill.watch.Order.RemoveFence;
import bz.keelbill.watch.Order.RemoveWatchList;
import bz.keelbill.watch.Order.ReportSightings;
import bz.keelbill.watch.Order.ReviewKnownGood;
import bz.keelbill.watch.Order.SetRules;
import bz.keelbill.watch.Order.WithdrawPlan;
import bz.keelbill.watch.Order.WithdrawSighting;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Orders both ways, for the journal and the record. The same order gives the same bytes. Stateless;
 * any thread.
 */
public final class OrderJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OrderJson() {}

  /** The word for what an order does: {@code put-fence}, {@code acknowledge} and so on. */
  public static String word(Order.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes one object. */
  public static void write(Order order, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("order", word(order.kind()));
    json.writeStringField("person", order.act().person());
    json.writeNumberField("atMillis", order.act().atMillis());
    writeConfirmation(order.act().confirmation(), json);
    switch (order.kind()) {
      case PUT_FENCE -> writeFence(((PutFence) order).fence(), json);
      case REMOVE_FENCE -> json.writeStringField("fenceId", ((RemoveFence) order).fenceId());
      case SET_RULES -> RuleOrderJson.write((SetRules) order, json);
      case ACKNOWLEDGE, CLOSE_ALERT, SILENCE, ASSIGN, ACCEPT, SHELVE, UNSHELVE, ESCALATE, COMMENT ->
          AlertOrderJson.write((Order.OnAlert) order, json);
      case CLEAR_FLIGHT -> FlightOrderJson.write((ClearFlight) order, json);
      case FILE_PLANS -> FlightOrderJson.write((FilePlans) order, json);
      case WITHDRAW_PLAN -> json.writeStringField("planId", ((WithdrawPlan) order).planId());
      case REPORT_SIGHTINGS -> SightingJson.write((ReportSightings) order, json);
      case WITHDRAW_SIGHTING ->
          json.writeStringField("reportId", ((WithdrawSighting) order).reportId());
      case PUT_KNOWN_GOOD -> writeEntry(((PutKnownGood) order).entry(), json);
      case REVIEW_KNOWN_GOOD -> {
        json.writeStringField("entryId", ((ReviewKnownGood) order).entryId());
        json.writeNumberField("untilMillis", ((ReviewKnownGood) order).untilMillis());
      }
      case END_KNOWN_GOOD -> json.writeStringField("entryId", ((EndKnownGood) order).entryId());
      case PUT_WATCH_LIST -> WatchListJson.write(((PutWatchList) order).list(), json);
      case REMOVE_WATCH_LIST -> json.writeStringField("listId", ((RemoveWatchList) order).listId());
    }
    json.writeEndObject();
  }

  /**
   * Reads one object.
   *
   * @throws IllegalArgumentException if it is no order that this version knows
   */
  public static Order read(JsonNode json) {
    Act act =
        new Act(
            JournalMembers.text(json, "person"),
            JournalMembers.whole(json, "atMillis"),
            confirmation(json.get("confirmed")));
    return switch (kind(JournalMembers.text(json, "order"))) {
      case PUT_FENCE -> new PutFence(act, fence(JournalMembers.required(json, "fence")));
      case REMOVE_FENCE -> new RemoveFence(act, JournalMembers.text(json, "fenceId"));
      case SET_RULES -> RuleOrderJson.read(act, json);
      case ACKNOWLEDGE -> new Order.Acknowledge(act, AlertOrderJson.alertId(json));
      case CLOSE_ALERT -> AlertOrderJson.closing(act, json);
      case SILENCE -> new Order.Silence(act, AlertOrderJson.alertId(json));
      case ASSIGN ->
          new Order.Assign(act, AlertOrderJson.alertId(json), JournalMembers.text(json, "to"));
      case ACCEPT -> new Order.Accept(act, AlertOrderJson.alertId(json));
      case SHELVE -> AlertOrderJson.shelving(act, json);
      case UNSHELVE -> new Order.Unshelve(act, AlertOrderJson.alertId(json));
      case ESCALATE -> AlertOrderJson.escalation(act, json);
      case COMMENT ->
          new Order.Comment(act, AlertOrderJson.alertId(json), JournalMembers.text(json, "text"));
      case CLEAR_FLIGHT -> FlightOrderJson.clearance(act, json);
      case FILE_PLANS -> FlightOrderJson.plans(act, json);
      case WITHDRAW_PLAN -> new WithdrawPlan(act, JournalMembers.text(json, "planId"));
      case REPORT_SIGHTINGS -> SightingJson.sightings(act, json);
      case WITHDRAW_SIGHTING -> new WithdrawSighting(act, JournalMembers.text(json, "reportId"));
      case PUT_KNOWN_GOOD -> new PutKnownGood(act, entry(JournalMembers.required(json, "entry")));
      case REVIEW_KNOWN_GOOD ->
          new ReviewKnownGood(
              act, JournalMembers.text(json, "entryId"), JournalMembers.whole(json, "untilMillis"));
      case END_KNOWN_GOOD -> new EndKnownGood(act, JournalMembers.text(json, "entryId"));
      case PUT_WATCH_LIST -> new PutWatchList(act, WatchListJson.list(json));
      case REMOVE_WATCH_LIST -> new RemoveWatchList(act, JournalMembers.text(json, "listId"));
    };
  }

  private static Order.Kind kind(String word) {
    for (Order.Kind kind : Order.Kind.values()) {
      if (word(kind).equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no order is called " + word);
  }

  private static void writeConfirmation(Confirmation confirmation, JsonGenerator json)
      throws IOException {
    if (confirmation != null) {
      json.writeObjectFieldStart("confirmed");
      json.writeStringField("person", confirmation.person());
      json.writeStringField("reason", confirmation.reason());
      json.writeEndObject();
    }
  }

  private static Confirmation confirmation(JsonNode confirmed) {
    return confirmed == null
        ? null
        : new Confirmation(
            JournalMembers.text(confirmed, "person"), JournalMembers.text(confirmed, "reason"));
  }

  private static void writeFence(Fence fence, JsonGenerator json) throws IOException {
    json.writeFieldName("fence");
    JSON.writeTree(json, FenceGeoJson.write(fence));
  }

  private static Fence fence(JsonNode feature) {
    try {
      return FenceGeoJson.readFeature("order", feature);
    } catch (GeoJsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void writeEntry(KnownGood.Entry entry, JsonGenerator json) throws IOException {
    json.writeFieldName("entry");
    JSON.writeTree(json, KnownGoodJson.write(entry));
  }

  private static KnownGood.Entry entry(JsonNode entry) {
    try {
      return KnownGoodJson.read("order", entry, List.of());
    } catch (GeoJsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
