package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Two craft meet at a lonely place at sea, lie together within a hundred metres for some minutes,
 * and part. By night two boats of which one comes fast; at any hour a boat and a vessel of 15 m or
 * more, or a boat and a ship that stops for it.
 */
final class Rendezvous {
  private static final double TURN_METRES = 150;
  private static final double TOGETHER_METRES = 200;
  private static final double SLOW_KNOTS = 5;
  private static final double VESSEL_MAST_METRES = 5;
  private static final int BOATS_SECONDS = 300;
  private static final int SHIP_SECONDS = 1800;

  private Rendezvous() {}

  /** One of the two. */
  private record Party(String kind, Papers papers, double mastMetres, double knots) {
    boolean isHeard() {
      return papers instanceof Papers.Vessel;
    }

    Craft.Make make() {
      return new Craft.Make(kind, mastMetres, mastMetres > 6 ? 0.15 : 1.0);
    }
  }

  static Threat byNight(World world, Chance chance, String id, boolean near) {
    Papers papers =
        chance.happens(0.3)
            ? Registry.classB(chance, Registry.PLEASURE, 8 + chance.below(5))
            : new Papers.None();
    Party waiting = new Party("waiting-boat", papers, 1.2, chance.between(9, 18));
    return make(world, chance, id, waiting, boat(chance), chance.between(380, 1200), false);
  }

  static Threat withVessel(World world, Chance chance, String id, boolean near) {
    boolean ship = chance.happens(0.35);
    int length = ship ? 70 + chance.below(80) : 16 + chance.below(20);
    int type = ship ? Registry.CARGO : chance.pick(List.of(Registry.FISHING, Registry.PLEASURE));
    Papers papers =
        ship || chance.happens(0.5)
            ? Registry.classA(chance, type, length)
            : Registry.classB(chance, type, length);
    Party waiting =
        new Party(
            ship ? "ship" : "vessel", papers, ship ? 18 : 5, chance.between(6, ship ? 13 : 9));
    double together = ship ? chance.between(2150, 3000) : chance.between(420, 1500);
    return make(world, chance, id, waiting, boat(chance), together, ship);
  }

  private static Party boat(Chance chance) {
    return new Party("fast-boat", new Papers.None(), 1.0, chance.between(17, 34));
  }

  private static Threat make(
      World world,
      Chance chance,
      String id,
      Party waiting,
      Party coming,
      double togetherSeconds,
      boolean ship) {
    Position place = Charts.sea(world, chance, at -> isFit(world, at, waiting));
    Position from = Charts.hidden(world, chance, place, waiting.mastMetres());
    Position other = Charts.hidden(world, chance, place, coming.mastMetres());
    Path way = world.path(TURN_METRES, from, place);
    Path otherWay = world.path(TURN_METRES, other, place);
    double ahead = chance.between(120, 600) + seconds(way, waiting) - seconds(otherWay, coming);
    boolean[] over = {false};
    Leg.Hold drift = Leg.Hold.drifting(20, chance.between(0.1, 0.35), chance.between(0, 360));
    Craft[] two = {null, null};
    Script lying =
        new Script()
            .then(new Leg.Away(Math.max(1, -ahead)))
            .then(Leg.Run.boat(way, waiting.knots()))
            .until(() -> over[0], () -> drift)
            .thenMade(() -> leaving(world, two[0], from, waiting));
    two[0] = new Craft(id + "-a", waiting.make(), waiting.papers(), from, lying);
    Leg alongside =
        new Leg.Beside(two[0], chance.between(12, 70), chance.between(60, 120), 6, togetherSeconds);
    Script arriving =
        new Script()
            .then(new Leg.Away(Math.max(1, ahead)))
            .then(Leg.Run.boat(otherWay, coming.knots()))
            .then(alongside)
            .mark(() -> over[0] = true)
            .thenMade(() -> leaving(world, two[1], other, coming));
    two[1] = new Craft(id + "-b", coming.make(), coming.papers(), other, arriving);
    return threat(world, two, waiting, coming, ship);
  }

  private static Threat threat(
      World world, Craft[] two, Party waiting, Party coming, boolean ship) {
    List<String> kinds = new ArrayList<>(List.of("rendezvous", "go-fast", "shore-approach"));
    if (waiting.isHeard()) {
      kinds.add("mothership");
    }
    Spell together = new Spell();
    int limit = ship ? SHIP_SECONDS : BOATS_SECONDS;
    return new SeaThreat(
        "rendezvous",
        kinds,
        List.of(two),
        now ->
            together.seconds(
                    isTogether(two[0], two[1])
                        && Sight.isFollowed(world, two[0], now)
                        && Sight.isFollowed(world, two[1], now))
                >= limit);
  }

  private static boolean isTogether(Craft one, Craft other) {
    Craft.State here = one.state();
    Craft.State there = other.state();
    return here != null
        && there != null
        && here.speedKnots() <= SLOW_KNOTS
        && there.speedKnots() <= SLOW_KNOTS
        && Geodesy.distanceMetres(here.position(), there.position()) <= TOGETHER_METRES;
  }

  private static double seconds(Path way, Party party) {
    return way.metres() / (party.knots() * 1852 / 3600) + 40;
  }

  private static Leg leaving(World world, Craft craft, Position to, Party party) {
    Path way = world.path(TURN_METRES, craft.state().position(), to);
    return new Leg.Run(way, party.knots(), null, Leg.Ends.ROLLING_END);
  }

  /** A vessel of some size does not meet a boat where boats dive and fish by day. */
  private static boolean isFit(World world, Position at, Party waiting) {
    boolean isVessel = waiting.mastMetres() >= VESSEL_MAST_METRES;
    return Charts.isLonely(world, at, 2.2)
        && !(isVessel && Charts.isWorked(world, at))
        && world.waters().freeMetres(at) > 900
        && Sight.onRadar(world, at, 0.8)
        && (!waiting.isHeard() || Sight.heard(world, Papers.Set.CLASS_B, at) > 0.75);
  }
}
