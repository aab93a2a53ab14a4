package bz.keelbill.detect;

import bz.keelbill.geo.Sun;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanMatch.Key;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.plan.PlanQuery;
import bz.keelbill.report.ContactId.Icao24;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which flight plan explains an aircraft. */
public final class PlanLook {
  /** What belongs to the aircraft itself: no other can bear it by mistake. */
  private static final Set<Key> OWN_KEYS = EnumSet.of(Key.ADDRESS, Key.REGISTRATION);

  private PlanLook() {}

  /** The match of a track with the plans held now. */
  public static PlanMatch of(Track track, Scene scene) {
    Icao24 address = track.identity().address();
    FlightIdentity flight = track.identity().flight();
    return scene
        .plans()
        .match(
            new PlanQuery(
                address != null && address.assigned() ? address.address() : null,
                AircraftRegister.registration(track.identity()),
                flight == null ? null : flight.callsign(),
                flight == null ? null : flight.squawk(),
                scene.nowMillis(),
                new PlanQuery.Seen(track.name(), track.position())));
  }

  /**
   * Whether one plan explains the aircraft. A plan that names another address does not by a
   * callsign or squawk alone: those can be borrowed. One that fits by time and place only does not
   * by night, when hardly anybody may fly and somebody may hide behind another's plan, and never
   * one whose transponder says nothing.
   */
  public static boolean explains(PlanMatch match, Track track) {
    return match.outcome() == Outcome.MATCHED
        && !(isWeak(match) && (track.domain() == Domain.SEA || isByNight(track)))
        && (!match.addressDiffers() || OWN_KEYS.contains(match.key()));
  }

  private static boolean isByNight(Track track) {
    Fix latest = track.latest();
    return latest != null
        && Sun.isNight(
            latest.position().latitude(), latest.position().longitude(), latest.atMillis());
  }

  /** Whether a finding of a kind is over when word comes that explains the flight. */
  public static boolean ends(String kind) {
    return kind.equals(UnreportedFlight.KIND) || kind.equals(LowFlight.KIND);
  }

  /** Whether nothing but time and place speaks for the plan. */
  static boolean isWeak(PlanMatch match) {
    return match.key() != null && match.isByTimeAndPlace();
  }

  /** A constant as JSON writes it: {@code too-early}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
