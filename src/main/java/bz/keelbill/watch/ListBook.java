package bz.keelbill.watch;

import bz.keelbill.detect.ListDiff;
import bz.keelbill.detect.PublishedList;
import bz.keelbill.detect.WatchIndex;
import bz.keelbill.detect.WatchList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The watch lists in force, and who put which in force when. Belongs to the one thread of its
 * Watch; what it gives out is immutable.
 */
public final class ListBook {
  private static final int MOST_VERSIONS = 500;

  private final List<Version> history = new ArrayList<>();
  private WatchList inForce;
  private WatchIndex index;

  ListBook(WatchList configured) {
    inForce = configured;
    index = WatchIndex.of(configured);
    for (PublishedList list : configured.published()) {
      history.add(version(list, ListDiff.between(List.of(), list.entries()), null));
    }
  }

  /**
   * One state of a list.
   *
   * @param craft how many are on it; 0 for one that was taken out of force
   * @param added how many were not on the one before
   * @param removed how many are on it no longer
   * @param changed of how many something else is told
   * @param by who put it in force or took it out; null for what the configuration names
   */
  public record Version(
      String id,
      String keeper,
      LocalDate asOf,
      int version,
      int craft,
      int added,
      int removed,
      int changed,
      Order.Act by) {}

  /** The lists in force. */
  public WatchList inForce() {
    return inForce;
  }

  WatchIndex index() {
    return index;
  }

  /** Everything that was in force, oldest first; the last five hundred. */
  public List<Version> history() {
    return List.copyOf(history);
  }

  /** Puts a list in force in place of the one of its id. */
  void put(PublishedList list, Order.Act act) {
    PublishedList before = inForce.find(list.id());
    PublishedList next = list.with(lastVersion(list.id()) + 1);
    ListDiff diff = ListDiff.between(before == null ? List.of() : before.entries(), next.entries());
    follow(inForce.with(next), version(next, diff, act));
  }

  /** Takes a list out of force. */
  void remove(String id, Order.Act act) {
    PublishedList before = inForce.find(id);
    if (before != null) {
      PublishedList gone =
          new PublishedList(id, before.keeper(), before.asOf(), lastVersion(id) + 1, List.of());
      ListDiff diff = ListDiff.between(before.entries(), List.of());
      follow(inForce.without(id), version(gone, diff, act));
    }
  }

  private void follow(WatchList next, Version version) {
    inForce = next;
    index = WatchIndex.of(next);
    history.add(version);
    if (history.size() > MOST_VERSIONS) {
      history.remove(0);
    }
  }

  private int lastVersion(String id) {
    return history.stream()
        .filter(each -> each.id().equals(id))
        .mapToInt(Version::version)
        .max()
        .orElse(0);
  }

  private static Version version(PublishedList list, ListDiff diff, Order.Act act) {
    return new Version(
        list.id(),
        list.keeper(),
        list.asOf(),
        list.version(),
        list.entries().size(),
        diff.added().size(),
        diff.removed().size(),
        diff.changed().size(),
        act);
  }
}
