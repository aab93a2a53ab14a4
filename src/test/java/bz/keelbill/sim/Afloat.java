package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.Map;

/** Boats stay on the water and move no faster than boats do. */
final class Afloat {
  /** Fifty knots and a little, in a second. */
  private static final double MOST_METRES = 30;

  private Afloat() {}

  /** Looks at every second of a life. */
  static void check(World world, String id, Map<Long, Craft.State> life, boolean ashore) {
    Craft.State before = null;
    long last = 0;
    for (Map.Entry<Long, Craft.State> moment : life.entrySet()) {
      boolean next = moment.getKey() == last + 1000;
      check(world, id, next ? before : null, moment.getValue(), ashore);
      before = moment.getValue();
      last = moment.getKey();
    }
  }

  /** Looks at one second; what was before is null where nobody saw it. */
  static void check(World world, String id, Craft.State before, Craft.State state, boolean ashore) {
    Position at = state.position();
    Coast coast = world.geography().coast();
    assertFalse(!ashore && coast.isLand(at.latitude(), at.longitude()), id + " ashore at " + at);
    if (before != null) {
      double metres = Geodesy.distanceMetres(before.position(), at);
      assertTrue(metres <= MOST_METRES, id + " goes " + metres + " m in a second at " + at);
    }
  }
}
