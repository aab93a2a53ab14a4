package bz.keelbill.cot;

import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.OwnForce;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.SafetyText;
import bz.keelbill.report.StationClock;
import bz.keelbill.report.VesselIdentity;

/**
 * Cursor on Target events to reports: where patrols are (types {@code a-f-…}), that a connection
 * lives (pings, {@code t-x-c-t…}), and calls for help.
 *
 * <p>From a feed that is trusted a friend's event makes its device one of our own until ten minutes
 * after it is stale; from any other it is a name and no more, and nobody's call for help is taken.
 * What others are called (neutral, unknown, hostile) is not used.
 */
public final class CotDecoder implements Decoder {
  private static final long MOST_FUTURE_MILLIS = 60_000;
  private static final long GRACE_MILLIS = 10 * 60_000;
  private static final int MOST_UID_LETTERS = 128;
  private static final int MOST_NAME_LETTERS = 40;

  /**
   * Markers on a map stay for a year; a patrol that is silent for an hour may be in other hands.
   */
  private static final long LONGEST_STALE_MILLIS = 60 * 60_000;

  /** How phones name the event that calls for help beside their own. */
  private static final String CALL_SUFFIX = "-9-1-1";

  private final String station;
  private final boolean recorded;
  private final boolean trusted;
  private final CotReader reader = new CotReader();

  /**
   * A decoder for one feed.
   *
   * @param station who sends the events
   * @param recorded whether lines come from a recording: an event's own time always holds
   * @param trusted whether its friends are our own
   */
  public CotDecoder(String station, boolean recorded, boolean trusted) {
    this.station = station;
    this.recorded = recorded;
    this.trusted = trusted;
  }

  @Override
  public void decode(Line line, Output out) {
    boolean isTooLong = line.bytes().length > CotFraming.MAX_BYTES;
    CotMessage event = isTooLong ? null : reader.read(line.bytes());
    Reason refused = isTooLong ? Reason.TOO_LONG : Reason.MALFORMED;
    if (event != null) {
      refused = take(line, event, out);
    }
    if (refused != null) {
      out.reject(new Reject(line, refused));
    }
  }

  private Reason take(Line line, CotMessage event, Output out) {
    String type = event.head().type();
    if (type == null || type.isEmpty()) {
      return Reason.UNKNOWN_TYPE;
    }
    if (type.startsWith("t-x-c-t")) {
      out.message("ping");
      long now = line.receivedAtMillis();
      out.report(new StationClock(origin(line, now), null, now, null));
      return null;
    }
    boolean isFriend = type.startsWith("a-f-");
    boolean isCall = trusted && type.startsWith("b-a-o-");
    return isFriend || isCall ? tell(line, event, isCall, out) : Reason.NOT_USED;
  }

  /** What a friend's event says; a call for help is about the device that it links to. */
  private Reason tell(Line line, CotMessage event, boolean isCall, Output out) {
    ContactId.Cot contact = contact(event, isCall);
    if (contact == null) {
      return Reason.IDENTITY_MISSING;
    }
    CotTimes times = CotTimes.of(event.head());
    if (times.refused() != null) {
      return times.refused();
    }
    CotPlace place = CotPlace.of(event.point(), event.head().how());
    // Whoever calls for help is heard, wherever he is.
    boolean calls = isCall || trusted && event.detail().emergency() != null;
    if (place.refused() != null && !calls) {
      return place.refused();
    }
    out.message(isCall ? "emergency" : contact.isAirborne() ? "aircraft" : "surface");
    Origin origin = origin(line, times.atMillis());
    if (trusted && !isCall) {
      long counts = Math.min(times.staleAfterMillis(), LONGEST_STALE_MILLIS) + GRACE_MILLIS;
      out.report(new OwnForce(origin, contact, origin.eventAtMillis() + counts));
    }
    name(origin, contact, event.detail().callsign(), isCall, out);
    if (place.position() != null) {
      CotMotion motion = CotMotion.of(event.detail(), contact.isAirborne());
      if (motion.isPartlyRefused()) {
        out.reject(new Reject(line, Reason.FIELD_REFUSED));
      }
      out.report(fix(origin, contact, place, motion.motion(), event.point().hae()));
    }
    if (calls) {
      out.report(new SafetyText(origin, contact, words(event), null));
    }
    return null;
  }

  private Origin origin(Line line, long toldMillis) {
    long arrival = line.receivedAtMillis();
    boolean isFuture = !recorded && toldMillis > arrival + MOST_FUTURE_MILLIS;
    long at = isFuture ? arrival : toldMillis;
    return new Origin(line.feed(), station, line.number(), at, arrival);
  }

  private static ContactId.Cot contact(CotMessage event, boolean isCall) {
    String uid = event.head().uid();
    String type = event.head().type();
    CotMessage.Link link = event.detail().link();
    if (isCall && link != null && link.uid() != null && link.type() != null) {
      uid = link.uid();
      type = link.type();
    } else if (isCall && uid != null && uid.endsWith(CALL_SUFFIX)) {
      uid = uid.substring(0, uid.length() - CALL_SUFFIX.length());
    }
    String clean = CotValues.word(uid, MOST_UID_LETTERS);
    return clean == null ? null : new ContactId.Cot(clean, type.startsWith("a-f-A"));
  }

  private static void name(
      Origin origin, ContactId.Cot contact, String callsign, boolean isCall, Output out) {
    String name = isCall ? null : CotValues.word(callsign, MOST_NAME_LETTERS);
    if (name == null) {
      return;
    }
    if (contact.isAirborne()) {
      String letters = CotValues.word(name.replaceAll("[^A-Za-z0-9 ]", ""), MOST_NAME_LETTERS);
      out.report(new FlightIdentity(origin, contact, letters, null, null, null, null, null));
    } else {
      VesselIdentity.Names names = new VesselIdentity.Names(name, null, null);
      out.report(new VesselIdentity(origin, contact, names, null, null, null, null, null));
    }
  }

  private static Fix fix(
      Origin origin, ContactId.Cot contact, CotPlace place, Fix.Motion motion, String hae) {
    Fix.Accuracy accuracy = Fix.Accuracy.circle(place.sigmaMetres());
    Fix.State state = new Fix.State(Fix.Source.COT, accuracy, null);
    double feet = Units.metresToFeet(CotValues.number(hae));
    Fix.Height height = contact.isAirborne() ? new Fix.Height(feet, true, Double.NaN, null) : null;
    return new Fix(origin, contact, place.position(), motion, height, state);
  }

  /** Words that the watch knows for a call for help, or that take it back. */
  private static String words(CotMessage event) {
    CotMessage.Emergency emergency = event.detail().emergency();
    String sort = emergency == null ? null : CotValues.word(emergency.type(), MOST_NAME_LETTERS);
    boolean isOver =
        event.head().type().startsWith("b-a-o-can") || emergency != null && emergency.isCancelled();
    if (isOver) {
      return "emergency cancelled";
    }
    return sort == null ? "SOS" : "SOS " + sort;
  }
}
