package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.detect.FlightVerdict;
import bz.keelbill.detect.KnownAircraft;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Origin;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Identity;
import bz.keelbill.watch.TrackState;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An aircraft's row. */
class AircraftJsonTest {
  private static final ContactId.Icao24 ADDRESS = new ContactId.Icao24(0x0AB400, true);
  private static final AddressBlocks.Block DOUBTFUL =
      new AddressBlocks.Block(0x0AB400, 0x0AB7FF, "Belize", "BZ", List.of("V3-"), false);

  private static JsonNode row(TrackState.Flight flight) throws IOException {
    FlightIdentity said =
        new FlightIdentity(
            new Origin("sky", "mast", 1, 0, 0),
            ADDRESS,
            "V3HHA",
            "4521",
            null,
            null,
            null,
            null,
            "A1");
    TrackState state =
        new TrackState(
            1,
            ADDRESS.name(),
            List.of(ADDRESS.name()),
            Domain.AIR,
            new Identity(null, ADDRESS, null, said),
            new TrackState.Place(
                null, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, null),
            new TrackState.Standing(Freshness.LIVE, false, false, null, null),
            flight);
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      TrackJson.writeMembers(state, false, out);
      out.writeEndObject();
    }
    return new ObjectMapper().readTree(text.toString());
  }

  @Test
  void itHasItsStateItsClassAndHowItStandsWithThePlans() throws IOException {
    JsonNode row =
        row(
            new TrackState.Flight(
                FlightVerdict.Standing.ABOVE,
                AircraftClass.TURBOPROP,
                "C208",
                DOUBTFUL,
                "V3-HHA",
                new KnownAircraft.Entry(0x0AB400, null, null, "hopper", null, null, null),
                true));
    assertEquals("prop", row.get("kind").asText());
    assertEquals("turboprop", row.get("aircraftClass").asText());
    assertEquals("BZ", row.get("country").asText());
    assertEquals("V3-", row.get("mark").asText());
    assertFalse(row.get("countryAgreed").asBoolean(true));
    assertEquals("above", row.get("planState").asText());
    assertEquals("A1", row.get("category").asText());
    assertEquals("gnss", row.get("altitudeKind").asText());
    assertEquals("hopper", row.get("known").get("name").asText());
    assertFalse(row.get("known").has("operator"));
  }

  @Test
  void oneThatNobodyHasLookedAtYetIsAnAircraft() throws IOException {
    JsonNode row = row(null);
    assertEquals("aircraft", row.get("kind").asText());
    assertEquals("4521", row.get("squawk").asText());
    assertFalse(row.has("planState"));
  }
}
