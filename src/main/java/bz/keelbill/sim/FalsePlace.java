package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;

/**
 * A vessel whose AIS set claims places where it is not: places that jump, places on land, or a
 * voyage where a radar sees nobody.
 */
final class FalsePlace {
  private static final double MILE = 1852;
  private static final int FIXES_ON_LAND = 3;
  private static final int GHOST_SECONDS = 180;
  private static final double INLAND_METRES = 700;

  /** Up a river a vessel may well be. */
  private static final double FROM_RIVER_METRES = 3_000;

  private FalsePlace() {}

  /** Jumps of miles, to and fro, for some minutes. */
  static Threat jumping(World world, Chance chance, String id, boolean near) {
    Papers.Vessel papers = papers(chance);
    double knots = chance.between(5, 11);
    Path way = seaWay(world, chance, knots, papers.set());
    double before = chance.between(900, 1800);
    double lasts = chance.between(400, 1200);
    double every = chance.between(20, 70);
    long[] begun = {Long.MIN_VALUE};
    double phase = chance.between(0, 360);
    Voice voice =
        (own, state, now) -> {
          begun[0] = begun[0] == Long.MIN_VALUE ? now : begun[0];
          double seconds = (now - begun[0]) / 1000.0 - before;
          if (seconds < 0 || seconds > lasts) {
            return new Voice.Said(own, state);
          }
          int jump = (int) (seconds / every);
          double metres = (4 + (jump * 7) % 11) * MILE;
          return new Voice.Said(own, moved(state, phase + 137 * jump, metres));
        };
    Craft vessel = sailing(id, papers, way, knots, voice);
    int[] fixes = {0};
    return new SeaThreat(
        "impossible-motion",
        List.of("impossible-motion", "identity-conflict", "on-land", "fence-entry", "fence-exit"),
        List.of(vessel),
        now -> {
          boolean jumped = begun[0] != Long.MIN_VALUE && now - begun[0] > before * 1000 + 1000;
          fixes[0] = jumped ? fixes[0] : vessel.tidings().fixes();
          return jumped && vessel.tidings().fixes() >= fixes[0] + 2;
        });
  }

  /** A voyage over land at five knots and more. */
  static Threat onLand(World world, Chance chance, String id, boolean near) {
    Papers.Vessel papers = papers(chance);
    double knots = chance.between(6, 14);
    double seconds = chance.between(1200, 2400);
    Path claimed = landWay(world, chance, knots * seconds * MILE / 3600, papers.set());
    Craft vessel = claiming(id, papers, claimed, knots);
    return new SeaThreat(
        "on-land",
        List.of("on-land", "ais-gap"),
        List.of(vessel),
        now -> vessel.tidings().fixes() >= FIXES_ON_LAND);
  }

  /** A voyage in a radar's best water on which no radar sees anybody. */
  static Threat ghost(World world, Chance chance, String id, boolean near) {
    Papers.Vessel papers =
        Registry.classA(chance, chance.pick(List.of(Registry.CARGO, Registry.TANKER)), 90);
    double knots = chance.between(8, 15);
    double seconds = chance.between(1500, 3000);
    Path claimed =
        Charts.straight(
            world,
            chance,
            knots * seconds * MILE / 3600,
            at ->
                world.waters().freeMetres(at) > 600
                    && Charts.landingMetres(world, at) > 3_500
                    && Sight.onRadar(world, at, 0.8)
                    && Sight.heard(world, Papers.Set.CLASS_A, at) > 0.7);
    Craft vessel = claiming(id, papers, claimed, knots);
    Spell claims = new Spell();
    return new SeaThreat(
        "on-land",
        List.of("on-land"),
        List.of(vessel),
        now -> claims.seconds(vessel.tidings().fixes() > 0) >= GHOST_SECONDS);
  }

  /** Moves as it claims to, but has no hull for a radar to see. */
  private static Craft claiming(String id, Papers.Vessel papers, Path claimed, double knots) {
    Script script = new Script().then(new Leg.Run(claimed, knots, null, Leg.Ends.ROLLING));
    Craft.Make make = new Craft.Make("ghost", 0, 0.3);
    return new Craft(id, make, papers, claimed.start(), script);
  }

  private static Craft sailing(
      String id, Papers.Vessel papers, Path way, double knots, Voice voice) {
    Script script = new Script().then(new Leg.Run(way, knots, null, Leg.Ends.ROLLING));
    Craft.Make make = new Craft.Make("misplaced-vessel", 7, 0.3);
    return new Craft(id, make, papers, way.start(), script, voice);
  }

  private static Craft.State moved(Craft.State state, double degrees, double metres) {
    Position at = Geodesy.destination(state.position(), degrees % 360, metres);
    return new Craft.State(
        at, state.speedKnots(), state.courseDegrees(), Double.NaN, 0, state.moor());
  }

  private static Papers.Vessel papers(Chance chance) {
    int type = chance.pick(List.of(Registry.CARGO, Registry.FISHING, Registry.PLEASURE));
    return chance.happens(0.7)
        ? Registry.classA(chance, type, 25 + chance.below(100))
        : Registry.classB(chance, type, 10 + chance.below(12));
  }

  private static Path seaWay(World world, Chance chance, double knots, Papers.Set set) {
    return Charts.straight(
        world,
        chance,
        knots * MILE * chance.between(0.8, 1.2),
        at -> world.waters().freeMetres(at) > 600 && Sight.heard(world, set, at) > 0.75);
  }

  /** Straight over the mainland, far from its shores and from lagoons that are mapped. */
  private static Path landWay(World world, Chance chance, double metres, Papers.Set set) {
    for (int i = 0; i < 100_000; i++) {
      Position from = new Position(chance.between(16.3, 17.9), chance.between(-88.75, -88.25));
      double course = chance.between(0, 360);
      boolean inland = true;
      for (double way = 0; way <= metres && inland; way += 700) {
        Position at = Geodesy.destination(from, course, way);
        inland =
            world.geography().coast().isLand(at.latitude(), at.longitude())
                && Charts.shoreMetres(world, at) > INLAND_METRES
                && world.geography().inlandWaterMetres(at.latitude(), at.longitude())
                    > FROM_RIVER_METRES
                && Sight.heard(world, set, at) > 0.6;
      }
      if (inland) {
        return Path.of(List.of(from, Geodesy.destination(from, course, metres)), 0);
      }
    }
    throw new IllegalStateException("no way over land fits");
  }
}
