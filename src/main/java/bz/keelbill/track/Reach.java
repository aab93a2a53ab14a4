package bz.keelbill.track;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.SeaReach;
import bz.keelbill.report.Fix;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where a craft that is not seen any more may be: it may have gone on, stopped, turned, or sped up
 * to what its class can do. Immutable: it may be worked out on any thread.
 *
 * @param last where it was seen last and how it went
 * @param seenAtMillis when that was, Unix milliseconds
 * @param timeErrorMillis how much earlier it may have been
 * @param ability what it can do
 */
public record Reach(Going last, long seenAtMillis, long timeErrorMillis, Ability ability) {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int DIRECTIONS = 72;
  private static final double STEP_DEGREES = 360.0 / DIRECTIONS;

  /** A witness tells the time to a quarter of an hour. */
  private static final long SIGHTING_MILLIS = 15 * 60_000L;

  /** Lines that are straight on the chart are not quite so on the earth. */
  private static final double BULGE = 1.002;

  /** Where the map has it on land though it floats, the map is wrong by no more than this. */
  private static final double MAP_ERROR_METRES = 2_500;

  /** Of a track as it was seen last; null if it never had a position. */
  public static Reach of(Track track, Ability ability) {
    Going last = Going.of(track);
    if (last == null) {
      return null;
    }
    boolean told = track.latest().state().source() == Fix.Source.SIGHTING;
    return new Reach(last, track.latest().atMillis(), told ? SIGHTING_MILLIS : 0, ability);
  }

  /** How long it has been able to go unseen until a time, seconds; never beyond its limit. */
  public double seconds(long atMillis) {
    long millis = Math.max(0, atMillis - seenAtMillis) + timeErrorMillis;
    return Math.min(millis / 1000.0, ability.limitMinutes() * 60.0);
  }

  /** The fastest it may have been when it was seen last, knots. */
  public double startKnots() {
    return Double.isNaN(last.speedKnots())
        ? ability.maxKnots()
        : last.speedKnots() + last.speedErrorKnots();
  }

  /**
   * All places where it may be at a time. A vessel is in the water, and has come there by water.
   *
   * @return a valid shape; empty for a vessel that was seen inland
   */
  public Area area(Coast coast, long atMillis) {
    double error = errorMetres(coast);
    double seconds = seconds(atMillis);
    Area bound = Area.of(bound(error, seconds));
    return ability.flies()
        ? bound
        : SeaReach.within(coast, last.from(), error, ability.metres(startKnots(), seconds), bound);
  }

  private double errorMetres(Coast coast) {
    Position from = last.from();
    boolean isOnLand = !ability.flies() && coast.isLand(from.latitude(), from.longitude());
    double shore = isOnLand ? coast.shoreMetres(from.latitude(), from.longitude()) : 0;
    return shore > MAP_ERROR_METRES ? last.errorMetres() : last.errorMetres() + shore;
  }

  /** Where it may be if there is no land: no farther towards any direction than it can get. */
  private Geometry bound(double error, double seconds) {
    double start = Double.isNaN(last.courseDegrees()) ? 0 : last.courseDegrees();
    double[] far = new double[DIRECTIONS];
    for (int i = 0; i < DIRECTIONS; i++) {
      far[i] = error + metresTowards(start + i * STEP_DEGREES, seconds);
    }
    double turn = StrictMath.toRadians(STEP_DEGREES);
    Coordinate[] corners = new Coordinate[DIRECTIONS];
    for (int i = 0; i < DIRECTIONS; i++) {
      double next = far[(i + 1) % DIRECTIONS];
      // Where the lines across two directions meet.
      double aside = (next - far[i] * StrictMath.cos(turn)) / StrictMath.sin(turn);
      double bearing =
          start + i * STEP_DEGREES + StrictMath.toDegrees(StrictMath.atan2(aside, far[i]));
      double metres = Math.sqrt(far[i] * far[i] + aside * aside) * BULGE;
      Position corner = Geodesy.destination(last.from(), bearing, metres);
      corners[i] = new Coordinate(corner.longitude(), corner.latitude());
    }
    return new ConvexHull(corners, SHAPES).getConvexHull();
  }

  private double metresTowards(double bearingDegrees, double seconds) {
    if (Double.isNaN(last.courseDegrees())) {
      return ability.metres(startKnots(), seconds);
    }
    double off = Geodesy.turnDegrees(bearingDegrees, last.courseDegrees());
    double turn = Math.max(0, off - last.courseErrorDegrees());
    return ability.metres(startKnots(), seconds, turn);
  }
}
