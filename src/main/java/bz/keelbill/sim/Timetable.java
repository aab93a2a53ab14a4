package bz.keelbill.sim;

import java.util.ArrayList;
import java.util.List;

/** Finds times for acts within one watch, so that two of one family do not come together. */
final class Timetable {

  /** An act at its time. */
  record Entry(long atMillis, Family family) {}

  private static final long MINUTE = 60_000;
  private static final long LULL = 12 * MINUTE;
  private static final long APART = 25 * MINUTE;
  private static final int TRIES = 400;

  private final Chance chance;
  private final long fromMillis;
  private final long toMillis;

  Timetable(Chance chance, long fromMillis, long toMillis) {
    this.chance = chance;
    this.fromMillis = fromMillis;
    this.toMillis = toMillis;
  }

  /** Some acts of a family, each by one of its ways; fewer if they do not fit. */
  List<Entry> acts(List<Family> ways, int count) {
    List<Entry> acts = new ArrayList<>();
    for (int i = 0; i < TRIES && acts.size() < count; i++) {
      Family way = chance.pick(ways);
      long at = fromMillis + LULL + (long) chance.between(0, toMillis - fromMillis - LULL);
      boolean free = acts.stream().allMatch(act -> Math.abs(act.atMillis() - at) >= APART);
      if (free && way.fits(at, toMillis)) {
        acts.add(new Entry(at, way));
      }
    }
    return acts;
  }
}
