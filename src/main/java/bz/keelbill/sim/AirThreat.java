package bz.keelbill.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/**
 * An act in the sky.
 *
 * @param clock when it can be told apart
 */
record AirThreat(String family, List<String> expectedKinds, List<Craft> actors, AirClock clock)
    implements Threat {

  static final Craft.Make AEROPLANE = new Craft.Make("unknown-aeroplane", Double.NaN, 2);

  /** Copies the lists. */
  AirThreat {
    expectedKinds = List.copyOf(expectedKinds);
    actors = List.copyOf(actors);
  }

  @Override
  public boolean isPlain(long atMillis) {
    return clock.isPlain(atMillis);
  }

  /** One aircraft whose flight is laid out when it begins. */
  static Craft flown(String id, Papers papers, LongFunction<Flight> plot) {
    Deque<Leg> left = new ArrayDeque<>();
    boolean[] begun = {false};
    return new Craft(
        id,
        AEROPLANE,
        papers,
        null,
        now -> {
          if (!begun[0]) {
            begun[0] = true;
            left.addAll(plot.apply(now).legs());
          }
          return left.poll();
        });
  }
}
