package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** One MMSI in two places far apart at once, or another name within a voyage. */
final class FalsePapers {
  private static final double MILE = 1852;
  private static final double APART_METRES = 15 * MILE;
  private static final int ALTERNATIONS = 3;

  private FalsePapers() {}

  /** Two vessels with one identity, under way at once. */
  static Threat twins(World world, Chance chance, String id, boolean near) {
    Papers.Vessel papers = papers(chance);
    double knots = chance.between(5, 12);
    double seconds = chance.between(2400, 4800);
    Path one = way(world, chance, knots * seconds * MILE / 3600, papers.set());
    Path other = one;
    while (Geodesy.distanceMetres(one.start(), other.start()) < APART_METRES) {
      other = way(world, chance, knots * seconds * MILE / 3600, papers.set());
    }
    Craft first = sailing(id + "-a", papers, one, 0, knots);
    Craft second = sailing(id + "-b", papers, other, chance.between(600, 1500), knots);
    int[] heard = {0, 0};
    int[] last = {-1};
    int[] turns = {-1};
    return new SeaThreat(
        "identity-conflict",
        List.of("identity-conflict", "impossible-motion"),
        List.of(first, second),
        now -> {
          int[] counts = {first.tidings().fixes(), second.tidings().fixes()};
          for (int who = 0; who < 2; who++) {
            if (counts[who] > heard[who]) {
              turns[0] += last[0] == who ? 0 : 1;
              last[0] = who;
            }
            heard[who] = counts[who];
          }
          return turns[0] >= ALTERNATIONS;
        });
  }

  /** A vessel that gives itself another name and callsign while it is under way. */
  static Threat renamed(World world, Chance chance, String id, boolean near) {
    Papers.Vessel papers = papers(chance);
    Papers.Vessel stranger = papers(chance);
    Papers.Vessel later =
        new Papers.Vessel(
            papers.mmsi(),
            papers.imo(),
            stranger.callsign(),
            stranger.name() + " II",
            papers.shipType(),
            papers.set(),
            papers.hull());
    double knots = chance.between(6, 12);
    double seconds = chance.between(3600, 5400);
    Path way = way(world, chance, knots * seconds * MILE / 3600, papers.set());
    double before = chance.between(1200, 1800);
    long[] begun = {Long.MIN_VALUE};
    Voice voice =
        (own, state, now) -> {
          begun[0] = begun[0] == Long.MIN_VALUE ? now : begun[0];
          return new Voice.Said(now - begun[0] < before * 1000 ? own : later, state);
        };
    Script script = new Script().then(new Leg.Run(way, knots, null, Leg.Ends.ROLLING));
    Craft vessel =
        new Craft(id, new Craft.Make("renamed-vessel", 6, 0.3), papers, way.start(), script, voice);
    int[] names = {0};
    return new SeaThreat(
        "identity-conflict",
        List.of("identity-conflict"),
        List.of(vessel),
        now -> {
          boolean other = begun[0] != Long.MIN_VALUE && now - begun[0] > before * 1000 + 1000;
          names[0] = other ? names[0] : vessel.tidings().names();
          return names[0] > 0 && vessel.tidings().names() > names[0];
        });
  }

  private static Craft sailing(
      String id, Papers.Vessel papers, Path way, double waitSeconds, double knots) {
    List<Leg> legs = new ArrayList<>();
    if (waitSeconds > 0) {
      legs.add(new Leg.Away(waitSeconds));
    }
    legs.add(new Leg.Run(way, knots, null, Leg.Ends.ROLLING));
    Craft.Make make = new Craft.Make("twin-vessel", 6, 0.3);
    return new Craft(id, make, papers, way.start(), Routine.once(legs));
  }

  private static Papers.Vessel papers(Chance chance) {
    int type = chance.pick(List.of(Registry.CARGO, Registry.FISHING, Registry.TUG));
    return chance.happens(0.6)
        ? Registry.classA(chance, type, 20 + chance.below(90))
        : Registry.classB(chance, type, 10 + chance.below(15));
  }

  private static Path way(World world, Chance chance, double metres, Papers.Set set) {
    return Charts.straight(
        world,
        chance,
        metres,
        (Position at) ->
            world.waters().freeMetres(at) > 600
                && Charts.landingMetres(world, at) > 3_500
                && Sight.heard(world, set, at) > 0.6);
  }
}
