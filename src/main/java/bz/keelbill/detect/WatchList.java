package bz.keelbill.detect;

import bz.keelbill.rule.Priority;
import bz.keelbill.track.Domain;
import java.util.ArrayList;
import java.util.List;

/**
 * Craft, never persons, that somebody asked to be told of.
 *
 * @param entries the watch's own, in the order of their importance
 * @param published lists as their keepers publish them, one of each id
 * @param portsOfConcern UN/LOCODE or name of ports from where a craft bound for Belize is noted
 */
public record WatchList(
    List<Entry> entries, List<PublishedList> published, List<String> portsOfConcern) {
  /** Nobody is listed. */
  public static final WatchList NONE = new WatchList(List.of());

  /** Copies the lists. */
  public WatchList {
    entries = List.copyOf(entries);
    published = List.copyOf(published);
    portsOfConcern = List.copyOf(portsOfConcern);
  }

  /** The watch's own alone. */
  public WatchList(List<Entry> entries) {
    this(entries, List.of(), List.of());
  }

  /** The list of an id, or null. */
  public PublishedList find(String id) {
    return published.stream().filter(list -> list.id().equals(id)).findFirst().orElse(null);
  }

  /** With a list in place of the one of its id, or added at the end. */
  public WatchList with(PublishedList list) {
    List<PublishedList> next = new ArrayList<>(published);
    next.replaceAll(each -> each.id().equals(list.id()) ? list : each);
    if (find(list.id()) == null) {
      next.add(list);
    }
    return new WatchList(entries, next, portsOfConcern);
  }

  /** Without the list of an id. */
  public WatchList without(String id) {
    List<PublishedList> next = published.stream().filter(each -> !each.id().equals(id)).toList();
    return new WatchList(entries, next, portsOfConcern);
  }

  /**
   * What a craft bears that tells it from all others; at least one is there, or the entry has a
   * name; the others null.
   *
   * @param imo seven digits
   * @param mmsi AIS number
   * @param icao24 24-bit address
   * @param registration the mark of an aircraft, or a vessel's number in its State
   * @param callsign as heard on the air
   */
  public record Marks(
      Integer imo, Integer mmsi, Integer icao24, String registration, String callsign) {
    /** Whether nothing is there. */
    public boolean isEmpty() {
      return imo == null
          && mmsi == null
          && icao24 == null
          && registration == null
          && callsign == null;
    }
  }

  /**
   * How urgent it is.
   *
   * @param priority of its alert
   * @param whenBound of its alert while it is bound for a port of Belize
   */
  public record Urgency(Priority priority, Priority whenBound) {
    /** The same wherever it goes. */
    public Urgency(Priority priority) {
      this(priority, priority);
    }
  }

  /**
   * One listed craft.
   *
   * @param number the keeper's own number for it, or null
   * @param domain sea or air; null if the list does not tell
   * @param name what it is called; null if the list does not tell
   * @param formerNames what it was called before, or is called too
   * @param reason why it is listed, as its keeper wrote
   */
  public record Entry(
      String number,
      Domain domain,
      Marks marks,
      String name,
      List<String> formerNames,
      String reason,
      Urgency urgency) {
    /** Copies the list. */
    public Entry {
      formerNames = List.copyOf(formerNames);
    }

    /** Of a craft of the watch's own list. */
    public Entry(
        Integer imo,
        Integer mmsi,
        Integer icao24,
        String registration,
        String callsign,
        String name,
        String reason,
        Priority priority) {
      this(
          null,
          null,
          new Marks(imo, mmsi, icao24, registration, callsign),
          name,
          List.of(),
          reason,
          new Urgency(priority));
    }
  }
}
