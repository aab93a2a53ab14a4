package bz.keelbill.detect;

import bz.keelbill.geo.Area;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * Whether an aircraft that is in the lower airspace was there before, left it and came back, read
 * from its way: a flight that turns away when it is seen and tries again is one flight.
 */
final class CameBack {
  private static final long STEP_MILLIS = 20_000;
  private static final long LEAST_OUT_MILLIS = 2 * 60_000L;

  private final History history;
  private final Area airspace;
  private final double marginMetres;
  private final double ceilingFeet;
  private final long memoryMillis;

  private CameBack(Track track, Scene scene, Rules rules) {
    this.history = track.history();
    this.airspace = scene.geography().airspace();
    this.marginMetres = rules.value(UnreportedFlight.INSIDE_METRES);
    this.ceilingFeet = rules.value(UnreportedFlight.CEILING);
    this.memoryMillis = rules.millis(UnreportedFlight.MEMORY);
  }

  /** For how many minutes it was outside; NaN if it has not been in before. */
  static double minutesOut(Track track, Scene scene, Rules rules) {
    return new CameBack(track, scene, rules).minutesOut();
  }

  /** From now back: in, out for a while, and in before. The border itself is neither. */
  private double minutesOut() {
    long before = Long.MAX_VALUE;
    long cameInMillis = Long.MAX_VALUE;
    long outMillis = Long.MAX_VALUE;
    for (int i = history.size() - 1; i >= 0; i--) {
      long at = history.atMillis(i);
      if (before != Long.MAX_VALUE && i > 0 && before - at < STEP_MILLIS) {
        continue;
      }
      before = at;
      int side = side(i);
      if (outMillis == Long.MAX_VALUE) {
        cameInMillis = side > 0 ? at : cameInMillis;
        outMillis = side < 0 ? at : outMillis;
      } else if (cameInMillis - at > memoryMillis) {
        return Double.NaN;
      } else if (side > 0) {
        return cameInMillis != Long.MAX_VALUE && cameInMillis - at >= LEAST_OUT_MILLIS
            ? (cameInMillis - at) / 60_000.0
            : Double.NaN;
      }
    }
    return Double.NaN;
  }

  /** 1 in the lower airspace, −1 outside, 0 at its border or above it. */
  private int side(int i) {
    double lat = history.latitude(i);
    double lon = history.longitude(i);
    if (airspace.isEdgeWithin(lat, lon, marginMetres)) {
      return 0;
    }
    if (!airspace.contains(lat, lon)) {
      return -1;
    }
    return history.altitudeFeet(i) >= ceilingFeet ? 0 : 1;
  }
}
