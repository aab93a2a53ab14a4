package bz.keelbill.detect;

import bz.keelbill.rule.Priority;
import java.util.List;

/**
 * Craft, never persons, that somebody asked to be told of.
 *
 * @param entries in the order of their importance
 */
public record WatchList(List<Entry> entries) {
  /** Copies the list. */
  public WatchList {
    entries = List.copyOf(entries);
  }

  /**
   * One listed craft; at least one of the identities is there, the others null.
   *
   * @param reason why it is listed, as its keeper wrote
   * @param priority of its alert
   */
  public record Entry(
      Integer imo,
      Integer mmsi,
      Integer icao24,
      String registration,
      String callsign,
      String name,
      String reason,
      Priority priority) {}
}
