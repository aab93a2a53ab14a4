package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.report.Reject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
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
    Set<Family> ways = new HashSet<>();
    List<Case> cases = new ArrayList<>();
    for (Family family : SeaFamilies.ALL) {
      for (int seed = 1; ways.add(family) || seed > 1; seed++) {
        if (seed > SEEDS) {
          break;
        }
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
    System.out.printf(
        "%s: %d actors, %.0f min, plain after %.0f min, %d reports, %d rejects%n",
        one,
        stage.threat.actors().size(),
        (stage.lastMillis - stage.firstMillis) / 60e3,
        (stage.plainMillis - stage.firstMillis) / 60e3,
        reports,
        rejects.size());
    assertTrue(reports > 20, "reports " + reports);
    for (Reject reject : rejects) {
      assertTrue(
          Set.of(Reject.Reason.CHECKSUM, Reject.Reason.ORPHAN).contains(reject.reason()),
          reject.reason() + " " + reject.line().text());
    }
    if (stage.plainMillis >= 0) {
      assertTrue(stage.plainMillis > stage.firstMillis);
      assertTrue(stage.plainMillis <= stage.lastMillis + 1000);
      assertProperty(stage, stage.plainMillis);
    }
  }

  private static void assertProperty(SeaStage stage, long plain) {
    switch (stage.threat.family()) {
      case "go-fast" -> {
        int boat = stage.threat.actors().size() - 1;
        assertTrue(held(plain, 90, now -> stage.at(boat, now).speedKnots() >= 25), "fast for 90 s");
      }
      case "rendezvous" ->
          assertTrue(
              held(plain, 300, now -> isTogether(stage, now, 100)), "within 100 m for 300 s");
      default -> {}
    }
  }

  private static boolean isTogether(SeaStage stage, long now, double metres) {
    Craft.State one = stage.at(0, now);
    Craft.State other = stage.at(1, now);
    return Geodesy.distanceMetres(one.position(), other.position()) <= metres
        && stage
                .world
                .geography()
                .landingMetres(one.position().latitude(), one.position().longitude())
            > 1852;
  }

  private static boolean held(long until, int seconds, LongPredicate holds) {
    for (long now = until - (seconds - 1) * 1000L; now <= until; now += 1000) {
      if (!holds.test(now)) {
        return false;
      }
    }
    return true;
  }
}
