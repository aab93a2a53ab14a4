package bz.keelbill.sim;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an alert speaks of a threat (the words of the evaluation in the specification). */
final class Matching {
  private static final long MARGIN_MILLIS = 120_000;
  private static final double NEAR_METRES = 500;

  private static final long CLOCK_MARGIN_MILLIS = 2_000;

  private static final Pattern RADAR = Pattern.compile("radar:(.+)/(\\d+)@(\\d+)");

  private Matching() {}

  /** Its kind is expected, it is about one of the actors, and the times overlap. */
  static boolean matches(RaisedAlert alert, Truth.Act threat) {
    return threat.kinds().contains(alert.kind()) && isAbout(alert, threat);
  }

  /** It is about one of the actors at the time, whatever its kind. */
  static boolean isAbout(RaisedAlert alert, Truth.Act threat) {
    return alert.onsetMillis() <= threat.toMillis() + MARGIN_MILLIS
        && alert.atMillis() >= threat.fromMillis() - MARGIN_MILLIS
        && threat.actors().stream().anyMatch(actor -> isAbout(alert, actor));
  }

  static boolean isAbout(RaisedAlert alert, Truth.Actor actor) {
    return alert.tracks().stream().anyMatch(track -> names(track, actor)) || isNear(alert, actor);
  }

  private static boolean names(String track, Truth.Actor actor) {
    if (actor.mmsi() != null
        && track.equals(String.format(Locale.ROOT, "mmsi:%09d", actor.mmsi()))) {
      return true;
    }
    if (actor.icao24() != null && track.equals("icao:" + actor.icao24())) {
      return true;
    }
    Matcher radar = RADAR.matcher(track);
    return radar.matches()
        && actor.radar().stream()
            .anyMatch(
                name ->
                    name.station().equals(radar.group(1))
                        && name.number() == Integer.parseInt(radar.group(2))
                        && wasBorn(Long.parseLong(radar.group(3)) * 1000, name));
  }

  /** While a radar follows a craft under a number, the number is nobody else's. */
  private static boolean wasBorn(long birthMillis, Truth.RadarName name) {
    return birthMillis >= name.fromMillis() - CLOCK_MARGIN_MILLIS && birthMillis <= name.toMillis();
  }

  private static boolean isNear(RaisedAlert alert, Truth.Actor actor) {
    return alert.position() != null
        && actor.metresFrom(alert.position(), alert.atMillis()) <= NEAR_METRES;
  }
}
