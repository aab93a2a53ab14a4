package bz.keelbill.json;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.Verdict;
import bz.keelbill.detect.Finding;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An alert with every digit, as the journal keeps it: what is read is equal to what was written.
 *
 * <p>Times are Unix milliseconds. Stateless; any thread.
 */
public final class AlertJournal {
  private AlertJournal() {}

  /** Writes one object. */
  public static void write(Alert alert, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", alert.id());
    json.writeStringField("case", alert.caseId());
    json.writeStringField("priority", alert.priority().word());
    json.writeStringField("state", alert.state().word());
    json.writeNumberField("ruleVersion", alert.ruleVersion());
    json.writeFieldName("finding");
    writeFinding(alert.finding(), json);
    writeHistory(alert.history(), json);
    JournalMembers.write(json, "linked", alert.linked());
    json.writeEndObject();
  }

  /**
   * Reads one object.
   *
   * @throws IllegalArgumentException if a member is missing or is no such thing
   */
  public static Alert read(JsonNode json) {
    return new Alert(
        JournalMembers.text(json, "id"),
        JournalMembers.text(json, "case"),
        priority(json),
        state(json),
        finding(JournalMembers.required(json, "finding")),
        (int) JournalMembers.whole(json, "ruleVersion"),
        history(json),
        JournalMembers.texts(json, "linked"));
  }

  private static void writeHistory(Alert.History history, JsonGenerator json) throws IOException {
    json.writeNumberField("revision", history.revision());
    json.writeNumberField("raisedAtMillis", history.raisedAtMillis());
    json.writeNumberField("lastTrueAtMillis", history.lastTrueAtMillis());
    JournalMembers.write(json, "acknowledgedBy", history.acknowledgedBy());
    json.writeNumberField("acknowledgedAtMillis", history.acknowledgedAtMillis());
    if (history.verdict() != null) {
      writeVerdict(history.verdict(), json);
    }
    TendingJson.write(history.tending(), json);
  }

  private static void writeVerdict(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("judged");
    json.writeStringField("verdict", verdict.ruling().word());
    json.writeStringField("note", verdict.note());
    json.writeStringField("person", verdict.person());
    json.writeNumberField("atMillis", verdict.atMillis());
    json.writeEndObject();
  }

  private static Verdict verdict(JsonNode judged) {
    return judged == null
        ? null
        : new Verdict(
            JournalMembers.text(judged, "person"),
            JournalMembers.whole(judged, "atMillis"),
            ruling(judged),
            JournalMembers.text(judged, "note"));
  }

  /** The ruling in {@code verdict}. */
  static Verdict.Ruling ruling(JsonNode json) {
    String word = JournalMembers.text(json, "verdict");
    Verdict.Ruling ruling = Verdict.Ruling.ofWord(word);
    if (ruling == null) {
      throw new IllegalArgumentException("no verdict " + word);
    }
    return ruling;
  }

  private static Alert.History history(JsonNode json) {
    return new Alert.History(
        (int) JournalMembers.whole(json, "revision"),
        JournalMembers.whole(json, "raisedAtMillis"),
        JournalMembers.whole(json, "lastTrueAtMillis"),
        JournalMembers.textOrNull(json, "acknowledgedBy"),
        JournalMembers.whole(json, "acknowledgedAtMillis"),
        verdict(json.get("judged")),
        TendingJson.read(json));
  }

  private static void writeFinding(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", finding.kind());
    json.writeStringField("priority", finding.priority().word());
    json.writeStringField("lineage", finding.subject().lineage());
    JournalMembers.write(json, "tracks", finding.subject().tracks());
    JournalMembers.write(json, "fence", finding.subject().fence());
    JournalMembers.write(json, "partner", finding.subject().partner());
    json.writeNumberField("onsetMillis", finding.moment().onsetMillis());
    json.writeNumberField("atMillis", finding.moment().atMillis());
    JournalMembers.write(json, finding.moment().position());
    writeWords(finding.words(), json);
    writeTerms(finding.terms(), json);
    writeOutlook(finding.outlook(), json);
    writeEvidence(finding.evidence(), json);
    json.writeEndObject();
  }

  private static Finding finding(JsonNode json) {
    return new Finding(
        JournalMembers.text(json, "kind"),
        priority(json),
        new Finding.Subject(
            JournalMembers.text(json, "lineage"),
            JournalMembers.texts(json, "tracks"),
            JournalMembers.textOrNull(json, "fence"),
            JournalMembers.textOrNull(json, "partner")),
        new Finding.Moment(
            JournalMembers.whole(json, "onsetMillis"),
            JournalMembers.whole(json, "atMillis"),
            JournalMembers.position(json)),
        words(json),
        terms(JournalMembers.required(json, "terms")),
        new Finding.Outlook(
            JournalMembers.number(json, "minutesToAct"),
            JournalMembers.textOrNull(json, "normal"),
            JournalMembers.textOrNull(json, "coverage"),
            PatrolJournal.read(json)),
        evidence(JournalMembers.required(json, "evidence")));
  }

  private static void writeWords(Finding.Words words, JsonGenerator json) throws IOException {
    JournalMembers.write(json, "headline", words.headline());
    JournalMembers.write(json, "messageKey", words.messageKey());
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, Object> entry : words.values().entrySet()) {
      json.writeFieldName(entry.getKey());
      writeValue(entry.getValue(), json);
    }
    json.writeEndObject();
    JournalMembers.write(json, "wouldClear", words.wouldClear());
    JournalMembers.write(json, "unknown", words.unknown());
  }

  private static Finding.Words words(JsonNode json) {
    Map<String, Object> values = new LinkedHashMap<>();
    JournalMembers.required(json, "values")
        .fields()
        .forEachRemaining(entry -> values.put(entry.getKey(), value(entry.getValue())));
    return new Finding.Words(
        JournalMembers.textOrNull(json, "headline"),
        JournalMembers.textOrNull(json, "messageKey"),
        values,
        JournalMembers.textOrNull(json, "wouldClear"),
        JournalMembers.texts(json, "unknown"));
  }

  /** A whole number without a wrapping is a Long, one with a point is a Double. */
  private static void writeValue(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Boolean yes) {
      json.writeBoolean(yes);
    } else if (value instanceof Long whole) {
      json.writeNumber(whole);
    } else if (value instanceof Integer whole) {
      json.writeStartObject();
      json.writeNumberField("int", whole);
      json.writeEndObject();
    } else if (value instanceof Number number) {
      writeReal(number.doubleValue(), json);
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }

  private static void writeReal(double value, JsonGenerator json) throws IOException {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      json.writeStartObject();
      json.writeStringField("real", Double.toString(value));
      json.writeEndObject();
    } else {
      json.writeNumber(value);
    }
  }

  private static Object value(JsonNode node) {
    if (node.isTextual()) {
      return node.asText();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isObject()) {
      return node.has("int")
          ? (Object) (int) JournalMembers.whole(node, "int")
          : (Object) JournalMembers.number(node, "real");
    }
    return node.isNull() ? null : number(node);
  }

  private static Object number(JsonNode node) {
    return node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble();
  }

  private static void writeTerms(List<Finding.Term> terms, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("terms");
    for (Finding.Term term : terms) {
      json.writeStartObject();
      json.writeStringField("term", term.term());
      JournalMembers.write(json, "value", term.value());
      JournalMembers.write(json, "unit", term.unit());
      JournalMembers.write(json, "limit", term.limit());
      JournalMembers.write(json, "weight", term.weight());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<Finding.Term> terms(JsonNode json) {
    List<Finding.Term> terms = new ArrayList<>();
    for (JsonNode term : json) {
      terms.add(
          new Finding.Term(
              JournalMembers.text(term, "term"),
              JournalMembers.number(term, "value"),
              JournalMembers.textOrNull(term, "unit"),
              JournalMembers.number(term, "limit"),
              JournalMembers.number(term, "weight")));
    }
    return terms;
  }

  private static void writeOutlook(Finding.Outlook outlook, JsonGenerator json) throws IOException {
    JournalMembers.write(json, "minutesToAct", outlook.minutesToAct());
    JournalMembers.write(json, "normal", outlook.normal());
    JournalMembers.write(json, "coverage", outlook.coverage());
    PatrolJournal.write(outlook.patrol(), json);
  }

  private static void writeEvidence(List<Finding.Evidence> evidence, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("evidence");
    for (Finding.Evidence one : evidence) {
      json.writeStartObject();
      json.writeStringField("line", one.line());
      json.writeNumberField("atMillis", one.atMillis());
      JournalMembers.write(json, one.position());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<Finding.Evidence> evidence(JsonNode json) {
    List<Finding.Evidence> evidence = new ArrayList<>();
    for (JsonNode one : json) {
      Position position = JournalMembers.position(one);
      evidence.add(
          new Finding.Evidence(
              JournalMembers.text(one, "line"), JournalMembers.whole(one, "atMillis"), position));
    }
    return evidence;
  }

  private static Priority priority(JsonNode json) {
    String word = JournalMembers.text(json, "priority");
    Priority priority = Priority.ofWord(word);
    if (priority == null) {
      throw new IllegalArgumentException("no priority " + word);
    }
    return priority;
  }

  private static Alert.State state(JsonNode json) {
    String word = JournalMembers.text(json, "state");
    Alert.State state = Alert.State.ofWord(word);
    if (state == null) {
      throw new IllegalArgumentException("no state " + word);
    }
    return state;
  }
}
