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

  /** An aircraft that says nothing new is told of so often, so that it stays in the picture. */
  private static final long ALIVE_MILLIS = 10_000;

  /** In the order in which they were last heard. */
  private final Map<ContactId.Icao24, Memory> memories = new LinkedHashMap<>(64, 0.75f, true);

  private final boolean declarationsCount;

  /**
   * Begins a feed.
   *
   * @param declarationsCount whether an emergency is one that the aircraft itself declared, which
   *     counts at once, and not a receiver's reading of its squawk
   */
  FlightReports(boolean declarationsCount) {
    this.declarationsCount = declarationsCount;
  }

  /** What was told of an address so far, and what waits for a second message. */
  private static final class Memory {
    private final String registration;
    private long toldAtMillis = Long.MIN_VALUE / 2;
    private Boolean onGround;
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

    /** Whether an aircraft that says nothing else is to be told of all the same. */
    boolean isDue(FlightMessage message, long atMillis) {
      Boolean ground = message.height().onGround();
      boolean isNews = ground != null && !ground.equals(onGround);
      boolean isDue = isNews || Math.abs(atMillis - toldAtMillis) >= ALIVE_MILLIS;
      onGround = ground == null ? onGround : ground;
      toldAtMillis = isDue ? atMillis : toldAtMillis;
      return isDue;
    }

    /** The emergency to tell, or null if there is nothing new or it waits. */
    Emergency emergency(FlightMessage message, boolean counts) {
      squawk = message.squawk() == null ? squawk : message.squawk();
      // A flag in a message without a squawk speaks of the squawk heard before it.
      Emergency heard =
          message.emergency() == Emergency.GENERAL && !counts
              ? SbsFields.emergencyOf(squawk)
              : message.emergency();
      boolean sure = counts || heard == Emergency.NONE || heard == doubtedEmergency;
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
    Memory memory = memory(message.contact());
    FlightIdentity identity = identity(message, memory, origin);
    boolean saysWho =
        identity.callsign() != null || identity.squawk() != null || identity.emergency() != null;
    boolean isDue = !message.hasState() && memory.isDue(message, origin.eventAtMillis());
    if (saysWho || isDue) {
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

  private FlightIdentity identity(FlightMessage message, Memory memory, Origin origin) {
    return new FlightIdentity(
        origin,
        message.contact(),
        memory.callsign(message.callsign()),
        message.squawk(),
        memory.emergency(message, declarationsCount),
        memory.registration,
        null,
        message.height().onGround(),
        message.category());
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
