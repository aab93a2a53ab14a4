package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every act in the sky is what its family's name says, whatever the seed and the hour. */
class AirFamiliesTest {
  private static final long HOUR = 3_600_000;
  private static final long NIGHT = Layers.START + 5 * HOUR;
  private static final long NOON = Layers.START + 18 * HOUR;
  private static final int SEEDS = 3;

  @TempDir Path directory;

  private static Stage play(Family family, long seed) {
    boolean night =
        family.when() == Family.When.EVER ? seed % 2 == 1 : family.when() == Family.When.NIGHT;
    return Stage.play(family, seed, night ? NIGHT : NOON);
  }

  private static List<Stage> played(String name) {
    List<Stage> stages = new ArrayList<>();
    for (Family family : AirFamilies.ALL) {
      for (long seed = 1; family.name().equals(name) && seed <= SEEDS; seed++) {
        stages.add(play(family, seed));
      }
    }
    return stages;
  }

  @TestFactory
  List<DynamicTest> everyActCanBeToldApartWithinItsLifeAndIsSpokenAsDecodersReadIt() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Family family : AirFamilies.ALL) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        long one = seed;
        String name = family.name() + " " + AirFamilies.ALL.indexOf(family) + " " + seed;
        tests.add(DynamicTest.dynamicTest(name, () -> check(family, one)));
      }
    }
    return tests;
  }

  private void check(Family family, long seed) throws IOException {
    Stage stage = play(family, seed);
    assertTrue(stage.over, "it ends");
    assertTrue(stage.plainMillis > stage.firstMillis, "its clock starts");
    assertTrue(stage.plainMillis <= stage.lastMillis, "its clock starts within its life");
    assertEquals(family.name(), stage.threat.family());
    assertTrue(!stage.threat.expectedKinds().isEmpty());
    assertEquals(Map.of(), stage.refused(directory));
  }

  @Test
  void anActIsTheSameForTheSameSeedAndAnotherForAnother() {
    for (Family family : AirFamilies.ALL) {
      List<Position> one = places(play(family, 1));
      assertEquals(one, places(play(family, 1)), family.name());
      assertTrue(!one.equals(places(play(family, 3))), family.name());
    }
  }

  private static List<Position> places(Stage stage) {
    return stage.lead().stream().map(moment -> moment.state().position()).toList();
  }

  @Test
  void whoCirclesGoesRoundAPlaceLowAndFarFromFields() {
    for (Stage stage : played("circling")) {
      List<Stage.Moment> before =
          stage.lead().stream()
              .filter(moment -> moment.atMillis() <= stage.plainMillis)
              .filter(moment -> moment.atMillis() > stage.plainMillis - 600_000)
              .filter(moment -> moment.state().altitudeFeet() <= 1_500)
              .toList();
      assertTrue(Math.abs(turned(before)) >= 540);
      assertTrue(AirPlaces.fieldMiles(stage.world, before.get(0).state().position()) > 3);
      double radius = radiusMetres(before.subList(Math.max(0, before.size() - 100), before.size()));
      assertTrue(radius > 300 && radius < 5_000, "radius " + radius);
    }
  }

  private static double turned(List<Stage.Moment> moments) {
    double sum = 0;
    for (int i = 1; i < moments.size(); i++) {
      sum +=
          Geodesy.wrapDegrees(
              moments.get(i).state().courseDegrees() - moments.get(i - 1).state().courseDegrees());
    }
    return sum;
  }

  private static double radiusMetres(List<Stage.Moment> moments) {
    double metres = 0;
    for (int i = 1; i < moments.size(); i++) {
      metres +=
          Geodesy.distanceMetres(
              moments.get(i - 1).state().position(), moments.get(i).state().position());
    }
    return metres / Math.toRadians(Math.abs(turned(moments)));
  }

  @Test
  void whoFliesLowIsLowForAMinuteFarFromFields() {
    for (Stage stage : played("low-flight")) {
      double limit = stage.firstMillis >= NOON ? 1_500 : 5_000;
      List<Stage.Moment> minute = minuteBefore(stage);
      assertEquals(60, minute.size());
      for (Stage.Moment moment : minute) {
        assertTrue(moment.state().altitudeFeet() < limit);
        assertTrue(moment.state().speedKnots() > 90 && moment.state().speedKnots() < 450);
        assertTrue(AirPlaces.fieldMiles(stage.world, moment.state().position()) > 10);
      }
    }
  }

  private static List<Stage.Moment> minuteBefore(Stage stage) {
    return stage.lead().stream()
        .filter(moment -> moment.atMillis() <= stage.plainMillis)
        .filter(moment -> moment.atMillis() > stage.plainMillis - 60_000)
        .toList();
  }

  @Test
  void whoLandsInSecretComesDownOnLandFarFromFields() {
    for (Stage stage : played("clandestine-landing")) {
      Stage.Moment ground =
          stage.lead().stream()
              .filter(moment -> moment.state().moor() == Leg.Moor.DOCK)
              .findFirst()
              .orElseThrow();
      Position at = ground.state().position();
      assertTrue(Layers.GEOGRAPHY.coast().isLand(at.latitude(), at.longitude()));
      assertTrue(AirPlaces.fieldMiles(stage.world, at) > 5);
      assertTrue(AirClock.isIn(stage.world, ground.state()));
    }
  }

  @Test
  void whoDropsDoesSoLowOverWaterAndItsBoatsWaitNearby() {
    for (Stage stage : played("airdrop")) {
      Craft.State plane = at(stage.lead(), stage.plainMillis);
      assertTrue(plane.altitudeFeet() <= 500);
      assertTrue(
          !Layers.GEOGRAPHY
              .coast()
              .isLand(plane.position().latitude(), plane.position().longitude()));
      int waiting = 0;
      int leaving = 0;
      for (Craft actor : stage.threat.actors()) {
        if (actor.flies()) {
          continue;
        }
        List<Stage.Moment> life = stage.lives.get(actor.id());
        Craft.State boat = at(life, stage.plainMillis);
        boolean near = Geodesy.distanceMetres(boat.position(), plane.position()) < 2 * 1852 + 3_000;
        waiting += near && boat.speedKnots() <= 3 ? 1 : 0;
        leaving += life.stream().anyMatch(moment -> moment.state().speedKnots() >= 24) ? 1 : 0;
      }
      assertEquals(stage.threat.actors().size() - 1, leaving);
      assertTrue(stage.threat.actors().size() == 1 || waiting > 0);
    }
  }

  @Test
  void whoLeavesIsOutsideForLessThanAnHourAndComesBack() {
    for (Stage stage : played("u-turn")) {
      long left = 0;
      long outside = 0;
      boolean wasIn = false;
      for (Stage.Moment moment : stage.lead()) {
        boolean in = AirClock.isIn(stage.world, moment.state());
        left = wasIn && !in ? moment.atMillis() : left;
        outside = !wasIn && in && left > 0 ? moment.atMillis() - left : outside;
        wasIn = in;
      }
      assertTrue(outside > 60_000 && outside < HOUR, "outside " + outside);
    }
  }

  @Test
  void whoHasItsTransponderOffIsInNoFlightFeedButOnRadar() {
    Family silent = AirFamilies.ALL.get(1);
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<String> feeds = play(silent, seed).spoken.stream().map(Spoken::feed).distinct().toList();
      assertEquals(List.of(Spoken.RADAR), feeds);
    }
  }

  @Test
  void whoDeviatesHasAPlanAndIsFarOffItsRouteForThreeMinutes() {
    for (Stage stage : played("plan-deviation")) {
      assertTrue(stage.spoken.stream().anyMatch(one -> one.feed().equals(Spoken.PLANS)));
      assertTrue(stage.plainMillis - stage.firstMillis > 180_000);
    }
  }

  @Test
  void whoIsInDistressSquawksIt() {
    for (Stage stage : played("distress")) {
      assertTrue(stage.spoken.stream().anyMatch(one -> one.text().matches("(?s).*,7[567]00,.*")));
    }
  }

  private static Craft.State at(List<Stage.Moment> life, long atMillis) {
    return life.stream()
        .filter(moment -> moment.atMillis() == atMillis)
        .findFirst()
        .orElseThrow()
        .state();
  }
}
