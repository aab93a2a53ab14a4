package bz.keelbill.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.plan.PlanMatch.Key;
import bz.keelbill.plan.PlanMatch.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The book finds plans by their keys; whoever asks every plan finds the same. */
class PlanMatchingTest {

  @Test
  void theFastWayFindsWhatTheSlowWayFinds() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    CrowdedBook crowd = new CrowdedBook(random, 600);
    SlowShelf slow = new SlowShelf();
    crowd.book.plans().forEach(slow::put);
    Map<Outcome, Integer> outcomes = new HashMap<>();
    Map<Key, Integer> keys = new HashMap<>();
    for (int round = 0; round < 3_000; round++) {
      PlanQuery query = crowd.query(random);
      PlanMatch fast = crowd.book.match(query);
      assertEquals(new PlanMatching(query, slow, new Claims()).match(), fast, "seed " + seed);
      outcomes.merge(fast.outcome(), 1, Integer::sum);
      keys.merge(fast.key() == null ? Key.ADDRESS : fast.key(), 1, Integer::sum);
    }
    assertEquals(3, outcomes.size(), outcomes.toString());
    // A key that few of the made plans have may be met by no query of a seed.
    assertTrue(keys.size() >= Key.values().length - 1, keys.toString());
    assertTrue(outcomes.get(Outcome.NONE) > 100, outcomes.toString());
  }

  @Test
  void aBookWithManyPlansStillKnowsEachOfThem() {
    CrowdedBook crowd = new CrowdedBook(new Random(4), 5_000);
    for (FlightPlan plan : crowd.book.plans()) {
      long at = plan.offBlockAtMillis() + 60_000;
      PlanMatch match =
          crowd.book.match(
              new PlanQuery(
                  plan.aircraft().address(),
                  null,
                  plan.flight().callsign(),
                  null,
                  at,
                  new PlanQuery.Seen("t", new Position(17, -88))));
      assertTrue(match.isExplained());
    }
  }
}
