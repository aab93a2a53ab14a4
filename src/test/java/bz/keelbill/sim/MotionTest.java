package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that moves, moves as such craft can, and boats stay on the water. */
class MotionTest {
  private static final long SECOND = 1000;

  /** Docks are mapped to a hundred metres, the coast too. */
  private static final double DOCK_METRES = 60;

  private static final Map<String, Double> MOST_KNOTS =
      Map.of(
          "water-taxi", 31.0,
          "go-fast", 56.0,
          "patrol-boat", 38.0,
          "fishing-skiff", 22.0,
          "cargo", 15.0,
          "scheduled-hop", 160.0,
          "airliner", 350.0,
          "overflight", 490.0);

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Craft.State> before = new HashMap<>();

  @ParameterizedTest
  @CsvSource({"demo, 1, 120", "demo, 2, 60", "evening, 3, 180"})
  void craftMoveAsTheyCan(String scenario, long seed, long minutes) {
    Simulation simulation = Layers.begin(scenario, seed);
    Coast coast = Layers.GEOGRAPHY.coast();
    long end = simulation.startMillis() + minutes * 60 * SECOND;
    for (long at = simulation.startMillis() + SECOND; at <= end; at += SECOND) {
      simulation.advanceTo(at);
      for (Craft craft : simulation.craft()) {
        look(craft, coast, (at - simulation.startMillis()) / SECOND);
      }
    }
    assertEquals(List.of(), faults, "seed " + seed);
    assertTrue(before.size() > 20, "about twenty craft and more");
  }

  private void look(Craft craft, Coast coast, long second) {
    Craft.State state = craft.state();
    Craft.State last = state == null ? before.remove(craft.id()) : before.put(craft.id(), state);
    if (state == null || faults.size() > 10) {
      return;
    }
    String who = craft.id() + " at " + second + " s: " + state;
    check(state.speedKnots() <= MOST_KNOTS.getOrDefault(craft.make().kind(), 300.0), "fast", who);
    if (!craft.flies() && !craft.make().kind().equals("station")) {
      check(isAfloat(state.position(), coast), "on land", who);
      checkClosedWaters(craft, who);
    }
    if (last != null) {
      checkStep(craft, last, state, who);
    }
  }

  private void checkStep(Craft craft, Craft.State last, Craft.State state, String who) {
    double moved = Geodesy.distanceMetres(last.position(), state.position());
    double fastest = Units.knotsToMetresPerSecond(Math.max(last.speedKnots(), state.speedKnots()));
    check(moved <= fastest + 3, "jumped " + moved + " m", who);
    double gained = Math.abs(state.speedKnots() - last.speedKnots());
    check(gained <= Math.max(2, craft.make().knotsPerSecond()) + 1e-9, "gained " + gained, who);
    boolean underWay = last.speedKnots() > 4 && state.speedKnots() > 4;
    double turned = Geodesy.turnDegrees(last.courseDegrees(), state.courseDegrees());
    check(!underWay || turned <= 15, "turned " + turned + " degrees in a second", who);
  }

  private void checkClosedWaters(Craft craft, String who) {
    for (RestrictedWater water : RestrictedWater.ALL) {
      boolean inside = water.edgeMetres(craft.state().position()) > 0;
      check(!inside || craft.id().startsWith("fence-entry"), "in " + water.id(), who);
    }
  }

  private static boolean isAfloat(Position at, Coast coast) {
    return !coast.isLand(at.latitude(), at.longitude())
        || coast.shoreMetres(at.latitude(), at.longitude()) < DOCK_METRES;
  }

  private void check(boolean right, String fault, String who) {
    if (!right) {
      faults.add(fault + ": " + who);
    }
  }
}
