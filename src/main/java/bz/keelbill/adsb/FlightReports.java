package bz.keelbill.adsb;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.FlightIdentity.Emergency;
import bz.keelbill.report.Origin;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns what aircraft transmit into reports, and doubts what one transmission alone cannot prove.
 *
 * <p>A changed callsign and a raised emergency count when a second message of the same address
 * agrees with the first: two addresses one bit apart get mixed up, and a pilot who turns the dials
 * passes through 7700. The last 4,096 addresses are remembered. One instance per feed, one thread.
 */
final class FlightReports {
  private static final int MAX_ADDRESSES = 4096;

  /** In the order in which they were last heard. */
  private final Map<ContactId.Icao24, Memory> memories = new LinkedHashMap<>(64, 0.75f, true);

  /** What was told of an address so far, and what waits for a second message. */
  private static final class Memory {
    private final String registration;
    private String callsign;
    private String doubtedCallsign;
    private String squawk = "";
    private Emergency emergency = Emergency.NONE;
    private Emergency doubtedEmergency = Emergency.NONE;

    Memory(ContactId.Icao24 contact) {
      registration = Registration.ofAddress(contact);
    }

    /** The callsign to tell, or null while it waits. */
    String callsign(String heard) {
      if (heard == null || heard.equals(callsign)) {
        doubtedCallsign = heard == null ? doubtedCallsign : null;
        return heard;
      }
      if (callsign == null || heard.equals(doubtedCallsign)) {
        callsign = heard;
        doubtedCallsign = null;
        return heard;
      }
      doubtedCallsign = heard;
      return null;
    }

    /** The emergency to tell, or null if there is nothing new or it waits. */
    Emergency emergency(FlightMessage message) {
      squawk = message.squawk() == null ? squawk : message.squawk();
      // A flag in a message without a squawk speaks of the squawk heard before it.
      Emergency heard =
          message.emergency() == Emergency.GENERAL
              ? SbsFields.emergencyOf(squawk)
              : message.emergency();
      boolean sure = heard == Emergency.NONE || heard == doubtedEmergency;
      doubtedEmergency = heard == null ? doubtedEmergency : heard;
      if (heard == null || !sure || heard == emergency && heard == Emergency.NONE) {
        return null;
      }
      emergency = heard;
      return heard;
    }
  }

  /** Tells what a message says: who first, then where. */
  void report(FlightMessage message, Origin origin, Fix.State state, Decoder.Output out) {
    FlightIdentity identity = identity(message, origin);
    boolean groundOnly = identity.onGround() != null && !message.hasState();
    if (identity.callsign() != null
        || identity.squawk() != null
        || identity.emergency() != null
        || groundOnly) {
      out.report(identity);
    }
    if (message.hasState()) {
      out.report(
          new Fix(
              origin,
              message.contact(),
              message.position(),
              message.motion(),
              message.height(),
              state));
    }
  }

  private FlightIdentity identity(FlightMessage message, Origin origin) {
    Memory memory = memory(message.contact());
    return new FlightIdentity(
        origin,
        message.contact(),
        memory.callsign(message.callsign()),
        message.squawk(),
        memory.emergency(message),
        memory.registration,
        null,
        message.height().onGround());
  }

  private Memory memory(ContactId.Icao24 contact) {
    Memory memory = memories.computeIfAbsent(contact, Memory::new);
    if (memories.size() > MAX_ADDRESSES) {
      Iterator<ContactId.Icao24> eldest = memories.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    return memory;
  }
}
