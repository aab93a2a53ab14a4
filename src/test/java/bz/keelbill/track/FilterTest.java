package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilterTest {
  private static final long T0 = 1_795_230_000_000L;
  private static final Position RADAR = new Position(17.2, -87.6);
  private static final double ALONG = 40;
  private static final double ACROSS_DEGREES = 0.7;
  private static final int TURN_SECONDS = 3;

  private final Random chance = new Random(11);
  private final Filter.Workspace room = new Filter.Workspace();

  /** What a radar with 40 m and 0.7° of noise says of a boat, with or without a motion. */
  private Fix seen(Position at, long millis) {
    double bearing = Geodesy.bearingDegrees(RADAR, at);
    double metres = Geodesy.distanceMetres(RADAR, at);
    double across = metres * StrictMath.toRadians(ACROSS_DEGREES);
    Position noisy =
        Geodesy.destination(
            RADAR,
            bearing + ACROSS_DEGREES * chance.nextGaussian(),
            metres + ALONG * chance.nextGaussian());
    return fix(noisy, millis, new Fix.Accuracy(ALONG, across, bearing, false));
  }

  private static Fix fix(Position at, long millis, Fix.Accuracy accuracy) {
    return new Fix(
        new Origin("f", "r", 1, millis, millis),
        new ContactId.RadarTarget("r", 7),
        at,
        Fix.Motion.UNKNOWN,
        null,
        new Fix.State(Fix.Source.RADAR, accuracy, null));
  }

  /** How a boat goes on: where it is after so many seconds. */
  private interface Way {
    Position at(double seconds);
  }

  private static Way straight(double courseDegrees, double knots) {
    Position start = Geodesy.destination(RADAR, 60, 12_000);
    double speed = Units.knotsToMetresPerSecond(knots);
    return seconds -> Geodesy.destination(start, courseDegrees, speed * seconds);
  }

  /** Straight for two minutes, then round a circle of 300 m. */
  private static Way turning(double knots) {
    Position start = Geodesy.destination(RADAR, 60, 12_000);
    double speed = Units.knotsToMetresPerSecond(knots);
    Position corner = Geodesy.destination(start, 270, speed * 120);
    Position centre = Geodesy.destination(corner, 0, 300);
    return seconds ->
        seconds <= 120
            ? Geodesy.destination(start, 270, speed * seconds)
            : Geodesy.destination(centre, 180 + Math.toDegrees(speed * (seconds - 120) / 300), 300);
  }

  private record Errors(double raw, double filtered, double speedKnots, double within95) {}

  private Errors follow(Way way, int fromSecond, int toSecond, double knots) {
    double raw = 0;
    double filtered = 0;
    double speed = 0;
    int within = 0;
    int count = 0;
    for (int run = 0; run < 60; run++) {
      Filter filter = null;
      for (int s = 0; s <= toSecond; s += TURN_SECONDS) {
        Fix fix = seen(way.at(s), T0 + s * 1000L);
        if (filter == null) {
          filter = Filter.begin(fix, Domain.SEA);
        } else {
          filter.update(fix, room);
        }
        if (s >= fromSecond) {
          Estimate now = filter.at(fix.atMillis());
          double off = Geodesy.distanceMetres(now.position(), way.at(s));
          raw += square(Geodesy.distanceMetres(fix.position(), way.at(s)));
          filtered += square(off);
          speed += square(now.speedKnots() - knots);
          double bearing = Math.toRadians(Geodesy.bearingDegrees(now.position(), way.at(s)));
          double d2 = now.place().d2(off * Math.sin(bearing), off * Math.cos(bearing));
          within += d2 <= 5.99 ? 1 : 0;
          count++;
        }
      }
    }
    return new Errors(
        Math.sqrt(raw / count),
        Math.sqrt(filtered / count),
        Math.sqrt(speed / count),
        within / (double) count);
  }

  private static double square(double value) {
    return value * value;
  }

  @Test
  void aBoatOnAStraightWayIsPlacedThreeTimesBetterThanByItsEchoesAndItsErrorIsHonest() {
    Errors errors = follow(straight(300, 35), 90, 240, 35);
    assertTrue(errors.filtered < errors.raw / 2.5, errors.toString());
    assertTrue(errors.speedKnots < 3, errors.toString());
    assertTrue(errors.within95 > 0.88 && errors.within95 <= 1, errors.toString());
  }

  @Test
  void aBoatThatTurnsHardIsStillPlacedNoWorseThanByItsEchoes() {
    Errors errors = follow(turning(35), 120, 200, 35);
    assertTrue(errors.filtered < errors.raw, errors.toString());
    assertTrue(errors.within95 > 0.8, errors.toString());
  }

  @Test
  void aBoatThatLiesStillIsKnownToLieStill() {
    Errors errors = follow(straight(0, 0), 90, 240, 0);
    assertTrue(errors.filtered < errors.raw / 3, errors.toString());
    assertTrue(errors.speedKnots < 2, errors.toString());
  }

  @Test
  void aShipsOwnSpeedIsBelievedFromTheFirstReport() {
    Fix said =
        new Fix(
            new Origin("f", "s", 1, T0, T0),
            new ContactId.Mmsi(312_000_001),
            RADAR,
            new Fix.Motion(20, 90, Double.NaN),
            null,
            new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), null));
    Estimate later = Filter.begin(said, Domain.SEA).at(T0 + 60_000);
    assertEquals(20, later.speedKnots(), 0.1);
    assertEquals(617, Geodesy.distanceMetres(RADAR, later.position()), 5);
    assertTrue(later.lowerKnots() < 20 && later.sigmaKnots() > 2, "it may have turned since");
    Estimate soon = Filter.begin(said, Domain.SEA).at(T0 + 5_000);
    assertTrue(soon.lowerKnots() > 10, "bound " + soon.lowerKnots());
  }

  @Test
  void thePlaneFollowsTheCraftAroundTheWorldAndAcrossTheDateLine() {
    Position start = new Position(10, 179.9);
    Filter filter = null;
    Position at = start;
    for (int s = 0; s <= 3_600; s += 10) {
      at = Geodesy.destination(start, 90, 10.0 * s);
      Fix fix = fix(at, T0 + s * 1000L, Fix.Accuracy.circle(20));
      if (filter == null) {
        filter = Filter.begin(fix, Domain.SEA);
      } else {
        filter.update(fix, room);
      }
    }
    Estimate end = filter.at(T0 + 3_600_000L);
    assertTrue(Geodesy.distanceMetres(at, end.position()) < 5);
    assertTrue(end.position().longitude() < 0);
    assertEquals(10, Units.knotsToMetresPerSecond(end.speedKnots()), 0.2);
  }
}
