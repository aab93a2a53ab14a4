package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ordinary days of the library. */
class LibraryTest {
  private static final int DAY_SECONDS = 86_400;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taxi-day",
        "holiday",
        "tournament",
        "dive-day",
        "cruise-day",
        "patrol-chase",
        "night-fishing",
        "wayfarers"
      })
  void onAQuietDayBoatsStayAfloatAndMostOfThemGoSomewhere(String name) {
    Scenario scenario = Scenario.named(name);
    for (long seed = 1; seed <= 2; seed++) {
      World world = scenario.world(Layers.GEOGRAPHY, seed);
      List<Craft> craft = new ArrayList<>();
      scenario.traffic().forEach(more -> craft.addAll(more.craft(world, Layers.START)));
      Map<String, Craft.State> last = new HashMap<>();
      Map<String, Double> fastest = new HashMap<>();
      for (int second = 1; second <= DAY_SECONDS; second++) {
        for (Craft one : craft) {
          one.live(Layers.START + second * 1000L);
          look(world, one, second, last, fastest);
        }
      }
      long moved = fastest.values().stream().filter(knots -> knots > 2).count();
      assertTrue(craft.size() >= 5, "craft " + craft.size());
      assertTrue(moved > 0.4 * craft.size(), moved + " of " + craft.size() + " moved");
    }
  }

  /** Every few seconds is enough: nobody gets ashore and off again in between. */
  private static void look(
      World world,
      Craft craft,
      int second,
      Map<String, Craft.State> last,
      Map<String, Double> fastest) {
    Craft.State before = last.get(craft.id());
    Craft.State state = craft.state();
    if (state != null) {
      fastest.merge(craft.id(), state.speedKnots(), Math::max);
      if (second % 5 == 0 || before == null) {
        Afloat.check(world, craft.id(), before, state, false);
      }
    }
    last.put(craft.id(), state);
  }
}
