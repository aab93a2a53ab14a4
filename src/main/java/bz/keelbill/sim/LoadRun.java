package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * An open boat without AIS comes from the open sea at 27 to 50 knots, by some gap in the reef, to a
 * shore where nobody lands. It may drift for a while on its way, or meet another first.
 */
final class LoadRun {
  static final double FAST_KNOTS = 25;
  static final int FAST_SECONDS = 90;

  private static final double TURN_METRES = 220;
  private static final double MILE = 1852;
  private static final double MOST_MILES = 24;

  private LoadRun() {}

  static Threat byNight(World world, Chance chance, String id, boolean near) {
    return make(world, chance, id, chance.between(27, 50));
  }

  /** By day only the fast ones differ from others. */
  static Threat byDay(World world, Chance chance, String id, boolean near) {
    return make(world, chance, id, chance.between(35, 50));
  }

  private static Threat make(World world, Chance chance, String id, double knots) {
    Craft.Make make = new Craft.Make("go-fast", chance.between(0.8, 1.2), 1.6);
    Approach approach = Approach.draw(world, chance, make.mastMetres(), MOST_MILES);
    List<String> kinds = new ArrayList<>(List.of("go-fast", "shore-approach"));
    List<Craft> actors = new ArrayList<>();
    Script script = new Script();
    Position from = approach.far();
    double luck = chance.between(0, 1);
    if (luck < 0.35) {
      from = drift(world, chance, approach, knots, script);
      kinds.add("loitering");
    } else if (luck < 0.5) {
      Meeting meeting = new Meeting(world, chance, approach.far(), script);
      actors.add(meeting.waiting(id + "-b"));
      kinds.add("rendezvous");
      kinds.add("loitering");
    }
    Leg.Ends ends = luck < 0.5 ? Leg.Ends.AT_REST : Leg.Ends.ROLLING_START;
    script.then(new Leg.Run(approach.pathFrom(world, TURN_METRES, from), knots, null, ends));
    script.then(Leg.Hold.drifting(chance.between(200, 600), 0.2, 0));
    Craft boat = new Craft(id, make, new Papers.None(), approach.far(), script);
    actors.add(boat);
    Spell fast = new Spell();
    return new SeaThreat(
        "go-fast",
        kinds,
        actors,
        now ->
            fast.seconds(Sight.isSeen(world, boat, now) && boat.state().speedKnots() >= FAST_KNOTS)
                >= FAST_SECONDS);
  }

  /** Runs in part of the way, stops and drifts; says from where it goes on. */
  private static Position drift(
      World world, Chance chance, Approach approach, double knots, Script script) {
    Path way = world.path(TURN_METRES, approach.far(), approach.gap());
    double metres = way.metres() - chance.between(1.5, 4) * MILE;
    Position stop = way.at(metres);
    Path first = world.path(TURN_METRES, approach.far(), stop);
    script.then(new Leg.Run(first, knots, null, Leg.Ends.ROLLING_START));
    Leg.Hold drift = world.drift(stop, chance.between(900, 2400), chance);
    script.then(drift);
    return drift.endFrom(stop);
  }

  /** Another boat waits outside, hands something over, and goes back to sea. */
  private record Meeting(World world, Chance chance, Position place, Script runner) {
    Craft waiting(String id) {
      boolean[] over = {false};
      double out = chance.between(60, 120);
      Script script =
          new Script()
              .until(() -> over[0], () -> Leg.Hold.drifting(20, 0, 0))
              .then(
                  new Leg.Run(
                      Path.of(List.of(place, Geodesy.destination(place, out, 20 * MILE)), 0),
                      18,
                      null,
                      Leg.Ends.ROLLING_END));
      Craft other =
          new Craft(id, new Craft.Make("panga", 1.0, 1.2), new Papers.None(), place, script);
      Leg alongside = new Leg.Beside(other, 20, 90, 8, chance.between(420, 800));
      runner.then(alongside).mark(() -> over[0] = true);
      return other;
    }
  }
}
