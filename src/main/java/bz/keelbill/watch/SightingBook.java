package bz.keelbill.watch;

import bz.keelbill.sighting.Sighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sightings of the last week with all that was changed of them, in the order of their first
 * report. Bounded: the oldest go. Belongs to the one thread of its Watch.
 */
public final class SightingBook {
  private static final int MOST = 5_000;
  private static final int MOST_VERSIONS = 20;
  private static final long KEPT_MILLIS = 7 * 86_400_000L;

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A sighting as it was reported at one time.
   *
   * @param by who entered it, and when
   */
  public record Version(Sighting sighting, Order.Act by) {}

  /**
   * One sighting.
   *
   * @param versions the oldest first, at least one; of very many the first and the newest
   * @param withdrawn who took it back, and when; null while it stands
   */
  public record Entry(List<Version> versions, Order.Act withdrawn) {
    /** Copies the list. */
    public Entry {
      versions = List.copyOf(versions);
    }

    /** What the report is called. */
    public String id() {
      return newest().sighting().id();
    }

    /** As it was reported last. */
    public Version newest() {
      return versions.get(versions.size() - 1);
    }

    /** When anything was last done about it, Unix milliseconds. */
    public long changedAtMillis() {
      return withdrawn == null ? newest().by().atMillis() : withdrawn.atMillis();
    }

    private Entry with(Version version) {
      List<Version> all = new ArrayList<>(versions);
      if (all.size() == MOST_VERSIONS) {
        all.remove(1);
      }
      all.add(version);
      return new Entry(all, null);
    }
  }

  /** All of them, those that were taken back too. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** The sighting of an id, or null. */
  public Entry find(String id) {
    return entries.get(id);
  }

  /** Takes a report; one that is known gets a new version, and stands again if it was withdrawn. */
  void report(Sighting sighting, Order.Act act) {
    Version version = new Version(sighting, act);
    Entry known = entries.get(sighting.id());
    boolean isSame =
        known != null && known.withdrawn() == null && known.newest().sighting().equals(sighting);
    if (isSame) {
      return; // Sent again by a page that had not heard the answer.
    }
    if (known != null) {
      entries.put(sighting.id(), known.with(version));
      return;
    }
    if (entries.size() == MOST) {
      entries.remove(entries.keySet().iterator().next());
    }
    entries.put(sighting.id(), new Entry(List.of(version), null));
  }

  /** Takes one back; unknown ones are ignored. */
  void withdraw(String id, Order.Act act) {
    entries.computeIfPresent(id, (same, known) -> new Entry(known.versions(), act));
  }

  /** Forgets what has not been touched for a week. */
  void expire(long nowMillis) {
    entries.values().removeIf(entry -> nowMillis - entry.changedAtMillis() > KEPT_MILLIS);
  }
}
