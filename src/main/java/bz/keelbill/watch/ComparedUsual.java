package bz.keelbill.watch;

import bz.keelbill.geo.Position;
import bz.keelbill.track.Usual;

/**
 * What is usual for one watch, which takes note whether it is something else for another. Two
 * watches that are alert to other craft take other ways for ordinary ones, and most places are
 * usual or not for both all the same.
 */
final class ComparedUsual implements Usual {
  private final Usual mine;
  private final Usual other;
  private final Runnable differs;

  ComparedUsual(Usual mine, Usual other, Runnable differs) {
    this.mine = mine;
    this.other = other;
    this.differs = differs;
  }

  @Override
  public boolean isBerth(Position at) {
    boolean here = mine.isBerth(at);
    note(here == other.isBerth(at));
    return here;
  }

  @Override
  public double fastByDayAround(Position at) {
    double here = mine.fastByDayAround(at);
    note(here == other.fastByDayAround(at));
    return here;
  }

  @Override
  public boolean isCorridor(Position at, double courseDegrees) {
    boolean here = mine.isCorridor(at, courseDegrees);
    note(here == other.isCorridor(at, courseDegrees));
    return here;
  }

  @Override
  public boolean wasPassedAgainst(Position at, double courseDegrees) {
    boolean here = mine.wasPassedAgainst(at, courseDegrees);
    note(here == other.wasPassedAgainst(at, courseDegrees));
    return here;
  }

  @Override
  public Comparison compare(Position at, double speedKnots, long atMillis) {
    Comparison here = mine.compare(at, speedKnots, atMillis);
    Comparison there = other.compare(at, speedKnots, atMillis);
    note(here == null ? there == null : here.equals(there));
    return here;
  }

  private void note(boolean isSame) {
    if (!isSame) {
      differs.run();
    }
  }
}
