package bz.keelbill.detect;

import java.time.LocalDate;
import java.util.List;

/**
 * A watch list as its keeper publishes it, of one date. Immutable.
 *
 * @param id unique; in URLs
 * @param keeper who publishes it
 * @param asOf the day whose state it has
 * @param version rises by one with each that is put in force; 1 for one that the configuration
 *     names
 * @param entries in the keeper's order
 */
public record PublishedList(
    String id, String keeper, LocalDate asOf, int version, List<WatchList.Entry> entries) {
  /** Copies the list. */
  public PublishedList {
    entries = List.copyOf(entries);
  }

  /** The same under another version. */
  public PublishedList with(int newVersion) {
    return new PublishedList(id, keeper, asOf, newVersion, entries);
  }
}
