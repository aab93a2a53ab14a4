package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The boats that waited where something was dropped, or ran from there. */
final class DropBoats {
  private static final int MOST = 8;
  private static final long BIN_MILLIS = 5 * 60_000L;
  private static final double NOISE_METRES = 150;
  private static final double FASTEST_BOAT_KNOTS = 60;
  private static final double MOST_METRES = 20 * 1852;

  private final Position datum;
  private final long atMillis;
  private final Scene scene;
  private final double withinMetres;
  private final double lyingKnots;
  private final double leavingKnots;
  private final long beforeMillis;
  private final long afterMillis;

  /**
   * Looks for them.
   *
   * @param atMillis when something was dropped
   */
  DropBoats(Position datum, long atMillis, Scene scene, Rules rules) {
    this.datum = datum;
    this.atMillis = atMillis;
    this.scene = scene;
    this.withinMetres = rules.value(Airdrop.WITHIN) * 1852;
    this.lyingKnots = rules.value(Airdrop.LYING);
    this.leavingKnots = rules.value(Airdrop.LEAVING);
    this.beforeMillis = rules.millis(Airdrop.BEFORE);
    this.afterMillis = rules.millis(Airdrop.AFTER);
  }

  /** The nearest ones, nearest first. */
  List<Track> all() {
    double minutes = Math.max(0, (scene.nowMillis() - atMillis) / 60_000.0);
    double reach = withinMetres + minutes * FASTEST_BOAT_KNOTS / 60 * 1852;
    List<Track> boats = new ArrayList<>();
    scene
        .picture()
        .near(
            datum,
            Math.min(reach, MOST_METRES),
            other -> {
              if (has(other)) {
                boats.add(other);
              }
            });
    boats.sort(
        Comparator.comparingDouble((Track boat) -> Geodesy.distanceMetres(datum, boat.position()))
            .thenComparingLong(Track::serial));
    return boats.subList(0, Math.min(MOST, boats.size()));
  }

  /** Whether a track is one of them. */
  boolean has(Track other) {
    return mayBeBoat(other) && (liesThere(other) || lay(other) || ranFromThere(other));
  }

  private boolean mayBeBoat(Track other) {
    Fix.Source source = other.latest() == null ? null : other.latest().state().source();
    return other.domain() == Domain.SEA
        && other.isConfirmed()
        && (source == Fix.Source.RADAR
            || source == Fix.Source.AIS_CLASS_A
            || source == Fix.Source.AIS_CLASS_B
            || source == Fix.Source.SIGHTING)
        && !(other.speedKnots() > FASTEST_BOAT_KNOTS)
        && !scene.isOwn(other);
  }

  private boolean liesThere(Track other) {
    long at = other.latest().atMillis();
    return other.speedKnots() <= lyingKnots
        && at >= atMillis - beforeMillis
        && at <= atMillis + afterMillis
        && isThere(other.position());
  }

  private boolean isThere(Position at) {
    return Geodesy.distanceMetres(datum, at) <= withinMetres;
  }

  /** Whether it hardly moved from one five minutes to the next. */
  private boolean lay(Track other) {
    Position before = null;
    double metres = lyingKnots * 1852 * BIN_MILLIS / 3_600_000 + NOISE_METRES;
    for (long bin = atMillis - beforeMillis; bin < atMillis + afterMillis; bin += BIN_MILLIS) {
      Position middle = middle(other.history(), bin);
      boolean there = middle != null && before != null && isThere(middle) && isThere(before);
      if (there && Geodesy.distanceMetres(before, middle) <= metres) {
        return true;
      }
      before = middle;
    }
    return false;
  }

  private static Position middle(History history, long fromMillis) {
    double latitude = 0;
    double longitude = 0;
    int count = 0;
    int i = history.firstAtOrAfter(fromMillis);
    for (; i < history.size() && history.atMillis(i) < fromMillis + BIN_MILLIS; i++) {
      latitude += history.latitude(i);
      longitude += history.longitude(i);
      count++;
    }
    return count == 0 ? null : new Position(latitude / count, longitude / count);
  }

  /** A small boat at rest is not seen; one that appears there and runs has lain there. */
  private boolean ranFromThere(Track other) {
    return other.speedKnots() >= leavingKnots
        && other.bornAtMillis() >= atMillis - beforeMillis
        && other.bornAtMillis() <= atMillis + afterMillis
        && isThere(other.bornAt())
        && Geodesy.distanceMetres(datum, other.position())
            > Geodesy.distanceMetres(datum, other.bornAt());
  }
}
