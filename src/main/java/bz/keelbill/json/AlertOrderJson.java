package bz.keelbill.json;

import bz.keelbill.alert.Tending;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Order.Act;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What is particular in orders on alerts, both ways. */
final class AlertOrderJson {
  private static final String ALERT_ID = "alertId";

  private AlertOrderJson() {}

  static void write(Order.OnAlert order, JsonGenerator json) throws IOException {
    json.writeStringField(ALERT_ID, order.alertId());
    if (order instanceof Order.CloseAlert closing) {
      json.writeStringField("verdict", closing.ruling().word());
      json.writeStringField("note", closing.note());
    } else if (order instanceof Order.Assign assign) {
      json.writeStringField("to", assign.to());
    } else if (order instanceof Order.Shelve shelve) {
      json.writeNumberField("untilMillis", shelve.untilMillis());
      json.writeStringField("reason", shelve.reason());
    } else if (order instanceof Order.Escalate escalate) {
      json.writeStringField("step", escalate.step().word());
    } else if (order instanceof Order.Comment comment) {
      json.writeStringField("text", comment.text());
    }
  }

  static String alertId(JsonNode json) {
    return JournalMembers.text(json, ALERT_ID);
  }

  static Order closing(Act act, JsonNode json) {
    return new Order.CloseAlert(
        act, alertId(json), AlertJournal.ruling(json), JournalMembers.text(json, "note"));
  }

  static Order shelving(Act act, JsonNode json) {
    return new Order.Shelve(
        act,
        alertId(json),
        JournalMembers.whole(json, "untilMillis"),
        JournalMembers.text(json, "reason"));
  }

  static Order escalation(Act act, JsonNode json) {
    return new Order.Escalate(act, alertId(json), step(json));
  }

  /** The step in {@code step}. */
  static Tending.Step step(JsonNode json) {
    String word = JournalMembers.text(json, "step");
    Tending.Step step = Tending.Step.ofWord(word);
    if (step == null) {
      throw new IllegalArgumentException("no step " + word);
    }
    return step;
  }
}
