package bz.keelbill.json;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.Tending;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people did with an alert: as clients read it, and both ways for the journal. */
final class TendingJson {
  private TendingJson() {}

  /** What clients are told; members are there when there is something to say. */
  static void writeForClients(Alert alert, JsonGenerator json) throws IOException {
    Tending tending = alert.tending();
    json.writeStringField("raisedAt", time(alert.history().raisedAtMillis()));
    if (alert.waitsForSomebody()) {
      json.writeStringField("waitsSince", time(tending.waitsSinceMillis()));
    }
    if (alert.state() == Alert.State.ACTIVE_SILENCED) {
      json.writeStringField("silencedUntil", exactTime(tending.silencedUntilMillis()));
    }
    if (tending.transfer() != null) {
      writeTransfer(tending.transfer(), json);
    }
    if (alert.state() == Alert.State.SHELVED) {
      writeShelf(tending.shelf(), json);
    }
    writeComments(tending.comments(), json);
    writeEscalations(tending.escalations(), json);
  }

  private static void writeTransfer(Tending.Transfer transfer, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("assigned");
    json.writeStringField("to", transfer.to());
    json.writeStringField("by", transfer.person());
    json.writeStringField("at", time(transfer.atMillis()));
    if (transfer.isAccepted()) {
      json.writeStringField("acceptedAt", time(transfer.acceptedAtMillis()));
    }
    json.writeEndObject();
  }

  private static void writeShelf(Tending.Shelf shelf, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("shelf");
    json.writeStringField("by", shelf.person());
    json.writeStringField("at", time(shelf.atMillis()));
    json.writeStringField("until", time(shelf.untilMillis()));
    json.writeStringField("reason", shelf.reason());
    json.writeEndObject();
  }

  private static void writeComments(List<Tending.Comment> comments, JsonGenerator json)
      throws IOException {
    if (comments.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("comments");
    for (Tending.Comment comment : comments) {
      json.writeStartObject();
      json.writeStringField("by", comment.person());
      json.writeStringField("at", time(comment.atMillis()));
      json.writeStringField("text", comment.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeEscalations(List<Tending.Escalation> taken, JsonGenerator json)
      throws IOException {
    if (taken.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("escalations");
    for (Tending.Escalation one : taken) {
      json.writeStartObject();
      json.writeStringField("step", one.step().word());
      json.writeStringField("at", time(one.atMillis()));
      json.writeStringField("by", one.person());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** For the journal. */
  static void write(Tending tending, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tending");
    json.writeNumberField("waitsSinceMillis", tending.waitsSinceMillis());
    json.writeNumberField("silencedUntilMillis", tending.silencedUntilMillis());
    Tending.Transfer transfer = tending.transfer();
    if (transfer != null) {
      json.writeObjectFieldStart("transfer");
      writeWho(transfer.person(), transfer.atMillis(), json);
      json.writeStringField("to", transfer.to());
      json.writeNumberField("acceptedAtMillis", transfer.acceptedAtMillis());
      json.writeEndObject();
    }
    Tending.Shelf shelf = tending.shelf();
    if (shelf != null) {
      json.writeObjectFieldStart("shelf");
      writeWho(shelf.person(), shelf.atMillis(), json);
      json.writeNumberField("untilMillis", shelf.untilMillis());
      json.writeStringField("reason", shelf.reason());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("comments");
    for (Tending.Comment comment : tending.comments()) {
      json.writeStartObject();
      writeWho(comment.person(), comment.atMillis(), json);
      json.writeStringField("text", comment.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("escalations");
    for (Tending.Escalation taken : tending.escalations()) {
      json.writeStartObject();
      writeWho(taken.person(), taken.atMillis(), json);
      json.writeStringField("step", taken.step().word());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeWho(String person, long atMillis, JsonGenerator json)
      throws IOException {
    json.writeStringField("person", person);
    json.writeNumberField("atMillis", atMillis);
  }

  /**
   * From the journal.
   *
   * @param json the history; one that an older version wrote says nothing of it
   */
  static Tending read(JsonNode json) {
    JsonNode tending = json.get("tending");
    if (tending == null) {
      return Tending.untouched(JournalMembers.whole(json, "raisedAtMillis"));
    }
    List<Tending.Comment> comments = new ArrayList<>();
    JournalMembers.required(tending, "comments")
        .forEach(
            one ->
                comments.add(
                    new Tending.Comment(
                        person(one), atMillis(one), JournalMembers.text(one, "text"))));
    List<Tending.Escalation> taken = new ArrayList<>();
    JournalMembers.required(tending, "escalations")
        .forEach(
            one ->
                taken.add(
                    new Tending.Escalation(AlertOrderJson.step(one), atMillis(one), person(one))));
    return new Tending(
        JournalMembers.whole(tending, "waitsSinceMillis"),
        JournalMembers.whole(tending, "silencedUntilMillis"),
        transfer(tending.get("transfer")),
        shelf(tending.get("shelf")),
        comments,
        taken);
  }

  private static Tending.Transfer transfer(JsonNode json) {
    return json == null
        ? null
        : new Tending.Transfer(
            person(json),
            JournalMembers.text(json, "to"),
            atMillis(json),
            JournalMembers.whole(json, "acceptedAtMillis"));
  }

  private static Tending.Shelf shelf(JsonNode json) {
    return json == null
        ? null
        : new Tending.Shelf(
            person(json),
            atMillis(json),
            JournalMembers.whole(json, "untilMillis"),
            JournalMembers.text(json, "reason"));
  }

  private static String person(JsonNode json) {
    return JournalMembers.text(json, "person");
  }

  private static long atMillis(JsonNode json) {
    return JournalMembers.whole(json, "atMillis");
  }

  private static String exactTime(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static String time(long millis) {
    return Instant.ofEpochSecond(Math.floorDiv(millis, 1_000L)).toString();
  }
}
