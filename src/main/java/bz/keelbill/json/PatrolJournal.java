package bz.keelbill.json;

import bz.keelbill.detect.Patrol;
import bz.keelbill.track.Intercept;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Who of ours would be there first, with every digit, as the journal keeps it with an alert. */
final class PatrolJournal {
  private PatrolJournal() {}

  /** Writes the member {@code patrol} unless there is none. */
  static void write(Patrol patrol, JsonGenerator json) throws IOException {
    if (patrol == null) {
      return;
    }
    json.writeObjectFieldStart("patrol");
    json.writeStringField("track", patrol.track());
    JournalMembers.write(json, "who", patrol.who());
    JournalMembers.write(json, patrol.from());
    JournalMembers.write(json, "knots", patrol.knots());
    JournalMembers.write(json, "metres", patrol.metres());
    json.writeBooleanField("overLand", patrol.isOverLand());
    json.writeObjectFieldStart("intercept");
    Intercept meeting = patrol.intercept();
    JournalMembers.write(json, "minutes", meeting.minutes());
    JournalMembers.write(json, "courseDegrees", meeting.courseDegrees());
    JournalMembers.write(json, meeting.at());
    JournalMembers.write(json, "earliestMinutes", meeting.earliestMinutes());
    JournalMembers.write(json, "latestMinutes", meeting.latestMinutes());
    JournalMembers.write(json, "neededKnots", meeting.neededKnots());
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * Reads it out of an alert's finding; null if there is none, as in alerts of earlier versions.
   *
   * @throws IllegalArgumentException if a member is missing
   */
  static Patrol read(JsonNode finding) {
    JsonNode json = finding.get("patrol");
    if (json == null || json.isNull()) {
      return null;
    }
    JsonNode meeting = JournalMembers.required(json, "intercept");
    return new Patrol(
        JournalMembers.text(json, "track"),
        JournalMembers.textOrNull(json, "who"),
        JournalMembers.position(json),
        JournalMembers.number(json, "knots"),
        JournalMembers.number(json, "metres"),
        new Intercept(
            JournalMembers.number(meeting, "minutes"),
            JournalMembers.number(meeting, "courseDegrees"),
            JournalMembers.position(meeting),
            JournalMembers.number(meeting, "earliestMinutes"),
            JournalMembers.number(meeting, "latestMinutes"),
            JournalMembers.number(meeting, "neededKnots")),
        JournalMembers.required(json, "overLand").asBoolean());
  }
}
