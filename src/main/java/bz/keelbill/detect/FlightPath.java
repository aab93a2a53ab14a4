package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * How an aircraft flew when it was heard last, read from its latest minutes: what a feed leaves out
 * of a message, the way itself tells.
 *
 * @param from where
 * @param courseDegrees true; NaN unknown
 * @param knots over ground; NaN unknown
 * @param feet altitude above the sea, by pressure or by satellite; NaN unknown
 * @param sinkFeetPerMinute how fast it came down; negative climbing; NaN unknown
 * @param fastestKnots how fast it was in the last minutes at most; NaN unknown
 */
record FlightPath(
    Position from,
    double courseDegrees,
    double knots,
    double feet,
    double sinkFeetPerMinute,
    double fastestKnots) {
  private static final long SINK_MILLIS = 60_000;
  private static final long LEAST_SINK_MILLIS = 10_000;
  private static final long SPEED_MILLIS = 4 * 60_000L;
  private static final long LEG_MILLIS = 20_000;
  private static final double APPROACH_FEET_PER_MINUTE = 500;
  private static final double LEAST_MINUTES = 1;
  private static final double UNKNOWN_MINUTES = 3;

  /** Of a track that has a position. */
  static FlightPath of(Track track) {
    return new FlightPath(
        track.position(),
        track.courseDegrees(),
        track.speedKnots(),
        track.altitudeFeet(),
        sink(track),
        Math.max(
            fastest(track.history()), Double.isNaN(track.speedKnots()) ? 0 : track.speedKnots()));
  }

  /** Its own word for the moment, or the trend of a minute, whichever sinks more. */
  private static double sink(Track track) {
    double said = track.height() == null ? Double.NaN : -track.height().verticalRateFeetPerMinute();
    History history = track.history();
    int last = history.size() - 1;
    if (last < 0) {
      return said;
    }
    int first = history.firstAtOrAfter(history.atMillis(last) - SINK_MILLIS);
    long millis = history.atMillis(last) - history.atMillis(first);
    double trend =
        millis < LEAST_SINK_MILLIS
            ? Double.NaN
            : (history.altitudeFeet(first) - history.altitudeFeet(last)) * 60_000 / millis;
    return Double.isNaN(trend) ? said : Double.isNaN(said) ? trend : Math.max(said, trend);
  }

  private static double fastest(History history) {
    double fastest = 0;
    int next = history.size() - 1;
    long until = next < 0 ? 0 : history.atMillis(next) - SPEED_MILLIS;
    for (int i = next - 1; i >= 0 && history.atMillis(i) >= until; i--) {
      long millis = history.atMillis(next) - history.atMillis(i);
      if (millis >= LEG_MILLIS) {
        double metres = Geodesy.distanceMetres(history.position(i), history.position(next));
        fastest = Math.max(fastest, Units.metresPerSecondToKnots(metres * 1000 / millis));
        next = i;
      }
    }
    return fastest;
  }

  /** Whether it is known to come down at least so fast. */
  boolean sinks(double feetPerMinute) {
    return sinkFeetPerMinute >= feetPerMinute;
  }

  /** By which share it has slowed down in the last minutes, 0 to 1; NaN unknown. */
  double slowedShare() {
    return fastestKnots > 0 ? 1 - knots / fastestKnots : Double.NaN;
  }

  /**
   * Minutes until it meets the ground: as fast as it sinks, or as an approach goes from its height
   * if it does not sink.
   */
  double minutesDown(double sinkingFeetPerMinute) {
    if (Double.isNaN(feet)) {
      return UNKNOWN_MINUTES;
    }
    double rate = sinks(sinkingFeetPerMinute) ? sinkFeetPerMinute : APPROACH_FEET_PER_MINUTE;
    return Math.max(LEAST_MINUTES, Math.max(0, feet) / rate);
  }

  /** How far it goes in a time, metres. */
  double metresIn(double minutes) {
    return Units.knotsToMetresPerSecond(knots) * 60 * minutes;
  }

  /** Where it is after a way straight on. */
  Position after(double metres) {
    return Geodesy.destination(from, courseDegrees, metres);
  }
}
