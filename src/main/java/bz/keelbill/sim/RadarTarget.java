package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import java.util.Locale;

/**
 * What a radar's tracker holds of one target: a smoothed place and motion in metres east and north
 * of the antenna, as an alpha-beta filter keeps them.
 */
final class RadarTarget {

  /** One echo, as measured. */
  record Plot(double metres, double bearingDegrees, long atMillis) {}

  private static final double ALPHA = 0.35;
  private static final double BETA = 0.09;
  private static final int HITS_TO_ACQUIRE = 2;
  private static final int HITS_TO_TRACK = 5;
  private static final int MISSES_ACQUIRING = 3;
  private static final int MISSES_TRACKING = 7;

  private final Station station;
  private final CoastalRadar.Fit fit;
  private int number = -1;
  private long namedAtMillis;
  private int hits;
  private int misses;
  private Plot last;
  private double east;
  private double north;
  private double eastPerSecond;
  private double northPerSecond;

  RadarTarget(Station station, CoastalRadar.Fit fit) {
    this.station = station;
    this.fit = fit;
  }

  int number() {
    return number;
  }

  long namedAtMillis() {
    return namedAtMillis;
  }

  void name(int number, long atMillis) {
    this.number = number;
    this.namedAtMillis = atMillis;
  }

  boolean wantsNumber() {
    return number < 0 && hits >= HITS_TO_ACQUIRE;
  }

  char status() {
    return hits >= HITS_TO_TRACK ? 'T' : 'Q';
  }

  boolean isLostAfterMiss() {
    misses++;
    return misses >= (hits >= HITS_TO_TRACK ? MISSES_TRACKING : MISSES_ACQUIRING);
  }

  void update(Plot plot) {
    double radians = StrictMath.toRadians(plot.bearingDegrees());
    double seenEast = plot.metres() * StrictMath.sin(radians);
    double seenNorth = plot.metres() * StrictMath.cos(radians);
    double seconds = last == null ? 0 : (plot.atMillis() - last.atMillis()) / 1000.0;
    hits++;
    misses = 0;
    if (seconds <= 0) {
      east = seenEast;
      north = seenNorth;
    } else {
      smooth(seenEast, seenNorth, seconds);
    }
    last = plot;
  }

  private void smooth(double seenEast, double seenNorth, double seconds) {
    double aheadEast = east + eastPerSecond * seconds;
    double aheadNorth = north + northPerSecond * seconds;
    // A young target weighs all its echoes alike; an older one forgets.
    double alpha = Math.max(ALPHA, 2.0 * (2 * hits - 1) / (hits * (hits + 1.0)));
    double beta = Math.max(BETA, 6.0 / (hits * (hits + 1.0)));
    east = aheadEast + alpha * (seenEast - aheadEast);
    north = aheadNorth + alpha * (seenNorth - aheadNorth);
    eastPerSecond += beta * (seenEast - aheadEast) / seconds;
    northPerSecond += beta * (seenNorth - aheadNorth) / seconds;
  }

  /** Becomes a patch of sea clutter. */
  void drift(double metres, double bearingDegrees, long atMillis) {
    update(new Plot(metres, bearingDegrees, atMillis));
  }

  /** The next echo of a patch of clutter: anywhere near the last. */
  Plot wave(Chance chance, long atMillis) {
    return new Plot(
        last.metres() + chance.gauss(60),
        Geodesy.normalDegrees(last.bearingDegrees() + chance.gauss(0.5)),
        atMillis);
  }

  /** The TTM sentence: the last measured place, the smoothed motion once it is tracked. */
  String sentence(char status, long atMillis) {
    boolean moving = hits >= HITS_TO_TRACK;
    double knots = Units.metresPerSecondToKnots(StrictMath.hypot(eastPerSecond, northPerSecond));
    double course =
        Geodesy.normalDegrees(
            StrictMath.toDegrees(StrictMath.atan2(eastPerSecond, northPerSecond)));
    String motion = moving ? format("%.1f,%.1f,T,%s", knots, course % 359.95, closest()) : ",,,,";
    String body =
        format(
            "RATTM,%02d,%.3f,%.1f,T,%s,N,,%c,",
            number,
            Units.metresToNauticalMiles(last.metres()),
            last.bearingDegrees() % 359.95,
            motion,
            status);
    return Nmea.sentence('$', fit.oldForm() ? body : body + "," + clock(atMillis) + ",A");
  }

  /** Closest approach to the antenna, miles, and minutes until then. */
  private String closest() {
    double square = eastPerSecond * eastPerSecond + northPerSecond * northPerSecond;
    double seconds = square < 0.01 ? 0 : -(east * eastPerSecond + north * northPerSecond) / square;
    double miles =
        Units.metresToNauticalMiles(
            StrictMath.hypot(east + eastPerSecond * seconds, north + northPerSecond * seconds));
    double minutes = Math.max(-99.9, Math.min(99.9, seconds / 60));
    return format("%.2f,%.1f", miles, minutes);
  }

  private static String clock(long atMillis) {
    long ofDay = Math.floorMod(atMillis, 86_400_000L);
    return format(
        "%02d%02d%02d.%02d",
        ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60, ofDay / 10 % 100);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
