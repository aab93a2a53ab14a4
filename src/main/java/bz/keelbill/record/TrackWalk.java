package bz.keelbill.record;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** Walks one track from fix to fix and notes when it was at a place. One thread. */
final class TrackWalk {
  /** Between fixes farther apart nobody knows where a craft was. */
  static final long LONGEST_STEP_MILLIS = 10 * 60_000;

  private static final int MOST_CROSSINGS = 100;

  private final Spot where;
  private final List<FoundTrack.Crossing> crossings = new ArrayList<>();
  private Craft craft;
  private Position last;
  private long lastMillis;
  private boolean wasIn;
  private long fixes;
  private FoundTrack.Moment firstThere;
  private FoundTrack.Moment lastThere;
  private double closestMetres = Double.POSITIVE_INFINITY;
  private long closestMillis;

  TrackWalk(String track, Spot where) {
    this.where = where;
    craft = Craft.unknown(track);
  }

  /** Who it is; the last word counts. */
  void is(Craft known) {
    craft = known;
  }

  /** The next fix by event time. */
  void step(long atMillis, Position to) {
    boolean follows = last != null && atMillis - lastMillis <= LONGEST_STEP_MILLIS;
    boolean isIn = where == null || where.holds(to);
    boolean touched = isIn || follows && where.isTouched(last, to);
    if (touched) {
      there(atMillis, to, isIn);
      measure(follows ? last : to, atMillis, to);
    }
    if (follows && where != null) {
      cross(isIn, touched, atMillis);
    }
    last = to;
    lastMillis = atMillis;
    wasIn = isIn;
  }

  private void there(long atMillis, Position to, boolean isIn) {
    fixes += isIn ? 1 : 0;
    lastThere = new FoundTrack.Moment(atMillis, to);
    firstThere = firstThere == null ? lastThere : firstThere;
  }

  private void measure(Position from, long atMillis, Position to) {
    double metres = where == null ? Double.NaN : where.metres(from, to);
    if (metres < closestMetres) {
      closestMetres = metres;
      closestMillis = atMillis;
    }
  }

  private void cross(boolean isIn, boolean touched, long atMillis) {
    String how = isIn == wasIn ? (touched && !isIn ? "across" : null) : isIn ? "in" : "out";
    if (how != null && crossings.size() < MOST_CROSSINGS) {
      crossings.add(new FoundTrack.Crossing(how, lastMillis, atMillis));
    }
  }

  /** What was found; null if it never was there. */
  FoundTrack found() {
    if (firstThere == null) {
      return null;
    }
    return new FoundTrack(
        craft,
        fixes,
        firstThere,
        lastThere,
        Double.isInfinite(closestMetres)
            ? null
            : new FoundTrack.Closest(closestMetres, closestMillis),
        List.copyOf(crossings));
  }
}
