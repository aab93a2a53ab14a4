package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act at sea truly is what it is called. */
class SeaFamiliesTest {
  private static final long HOUR = 3_600_000;
  private static final int SEEDS = Integer.getInteger("sea.seeds", 3);

  /** One way of one family with one seed. */
  record Case(Family family, long seed) {
    SeaStage play() {
      long start = Layers.START + (family.when() == Family.When.DAY ? 13 : 2) * HOUR;
      return SeaStage.play(family, seed, start);
    }

    @Override
    public String toString() {
      return family.name() + " " + family.when() + " " + seed;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Family family : SeaFamilies.ALL) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        cases.add(new Case(family, seed));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyActIsPlainWithinItsLifeAndItsLinesAreUnderstood(Case one) {
    SeaStage stage = one.play();
    assertEquals(one.family().name(), stage.threat.family());
    assertTrue(stage.threat.expectedKinds().contains(one.family().name()));
    List<Reject> rejects = new ArrayList<>();
    int reports = stage.reports(rejects).size();
    stage.lives.forEach((id, life) -> Afloat.check(stage.world, id, life, landed(one)));
    assertTrue(reports > 20, "reports " + reports);
    for (Reject reject : rejects) {
      // A bit is wrong now and then; what was left of its message is an orphan.
      assertTrue(
          Set.of(Reject.Reason.CHECKSUM, Reject.Reason.ORPHAN).contains(reject.reason()),
          reject.reason() + " " + reject.line().text());
    }
    if (stage.plainMillis >= 0) {
      assertTrue(stage.plainMillis > stage.firstMillis);
      assertTrue(stage.plainMillis <= stage.lastMillis + 1000);
      SeaProperties.check(stage);
    }
  }

  /** A claimed voyage over land is one. */
  private static boolean landed(Case one) {
    return List.of("on-land", "feed-silent", "clock-skew").contains(one.family().name());
  }

  @Test
  void everyWayOfEveryFamilyHasAThingToShow() {
    Set<String> checked = SeaProperties.ALL.keySet();
    for (Family family : SeaFamilies.ALL) {
      assertTrue(checked.contains(family.name()), family.name());
    }
  }

  /** Most acts can be told apart; those that cannot are few and meant. */
  @Test
  void timesAreFoundForEveryFamilyWithinADay() {
    for (String family : Schedule.names()) {
      Schedule schedule = Schedule.only(family).begin(Chance.of(5, "schedule"), Layers.START);
      int acts = 0;
      while (schedule.due(Layers.START + 24 * HOUR) != null) {
        acts++;
      }
      assertTrue(acts >= 4, family + " " + acts);
    }
  }
}
