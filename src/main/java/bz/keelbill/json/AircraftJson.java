package bz.keelbill.json;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.detect.KnownAircraft;
import bz.keelbill.detect.PlanLook;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.track.Identity;
import bz.keelbill.watch.TrackState;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What is known of an aircraft, as members of its track; protocol.md has the form. */
final class AircraftJson {
  private AircraftJson() {}

  /** Writes what is known; {@code flight} may be null before it was judged. */
  static void writeMembers(Identity identity, TrackState.Flight flight, JsonGenerator out)
      throws IOException {
    FlightIdentity said = identity.flight();
    if (said != null) {
      TrackJson.writeKnown("callsign", said.callsign(), out);
      TrackJson.writeKnown("squawk", said.squawk(), out);
      TrackJson.writeKnown("category", said.category(), out);
    }
    if (flight == null) {
      return;
    }
    TrackJson.writeKnown("registration", flight.registration(), out);
    TrackJson.writeKnown("aircraftType", flight.type(), out);
    if (flight.sort() != AircraftClass.UNKNOWN) {
      out.writeStringField("aircraftClass", flight.sort().word());
    }
    writeState(flight.block(), out);
    out.writeStringField("planState", PlanLook.word(flight.standing()));
    if (flight.geometric()) {
      out.writeStringField("altitudeKind", "gnss");
    }
    writeKnown(flight.known(), out);
  }

  private static void writeState(AddressBlocks.Block block, JsonGenerator out) throws IOException {
    if (block == null) {
      return;
    }
    TrackJson.writeKnown("country", block.country(), out);
    TrackJson.writeKnown("mark", block.mark(), out);
    if (!block.agreed()) {
      out.writeBooleanField("countryAgreed", false);
    }
  }

  private static void writeKnown(KnownAircraft.Entry known, JsonGenerator out) throws IOException {
    if (known != null) {
      out.writeObjectFieldStart("known");
      TrackJson.writeKnown("name", known.name(), out);
      TrackJson.writeKnown("operator", known.operator(), out);
      out.writeEndObject();
    }
  }
}
