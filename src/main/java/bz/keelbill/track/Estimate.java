package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;

/**
 * Where a craft is at one instant and how it moves, with the covariance of both.
 *
 * @param atMillis Unix milliseconds
 * @param position the most likely place
 * @param place covariance of the place, square metres
 * @param eastMetresPerSecond velocity east
 * @param northMetresPerSecond velocity north
 * @param velocity covariance of the velocity, square metres per square second
 */
public record Estimate(
    long atMillis,
    Position position,
    Spread place,
    double eastMetresPerSecond,
    double northMetresPerSecond,
    Spread velocity) {
  private static final double ONE_SIDED_95 = 1.645;

  /**
   * A covariance in the plane.
   *
   * @param east variance eastwards
   * @param eastNorth covariance
   * @param north variance northwards
   */
  public record Spread(double east, double eastNorth, double north) {
    /** The larger standard deviation of the two axes. */
    public double worst() {
      double middle = (east + north) / 2;
      double half = (east - north) / 2;
      return Math.sqrt(middle + Math.sqrt(half * half + eastNorth * eastNorth));
    }

    Spread plus(Spread other) {
      return new Spread(east + other.east, eastNorth + other.eastNorth, north + other.north);
    }

    Spread plus(double variance) {
      return new Spread(east + variance, eastNorth, north + variance);
    }

    /** Squared Mahalanobis distance of a difference. */
    double d2(double eastDifference, double northDifference) {
      double determinant = east * north - eastNorth * eastNorth;
      double quadratic =
          north * eastDifference * eastDifference
              - 2 * eastNorth * eastDifference * northDifference
              + east * northDifference * northDifference;
      return quadratic / determinant;
    }
  }

  /** Speed over ground, knots. */
  public double speedKnots() {
    return Units.metresPerSecondToKnots(metresPerSecond());
  }

  /** Course over ground, degrees true. */
  public double courseDegrees() {
    return Geodesy.normalDegrees(
        StrictMath.toDegrees(StrictMath.atan2(eastMetresPerSecond, northMetresPerSecond)));
  }

  /** Standard deviation of the speed along the course, knots. */
  public double sigmaKnots() {
    double speed = metresPerSecond();
    if (speed < 1e-3) {
      return Units.metresPerSecondToKnots(velocity.worst());
    }
    double e = eastMetresPerSecond / speed;
    double n = northMetresPerSecond / speed;
    double variance =
        e * e * velocity.east() + 2 * e * n * velocity.eastNorth() + n * n * velocity.north();
    return Units.metresPerSecondToKnots(Math.sqrt(variance));
  }

  /** The speed that is exceeded with 95 % certainty, knots; below 0 where nothing is known. */
  public double lowerKnots() {
    return speedKnots() - ONE_SIDED_95 * sigmaKnots();
  }

  /** How far apart two craft are, and how sure that is: squared Mahalanobis distance in place. */
  double placeD2(Estimate other, double floorMetres) {
    double latitude = position.latitude();
    double north =
        (other.position.latitude() - latitude) * Geodesy.metresPerDegreeLatitude(latitude);
    double east =
        Geodesy.wrapDegrees(other.position.longitude() - position.longitude())
            * Geodesy.metresPerDegreeLongitude(latitude);
    return place.plus(other.place).plus(floorMetres * floorMetres).d2(east, north);
  }

  /** Squared Mahalanobis distance of the velocities. */
  double velocityD2(Estimate other, double floorMetresPerSecond) {
    return velocity
        .plus(other.velocity)
        .plus(floorMetresPerSecond * floorMetresPerSecond)
        .d2(
            other.eastMetresPerSecond - eastMetresPerSecond,
            other.northMetresPerSecond - northMetresPerSecond);
  }

  private double metresPerSecond() {
    return Math.sqrt(
        eastMetresPerSecond * eastMetresPerSecond + northMetresPerSecond * northMetresPerSecond);
  }
}
