package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * An aeroplane without a plan drops its load over water, going round or in a low slow pass. Boats
 * mostly wait below, drifting; they pick up what fell and leave fast for an empty shore.
 */
final class Airdrop {
  private static final double MILE = 1852;

  private Airdrop() {}

  private record Manner(double feet, Papers papers, boolean goesRound, double leadSeconds) {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    boolean silent = chance.happens(0.2);
    double feet = silent ? chance.between(250, 450) : chance.between(150, 480);
    Position drop = new AirPlaces(world, chance).water(feet, !silent);
    Manner manner =
        new Manner(
            feet,
            silent ? new Papers.Silent() : Strangers.papers(chance, "C208"),
            chance.happens(0.55),
            chance.between(900, 2_400));
    boolean[] dropped = {false};
    List<Craft> actors = new ArrayList<>();
    actors.add(aeroplane(world, chance, id, drop, manner, () -> dropped[0] = true));
    int boats = chance.happens(0.25) ? 0 : 1 + chance.below(6);
    for (int i = 1; i <= boats; i++) {
      String boat = id + "-boat-" + i;
      actors.add(new WaitingBoat(world, chance, drop, () -> dropped[0]).craft(boat));
    }
    Craft aeroplane = actors.get(0);
    AirClock clock =
        manner.goesRound ? AirClock.turned(world, aeroplane) : AirClock.slowed(world, aeroplane);
    return new AirThreat("airdrop", kinds(manner.goesRound, boats), actors, clock);
  }

  private static Craft aeroplane(
      World world, Chance chance, String id, Position drop, Manner manner, Runnable dropped) {
    AirPlaces places = new AirPlaces(world, chance);
    Position start = places.beyond(drop);
    Position end = places.beyond(drop);
    double knots = chance.between(135, 190);
    double slow = knots * chance.between(0.58, 0.74);
    double high = chance.between(1_500, 7_000);
    Orbit orbit = Circling.orbit(chance, drop, slow);
    return AirThreat.flown(
        id,
        manner.papers,
        now -> {
          Flight flight =
              Flight.from(start, high)
                  .hidden(manner.leadSeconds)
                  .to(knots, high, AirPlaces.before(start, drop, 40))
                  .to(knots, manner.feet, AirPlaces.before(start, drop, 6));
          if (manner.goesRound) {
            flight.round(slow, orbit);
          } else {
            Position past =
                Geodesy.destination(drop, Geodesy.bearingDegrees(start, drop), 2.5 * MILE);
            flight
                .to(knots, manner.feet, AirPlaces.before(start, drop, 2))
                .to(slow, manner.feet, past);
          }
          return flight.then(dropped).to(knots, high, end);
        });
  }

  private static List<String> kinds(boolean goesRound, int boats) {
    List<String> kinds =
        new ArrayList<>(
            List.of("airdrop", "low-flight", "unreported-flight", "clandestine-landing"));
    if (goesRound) {
      kinds.add("circling");
    }
    if (boats > 0) {
      kinds.addAll(List.of("go-fast", "loitering", "shore-approach", "dark-contact"));
    }
    if (boats > 1) {
      kinds.add("rendezvous");
    }
    return kinds;
  }
}
