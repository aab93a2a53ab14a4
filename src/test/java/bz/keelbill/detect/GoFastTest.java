package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.alert.Alert;
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

  private static long count(List<String> terms) {
    return terms.stream().filter("watch-area"::equals).count();
  }
}
