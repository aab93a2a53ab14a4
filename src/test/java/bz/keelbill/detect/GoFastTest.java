package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the score of a fast boat is made of. */
class GoFastTest {
  /** East of Turneffe, where boats have been reported; the radar stands on the atoll. */
  private static final Position REPORTED = new Position(17.30, -87.68);

  private static final Position MAST = new Position(17.28, -87.81);
  private static final double RUN_IN = 250;

  private static List<String> terms(Instant when, Position from) {
    Sea sea = new Sea(when, MAST, List.of());
    sea.boat(from).run(60, RUN_IN, 40);
    sea.pass(6);
    Alert run = sea.alerts(GoFast.KIND).get(0);
    return run.finding().terms().stream().map(Finding.Term::term).toList();
  }

  @Test
  void watersWhereBoatsHaveBeenReportedCountByNightOnly() {
    assertEquals(1, count(terms(Sea.NIGHT, REPORTED)));
    assertEquals(0, count(terms(Sea.MORNING, REPORTED)));
  }

  @Test
  void otherWatersDoNot() {
    assertEquals(0, count(terms(Sea.NIGHT, new Position(16.95, -87.60))));
  }

  /** Beside a wrong clock a ship's positions and its echoes make a way that nobody went. */
  @Test
  void whoSaidMinutesAgoHowSlowItIsIsNotJudgedByItsEchoesYet() {
    Sea sea = new Sea(Sea.NIGHT, MAST, List.of());
    Position start = new Position(17.42, -87.68);
    Sea.Boat ship = sea.boat(start).ais(312_000_001, 37, 14).run(2, 180, 10);
    sea.pass(2);
    ship.silent().run(60, 180, 40);
    sea.pass(7);
    assertEquals(List.of(), sea.alerts(GoFast.KIND));
    sea.pass(8);
    assertEquals(1, sea.alerts(GoFast.KIND).size());
  }

  /** Ten miles from a radar: to a coarse one each is now here, now where the next one lies. */
  private static Sea fishermen(double sigmaDegrees) {
    Sea sea = new Sea(Sea.NIGHT, Geodesy.destination(Sea.OPEN, 90, 18_000), List.of(), 3);
    sea.poor(sigmaDegrees, 0.7);
    for (int i = 0; i < 6; i++) {
      sea.boat(0, 450 * i).run(200, 90 * i, 0.3);
    }
    return sea;
  }

  @Test
  void boatsThatLieTogetherUnderACoarseRadarAreNoRun() {
    Sea sea = fishermen(1.0);
    sea.pass(10);
    // Before that, nobody has seen yet that somebody lies there.
    List<Alert> before = ringing(sea);
    sea.pass(170);
    assertEquals(before.size(), ringing(sea).size(), ringing(sea).toString());
  }

  @Test
  void oneThatRunsOutFromAmongThemIs() {
    Sea sea = fishermen(0.5);
    sea.pass(30);
    sea.first().stop().run(30, 250, 42);
    sea.pass(8);
    assertEquals(1, ringing(sea).size(), ringing(sea).toString());
  }

  private static List<Alert> ringing(Sea sea) {
    return sea.alerts(GoFast.KIND).stream().filter(alert -> alert.priority().rings()).toList();
  }

  private static long count(List<String> terms) {
    return terms.stream().filter("watch-area"::equals).count();
  }
}
