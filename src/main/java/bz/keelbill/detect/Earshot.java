package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Sensor;

/**
 * How surely we would have heard a craft that did not speak: only stations count that heard others
 * meanwhile, and none is trusted so much that a few minutes prove everything.
 *
 * @param chance to be heard in a minute, by all stations together, 0 to 1
 * @param missed the chance that one who speaks is not heard all that time
 */
record Earshot(double chance, double missed) {
  private static final double MOST_TRUSTED = 0.75;
  private static final long MINUTE_MILLIS = 60_000;
  private static final int MOST_MINUTES = 45;
  private static final double LEARNED_MINUTES = 3;

  /** So many minutes of others as far away, on other bearings, tell as much. */
  private static final double RING_MINUTES = 60;

  /** What the range promises at about three quarters of it. */
  private static final double SUPPOSED = 0.85;

  private static final double RIM_METRES = 3_704;

  /** Of a craft that has been silent on the way from one place to another. */
  static Earshot since(
      long silentSinceMillis, Coverage.Kind kind, Position from, Position to, Scene scene) {
    return since(silentSinceMillis, kind, from, to, false, scene);
  }

  /** The same of one that a radar sees: it is there, though nobody has been heard there before. */
  static Earshot ofSeen(
      long silentSinceMillis, Coverage.Kind kind, Position from, Position to, Scene scene) {
    return since(silentSinceMillis, kind, from, to, true, scene);
  }

  private static Earshot since(
      long silentSinceMillis,
      Coverage.Kind kind,
      Position from,
      Position to,
      boolean isSeen,
      Scene scene) {
    long now = scene.nowMillis();
    int minutes = (int) Math.min(MOST_MINUTES, (now - silentSinceMillis) / MINUTE_MILLIS);
    double unheard = 1;
    double missed = 1;
    for (Sensor sensor : scene.coverage().sensors()) {
      Hearing.Station station = scene.hearing().station(sensor.id());
      double chance =
          station == null
              ? 0
              : Math.min(
                  scene.coverage().chance(sensor.id(), kind, from),
                  Math.min(
                      known(sensor.id(), kind, to, isSeen, scene),
                      known(sensor.id(), kind, beyond(sensor, to), isSeen, scene)));
      if (chance > 0) {
        int alive = aliveMinutes(station, now, minutes);
        unheard *= alive == 0 ? 1 : 1 - chance;
        missed *= StrictMath.pow(1 - Math.min(MOST_TRUSTED, chance), alive);
      }
    }
    return new Earshot(1 - unheard, missed);
  }

  /**
   * The chance at a place where others have been heard or missed; where nobody has been yet, the
   * range is believed only well inside it, and other places as far away only of who is seen there.
   */
  private static double known(
      String station, Coverage.Kind kind, Position at, boolean isSeen, Scene scene) {
    double chance = scene.coverage().chance(station, kind, at);
    boolean isLearned = scene.coverage().experience(station, kind, at) >= LEARNED_MINUTES;
    if (isLearned || chance >= SUPPOSED) {
      return chance;
    }
    return isSeen ? byDistance(station, kind, at, scene) : 0;
  }

  /** As others as far away were heard; 0 where there were too few. */
  private static double byDistance(String station, Coverage.Kind kind, Position at, Scene scene) {
    Coverage.Ring ring = scene.coverage().ring(station, kind, at);
    return ring.minutes() < RING_MINUTES ? 0 : ring.heard() / ring.minutes();
  }

  /** At the rim hearing ends within a cell: a place counts for no more than what lies behind it. */
  private static Position beyond(Sensor sensor, Position place) {
    double outward = Geodesy.bearingDegrees(sensor.position(), place);
    return Geodesy.offset(place, outward, RIM_METRES);
  }

  /** After how long one who speaks has been missed by chance no more often than this. */
  long millisToMiss(double byChance) {
    double heard = Math.min(MOST_TRUSTED, chance);
    return Math.round(MINUTE_MILLIS * StrictMath.log(byChance) / StrictMath.log(1 - heard));
  }

  /** Of a craft that was at a place at one time in the past, if we listened then. */
  static double chanceAt(long atMillis, Coverage.Kind kind, Position place, Scene scene) {
    double unheard = 1;
    for (Sensor sensor : scene.coverage().sensors()) {
      Hearing.Station station = scene.hearing().station(sensor.id());
      boolean listened = station != null && station.firstHeardAtMillis() <= atMillis;
      unheard *= listened ? 1 - scene.coverage().chance(sensor.id(), kind, place) : 1;
    }
    return 1 - unheard;
  }

  /** In how many of the last whole minutes the station heard anybody. */
  private static int aliveMinutes(Hearing.Station station, long nowMillis, int minutes) {
    int alive = 0;
    for (int back = 0; back < minutes; back++) {
      alive += station.craftInWholeMinuteBefore(nowMillis, back) > 0 ? 1 : 0;
    }
    return alive;
  }
}
