package bz.keelbill.json;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.Verdict;
import bz.keelbill.detect.Finding;
import bz.keelbill.geo.Position;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An alert as the world outside reads it: on the websocket, in REST and as a line of {@code
 * detect}. The same alert gives the same bytes.
 *
 * <p>The members up to {@code reasons} are always there, the others when they are known. Times are
 * whole seconds, positions have six decimals. Nothing here reads it back; the journal keeps alerts
 * with every digit, see {@link AlertJournal}. Stateless; any thread.
 */
public final class AlertJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DECIMALS = 6;

  private AlertJson() {}

  /** The object with the officer's part, whose members are null before anyone acknowledged. */
  public static String forClients(Alert alert) {
    return text(
        json -> {
          json.writeStartObject();
          writeMembers(alert, json);
          json.writeStringField("acknowledgedBy", alert.history().acknowledgedBy());
          json.writeStringField("acknowledgedAt", acknowledgedAt(alert));
          writeVerdict(alert.history().verdict(), json);
          TendingJson.writeForClients(alert, json);
          json.writeEndObject();
        });
  }

  /** One line without its end, as {@code detect} writes it: without an officer's part. */
  public static String line(Alert alert) {
    return text(
        json -> {
          json.writeStartObject();
          writeMembers(alert, json);
          json.writeEndObject();
        });
  }

  /** What writes one object. */
  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String text(Writing writing) {
    StringWriter text = new StringWriter(1_024);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  /** What it turned out to be: {@code {"is":"true","note":"…","by":"…","at":"…"}}. */
  private static void writeVerdict(Verdict verdict, JsonGenerator json) throws IOException {
    if (verdict != null) {
      json.writeObjectFieldStart("verdict");
      json.writeStringField("is", verdict.ruling().word());
      json.writeStringField("note", verdict.note());
      json.writeStringField("by", verdict.person());
      json.writeStringField("at", time(verdict.atMillis()));
      json.writeEndObject();
    }
  }

  private static void writeMembers(Alert alert, JsonGenerator json) throws IOException {
    writeAlways(alert, json);
    Finding finding = alert.finding();
    writeReasons(finding.terms(), json);
    writeOutlook(finding, json);
    writeMessage(finding.words(), json);
    writeEvidence(finding.evidence(), json);
    JournalMembers.write(json, "linked", alert.linked());
    json.writeNumberField("revision", alert.history().revision());
    if (finding.isCanary()) {
      json.writeBooleanField("canary", true);
    }
  }

  private static void writeAlways(Alert alert, JsonGenerator json) throws IOException {
    Finding finding = alert.finding();
    json.writeStringField("id", alert.id());
    json.writeStringField("kind", finding.kind());
    json.writeStringField("priority", alert.priority().word());
    json.writeStringField("state", alert.state().word());
    json.writeStringField("time", time(finding.moment().atMillis()));
    json.writeStringField("onset", time(finding.moment().onsetMillis()));
    writePosition(finding.moment().position(), json);
    JournalMembers.write(json, "tracks", finding.subject().tracks());
    json.writeStringField("fence", finding.subject().fence());
    json.writeStringField("case", alert.caseId());
    json.writeNumberField("ruleVersion", alert.ruleVersion());
    json.writeStringField("headline", finding.words().headline());
  }

  private static void writePosition(Position position, JsonGenerator json) throws IOException {
    if (position == null) {
      json.writeNullField("position");
      return;
    }
    json.writeObjectFieldStart("position");
    writeNumber("lat", position.latitude(), json);
    writeNumber("lon", position.longitude(), json);
    json.writeEndObject();
  }

  private static void writeReasons(List<Finding.Term> terms, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("reasons");
    for (Finding.Term term : terms) {
      json.writeStartObject();
      json.writeStringField("term", term.term());
      writeNumber("value", term.value(), json);
      JournalMembers.write(json, "unit", term.unit().isEmpty() ? null : term.unit());
      writeNumber("limit", term.limit(), json);
      writeNumber("weight", term.weight(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeOutlook(Finding finding, JsonGenerator json) throws IOException {
    Finding.Outlook outlook = finding.outlook();
    writeNumber("minutesToAct", outlook.minutesToAct(), json);
    JournalMembers.write(json, "normal", outlook.normal());
    JournalMembers.write(json, "coverage", outlook.coverage());
    if (outlook.patrol() != null) {
      SlackJson.writePatrol(outlook.patrol(), json);
    }
    JournalMembers.write(json, "wouldClear", finding.words().wouldClear());
    if (!finding.words().unknown().isEmpty()) {
      JournalMembers.write(json, "unknown", finding.words().unknown());
    }
  }

  private static void writeMessage(Finding.Words words, JsonGenerator json) throws IOException {
    if (words.messageKey() == null) {
      return;
    }
    json.writeObjectFieldStart("message");
    json.writeStringField("key", words.messageKey());
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, Object> entry : words.values().entrySet()) {
      writeValue(entry.getKey(), entry.getValue(), json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeValue(String name, Object value, JsonGenerator json) throws IOException {
    if (value instanceof Boolean yes) {
      json.writeBooleanField(name, yes);
    } else if (value instanceof Number number) {
      writeNumber(name, number.doubleValue(), json);
    } else {
      JournalMembers.write(json, name, value == null ? null : value.toString());
    }
  }

  private static void writeEvidence(List<Finding.Evidence> evidence, JsonGenerator json)
      throws IOException {
    if (evidence.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("evidence");
    for (Finding.Evidence one : evidence) {
      json.writeStartObject();
      json.writeStringField("line", one.line());
      json.writeStringField("time", time(one.atMillis()));
      if (one.position() != null) {
        writeNumber("lat", one.position().latitude(), json);
        writeNumber("lon", one.position().longitude(), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Without the digits that binary fractions leave behind: 41.2, not 41.2000000001; 35, not 35.0.
   */
  private static void writeNumber(String name, double value, JsonGenerator json)
      throws IOException {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      return;
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    json.writeFieldName(name);
    json.writeNumber(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  private static String acknowledgedAt(Alert alert) {
    Alert.History history = alert.history();
    return history.acknowledgedBy() == null ? null : time(history.acknowledgedAtMillis());
  }

  /** RFC 3339 in UTC, the second in which the moment lies: {@code 2026-11-21T03:12:05Z}. */
  private static String time(long millis) {
    return Instant.ofEpochSecond(Math.floorDiv(millis, 1_000L)).toString();
  }
}
