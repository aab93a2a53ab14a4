package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.*;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.FlightIdentity.Emergency;
import bz.keelbill.report.Note;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject.Reason;

/** Turns one target's record into reports: who first, then where. */
final class TargetReports {
  private static final double MOST_KNOTS = 5_800;
  private static final double USUAL_METRES = 50;

  private static final Emergency[] EMERGENCIES = {
    Emergency.NONE,
    Emergency.GENERAL,
    Emergency.LIFEGUARD,
    Emergency.MINIMUM_FUEL,
    Emergency.NO_RADIO,
    Emergency.UNLAWFUL,
    Emergency.DOWNED
  };

  private final Contacts contacts = new Contacts();
  private final VelocityCheck velocities = new VelocityCheck();

  /**
   * Tells what a record says.
   *
   * @return why it is refused, wholly or in its position; null if it is not
   */
  Reason report(AsterixMessage message, Site site, Origin origin, Decoder.Output out) {
    Reason unreal = unreal(message);
    if (unreal != null) {
      return unreal;
    }
    Contacts.Name name = contacts.of(message, site.id(), origin.eventAtMillis());
    if (name.contact() == null) {
      return Reason.NOT_USED; // of a station that gives no echoes
    }
    if (name.before() != null) {
      out.report(new ContactLost(origin, name.before()));
    }
    boolean isEcho = name.contact() instanceof ContactId.Plot;
    if (message.is(ENDED) && !isEcho) {
      contacts.forget(message, site.id());
      end(name.contact(), origin, out);
      return null;
    }
    boolean isAircraft =
        name.contact() instanceof ContactId.Icao24 || Heights.isAircraft(message, site);
    // What an echo says cannot be held against the next one of the same name.
    boolean says = isAircraft && !isEcho && identity(message, name.contact(), origin, out);
    Placing place = place(message, site);
    Reason refused = refused(message, name.contact(), place, says);
    boolean isHeard = place.position() != null || name.contact() instanceof ContactId.Icao24;
    if (refused == null && isHeard && !message.is(COASTED)) {
      Fix fix = fix(message, name.contact(), place, isAircraft, origin);
      out.report(fix);
      judgeVelocity(message, fix, site, out);
    }
    return refused;
  }

  private static Reason unreal(AsterixMessage message) {
    if (message.is(SIMULATED) || message.is(TEST)) {
      return Reason.SIMULATED;
    }
    return message.is(FIELD_MONITOR) || message.is(GHOST) ? Reason.NOT_USED : null;
  }

  /** A number is free again; an address stays its aircraft's, whom others may still hear. */
  private static void end(ContactId contact, Origin origin, Decoder.Output out) {
    if (!contact.isCooperative()) {
      out.report(new ContactLost(origin, contact));
    }
  }

  private static boolean identity(
      AsterixMessage message, ContactId contact, Origin origin, Decoder.Output out) {
    boolean doubted = message.is(SQUAWK_INVALID) || message.is(SQUAWK_GARBLED);
    String squawk = doubted ? null : message.squawk();
    String callsign = message.callsign();
    int urgency = message.whole(EMERGENCY, -1);
    boolean isKnown = urgency >= 0 && urgency < EMERGENCIES.length;
    Emergency emergency = isKnown ? EMERGENCIES[urgency] : null;
    boolean says = squawk != null || callsign != null || emergency != null;
    if (says) {
      Boolean onGround = Heights.onGround(message);
      out.report(
          new FlightIdentity(origin, contact, callsign, squawk, emergency, null, null, onGround));
    }
    return says;
  }

  private static Placing place(AsterixMessage message, Site site) {
    boolean isDoubted = message.whole(POSITION_REFUSED, 0) != 0;
    return isDoubted ? new Placing(null, null, Reason.INVALID) : Placing.of(message, site);
  }

  /** Why there is no fix; null also where one is not to be expected. */
  private static Reason refused(
      AsterixMessage message, ContactId contact, Placing place, boolean saysWho) {
    if (message.is(COASTED)) {
      return saysWho ? null : Reason.NOT_USED; // where it is thought to be, not where it is seen
    }
    boolean movesAlone = contact instanceof ContactId.Icao24;
    if (place.position() != null || place.refused() != null || movesAlone) {
      return place.refused();
    }
    return saysWho ? null : Reason.NOT_USED;
  }

  private static Fix fix(
      AsterixMessage message, ContactId contact, Placing place, boolean isAircraft, Origin origin) {
    Fix.Accuracy accuracy =
        place.accuracy() == null ? ErrorEllipse.circle(USUAL_METRES, false) : place.accuracy();
    boolean isEcho = contact instanceof ContactId.Plot;
    return new Fix(
        origin,
        contact,
        place.position(),
        isEcho ? Fix.Motion.UNKNOWN : motion(message),
        isAircraft ? Heights.of(message) : null,
        new Fix.State(source(message), accuracy, null));
  }

  private void judgeVelocity(AsterixMessage message, Fix fix, Site site, Decoder.Output out) {
    boolean isComparable =
        message.category() == Categories.SURFACE
            && message.has(VX_MS)
            && fix.position() != null
            && !(fix.contact() instanceof ContactId.Plot);
    Note wrong = isComparable ? velocities.judge(message, fix, site) : null;
    if (wrong != null) {
      out.note(wrong);
    }
  }

  private static Fix.Source source(AsterixMessage message) {
    if (message.category() == Categories.ADSB) {
      return Fix.Source.ADSB;
    }
    if (message.category() != Categories.SURFACE) {
      return Fix.Source.RADAR;
    }
    return switch (message.whole(TYPE, 3)) {
      case 0, 1, 5 -> Fix.Source.MLAT;
      case 2 -> Fix.Source.ADSB;
      default -> Fix.Source.RADAR;
    };
  }

  /** The course of what does not move is unknown. */
  private static Fix.Motion motion(AsterixMessage message) {
    double east = message.value(VX_MS);
    double north = message.value(VY_MS);
    boolean isPolar = message.has(SPEED_KN);
    double knots =
        isPolar
            ? message.value(SPEED_KN)
            : Units.metresPerSecondToKnots(StrictMath.hypot(east, north));
    if (!(knots >= 0 && knots <= MOST_KNOTS)) {
      return Fix.Motion.UNKNOWN;
    }
    double course =
        isPolar
            ? message.value(TRACK_DEG)
            : Geodesy.normalDegrees(StrictMath.toDegrees(StrictMath.atan2(east, north)));
    return new Fix.Motion(knots, knots == 0 ? Double.NaN : course, Double.NaN);
  }
}
