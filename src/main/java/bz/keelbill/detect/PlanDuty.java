package bz.keelbill.detect;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * Whether an aircraft is where a plan or clearance must explain it, and since when without a break.
 *
 * @param place where it is, as far as plans are concerned
 * @param sinceMillis since when it has been inside or inbound, event time, looked back no further
 *     than the time that counts; meaningless elsewhere
 * @param minutesToEnter how soon it is inside; 0 when it is, NaN when it is not inbound
 */
record PlanDuty(Place place, long sinceMillis, double minutesToEnter) {
  private static final double FLYING_KNOTS = 40;
  private static final long LOOK_EVERY_MILLIS = 15_000;
  private static final double STEP_MINUTES = 0.5;
  private static final long MOVED_MILLIS = 5_000;

  /** Where an aircraft is, as far as plans are concerned. */
  enum Place {
    /** It has not told where it is. */
    UNPLACED,
    /** On the ground, by its own word. */
    GROUND,
    /** Too slow to fly. */
    SLOW,
    /** Above the ceiling of the lower airspace, over Belize or not. */
    ABOVE,
    /** Below the ceiling, outside and not heading in. */
    OUTSIDE,
    /** Below the ceiling, outside, inside within minutes on its present course. */
    INBOUND,
    /** In the lower airspace. */
    INSIDE
  }

  /** Whether a plan must explain it. */
  boolean holds() {
    return place == Place.INSIDE || place == Place.INBOUND;
  }

  /**
   * Looks at a track as it is now.
   *
   * @param rules that set ceiling, margin, time and how far ahead counts as inbound
   */
  static PlanDuty of(Track track, Scene scene, Rules rules) {
    if (track.position() == null) {
      return new PlanDuty(Place.UNPLACED, 0, Double.NaN);
    }
    if (track.isOnGround()) {
      return new PlanDuty(Place.GROUND, 0, Double.NaN);
    }
    if (track.speedKnots() < FLYING_KNOTS) {
      return new PlanDuty(Place.SLOW, 0, Double.NaN);
    }
    return new Look(track, scene.geography().airspace(), rules).duty();
  }

  /** One look at a track's way. */
  private static final class Look {
    private final History history;
    private final Track track;
    private final Area airspace;
    private final double ceilingFeet;
    private final double insideMetres;
    private final double inboundMinutes;
    private final long afterMillis;

    Look(Track track, Area airspace, Rules rules) {
      this.history = track.history();
      this.track = track;
      this.airspace = airspace;
      this.ceilingFeet = rules.value(UnreportedFlight.CEILING);
      this.insideMetres = rules.value(UnreportedFlight.INSIDE_METRES);
      this.inboundMinutes = rules.value(UnreportedFlight.INBOUND_MINUTES);
      this.afterMillis = rules.millis(UnreportedFlight.AFTER_SECONDS);
    }

    PlanDuty duty() {
      int newest = history.size() - 1;
      // An unknown altitude does not excuse.
      if (track.altitudeFeet() >= ceilingFeet) {
        return new PlanDuty(Place.ABOVE, 0, Double.NaN);
      }
      double minutes = minutesToEnter(newest);
      if (Double.isNaN(minutes)) {
        return new PlanDuty(Place.OUTSIDE, 0, Double.NaN);
      }
      return new PlanDuty(minutes == 0 ? Place.INSIDE : Place.INBOUND, since(newest), minutes);
    }

    /** Looked at every quarter of a minute or so, at most the time that counts. */
    private long since(int newest) {
      long since = history.atMillis(newest);
      long latest = since;
      for (int i = newest - 1; i >= 0 && latest - since < afterMillis; i--) {
        boolean due = i == 0 || since - history.atMillis(i) >= LOOK_EVERY_MILLIS;
        if (due) {
          boolean low = !(history.altitudeFeet(i) >= ceilingFeet);
          if (!low || Double.isNaN(minutesToEnter(i))) {
            return since;
          }
          since = history.atMillis(i);
        }
      }
      return since;
    }

    /** 0 inside; the minutes on its course until it is; NaN if it is not inbound. */
    private double minutesToEnter(int i) {
      double lat = history.latitude(i);
      double lon = history.longitude(i);
      boolean within = airspace.contains(lat, lon);
      if (within && !airspace.isEdgeWithin(lat, lon, insideMetres)) {
        return 0;
      }
      int next = history.firstAtOrAfter(history.atMillis(i) + MOVED_MILLIS);
      boolean newest = next == history.size();
      // A feed may tell places and motion in separate messages: the way itself tells it too.
      double course = newest ? track.courseDegrees() : bearing(i, next);
      double metresPerMinute =
          newest
              ? 60 * Units.knotsToMetresPerSecond(track.speedKnots())
              : metres(i, next) * 60_000 / (history.atMillis(next) - history.atMillis(i));
      boolean tooFar =
          !within && !airspace.isEdgeWithin(lat, lon, inboundMinutes * metresPerMinute);
      if (Double.isNaN(course) || Double.isNaN(metresPerMinute) || tooFar) {
        return Double.NaN;
      }
      for (double ahead = STEP_MINUTES; ahead <= inboundMinutes; ahead += STEP_MINUTES) {
        Position then = Geodesy.offset(new Position(lat, lon), course, ahead * metresPerMinute);
        if (isInside(then)) {
          return ahead;
        }
      }
      return Double.NaN;
    }

    private double bearing(int from, int to) {
      return Geodesy.bearingDegrees(history.position(from), history.position(to));
    }

    private double metres(int from, int to) {
      return Geodesy.distanceMetres(history.position(from), history.position(to));
    }

    private boolean isInside(Position at) {
      return airspace.contains(at.latitude(), at.longitude())
          && !airspace.isEdgeWithin(at.latitude(), at.longitude(), insideMetres);
    }
  }
}
