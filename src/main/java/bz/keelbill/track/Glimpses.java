package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.VesselIdentity;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the craft that somebody saw, or that a satellite's picture shows, by where each track was
 * at that time; keeps what no track explains.
 *
 * <p>Belongs to the one thread of its Watch; bounded.
 */
final class Glimpses {
  private static final int KEPT = 5_000;
  private static final double GATE_D2 = 9.21;

  /** One craft must fit four times as well as the next, or nobody knows which it was. */
  private static final double CLEARLY = 2 * Math.log(4);

  private static final double DETECTION_GATE_METRES = 1_852;
  private static final double LENGTH_RATIO = 2.5;

  private final Picture picture;
  private final Map<ContactId, Glimpse> unexplained = new LinkedHashMap<>();

  Glimpses(Picture picture) {
    this.picture = picture;
  }

  /** The one track that it fits, or null if none does or several do. */
  Track craftOf(Glimpse glimpse) {
    Track best = null;
    double bestD2 = GATE_D2;
    double nextD2 = Double.POSITIVE_INFINITY;
    for (Track track : picture.tracks()) {
      double d2 = d2(glimpse, track);
      if (d2 < bestD2) {
        nextD2 = best == null ? nextD2 : bestD2;
        bestD2 = d2;
        best = track;
      } else {
        nextD2 = Math.min(nextD2, d2);
      }
    }
    return nextD2 - bestD2 < CLEARLY ? null : best;
  }

  private static double d2(Glimpse glimpse, Track track) {
    boolean mayBe =
        track.domain() == Domain.SEA
            && track.isConfirmed()
            && track.heardAtMillis() >= glimpse.atMillis() - Past.LONGEST_GAP_MILLIS
            && track.bornAtMillis() <= glimpse.atMillis() + glimpse.timeErrorMillis() * 2
            && lengthsAgree(glimpse, track);
    Past there = mayBe ? Past.of(track, glimpse.atMillis()) : null;
    if (there == null) {
      return Double.POSITIVE_INFINITY;
    }
    double seconds = glimpse.timeErrorMillis() / 1000.0;
    double moved = Units.knotsToMetresPerSecond(there.speedKnots()) * seconds;
    double metres = Geodesy.distanceMetres(glimpse.position(), there.position());
    boolean detection = glimpse.contact() instanceof ContactId.Detection;
    if (detection && metres > DETECTION_GATE_METRES + moved) {
      return Double.POSITIVE_INFINITY;
    }
    double own = there.sigmaMetres();
    double error = glimpse.errorMetres();
    double variance = error * error + moved * moved + own * own;
    return metres * metres / variance + speedD2(glimpse, there);
  }

  /** A speed that a witness puts a number or a word to is good to half of it. */
  private static double speedD2(Glimpse glimpse, Past there) {
    double said = glimpse.motion().speedKnots();
    if (Double.isNaN(said)) {
      return 0;
    }
    double sigma = 5 + said / 3;
    double off = said - there.speedKnots();
    return off * off / (sigma * sigma);
  }

  private static boolean lengthsAgree(Glimpse glimpse, Track track) {
    VesselIdentity ship = track.identity().vessel();
    double said = glimpse.looks().lengthMetres();
    if (ship == null || ship.hull() == null || Double.isNaN(said)) {
      return true;
    }
    double ratio = said / Math.max(1, ship.hull().lengthMetres());
    return ratio <= LENGTH_RATIO && ratio >= 1 / LENGTH_RATIO;
  }

  void keep(Glimpse glimpse) {
    unexplained.put(glimpse.contact(), glimpse);
    if (unexplained.size() > KEPT) {
      unexplained.remove(unexplained.keySet().iterator().next());
    }
  }

  void forget(ContactId contact) {
    unexplained.remove(contact);
  }

  Collection<Glimpse> unexplained() {
    return Collections.unmodifiableCollection(unexplained.values());
  }
}
