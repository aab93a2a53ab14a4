package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bz.keelbill.detect.KnownAircraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownAircraftReaderTest {
  @TempDir private Path folder;

  private Config read(String text) throws IOException {
    return ConfigReader.read(Files.writeString(folder.resolve("k.yaml"), text));
  }

  @Test
  void anEntryHoldsToTheEndOfItsLastDayInBelize() throws IOException {
    Config config =
        read(
            """
            knownAircraft:
              - {icao24: 0ab011, name: air ambulance, operator: hospital, validUntil: 2026-12-31}
              - {registration: V3-HXX, operator: survey, note: low over the reef}
            """);
    List<KnownAircraft.Entry> entries = config.knownAircraft().entries();
    assertEquals(0x0AB011, entries.get(0).icao24());
    assertEquals("air ambulance", entries.get(0).calledBy());
    assertEquals(
        Instant.parse("2027-01-01T05:59:59.999Z").toEpochMilli(),
        entries.get(0).validUntilMillis());
    assertEquals("survey", entries.get(1).calledBy());
    assertEquals("low over the reef", entries.get(1).note());
  }

  @Test
  void everyFaultIsToldWithItsLine() {
    String told =
        assertThrows(
                ConfigFaults.BadConfig.class,
                () ->
                    read(
                        """
                        knownAircraft:
                          - {name: nobody}
                          - {icao24: xyz, operator: somebody}
                          - {callsign: TGU1}
                          - {callsign: TGU1, name: a, validUntil: soon, colour: red}
                        """))
            .getMessage();
    String file = folder.resolve("k.yaml").toString();
    assertEquals(
        List.of(
            file + ":2: a known aircraft needs icao24, registration or callsign",
            file + ":3: icao24 must be six hexadecimal digits, not xyz",
            file + ":4: a known aircraft needs name or operator",
            file + ":5: validUntil must be a day as 2026-12-31, not soon",
            file
                + ":5: unknown key knownAircraft[3].colour; allowed here: callsign, icao24, name,"
                + " note, operator, registration, validUntil"),
        told.lines().toList());
  }
}
