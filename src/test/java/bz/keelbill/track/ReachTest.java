package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.json.GeodataJson;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final Coast OPEN_SEA = Coast.of(List.of());
  private static final Coast BELIZE = GeodataJson.load(null).coast();
  private static final Position FROM = new Position(17.3, -88.05);
  private static final Ability JET = new Ability("jet", true, 560, 4, 6, 90);
  private static final int LATEST_SECONDS = 1_500;

  private static Going going(double knots, double course) {
    return new Going(FROM, 60, knots, 2, course, 8);
  }

  private static boolean holds(Area area, Position at) {
    return area.contains(at.latitude(), at.longitude());
  }

  /** A craft that does anything that its class can do, from anywhere it may have been. */
  private static final class Craft {
    private final Ability ability;
    private final SplittableRandom dice;
    private final Coast coast;
    private Position at;
    private double knots;
    private double course;
    private double wantedCourse;
    private double wantedKnots;

    Craft(Reach reach, Coast coast, SplittableRandom dice) {
      this.ability = reach.ability();
      this.dice = dice;
      this.coast = coast;
      Going last = reach.last();
      at = Geodesy.destination(FROM, dice.nextDouble(360), dice.nextDouble(last.errorMetres()));
      knots = last.speedKnots() + dice.nextDouble(-1, 1) * last.speedErrorKnots();
      course = last.courseDegrees() + dice.nextDouble(-1, 1) * last.courseErrorDegrees();
      decide();
    }

    private void decide() {
      wantedCourse = dice.nextInt(4) == 0 ? wantedCourse : dice.nextDouble(360);
      wantedKnots = ability.maxKnots() * Math.min(1, dice.nextDouble(0, 2));
    }

    boolean passSecond() {
      if (dice.nextInt(120) == 0) {
        decide();
      }
      double turn = Geodesy.wrapDegrees(wantedCourse - course);
      double most = ability.turnDegreesPerSecond();
      course = Geodesy.normalDegrees(course + Math.max(-most, Math.min(most, turn)));
      double before = knots;
      knots = Math.max(0, Math.min(wantedKnots, knots + ability.knotsPerSecond()));
      double metres = Units.knotsToMetresPerSecond((before + knots) / 2);
      Position next = Geodesy.destination(at, course, Math.min(metres, 1e6));
      if (!ability.flies() && coast.crossesLand(at, next)) {
        knots = 0;
        wantedCourse = dice.nextDouble(360);
        return false;
      }
      at = next;
      return true;
    }
  }

  private static void nobodyGetsOut(Reach reach, Coast coast, int craftCount) {
    SplittableRandom dice = new SplittableRandom(77);
    List<Craft> fleet =
        java.util.stream.IntStream.range(0, craftCount)
            .mapToObj(i -> new Craft(reach, coast, dice))
            .filter(craft -> !coast.isLand(craft.at.latitude(), craft.at.longitude()))
            .toList();
    for (int second = 1; second <= LATEST_SECONDS; second++) {
      fleet.forEach(Craft::passSecond);
      boolean look = second <= 10 || second % 100 == 0;
      if (look) {
        Area area = reach.area(coast, reach.seenAtMillis() + second * 1_000L);
        assertTrue(area.geometry().isValid());
        for (Craft craft : fleet) {
          int at = second;
          assertTrue(holds(area, craft.at), () -> craft.at + " after " + at + " s");
        }
      }
    }
  }

  @Test
  void aBoatIsInItWhateverItDoesAmongTheCayes() {
    nobodyGetsOut(new Reach(going(18, 120), 0, 0, Ability.SMALL_CRAFT), BELIZE, 60);
  }

  @Test
  void aShipIsInItWhateverItDoes() {
    nobodyGetsOut(new Reach(going(14, 200), 0, 0, Ability.SHIP), OPEN_SEA, 60);
  }

  @Test
  void anAircraftIsInItWhateverItDoes() {
    nobodyGetsOut(new Reach(going(240, 300), 0, 0, JET), BELIZE, 60);
  }

  @Test
  void aShipThatHasJustBeenSeenIsNotFarAstern() {
    Area area = new Reach(going(20, 90), 0, 0, Ability.SHIP).area(OPEN_SEA, 60_000);
    double ahead = Units.knotsToMetresPerSecond(20) * 60;
    assertTrue(holds(area, Geodesy.destination(FROM, 90, ahead)));
    assertFalse(holds(area, Geodesy.destination(FROM, 270, 0.5 * ahead)));
    assertTrue(holds(area, FROM), "it may have stopped");
  }

  @Test
  void whoseSpeedNobodyKnowsMayBeAsFastAsItsClass() {
    Going unknown = new Going(FROM, 500, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    Area area = new Reach(unknown, 0, 0, Ability.SMALL_CRAFT).area(OPEN_SEA, 600_000);
    double metres = Units.knotsToMetresPerSecond(50) * 600;
    for (int bearing = 0; bearing < 360; bearing += 45) {
      assertTrue(holds(area, Geodesy.destination(FROM, bearing, metres + 490)));
      assertFalse(holds(area, Geodesy.destination(FROM, bearing, 1.01 * metres + 560)));
    }
  }

  @Test
  void aSightingThatIsToldByTheQuarterOfAnHourBeginsWithAQuarterOfAnHour() {
    Going seen = new Going(FROM, 1_000, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    Reach reach = new Reach(seen, 0, 15 * 60_000, Ability.SMALL_CRAFT);
    assertEquals(900, reach.seconds(0));
    Area area = reach.area(OPEN_SEA, 0);
    assertTrue(holds(area, Geodesy.destination(FROM, 10, Units.nauticalMilesToMetres(12.5))));
  }

  @Test
  void nothingGrowsBeyondItsLimit() {
    Reach reach = new Reach(going(10, 0), 0, 0, Ability.SMALL_CRAFT);
    assertEquals(6 * 3_600, reach.seconds(7 * 3_600_000L));
    assertEquals(0, reach.seconds(-5_000));
  }

  @Test
  void aBoatThatTheMapHasOnLandSetsOutFromTheNearestShore() {
    Position inside = new Position(17.735, -88.027);
    Position quay = new Position(17.5, -88.2);
    for (Position at : List.of(inside, quay)) {
      Going moored = new Going(at, 20, 0, 0.5, Double.NaN, Double.NaN);
      Area area = new Reach(moored, 0, 0, Ability.SMALL_CRAFT).area(BELIZE, 600_000);
      assertFalse(area.geometry().isEmpty(), at::toString);
    }
  }
}
