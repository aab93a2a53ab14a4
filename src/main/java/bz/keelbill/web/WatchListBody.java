package bz.keelbill.web;

import bz.keelbill.detect.ListDiff;
import bz.keelbill.detect.PublishedList;
import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Urgency;
import bz.keelbill.json.WatchListJson;
import bz.keelbill.json.WatchListTable;
import bz.keelbill.rule.Priority;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A watch list as it is brought in: what the address says of it, what the file holds, and what
 * would become of the one in force. Every fault is named with its place.
 */
final class WatchListBody {
  private static final int LONGEST_KEEPER = 80;
  private static final int SHOWN = 200;

  private final JsonArray errors = new JsonArray();
  private final String id;
  private final String keeper;
  private final LocalDate asOf;
  private final WatchListTable table;

  /**
   * Reads it; takes a moment for a long file.
   *
   * @param id null: made of the keeper's name
   * @param nowMillis no list is of a day after tomorrow
   */
  WatchListBody(String id, MultiMap query, byte[] file, long nowMillis) {
    keeper = keeper(query.get("keeper"));
    this.id = id == null ? idOf(keeper) : id;
    asOf = day(query.get("asOf"), nowMillis);
    Priority priority = priority("priority", query, Priority.WARNING);
    table =
        WatchListTable.read(file, new Urgency(priority, priority("whenBound", query, priority)));
    if (!this.id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      errors.addAll(Problem.at("/id", "is made of small letters, digits and hyphens"));
    }
    if (table.entries().isEmpty()) {
      errors.addAll(Problem.at("", "the file lists no vessel or aircraft"));
    }
  }

  private static String idOf(String keeper) {
    String id =
        keeper
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return id.substring(0, Math.min(40, id.length()));
  }

  private String keeper(String text) {
    boolean isRight =
        text != null
            && !text.isBlank()
            && text.length() <= LONGEST_KEEPER
            && text.chars().noneMatch(Character::isISOControl);
    if (!isRight) {
      errors.addAll(Problem.at("/keeper", "must say who publishes the list"));
    }
    return isRight ? text.strip() : "";
  }

  private LocalDate day(String text, long nowMillis) {
    LocalDate tomorrow =
        LocalDate.ofInstant(Instant.ofEpochMilli(nowMillis), ZoneOffset.UTC).plusDays(1);
    try {
      LocalDate day = LocalDate.parse(text == null ? "" : text);
      if (!day.isAfter(tomorrow)) {
        return day;
      }
    } catch (DateTimeException noDay) {
      // Below.
    }
    errors.addAll(Problem.at("/asOf", "must be the day of the list, as 2026-11-20"));
    return null;
  }

  private Priority priority(String name, MultiMap query, Priority otherwise) {
    String word = query.get(name);
    Priority priority = word == null || word.isEmpty() ? otherwise : Priority.ofWord(word);
    if (priority == null) {
      errors.addAll(Problem.at("/" + name, "must be emergency, alarm, warning or caution"));
    }
    return priority == null ? otherwise : priority;
  }

  /** What is wrong with it as a whole; empty if it can be put in force. */
  JsonArray errors() {
    return errors;
  }

  String id() {
    return id;
  }

  /** The list; of use only without errors. */
  PublishedList list() {
    return new PublishedList(id, keeper, asOf, 0, table.entries());
  }

  /** What it holds, and what would change. */
  JsonObject preview(PublishedList inForce) {
    ListDiff diff =
        ListDiff.between(inForce == null ? List.of() : inForce.entries(), table.entries());
    JsonArray remarks = new JsonArray();
    for (WatchListTable.Remark each : table.remarks()) {
      remarks.add(
          new JsonObject()
              .put("line", each.line())
              .put("reason", each.reason())
              .put("text", each.text()));
    }
    JsonArray changed = new JsonArray();
    for (ListDiff.Changed each : diff.changed().subList(0, shown(diff.changed()))) {
      changed.add(
          new JsonObject().put("before", json(each.before())).put("after", json(each.after())));
    }
    return new JsonObject()
        .put("id", id)
        .put("keeper", keeper)
        .put("asOf", asOf == null ? null : asOf.toString())
        .put("craft", table.entries().size())
        .put("leftOut", counts(table.leftOut()))
        .put("wrong", counts(table.wrong()))
        .put("remarks", remarks)
        .put("isOlder", inForce != null && asOf != null && asOf.isBefore(inForce.asOf()))
        .put("counts", counts(diff))
        .put("added", json(diff.added()))
        .put("removed", json(diff.removed()))
        .put("changed", changed);
  }

  private static JsonObject counts(ListDiff diff) {
    return new JsonObject()
        .put("added", diff.added().size())
        .put("removed", diff.removed().size())
        .put("changed", diff.changed().size());
  }

  private static JsonObject counts(Map<String, Integer> byReason) {
    JsonObject counts = new JsonObject();
    byReason.forEach(counts::put);
    return counts;
  }

  private static JsonArray json(List<Entry> entries) {
    JsonArray all = new JsonArray();
    entries.subList(0, shown(entries)).forEach(entry -> all.add(json(entry)));
    return all;
  }

  private static int shown(List<?> all) {
    return Math.min(all.size(), SHOWN);
  }

  static JsonObject json(Entry entry) {
    return new JsonObject(WatchListJson.entry(entry));
  }
}
