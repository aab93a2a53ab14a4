package bz.keelbill.detect;

import bz.keelbill.track.Coverage;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Sensor;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much of the map nobody hears any more because of a station, or a feed with all its stations,
 * that is silent.
 *
 * @param squareMiles rounded, so that an alert does not change each second; 0: others still hear
 *     everything
 */
record LostWater(double squareMiles) {
  private static final List<Coverage.Kind> OF_VESSELS =
      List.of(Coverage.Kind.AIS_A, Coverage.Kind.RADAR);
  private static final List<Coverage.Kind> OF_AIRCRAFT = List.of(Coverage.Kind.AIRCRAFT);
  private static final long RELIED_ON_MILLIS = 10 * 60_000L;
  private static final double ROUNDED_TO = 100;

  /** As now, with these stations silent; those long unheard are silent too. */
  static LostWater by(Scene scene, Predicate<String> silent) {
    double lost = 0;
    Predicate<String> deaf = silent.or(name -> isUnheard(scene, name));
    boolean vessels = false;
    boolean aircraft = false;
    for (Sensor sensor : scene.coverage().sensors()) {
      boolean concerned = silent.test(sensor.id());
      aircraft |= concerned && sensor.kind() == Sensor.Kind.ADSB;
      vessels |= concerned && sensor.kind() != Sensor.Kind.ADSB;
    }
    if (vessels) {
      lost = scene.coverage().lostSquareMiles(OF_VESSELS, silent, deaf);
    }
    if (aircraft) {
      lost = Math.max(lost, scene.coverage().lostSquareMiles(OF_AIRCRAFT, silent, deaf));
    }
    return new LostWater(Math.round(lost / ROUNDED_TO) * ROUNDED_TO);
  }

  private static boolean isUnheard(Scene scene, String name) {
    Hearing.Station station = scene.hearing().station(name);
    return station == null
        || station.silentMillis(scene.nowMillis()) > RELIED_ON_MILLIS
        || scene.hearing().isBehindSilentFeed(station, scene.nowMillis());
  }

  /** Whether there is an area that has lost all its stations. */
  boolean isAny() {
    return squareMiles > 0;
  }

  /** The end of an alert's sentence; empty if nothing is lost. */
  String words() {
    return isAny() ? "; about " + area() + " square miles are unseen" : "";
  }

  /** The number alone. */
  String area() {
    return Long.toString(Math.round(squareMiles));
  }
}
