package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.List;

/**
 * A vessel of 15 m or more that ought to transmit and does not, while a radar sees it: it switches
 * off on its way, or before a radar has it, or has no set at all. Of the last a radar that tells no
 * lengths cannot know how large it is, so nobody is expected to see it.
 */
final class DarkContact {
  private static final int SILENT_SECONDS = 300;
  private static final double FREE_METRES = 900;

  private DarkContact() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    double knots = chance.between(7, 14);
    int length = 16 + chance.below(60);
    Craft.Make make = new Craft.Make("dark-vessel", chance.between(5, 11), 0.3);
    double hours = chance.between(1.0, 1.5);
    Path way = way(world, chance, knots * hours * 1852, make.mastMetres());
    double luck = chance.between(0, 1);
    boolean hasSet = luck < 0.85;
    long[] since = {Long.MIN_VALUE};
    double speaking = chance.between(600, 1500);
    Papers papers = hasSet ? papers(chance, length) : new Papers.None();
    Voice voice =
        Voice.silentWhen(
            now -> {
              since[0] = since[0] == Long.MIN_VALUE ? now : since[0];
              return now - since[0] > speaking * 1000;
            });
    Script script = new Script().then(new Leg.Run(way, knots, null, Leg.Ends.ROLLING));
    Craft vessel = new Craft(id, make, papers, way.start(), script, voice);
    Spell dark = new Spell();
    return new SeaThreat(
        "dark-contact",
        List.of("dark-contact", "ais-gap"),
        List.of(vessel),
        now -> {
          boolean silent = since[0] != Long.MIN_VALUE && now - since[0] > speaking * 1000;
          return dark.seconds(hasSet && silent && Sight.isSeen(world, vessel, now))
              >= SILENT_SECONDS;
        });
  }

  private static Papers papers(Chance chance, int length) {
    List<Integer> types =
        List.of(Registry.CARGO, Registry.FISHING, Registry.PLEASURE, Registry.TUG, Registry.OTHER);
    return chance.happens(0.6)
        ? Registry.classA(chance, chance.pick(types), length)
        : Registry.classB(chance, chance.pick(types), Math.min(length, 30));
  }

  /** Seen by a radar and well heard all along, away from ports. */
  private static Path way(World world, Chance chance, double metres, double mastMetres) {
    return Charts.straight(world, chance, metres, at -> isWatched(world, at, mastMetres));
  }

  private static boolean isWatched(World world, Position at, double mastMetres) {
    return world.waters().freeMetres(at) > FREE_METRES
        && Charts.landingMetres(world, at) > 4_500
        && Sight.onRadar(world, at, mastMetres)
        && Sight.heard(world, Papers.Set.CLASS_B, at) > 0.8;
  }
}
