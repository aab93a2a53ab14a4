package bz.keelbill.sim;

import bz.keelbill.geo.Position;

/** Whether those who keep watch could see or hear something at sea. */
final class Sight {
  /** Nearer the rim the beam is too thin to follow a boat. */
  private static final double GOOD_PART = 0.85;

  private static final double GOOD_HEARING = 0.5;

  private Sight() {}

  /** Whether a radar that works reaches a craft of this height well. */
  static boolean onRadar(World world, Position at, double mastMetres, long atMillis) {
    return mastMetres > 0
        && world.stations(Station.RADAR).stream()
            .anyMatch(
                radar ->
                    radar.milesTo(at) < GOOD_PART * radar.radarReachNm(mastMetres)
                        && !world.faults().isDeaf(radar.id(), atMillis));
  }

  /** Whether a radar would reach it on a day when all of them work. */
  static boolean onRadar(World world, Position at, double mastMetres) {
    return onRadar(world, at, mastMetres, Long.MIN_VALUE);
  }

  /** How likely one message from a place is heard by at least one station that works. */
  static double heard(World world, Papers.Set set, Position at, long atMillis) {
    double missed = 1;
    for (Station station : world.stations(Station.AIS)) {
      if (!world.faults().isDeaf(station.id(), atMillis)) {
        missed *= 1 - AisReceiver.probability(station, set, at);
      }
    }
    return 1 - missed;
  }

  /** The same on a day when all of them work. */
  static double heard(World world, Papers.Set set, Position at) {
    return heard(world, set, at, Long.MIN_VALUE);
  }

  /** Whether a radar sees a craft now. */
  static boolean isSeen(World world, Craft craft, long atMillis) {
    return craft.state() != null
        && craft.state().moor() != Leg.Moor.DOCK
        && onRadar(world, craft.state().position(), craft.make().mastMetres(), atMillis);
  }

  /** Whether a craft says honestly where it is, and is heard well. */
  static boolean isHeard(World world, Craft craft, long atMillis) {
    return craft.state() != null
        && craft.papers() instanceof Papers.Vessel papers
        && craft.voice().said(papers, craft.state(), atMillis) != null
        && heard(world, papers.set(), craft.state().position(), atMillis) >= GOOD_HEARING;
  }

  /** Either of the two. */
  static boolean isFollowed(World world, Craft craft, long atMillis) {
    return isSeen(world, craft, atMillis) || isHeard(world, craft, atMillis);
  }
}
