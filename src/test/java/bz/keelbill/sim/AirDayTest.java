package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every innocent flight truly does what makes it look like something. */
class AirDayTest {
  private static final long DAY = 86_400_000;
  private static final Map<String, List<Craft.State>> LIVES = new LinkedHashMap<>();
  private static final Map<String, Integer> FLIGHTS = new TreeMap<>();
  private static final List<String> PLANS = new ArrayList<>();

  private static final World WORLD = World.of(Layers.GEOGRAPHY, new Hours(false), Station.ALL, 3);

  @BeforeAll
  static void aDayIsFlown() {
    List<Craft> all = AirDay.craft(WORLD, Layers.START);
    Map<String, Boolean> flew = new TreeMap<>();
    for (long now = Layers.START; now <= Layers.START + DAY; now += 1000) {
      for (Craft one : all) {
        one.live(now);
        boolean flies = one.state() != null;
        if (flies) {
          LIVES.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one.state());
        }
        if (flies && !flew.getOrDefault(one.id(), false)) {
          FLIGHTS.merge(one.id(), 1, Integer::sum);
        }
        flew.put(one.id(), flies);
      }
      WORLD.plans().listen(now, all, line -> PLANS.add(line.text()));
    }
  }

  private static List<Craft.State> life(String id) {
    return LIVES.get(id);
  }

  private static double least(String id) {
    return life(id).stream().mapToDouble(Craft.State::altitudeFeet).min().orElseThrow();
  }

  private static double offRouteMiles(String id, String from, String to) {
    Course route =
        new Course(
            "",
            "",
            "",
            List.of(
                AirTraffic.field(WORLD, from).position(), AirTraffic.field(WORLD, to).position()));
    return life(id).stream()
            .mapToDouble(
                state ->
                    route.distanceMetres(state.position().latitude(), state.position().longitude()))
            .max()
            .orElseThrow()
        / 1852;
  }

  @Test
  void everyFlightHasItsPlanButOurOwnAndThoseAboveTheCeiling() {
    assertEquals(13, FLIGHTS.size());
    FLIGHTS.forEach(
        (id, flights) -> {
          long plans = PLANS.stream().filter(plan -> plan.contains("(FPL-" + id + "-")).count();
          boolean untold = id.equals("V3BDF") || id.equals("BDF10");
          if (untold || least(id) > 19_500) {
            assertEquals(0, plans, id);
          } else {
            assertTrue(plans >= flights, id + " flew " + flights + " times, filed " + plans);
          }
        });
  }

  @Test
  void theStormIsFlownAroundByTwelveMilesAndNotMore() {
    double miles = offRouteMiles("V3HRE", "MZPL", "MZSP");
    assertTrue(miles > 9 && miles < 13, "off " + miles);
  }

  @Test
  void sightseersGoRoundTheBlueHoleLow() {
    Position hole = new Position(17.3157, -87.5346);
    double turned = 0;
    int seconds = 0;
    double before = Double.NaN;
    for (Craft.State state : life("V3HSS")) {
      boolean there = Geodesy.distanceMetres(state.position(), hole) < 2_500;
      double turn = Geodesy.wrapDegrees(state.courseDegrees() - before);
      turned += there && !Double.isNaN(turn) ? Math.abs(turn) : 0;
      before = there ? state.courseDegrees() : Double.NaN;
      seconds += there && state.altitudeFeet() <= 1_500 ? 1 : 0;
    }
    assertTrue(turned > 540, "turned " + turned);
    assertTrue(seconds > 240, "low for " + seconds + " s");
  }

  @Test
  void theDusterIsLowAndNearItsStrip() {
    Position strip = AirTraffic.field(WORLD, "MZTH").position();
    for (Craft.State state : life("V3HCD")) {
      assertTrue(Geodesy.distanceMetres(state.position(), strip) < 5 * 1852);
      assertTrue(state.altitudeFeet() < 500);
    }
  }

  @Test
  void theHelicopterSetsDownWhereNoFieldIs() {
    assertTrue(
        life("V3HHL").stream()
            .filter(state -> state.moor() == Leg.Moor.DOCK)
            .anyMatch(state -> AirPlaces.fieldMiles(WORLD, state.position()) > 5));
  }

  @Test
  void theHelicoptersPlansNameThePlaceWithoutIndicator() {
    List<String> plans = PLANS.stream().filter(plan -> plan.contains("FPL-V3HHL-")).toList();
    assertTrue(plans.get(0).contains("-ZZZZ0040\r\n-DEST/1712N08736W DOF/"), plans.get(0));
    assertTrue(plans.get(1).contains("-ZZZZ") && plans.get(1).contains("-DEP/1712N08736W DOF/"));
  }

  @Test
  void placesInAPlanAreDegreesAndMinutes() {
    assertEquals("1719N08732W", AirDay.point(new Position(17.3157, -87.5346)));
  }
}
