package bz.keelbill.record;

import bz.keelbill.record.JournalLine.Stub;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Says what a line of the journal is about, and reads it no further than it must: a start goes
 * through all of them, and most alert entries were revised and most fences changed long since.
 *
 * <p>What stands member after member as this program writes it is read byte by byte; whatever else
 * is JSON is read as such, and says the same.
 */
final class StubReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int TIME_CHARS = "2026-11-23T06:00:00.123Z".length();

  private final byte[] line;
  private int at;
  private boolean isOtherwise;

  private StubReader(byte[] line) {
    this.line = line;
  }

  /**
   * Of a whole line.
   *
   * @throws IllegalArgumentException if this version does not understand it
   */
  static Stub of(byte[] line) {
    Stub written = asWritten(line);
    return written == null ? ofAnyJson(line) : written;
  }

  /** Null if it is written in any other way. */
  static Stub asWritten(byte[] line) {
    return new StubReader(line).read();
  }

  private Stub read() {
    expect("{\"seq\":");
    long seq = number();
    expect(",\"at\":\"");
    String time = word();
    expect(",\"type\":\"");
    JournalEntry.Kind kind = isOtherwise ? null : JournalLine.kindOf(word());
    expect(",\"what\":\"");
    String what = word();
    long alertSeq = 0;
    String alertId = null;
    String fenceId = null;
    if (kind == JournalEntry.Kind.ALERT) {
      expect(",\"alertSeq\":");
      alertSeq = number();
      expect(",\"body\":{\"id\":\"");
      alertId = word();
    } else if (kind == JournalEntry.Kind.ORDER) {
      fenceId = fence(what);
    }
    isOtherwise |= kind == null;
    boolean isWhole = !isOtherwise && time.length() == TIME_CHARS && time.endsWith("Z");
    return isWhole ? new Stub(seq, alertSeq, millis(time), kind, what, alertId, fenceId) : null;
  }

  /** Whose fence an order puts or takes away; null if it is another. */
  private String fence(String what) {
    boolean puts = JournalLine.PUT_FENCE.equals(what);
    if (!puts && !JournalLine.REMOVE_FENCE.equals(what)) {
      return null;
    }
    expect(",\"body\":{\"order\":\"");
    word();
    expect(",\"person\":\"");
    skipText();
    expect(",\"atMillis\":");
    number();
    expect(puts ? ",\"fence\":{\"type\":\"Feature\",\"id\":\"" : ",\"fenceId\":\"");
    return word();
  }

  private void expect(String text) {
    for (int i = 0; i < text.length() && !isOtherwise; i++) {
      isOtherwise = at >= line.length || line[at++] != text.charAt(i);
    }
  }

  /** Digits of at most eighteen places. */
  private long number() {
    int start = at;
    long value = 0;
    while (at < line.length && line[at] >= '0' && line[at] <= '9') {
      value = 10 * value + line[at++] - '0';
    }
    isOtherwise |= at == start || at - start > 18;
    return value;
  }

  /** Up to the quotation mark, which is passed; of plain characters alone. */
  private String word() {
    int start = at;
    while (at < line.length && line[at] != '"') {
      isOtherwise |= line[at] < ' ' || line[at] == '\\';
      at++;
    }
    if (at >= line.length) {
      isOtherwise = true;
      return "";
    }
    return new String(line, start, at++ - start, StandardCharsets.US_ASCII);
  }

  /** Past a text of any characters and its quotation mark. */
  private void skipText() {
    while (at < line.length && line[at] != '"') {
      at += line[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  /** Of a line that is written in whatever way. */
  static Stub ofAnyJson(byte[] line) {
    try (JsonParser json = JSON.createParser(line)) {
      Map<String, String> members = new HashMap<>();
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME && !json.currentName().equals("body")) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, json.getText());
      }
      JournalEntry.Kind kind = JournalLine.kind(members.get("type"));
      return new Stub(
          Long.parseLong(members.get("seq")),
          Long.parseLong(members.getOrDefault("alertSeq", "0")),
          millis(members.get("at")),
          kind,
          members.get("what"),
          kind == JournalEntry.Kind.ALERT ? firstMember(json) : null,
          kind == JournalEntry.Kind.ORDER ? fenceId(members.get("what"), json) : null);
    } catch (IOException | RuntimeException e) {
      throw JournalLine.notUnderstood(e.getMessage());
    }
  }

  /** A time as we write it, read in a tenth of what any form of it takes; else any form. */
  private static long millis(String at) {
    if (at.length() != TIME_CHARS || !at.endsWith("Z")) {
      return Instant.parse(at).toEpochMilli();
    }
    long day = LocalDate.of(digits(at, 0, 4), digits(at, 5, 7), digits(at, 8, 10)).toEpochDay();
    long seconds = digits(at, 11, 13) * 3_600L + digits(at, 14, 16) * 60L + digits(at, 17, 19);
    return (day * 86_400 + seconds) * 1_000 + digits(at, 20, 23);
  }

  private static int digits(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** The first member of an alert's body is its id. */
  private static String firstMember(JsonParser json) throws IOException {
    json.nextToken();
    if (!"id".equals(json.nextFieldName())) {
      throw new IllegalArgumentException("no id");
    }
    return json.nextTextValue();
  }

  /** In the body itself, or the id of the feature in it. */
  private static String fenceId(String what, JsonParser json) throws IOException {
    if (!JournalLine.PUT_FENCE.equals(what) && !JournalLine.REMOVE_FENCE.equals(what)) {
      return null;
    }
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("fenceId") || name.equals("id")) {
        return json.getText();
      } else if (!name.equals("fence")) {
        json.skipChildren();
      }
    }
    return null;
  }
}
