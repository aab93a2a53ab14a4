package bz.keelbill.sim;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * An act at sea.
 *
 * @param clock whether it can be told apart by now; asked every second
 * @param listings entries of the watch list that its actors are on
 */
record SeaThreat(
    String family,
    List<String> expectedKinds,
    List<Craft> actors,
    LongPredicate clock,
    List<String> listings)
    implements Threat {

  /** Copies the lists. */
  SeaThreat {
    expectedKinds = List.copyOf(expectedKinds);
    actors = List.copyOf(actors);
    listings = List.copyOf(listings);
  }

  SeaThreat(String family, List<String> expectedKinds, List<Craft> actors, LongPredicate clock) {
    this(family, expectedKinds, actors, clock, List.of());
  }

  @Override
  public boolean isPlain(long atMillis) {
    return clock.test(atMillis);
  }
}
