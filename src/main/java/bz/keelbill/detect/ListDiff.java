package bz.keelbill.detect;

import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Marks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a list when another takes its place. A craft is the same by its keeper's number,
 * else by its surest identity, else by its name.
 *
 * @param added those that are new, in the order of the new list
 * @param removed those that are no longer there, in the order of the old one
 * @param changed those of which something else is told, in the order of the new list
 */
public record ListDiff(List<Entry> added, List<Entry> removed, List<Changed> changed) {
  /** Copies the lists. */
  public ListDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /** The same craft, told of otherwise. */
  public record Changed(Entry before, Entry after) {}

  /** From one state of a list to the next; of two rows about one craft the last counts. */
  public static ListDiff between(List<Entry> before, List<Entry> after) {
    Map<String, Entry> old = byKey(before);
    List<Entry> added = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    byKey(after)
        .forEach(
            (key, entry) -> {
              Entry was = old.remove(key);
              if (was == null) {
                added.add(entry);
              } else if (!was.equals(entry)) {
                changed.add(new Changed(was, entry));
              }
            });
    return new ListDiff(added, List.copyOf(old.values()), changed);
  }

  private static Map<String, Entry> byKey(List<Entry> entries) {
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String key = key(entry);
      // Two craft may claim one number.
      byKey.put(byKey.containsKey(key) ? key + " " + entry.name() : key, entry);
    }
    return byKey;
  }

  private static String key(Entry entry) {
    Marks marks = entry.marks();
    if (entry.number() != null) {
      return "number " + entry.number();
    }
    if (marks.imo() != null) {
      return "imo " + marks.imo();
    }
    if (marks.mmsi() != null) {
      return "mmsi " + marks.mmsi();
    }
    if (marks.icao24() != null) {
      return "icao24 " + marks.icao24();
    }
    return marks.registration() != null
        ? "registration " + marks.registration()
        : "name " + entry.name() + " " + marks.callsign();
  }
}
