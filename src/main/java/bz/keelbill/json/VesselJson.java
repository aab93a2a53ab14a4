package bz.keelbill.json;

import bz.keelbill.ais.Country;
import bz.keelbill.ais.ImoNumber;
import bz.keelbill.ais.MmsiClass;
import bz.keelbill.report.VesselIdentity;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an AIS station says it is, as members of its track; protocol.md has the form. */
final class VesselJson {
  /** ISO 3166-1, from three letters to two. */
  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private VesselJson() {}

  /** Writes the number with what can be read in it. */
  static void writeNumber(int mmsi, JsonGenerator out) throws IOException {
    out.writeNumberField("mmsi", mmsi);
    out.writeStringField("mmsiClass", word(MmsiClass.of(mmsi)));
    TrackJson.writeKnown("country", Country.ofMmsi(mmsi), out);
  }

  /** Writes the flag State of a vessel without a number, in two letters; a made-up one not. */
  static void writeFlag(String threeLetters, JsonGenerator out) throws IOException {
    TrackJson.writeKnown("country", TWO_LETTERS.get(threeLetters), out);
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOCountries()) {
      codes.put(new Locale("", two).getISO3Country(), two);
    }
    return codes;
  }

  /** Writes what is known of the rest. */
  static void writeMembers(VesselIdentity vessel, JsonGenerator out) throws IOException {
    TrackJson.writeKnown("callsign", vessel.callsign(), out);
    TrackJson.writeKnown("registration", vessel.names().registration(), out);
    writeImo(vessel.imoNumber(), out);
    writeNumber("shipType", vessel.shipType(), out);
    if (vessel.hull() != null) {
      out.writeNumberField("lengthMetres", vessel.hull().lengthMetres());
      out.writeNumberField("beamMetres", vessel.hull().beamMetres());
    }
    if (vessel.voyage() != null) {
      TrackJson.writeKnown("destination", vessel.voyage().destination(), out);
      if (!Double.isNaN(vessel.voyage().draughtMetres())) {
        out.writeNumberField("draughtMetres", vessel.voyage().draughtMetres());
      }
    }
    writeNumber("parentMmsi", vessel.parentMmsi(), out);
    if (vessel.aid() != null) {
      writeAid(vessel.aid(), out);
    }
  }

  private static void writeImo(Integer number, JsonGenerator out) throws IOException {
    writeNumber("imo", number, out);
    if (number != null && !ImoNumber.isValid(number)) {
      out.writeBooleanField("imoValid", false);
    }
  }

  private static void writeAid(VesselIdentity.Aid aid, JsonGenerator out) throws IOException {
    writeNumber("aidType", aid.type(), out);
    out.writeBooleanField("virtualAid", aid.isVirtual());
    if (aid.offPosition() != null) {
      out.writeBooleanField("offPosition", aid.offPosition());
    }
  }

  private static void writeNumber(String field, Integer number, JsonGenerator out)
      throws IOException {
    if (number != null) {
      out.writeNumberField(field, number);
    }
  }

  private static String word(MmsiClass type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
