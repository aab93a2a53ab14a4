package bz.keelbill.record;

import bz.keelbill.alert.AlertBook;
import bz.keelbill.json.AlertJournal;
import bz.keelbill.json.OrderJson;
import bz.keelbill.watch.Order;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One line of the journal: {@code {"seq":7,"at":"…","type":"order","what":"set-rules","body":{…},
 * "prev":"…","hash":"…"}}.
 *
 * <p>{@code hash} is the SHA-256 of every byte of the line before {@code ,"hash"}; {@code prev} is
 * the hash of the line before. So no byte can change, and no line come or go, without breaking the
 * chain, and any tool with a SHA-256 can check it.
 *
 * @param stub the entry's place, and what it is about
 * @param prev the hash of the line before, 64 hexadecimal digits
 * @param hash its own
 * @param bytes the whole line, without its line end; not to be changed
 */
record JournalLine(Stub stub, String prev, String hash, byte[] bytes) {
  /** What stands as the hash before the first line. */
  static final String NOTHING_BEFORE = "0".repeat(64);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HASH_MEMBER = ",\"hash\":\"";
  private static final String PREV_MEMBER = ",\"prev\":\"";

  /** The words for the orders of fences. */
  static final String PUT_FENCE = OrderJson.word(Order.Kind.PUT_FENCE);

  static final String REMOVE_FENCE = OrderJson.word(Order.Kind.REMOVE_FENCE);
  private static final JournalEntry.Kind[] KINDS = JournalEntry.Kind.values();
  private static final int TAIL_CHARS = HASH_MEMBER.length() + 64 + 2;

  /**
   * What can be said of an entry without reading it to its end.
   *
   * @param what the word for what happened
   * @param alertId which alert it is about; null if it is no alert entry
   * @param fenceId which fence it puts or takes away; null if it is no such order
   */
  record Stub(
      long seq,
      long alertSeq,
      long atMillis,
      JournalEntry.Kind kind,
      String what,
      String alertId,
      String fenceId) {}

  /** A line as it goes to disk. */
  record Written(byte[] bytes, String hash) {}

  /** The bytes of a line, with its line end, and its hash. */
  static Written write(Journalled journalled, String prev) {
    String head = head(journalled, prev);
    String hash = hash(head.getBytes(StandardCharsets.UTF_8));
    String line = head + HASH_MEMBER + hash + "\"}\n";
    return new Written(line.getBytes(StandardCharsets.UTF_8), hash);
  }

  /**
   * Reads a line without its line end.
   *
   * @throws IllegalArgumentException if it is not as it was written
   */
  static JournalLine read(byte[] line, int from, int to) {
    return read(line, from, to, sha256());
  }

  /** The same with a digest that is at hand. */
  static JournalLine read(byte[] line, int from, int to, MessageDigest digest) {
    int headEnd = to - TAIL_CHARS;
    if (headEnd <= from) {
      throw new IllegalArgumentException("it is torn");
    }
    String tail = new String(line, headEnd, TAIL_CHARS, StandardCharsets.ISO_8859_1);
    if (!tail.startsWith(HASH_MEMBER) || !tail.endsWith("\"}")) {
      throw new IllegalArgumentException("it is torn or changed: no hash at its end");
    }
    String hash = tail.substring(HASH_MEMBER.length(), TAIL_CHARS - 2);
    digest.update(line, from, headEnd - from);
    if (!hash.equals(HexFormat.of().formatHex(digest.digest()))) {
      throw new IllegalArgumentException("it was changed: its hash is not that of its bytes");
    }
    byte[] own = Arrays.copyOfRange(line, from, to);
    return new JournalLine(StubReader.of(own), prev(own), hash, own);
  }

  private static String prev(byte[] line) {
    int end = line.length - TAIL_CHARS;
    int start = Math.max(0, end - PREV_MEMBER.length() - 65);
    String member = new String(line, start, end - start, StandardCharsets.ISO_8859_1);
    if (!member.startsWith(PREV_MEMBER)) {
      throw notUnderstood("it does not say what it follows");
    }
    return member.substring(PREV_MEMBER.length(), member.length() - 1);
  }

  /** The stub of an alert entry that has just been written. */
  static Stub stub(Journalled journalled, JournalEntry.OfAlert changed) {
    return new Stub(
        journalled.seq(),
        journalled.alertSeq(),
        journalled.atMillis(),
        JournalEntry.Kind.ALERT,
        word(changed.what()),
        changed.alert().id(),
        null);
  }

  static IllegalArgumentException notUnderstood(String why) {
    return new IllegalArgumentException("this version does not understand it: " + why);
  }

  /**
   * The entry itself.
   *
   * @throws IllegalArgumentException if this version does not understand it
   */
  Journalled journalled() {
    try {
      return new Journalled(stub.seq, stub.alertSeq, stub.atMillis, entry(JSON.readTree(bytes)));
    } catch (IOException | RuntimeException e) {
      throw notUnderstood(e.getMessage());
    }
  }

  private static JournalEntry entry(JsonNode json) {
    JsonNode body = json.path("body");
    String what = json.path("what").asText();
    return switch (kind(json.path("type").asText())) {
      case BEGINNING -> new JournalEntry.OfBeginning(body.path("epoch").asText());
      case ORDER -> new JournalEntry.OfOrder(OrderJson.read(body));
      case ALERT -> new JournalEntry.OfAlert(what(what), AlertJournal.read(body));
      case NOTE ->
          new JournalEntry.OfNote(
              body.path("person").asText(null), what, body.path("text").asText());
    };
  }

  private static String head(Journalled journalled, String prev) {
    StringWriter line = new StringWriter(2_048);
    try (JsonGenerator json = JSON.getFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("seq", journalled.seq());
      json.writeStringField("at", Instant.ofEpochMilli(journalled.atMillis()).toString());
      json.writeStringField("type", journalled.entry().kind().word());
      writeEntry(journalled, json);
      json.writeStringField("prev", prev);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return line.getBuffer().substring(0, line.getBuffer().length() - 1);
  }

  private static void writeEntry(Journalled journalled, JsonGenerator json) throws IOException {
    JournalEntry entry = journalled.entry();
    switch (entry.kind()) {
      case BEGINNING -> {
        json.writeStringField("what", "epoch");
        writeText("epoch", ((JournalEntry.OfBeginning) entry).epoch(), json);
      }
      case ORDER -> {
        json.writeStringField(
            "what", OrderJson.word(((JournalEntry.OfOrder) entry).order().kind()));
        json.writeFieldName("body");
        OrderJson.write(((JournalEntry.OfOrder) entry).order(), json);
      }
      case ALERT -> {
        json.writeStringField("what", word(((JournalEntry.OfAlert) entry).what()));
        json.writeNumberField("alertSeq", journalled.alertSeq());
        json.writeFieldName("body");
        AlertJournal.write(((JournalEntry.OfAlert) entry).alert(), json);
      }
      case NOTE -> {
        json.writeStringField("what", ((JournalEntry.OfNote) entry).what());
        writeNote((JournalEntry.OfNote) entry, json);
      }
    }
  }

  private static void writeText(String name, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("body");
    json.writeStringField(name, text);
    json.writeEndObject();
  }

  private static void writeNote(JournalEntry.OfNote note, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("body");
    if (note.person() != null) {
      json.writeStringField("person", note.person());
    }
    json.writeStringField("text", note.text());
    json.writeEndObject();
  }

  static JournalEntry.Kind kind(String word) {
    JournalEntry.Kind kind = kindOf(word);
    if (kind == null) {
      throw new IllegalArgumentException("no entry is of type " + word);
    }
    return kind;
  }

  /** Null if there is none of that word. */
  static JournalEntry.Kind kindOf(String word) {
    for (JournalEntry.Kind kind : KINDS) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return null;
  }

  /** What happened to an alert, as a word. */
  static String word(AlertBook.What what) {
    return what.name().toLowerCase(Locale.ROOT);
  }

  private static AlertBook.What what(String word) {
    return AlertBook.What.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
