package bz.keelbill;

import bz.keelbill.detect.PublishedList;
import bz.keelbill.detect.WatchList;
import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Marks;
import bz.keelbill.detect.WatchList.Urgency;
import bz.keelbill.json.WatchListTable;
import bz.keelbill.rule.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads {@code watchlist}, {@code watchlists} and {@code portsOfConcern}. */
final class WatchListReader {
  private static final long MAX_BYTES = 32L << 20;

  private final ConfigFaults faults;
  private final Function<String, Path> beside;
  private final Consumer<String> notes;

  /**
   * A reader.
   *
   * @param beside makes a path of a text that is relative to the configuration
   * @param notes hears how many craft each file lists, and what was left out
   */
  WatchListReader(ConfigFaults faults, Function<String, Path> beside, Consumer<String> notes) {
    this.faults = faults;
    this.beside = beside;
    this.notes = notes;
  }

  WatchList read(YamlMapping top) {
    List<Entry> entries = new ArrayList<>();
    top.mappings("watchlist").forEach(each -> entries.add(entry(each)));
    Map<String, PublishedList> published = new LinkedHashMap<>();
    for (YamlMapping each : top.mappings("watchlists")) {
      PublishedList list = published(each);
      if (published.put(list.id(), list) != null) {
        faults.add(
            each.line(), "two watchlists have the id " + list.id() + "; give one another id");
      }
    }
    return new WatchList(entries, List.copyOf(published.values()), top.texts("portsOfConcern"));
  }

  private Entry entry(YamlMapping from) {
    Marks marks =
        new Marks(
            number(from, "imo", 10),
            number(from, "mmsi", 10),
            number(from, "icao24", 16),
            from.textOrNull("registration"),
            from.textOrNull("callsign"));
    String name = from.textOrNull("name");
    String reason = from.text("reason", "listed");
    Entry entry = new Entry(null, null, marks, name, List.of(), reason, urgency(from));
    if (marks.isEmpty()
        && name == null
        && !from.has("imo")
        && !from.has("mmsi")
        && !from.has("icao24")) {
      faults.add(
          from.line(), "a watchlist entry needs imo, mmsi, icao24, registration, callsign or name");
    }
    from.finish();
    return entry;
  }

  private static Urgency urgency(YamlMapping from) {
    Priority priority = from.word("priority", Priority.WARNING, priorities());
    return new Urgency(priority, from.word("whenBound", priority, priorities()));
  }

  private Integer number(YamlMapping from, String key, int radix) {
    if (!from.has(key)) {
      return null;
    }
    String text = from.text(key, "");
    try {
      return Integer.parseInt(text.strip(), radix);
    } catch (NumberFormatException notANumber) {
      String form = radix == 16 ? "six hexadecimal digits" : "a whole number";
      faults.add(from.lineOf(key), key + " must be " + form + ", not " + text);
      return null;
    }
  }

  private static Map<String, Priority> priorities() {
    Map<String, Priority> words = new LinkedHashMap<>();
    for (Priority priority : Priority.values()) {
      words.put(priority.word(), priority);
    }
    return words;
  }

  private PublishedList published(YamlMapping from) {
    String keeper = from.text("keeper", null);
    String byDefault = keeper == null ? "" : idOf(keeper);
    String id = idOf(from.text("id", byDefault));
    LocalDate asOf = day(from);
    Urgency urgency = urgency(from);
    Path file = from.read("file", null, beside);
    if (file == null) {
      faults.add(from.line(), "a watch list lacks the key file");
    }
    if (id.isEmpty() && keeper != null) {
      faults.add(from.line(), "the id of a watch list is made of letters, digits and hyphens");
    }
    List<Entry> entries = file == null ? List.of() : entries(file, keeper, urgency, from);
    from.finish();
    return new PublishedList(id, keeper, asOf, 1, entries);
  }

  /** Letters and digits in lower case, with hyphens between; at most forty characters. */
  static String idOf(String text) {
    String id =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return id.substring(0, Math.min(40, id.length()));
  }

  private LocalDate day(YamlMapping from) {
    String text = from.text("asOf", null);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      faults.add(from.lineOf("asOf"), "asOf must be a day as 2026-11-20, not " + text);
      return null;
    }
  }

  private List<Entry> entries(Path file, String keeper, Urgency urgency, YamlMapping from) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        faults.add(from.lineOf("file"), file + " is larger than 32 MB; is it the right file?");
        return List.of();
      }
      WatchListTable table = WatchListTable.read(Files.readAllBytes(file), urgency);
      if (table.entries().isEmpty()) {
        faults.add(
            from.lineOf("file"),
            file + " lists no vessel or aircraft; it must be a table with a line of column names");
      }
      notes.accept(
          "watch list of %s: %d craft, rows left out %s, wrong %s"
              .formatted(keeper, table.entries().size(), table.leftOut(), table.wrong()));
      return table.entries();
    } catch (IOException unreadable) {
      faults.add(from.lineOf("file"), file + " cannot be read; check path and rights");
      return List.of();
    }
  }
}
