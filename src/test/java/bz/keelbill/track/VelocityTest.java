package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VelocityTest {
  private static final long T0 = 1_795_230_000_000L;
  private static final Position START = new Position(17.2, -87.6);

  static Fix fix(long at, Position position, double sigma) {
    return new Fix(
        new Origin("f", "r", 1, at, at),
        new ContactId.RadarTarget("r", 1),
        position,
        Fix.Motion.UNKNOWN,
        null,
        new Fix.State(Fix.Source.RADAR, Fix.Accuracy.circle(sigma), null));
  }

  /** The window after which 1.645 sigma of the speed is under 5 kn at 3-s scans (spec table). */
  @ParameterizedTest
  @CsvSource({"0.3, 10, 52", "0.3, 20, 82", "1.0, 5, 73", "1.0, 10, 115", "1.0, 20, 183"})
  void theSpeedsMarginFallsUnderFiveKnotsAfterTheWindowOfTheTable(
      double azimuthDegrees, double nauticalMiles, int seconds) {
    double sigma = nauticalMiles * 1852 * Math.toRadians(azimuthDegrees);
    assertTrue(marginAfter(seconds * 0.85, sigma) > 5);
    assertTrue(marginAfter(seconds * 1.15, sigma) < 5);
  }

  private static double marginAfter(double seconds, double sigma) {
    History history = new History();
    for (int s = 0; s <= seconds; s += 3) {
      history.add(
          fix(T0 + s * 1000L, Geodesy.destination(START, 270, 18 * s), sigma), Double.NaN, 0, 1024);
    }
    return Velocity.fit(history, 600_000).marginKnots();
  }

  @Test
  void theLowerBoundIsBelowTheTrueSpeedInNineteenOfTwentyNoisyRuns() {
    Random chance = new Random(7);
    int below = 0;
    for (int run = 0; run < 1000; run++) {
      History history = new History();
      for (int s = 0; s <= 90; s += 3) {
        Position seen =
            Geodesy.destination(START, 270, Math.max(0.1, 18 * s + chance.nextGaussian() * 80));
        history.add(fix(T0 + s * 1000L, seen, 80), Double.NaN, 0, 1024);
      }
      below += Velocity.fit(history, 600_000).lowerKnots() < 18 / 0.514444 ? 1 : 0;
    }
    assertTrue(below > 920 && below < 990, "below in " + below);
  }

  @Test
  void speedAndCourseOfAnExactTrackAreExact() {
    History history = new History();
    for (int s = 0; s <= 90; s += 10) {
      history.add(
          fix(T0 + s * 1000L, Geodesy.destination(START, 225, 10 * s), 50), Double.NaN, 0, 1024);
    }
    Velocity velocity = Velocity.fit(history, 90_000);
    assertEquals(10 / 0.514444, velocity.speedKnots(), 0.05);
    assertEquals(225, velocity.courseDegrees(), 0.1);
    assertEquals(10, velocity.fixes());
  }

  @Test
  void historyStaysBoundedAndThinsWithAgeHoweverMuchComes() {
    History history = new History();
    for (int i = 0; i < 100_000; i++) {
      history.add(fix(T0 + i * 500L, START, 10), Double.NaN, 0, 1024);
    }
    assertTrue(history.size() <= 1024);
    long newest = history.atMillis(history.size() - 1);
    assertEquals(T0 + 99_999 * 500L, newest);
    assertTrue(history.atMillis(0) <= newest - 5 * 3_600_000L, "hours are remembered");
    for (int i = 1; i < history.size(); i++) {
      assertTrue(history.atMillis(i) >= history.atMillis(i - 1));
    }
  }
}
