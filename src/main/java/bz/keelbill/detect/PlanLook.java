package bz.keelbill.detect;

import bz.keelbill.adsb.Registration;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanQuery;
import bz.keelbill.report.ContactId.Icao24;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which flight plan explains an aircraft, and in words why none does. */
public final class PlanLook {
  private PlanLook() {}

  /** The match of a track with the plans held now. */
  public static PlanMatch of(Track track, Scene scene) {
    Icao24 address = track.identity().address();
    FlightIdentity flight = track.identity().flight();
    boolean real = address != null && address.assigned();
    String registration = flight == null ? null : flight.registration();
    if (registration == null && real) {
      registration = Registration.ofAddress(address.address());
    }
    return scene
        .plans()
        .match(
            new PlanQuery(
                real ? address.address() : null,
                registration,
                flight == null ? null : flight.callsign(),
                flight == null ? null : flight.squawk(),
                scene.nowMillis()));
  }

  /** Sentences for the aircraft's card. */
  public static List<String> notes(Track track, Scene scene) {
    PlanMatch match = of(track, scene);
    List<String> notes = new ArrayList<>();
    switch (match.outcome()) {
      case MATCHED ->
          notes.add("Plan " + match.plan().name() + ", recognised by its " + word(match.key()));
      case AMBIGUOUS -> notes.add("Several plans fit equally well: ambiguous");
      case NONE -> notes.add("No plan or clearance explains it");
    }
    if (match.addressDiffers()) {
      notes.add("The plan names another aircraft address");
    }
    match
        .nearest()
        .forEach(
            candidate ->
                notes.add("Plan " + candidate.plan().name() + ": " + word(candidate.failure())));
    return notes;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
