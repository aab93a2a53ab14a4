package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InterceptTest {
  private static final Position UNIT = new Position(17.3, -87.9);
  private static final double LIMIT_MINUTES = 180;

  private static Going craft(Position at, double knots, double course) {
    return new Going(at, 50, knots, 2, course, 5);
  }

  @Test
  void bothAreAtTheMeetingPointThenToATenthOfAMile() {
    SplittableRandom dice = new SplittableRandom(3);
    int met = 0;
    for (int i = 0; i < 2_000; i++) {
      Position at =
          Geodesy.destination(
              UNIT, dice.nextDouble(360), Units.nauticalMilesToMetres(dice.nextDouble(0.1, 60)));
      Going craft = craft(at, dice.nextDouble(1, 50), dice.nextDouble(360));
      double knots = dice.nextDouble(5, 60);
      Intercept found = Intercept.of(UNIT, knots, craft, LIMIT_MINUTES);
      if (found.isPossible()) {
        met++;
        double run = Units.knotsToMetresPerSecond(knots) * found.minutes() * 60;
        Position there = Geodesy.destination(UNIT, found.courseDegrees(), run);
        Position then = craft.after(found.minutes());
        assertEquals(0, Geodesy.exactDistanceMetres(there, then), 185, craft::toString);
        assertEquals(0, Geodesy.exactDistanceMetres(found.at(), then), 1);
        assertTrue(found.earliestMinutes() <= found.minutes());
        assertFalse(found.latestMinutes() < found.minutes());
      }
    }
    assertTrue(met > 1_000, "meetings: " + met);
  }

  @Test
  void noneIsEarlier() {
    SplittableRandom dice = new SplittableRandom(9);
    for (int i = 0; i < 300; i++) {
      Position at = Geodesy.destination(UNIT, dice.nextDouble(360), dice.nextDouble(500, 50_000));
      Going craft = craft(at, dice.nextDouble(1, 50), dice.nextDouble(360));
      double knots = dice.nextDouble(5, 60);
      Intercept found = Intercept.of(UNIT, knots, craft, LIMIT_MINUTES);
      double first = found.isPossible() ? found.minutes() : LIMIT_MINUTES;
      for (double minutes = 0; minutes < first - 0.3; minutes += 0.25) {
        double run = Units.knotsToMetresPerSecond(knots) * minutes * 60;
        double away = Geodesy.exactDistanceMetres(UNIT, craft.after(minutes));
        assertTrue(away > run, "at " + minutes + " of " + found);
      }
    }
  }

  @Test
  void whoCannotBeMetNeedsAFasterUnitAndThatOneMeetsIt() {
    Position north = Geodesy.destination(UNIT, 0, Units.nauticalMilesToMetres(10));
    Going craft = craft(north, 40, 0);
    Intercept none = Intercept.of(UNIT, 28, craft, 120);
    assertFalse(none.isPossible());
    assertNull(none.at());
    assertEquals(45, none.neededKnots(), 0.1);
    assertFalse(Intercept.of(UNIT, none.neededKnots() - 0.2, craft, 120).isPossible());
    assertTrue(Intercept.of(UNIT, none.neededKnots() + 0.2, craft, 120).isPossible());
  }

  @Test
  void oneThatComesByIsMetByASlowerUnit() {
    Position northWest = Geodesy.destination(UNIT, 315, Units.nauticalMilesToMetres(20));
    Intercept found = Intercept.of(UNIT, 25, craft(northWest, 40, 120), LIMIT_MINUTES);
    assertTrue(found.isPossible());
    assertTrue(Double.isNaN(found.latestMinutes()) || found.latestMinutes() > found.minutes());
  }

  @Test
  void whoLiesStillIsMetWhereItLies() {
    Position east = Geodesy.destination(UNIT, 90, Units.nauticalMilesToMetres(15));
    Going still = new Going(east, 50, 0.2, 0.5, Double.NaN, Double.NaN);
    Intercept found = Intercept.of(UNIT, 30, still, LIMIT_MINUTES);
    assertEquals(30, found.minutes(), 0.01);
    assertEquals(30, found.latestMinutes(), 0.01);
    assertEquals(90, found.courseDegrees(), 0.1);
  }

  @Test
  void whoseMotionNobodyKnowsIsMetByChanceOnly() {
    Position east = Geodesy.destination(UNIT, 90, Units.nauticalMilesToMetres(15));
    Going unknown = new Going(east, 50, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    assertTrue(Double.isNaN(Intercept.of(UNIT, 30, unknown, LIMIT_MINUTES).latestMinutes()));
  }
}
