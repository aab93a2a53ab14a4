package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * A vessel breaks the limit of a water: goes into a closed one, stays too long in another, or
 * passes too fast through a third. With AIS of either class, or seen by radar only.
 */
final class WaterVisit {
  private static final List<String> KINDS =
      List.of("fence-entry", "fence-dwell", "fence-speed", "fence-exit");
  private static final double TURN_METRES = 80;
  private static final double FAR_METRES = 7_000;
  private static final int INSIDE_SECONDS = 30;
  private static final int DWELL_SECONDS = 900;
  private static final int FAST_SECONDS = 60;
  private static final double LIMIT_KNOTS = 8;
  private static final double BOAT_METRES = 1.2;

  private WaterVisit() {}

  static Threat entry(World world, Chance chance, String id, boolean near) {
    RestrictedWater water = water(world, chance, RestrictedWater.Limit.CLOSED);
    Craft craft = visitor(world, chance, id, water, chance.between(5.5, 20), staying(chance, 900));
    return new SeaThreat(
        "fence-entry",
        KINDS,
        List.of(craft),
        held(world, craft, INSIDE_SECONDS, () -> isInside(craft, water)));
  }

  static Threat dwell(World world, Chance chance, String id, boolean near) {
    RestrictedWater water = water(world, chance, RestrictedWater.Limit.STAY);
    Craft craft = visitor(world, chance, id, water, chance.between(5, 12), staying(chance, 1500));
    return new SeaThreat(
        "fence-dwell",
        List.of("fence-dwell", "fence-entry", "fence-speed", "fence-exit", "loitering"),
        List.of(craft),
        held(world, craft, DWELL_SECONDS, () -> isInside(craft, water)));
  }

  static Threat speed(World world, Chance chance, String id, boolean near) {
    RestrictedWater water = water(world, chance, RestrictedWater.Limit.SPEED);
    Craft craft = visitor(world, chance, id, water, chance.between(15, 24), 0);
    return new SeaThreat(
        "fence-speed",
        KINDS,
        List.of(craft),
        held(
            world,
            craft,
            FAST_SECONDS,
            () -> isInside(craft, water) && craft.state().speedKnots() > LIMIT_KNOTS));
  }

  private static double staying(Chance chance, double least) {
    return least + chance.between(0, 1500);
  }

  private static RestrictedWater water(World world, Chance chance, RestrictedWater.Limit limit) {
    return chance.pick(
        world.restricted().stream().filter(water -> water.limit() == limit).toList());
  }

  /** Comes straight in, stays for some seconds near the middle, and goes out on the other side. */
  private static Craft visitor(
      World world,
      Chance chance,
      String id,
      RestrictedWater water,
      double knots,
      double staySeconds) {
    Position middle =
        Geodesy.destination(
            water.centre(), chance.between(0, 360), chance.between(0, 0.3 * water.radiusMetres()));
    Position from = openAround(world, chance, water, middle);
    Position to = openAround(world, chance, water, middle);
    Script script = new Script();
    if (staySeconds == 0) {
      Path through = Path.of(List.of(from, middle, to), TURN_METRES);
      script.then(new Leg.Run(through, knots, null, Leg.Ends.ROLLING));
    } else {
      Path in = Path.of(List.of(from, middle), TURN_METRES);
      Leg.Hold work = Leg.Hold.drifting(staySeconds, 0.2, chance.between(0, 360));
      Path out = Path.of(List.of(work.endFrom(middle), to), TURN_METRES);
      script
          .then(new Leg.Run(in, knots, null, Leg.Ends.ROLLING_START))
          .then(work)
          .then(new Leg.Run(out, knots, null, Leg.Ends.ROLLING_END));
    }
    Papers papers = papers(chance, Sight.onRadar(world, water.centre(), BOAT_METRES));
    double mast = papers instanceof Papers.None ? BOAT_METRES : 4;
    return new Craft(id, new Craft.Make("visitor", mast, 0.6), papers, from, script);
  }

  private static Papers papers(Chance chance, boolean onRadar) {
    double luck = chance.between(0, 1);
    if (onRadar && luck < 0.35) {
      return new Papers.None();
    }
    return luck < 0.7
        ? Registry.classB(chance, Registry.FISHING, 9 + chance.below(9))
        : Registry.classA(chance, Registry.OTHER, 18 + chance.below(30));
  }

  private static Position openAround(
      World world, Chance chance, RestrictedWater water, Position middle) {
    double bearing = chance.between(0, 360);
    for (double metres = FAR_METRES; metres > 1_000; metres -= 1_000) {
      for (int turn = 0; turn < 72; turn++) {
        Position at =
            Geodesy.destination(water.centre(), bearing + 5 * turn, water.radiusMetres() + metres);
        if (world.waters().isFree(at, middle)) {
          return at;
        }
      }
    }
    throw new IllegalStateException("no way over water into " + water.id());
  }

  private static boolean isInside(Craft craft, RestrictedWater water) {
    return craft.state() != null && water.edgeMetres(craft.state().position()) > 0;
  }

  /** What a threat asks of itself. */
  private interface Holds {
    boolean now();
  }

  private static LongPredicate held(World world, Craft craft, int seconds, Holds holds) {
    Spell spell = new Spell();
    return now -> spell.seconds(holds.now() && Sight.isFollowed(world, craft, now)) >= seconds;
  }
}
