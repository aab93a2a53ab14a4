package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Port;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.Destination;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.Locale;

/**
 * A vessel bound for a port of Belize.
 *
 * @param port which
 * @param metres to it, as the gull flies
 * @param minutes until it is there at the earliest: straight on at its speed, or, while it lies,
 *     when its crew says; NaN unknown
 */
public record Bound(Port port, double metres, double minutes) {
  private static final double UNDER_WAY_KNOTS = 1;
  private static final double THERE_METRES = 1_500;
  private static final double MONTH_MINUTES = 30 * 24 * 60;

  /** Of a track; null if it is not bound for Belize, or is there. */
  public static Bound of(Track track, Scene scene) {
    Position at = track.domain() == Domain.SEA ? track.position() : null;
    Destination destination = at == null ? Destination.NONE : scene.destination(track);
    if (!destination.isInBelize()) {
      return null;
    }
    double metres = Geodesy.distanceMetres(at, destination.to().place().position());
    return metres <= THERE_METRES
        ? null
        : new Bound(destination.to(), metres, minutes(track, metres, scene.nowMillis()));
  }

  private static double minutes(Track track, double metres, long nowMillis) {
    double knots = track.speedKnots();
    if (knots >= UNDER_WAY_KNOTS) {
      return metres / Units.knotsToMetresPerSecond(knots) / 60;
    }
    Long eta = Destination.etaMillis(track.identity(), nowMillis);
    double minutes = eta == null ? Double.NaN : (eta - nowMillis) / 60_000.0;
    return minutes >= 0 && minutes <= MONTH_MINUTES ? minutes : Double.NaN;
  }

  /** "5 h 20" or "12 min"; "unknown" if it is not known. */
  String there() {
    if (Double.isNaN(minutes)) {
      return "unknown";
    }
    long whole = Math.round(minutes);
    return whole < 60
        ? whole + " min"
        : String.format(Locale.ROOT, "%d h %02d", whole / 60, whole % 60);
  }

  /** ", bound for Belize City, there in 5 h 20". */
  String words() {
    String when = Double.isNaN(minutes) ? "" : ", there in " + there() + " at the earliest";
    return ", bound for " + port.calledBy() + when;
  }
}
