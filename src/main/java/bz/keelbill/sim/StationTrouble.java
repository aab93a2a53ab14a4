package bz.keelbill.sim;

import java.util.List;

/** A station goes deaf for an hour, or its clock is wrong for hours. */
final class StationTrouble {
  private static final Craft.Make MAST = new Craft.Make("station", 0, 0);
  private static final int DEAF_SECONDS = 180;
  private static final int SKEWED_SECONDS = 120;

  /** In a quiet hour nobody can tell a deaf station from an empty sea. */
  private static final int ENOUGH_MISSED = 20;

  /** A clock is compared by what others hear too. */
  private static final int ENOUGH_SHARED = 10;

  /** A clock that is off by less is worth no more than a note. */
  private static final long WARNING_MILLIS = 60_000;

  private StationTrouble() {}

  /**
   * One that is well so far, if there is one: two troubles of one station are one to those ashore.
   */
  private static Station pick(World world, Chance chance) {
    List<Station> all = world.stations(Station.AIS);
    List<Station> well = all.stream().filter(each -> world.faults().isWell(each.id())).toList();
    Station station = chance.pick(well.isEmpty() ? all : well);
    world.faults().chose(station.id());
    return station;
  }

  /** An AIS station, or a radar, says nothing for an hour or so. */
  static Threat deaf(World world, Chance chance, String id, boolean near) {
    Station station = pick(world, chance);
    return deaf(world, station, id, chance.between(2700, 5400));
  }

  /** The first radar is off for two hours. */
  static Threat radarOut(World world, Chance chance, String id, boolean near) {
    return deaf(world, world.stations(Station.RADAR).get(0), id, 7200);
  }

  private static Threat deaf(World world, Station station, String id, double seconds) {
    Craft mast = mast(id, station, seconds);
    long[] since = {Long.MIN_VALUE};
    int before = world.faults().swallowed(station.id());
    boolean isRadar = Station.RADAR.equals(station.kind());
    return new SeaThreat(
        "feed-silent",
        List.of("feed-silent"),
        List.of(mast),
        now -> {
          if (since[0] == Long.MIN_VALUE) {
            since[0] = now;
            world.faults().deafen(station.id(), now, now + (long) seconds * 1000);
          }
          int missed = world.faults().swallowed(station.id()) - before;
          return now - since[0] >= DEAF_SECONDS * 1000L
              && (isRadar || missed >= ENOUGH_MISSED && isMissedByTwo(world, station))
              && mast.state() != null;
        });
  }

  /** One vessel that is not heard any more may have turned its set off. */
  private static boolean isMissedByTwo(World world, Station station) {
    return world.faults().unheardCraft(station.id()) >= 2;
  }

  /** An AIS station's clock is off by 30 to 120 s; neighbours hear the same messages. */
  static Threat skewed(World world, Chance chance, String id, boolean near) {
    Station station = pick(world, chance);
    double seconds = chance.between(2 * 3600, 4 * 3600);
    long off = 1000L * (chance.happens(0.2) ? 30 + chance.below(25) : 70 + chance.below(51));
    long shift = chance.happens(0.5) ? off : -off;
    Craft mast = mast(id, station, seconds);
    long[] since = {Long.MIN_VALUE};
    int before = world.faults().shared(station.id());
    return new SeaThreat(
        "clock-skew",
        List.of("clock-skew"),
        List.of(mast),
        now -> {
          if (since[0] == Long.MIN_VALUE) {
            since[0] = now;
            world.faults().skew(station.id(), now, now + (long) seconds * 1000, shift);
          }
          return off >= WARNING_MILLIS
              && now - since[0] >= SKEWED_SECONDS * 1000L
              && world.faults().shared(station.id()) - before >= ENOUGH_SHARED
              && mast.state() != null;
        });
  }

  /** Stands for the station while it is in trouble. */
  private static Craft mast(String id, Station station, double seconds) {
    return new Craft(
        id,
        MAST,
        new Papers.None(),
        station.position(),
        Routine.once(List.of(Leg.Hold.docked(seconds))));
  }
}
