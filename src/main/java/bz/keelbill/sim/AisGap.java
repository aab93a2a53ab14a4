package bz.keelbill.sim;

import java.util.List;

/**
 * A vessel stops transmitting under way, far from ports, where it is heard well: in some places a
 * radar sees it still, in others nobody does. Some speak again later.
 */
final class AisGap {
  private static final double HEARD = 0.75;
  private static final int FLOOR_A = 600;
  private static final int FLOOR_B = 1200;

  private AisGap() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    boolean classA = chance.happens(0.6);
    int length = classA ? 20 + chance.below(110) : 10 + chance.below(14);
    int type =
        chance.pick(
            classA
                ? List.of(Registry.CARGO, Registry.TANKER, Registry.TUG, Registry.FISHING)
                : List.of(Registry.FISHING, Registry.PLEASURE, Registry.SAILING));
    Papers.Vessel papers =
        classA ? Registry.classA(chance, type, length) : Registry.classB(chance, type, length);
    boolean onRadar = chance.happens(0.5);
    double mast = onRadar ? chance.between(5, 12) : classA ? 8 : 3;
    Craft.Make make = new Craft.Make("silenced-vessel", mast, 0.3);
    double knots = classA ? chance.between(7, 13) : chance.between(5, 9);
    double speaking = chance.between(900, 1800);
    double silent = chance.between(2400, 3600);
    double after = chance.happens(0.5) ? chance.between(300, 1200) : 0;
    double metres = (speaking + silent + after) * knots * 1852 / 3600;
    Path way = way(world, chance, metres, papers.set(), onRadar ? mast : 0);
    long[] begun = {Long.MIN_VALUE};
    Voice voice =
        Voice.silentWhen(
            now -> {
              begun[0] = begun[0] == Long.MIN_VALUE ? now : begun[0];
              return isSilent(now - begun[0], speaking, silent);
            });
    Script script = new Script().then(new Leg.Run(way, knots, null, Leg.Ends.ROLLING));
    Craft vessel = new Craft(id, make, papers, way.start(), script, voice);
    Spell gap = new Spell();
    int floor = classA ? FLOOR_A : FLOOR_B;
    return new SeaThreat(
        "ais-gap",
        List.of("ais-gap", "dark-contact"),
        List.of(vessel),
        now -> gap.seconds(isMissed(world, vessel, begun[0], now, speaking, silent)) >= floor);
  }

  private static boolean isSilent(long millis, double speaking, double silent) {
    return millis > speaking * 1000 && millis < (speaking + silent) * 1000;
  }

  /** Silent where it would be heard. */
  private static boolean isMissed(
      World world, Craft vessel, long begun, long now, double speaking, double silent) {
    Papers.Vessel papers = (Papers.Vessel) vessel.papers();
    return vessel.state() != null
        && begun != Long.MIN_VALUE
        && isSilent(now - begun, speaking, silent)
        && Sight.heard(world, papers.set(), vessel.state().position(), now) >= 0.5;
  }

  private static Path way(
      World world, Chance chance, double metres, Papers.Set set, double mastMetres) {
    return Charts.straight(
        world,
        chance,
        metres,
        at ->
            world.waters().freeMetres(at) > 700
                && Charts.landingMetres(world, at) > 4_500
                && Sight.heard(world, set, at) > HEARD
                && (mastMetres == 0 || Sight.onRadar(world, at, mastMetres)));
  }
}
