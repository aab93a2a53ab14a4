package bz.keelbill.record;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Identity;
import bz.keelbill.watch.TrackState;
import java.util.Locale;

/**
 * Who a track was, as far as it was known: what a recording is searched by. Each is null if it was
 * not known.
 *
 * @param track the track's name
 * @param contacts the names of all its contacts with a blank between them
 * @param domain {@code sea} or {@code air}
 * @param name of the ship; a flight's is its callsign
 * @param icaoAddress six hexadecimal digits in small letters, with a tilde before them if it is not
 *     an assigned one
 */
public record Craft(
    String track,
    String contacts,
    String domain,
    String name,
    Long mmsi,
    Long imo,
    String callsign,
    String icaoAddress,
    String registration) {

  /** Of a track as it stands. */
  static Craft of(TrackState track) {
    Identity identity = track.identity();
    VesselIdentity vessel = identity.vessel();
    return new Craft(
        track.name(),
        String.join(" ", track.contacts()),
        track.domain() == Domain.AIR ? "air" : "sea",
        known(identity.name()),
        number(identity.mmsi()),
        number(vessel == null ? null : vessel.imoNumber()),
        callsign(vessel, identity.flight()),
        address(identity.address()),
        registration(track, identity));
  }

  /** Of which nothing is known but its name. */
  static Craft unknown(String track) {
    return new Craft(track, track, null, null, null, null, null, null, null);
  }

  private static String callsign(VesselIdentity vessel, FlightIdentity flight) {
    String ofVessel = vessel == null ? null : known(vessel.callsign());
    return ofVessel != null || flight == null ? ofVessel : known(flight.callsign());
  }

  private static String registration(TrackState track, Identity identity) {
    String computed = track.flight() == null ? null : known(track.flight().registration());
    String flown = identity.flight() == null ? null : known(identity.flight().registration());
    String sailed = identity.vessel() == null ? null : identity.vessel().names().registration();
    String first = computed == null ? flown : computed;
    first = first == null ? known(sailed) : first;
    return first == null ? identity.vmsMark() : first;
  }

  private static String address(ContactId.Icao24 address) {
    String form = address == null || address.assigned() ? "%06x" : "~%06x";
    return address == null ? null : String.format(Locale.ROOT, form, address.address());
  }

  private static String known(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static Long number(Integer number) {
    return number == null ? null : Long.valueOf(number);
  }
}
