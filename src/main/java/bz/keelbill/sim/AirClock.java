package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * Tells from the truth when an act in the sky can first be told apart, as the specification's
 * catalogue has it for each kind. Asked once a second, always.
 */
interface AirClock {
  /** Whether it can by now. */
  boolean isPlain(long atMillis);

  /** Once one of several can; all are asked every second. */
  static AirClock either(AirClock... clocks) {
    return atMillis -> {
      boolean any = false;
      for (AirClock clock : clocks) {
        any |= clock.isPlain(atMillis);
      }
      return any;
    };
  }

  /** Once all have been so, be it one after the other; all are asked every second. */
  static AirClock both(AirClock one, AirClock other) {
    boolean[] was = {false, false};
    return atMillis -> {
      was[0] |= one.isPlain(atMillis);
      was[1] |= other.isPlain(atMillis);
      return was[0] && was[1];
    };
  }

  /** Once something has held for some seconds while the craft could be heard or seen. */
  static AirClock held(World world, Craft craft, int seconds, Predicate<Craft.State> holds) {
    Spell spell = new Spell();
    return atMillis ->
        spell.seconds(Hearing.of(world, craft) && holds.test(craft.state())) >= seconds;
  }

  /** A minute inside the airspace below its ceiling (unreported-flight). */
  static AirClock inside(World world, Craft craft) {
    return held(world, craft, 60, state -> state.altitudeFeet() < 19_500 && isIn(world, state));
  }

  /** A minute low inside the airspace, ten miles from every field (low-flight). */
  static AirClock low(World world, Craft craft) {
    Spell spell = new Spell();
    return atMillis -> {
      Craft.State state = craft.state();
      boolean low =
          Hearing.of(world, craft)
              && state.altitudeFeet() < (isNight(state.position(), atMillis) ? 5_000 : 1_500)
              && state.speedKnots() >= 90
              && isIn(world, state)
              && AirPlaces.fieldMiles(world, state.position()) > 10;
      return spell.seconds(low) >= 60;
    };
  }

  /** A turn and a half one way within ten minutes, low and not wide (circling). */
  static AirClock turned(World world, Craft craft) {
    Deque<Double> turns = new ArrayDeque<>();
    double[] last = {Double.NaN};
    return atMillis -> {
      boolean heard = Hearing.of(world, craft) && craft.state().altitudeFeet() <= 1_500;
      double course = heard ? craft.state().courseDegrees() : Double.NaN;
      double turn = Geodesy.wrapDegrees(course - last[0]);
      last[0] = course;
      turns.add(Double.isNaN(turn) ? 0 : turn);
      if (turns.size() > 600) {
        turns.remove();
      }
      return Math.abs(turns.stream().mapToDouble(Double::doubleValue).sum()) >= 540;
    };
  }

  /** Twenty seconds below 500 ft over water more than a fifth slower than before (airdrop). */
  static AirClock slowed(World world, Craft craft) {
    double[] fastest = {0};
    return held(
        world,
        craft,
        20,
        state -> {
          boolean low =
              state.altitudeFeet() <= 500
                  && !world
                      .geography()
                      .coast()
                      .isLand(state.position().latitude(), state.position().longitude());
          fastest[0] = low ? Math.max(fastest[0], state.speedKnots()) : 0;
          return low && state.speedKnots() < 0.8 * fastest[0];
        });
  }

  /** Half a minute after its last report, low or coming down and far from fields (landing). */
  static AirClock gone(World world, Craft craft) {
    Craft.State[] last = {null};
    Spell silent = new Spell();
    return atMillis -> {
      boolean heard = Hearing.of(world, craft);
      last[0] = heard ? craft.state() : last[0];
      boolean low =
          last[0] != null
              && last[0].altitudeFeet() < 3_000
              && isIn(world, last[0])
              && AirPlaces.fieldMiles(world, last[0].position()) > 5;
      return silent.seconds(!heard && low) >= 30;
    };
  }

  /** Whether it is in Belize's airspace. */
  static boolean isIn(World world, Craft.State state) {
    Position at = state.position();
    return world.geography().airspace().contains(at.latitude(), at.longitude());
  }

  private static boolean isNight(Position at, long atMillis) {
    return Sun.isNight(at.latitude(), at.longitude(), atMillis);
  }
}
