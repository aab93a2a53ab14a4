package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.List;

/** Somebody calls for help: a raft's transmitter, a person overboard, a beacon, adrift at sea. */
final class DistressCall {
  private static final int ACTIVE = 14;

  /** What calls, by the first digits of its MMSI. */
  private record Beacon(int prefix, String text) {}

  private static final List<Beacon> BEACONS =
      List.of(
          new Beacon(970, "SART ACTIVE"),
          new Beacon(972, "MOB ACTIVE"),
          new Beacon(974, "EPIRB ACTIVE"));

  private DistressCall() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    Beacon beacon = chance.pick(BEACONS);
    int number = beacon.prefix() * 1_000_000 + 110_000 + chance.below(80_000);
    Papers.Vessel papers =
        new Papers.Vessel(
            number, 0, "", beacon.text(), ACTIVE, Papers.Set.BEACON, Papers.Hull.of(0, 0));
    Position at =
        Charts.sea(world, chance, place -> Sight.heard(world, Papers.Set.BEACON, place) > 0.35);
    Leg drift = world.drift(at, chance.between(1800, 5400), chance);
    Craft.Make make = new Craft.Make("beacon", 0, 0.1);
    Craft craft = new Craft(id, make, papers, at, Routine.once(List.of(drift)));
    return new SeaThreat(
        "distress", List.of("distress"), List.of(craft), now -> craft.tidings().fixes() > 0);
  }
}
