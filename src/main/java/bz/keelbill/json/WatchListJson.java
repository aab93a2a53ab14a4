package bz.keelbill.json;

import bz.keelbill.detect.PublishedList;
import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Marks;
import bz.keelbill.detect.WatchList.Urgency;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Domain;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Watch lists both ways, for the journal and the page; what is not known is absent. Stateless. */
public final class WatchListJson {
  private static final JsonFactory JSON = new JsonFactory();

  private WatchListJson() {}

  /** One listed craft as an object of its own. */
  public static String entry(Entry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(entry, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes the members of a list. */
  static void write(PublishedList list, JsonGenerator json) throws IOException {
    json.writeStringField("listId", list.id());
    json.writeStringField("keeper", list.keeper());
    json.writeStringField("asOf", list.asOf().toString());
    json.writeArrayFieldStart("entries");
    for (Entry entry : list.entries()) {
      write(entry, json);
    }
    json.writeEndArray();
  }

  private static void write(Entry entry, JsonGenerator json) throws IOException {
    Marks marks = entry.marks();
    json.writeStartObject();
    JournalMembers.write(json, "number", entry.number());
    JournalMembers.write(json, "domain", entry.domain() == null ? null : word(entry.domain()));
    write(json, "imo", marks.imo());
    write(json, "mmsi", marks.mmsi());
    String address =
        marks.icao24() == null ? null : String.format(Locale.ROOT, "%06x", marks.icao24());
    JournalMembers.write(json, "icao24", address);
    JournalMembers.write(json, "registration", marks.registration());
    JournalMembers.write(json, "callsign", marks.callsign());
    JournalMembers.write(json, "name", entry.name());
    if (!entry.formerNames().isEmpty()) {
      JournalMembers.write(json, "formerNames", entry.formerNames());
    }
    json.writeStringField("reason", entry.reason());
    json.writeStringField("priority", entry.urgency().priority().word());
    if (entry.urgency().whenBound() != entry.urgency().priority()) {
      json.writeStringField("whenBound", entry.urgency().whenBound().word());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Integer value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  /**
   * Reads the members of a list.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PublishedList list(JsonNode json) {
    List<Entry> entries = new ArrayList<>();
    JournalMembers.required(json, "entries").forEach(each -> entries.add(entry(each)));
    return new PublishedList(
        JournalMembers.text(json, "listId"),
        JournalMembers.text(json, "keeper"),
        LocalDate.parse(JournalMembers.text(json, "asOf")),
        0,
        entries);
  }

  private static Entry entry(JsonNode json) {
    String domain = JournalMembers.textOrNull(json, "domain");
    String address = JournalMembers.textOrNull(json, "icao24");
    Priority priority = Priority.ofWord(JournalMembers.text(json, "priority"));
    String bound = JournalMembers.textOrNull(json, "whenBound");
    return new Entry(
        JournalMembers.textOrNull(json, "number"),
        domain == null ? null : Domain.valueOf(domain.toUpperCase(Locale.ROOT)),
        new Marks(
            whole(json, "imo"),
            whole(json, "mmsi"),
            address == null ? null : Integer.valueOf(address, 16),
            JournalMembers.textOrNull(json, "registration"),
            JournalMembers.textOrNull(json, "callsign")),
        JournalMembers.textOrNull(json, "name"),
        json.has("formerNames") ? JournalMembers.texts(json, "formerNames") : List.of(),
        JournalMembers.text(json, "reason"),
        new Urgency(priority, bound == null ? priority : Priority.ofWord(bound)));
  }

  private static Integer whole(JsonNode json, String name) {
    return json.has(name) ? Integer.valueOf(json.get(name).intValue()) : null;
  }

  private static String word(Domain domain) {
    return domain.name().toLowerCase(Locale.ROOT);
  }
}
