package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.adsb.AircraftTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AircraftTypesFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "C172, PISTON_SINGLE",
    "PA31, PISTON_TWIN",
    "BN2P, PISTON_TWIN",
    "C208, TURBOPROP",
    "BE20, TURBOPROP",
    "DHC6, TURBOPROP",
    "AT72, TURBOPROP",
    "GLF4, JET",
    "LJ35, JET",
    "B738, JET",
    "A320, JET",
    "EC35, HELICOPTER",
    "R44, HELICOPTER",
    "GLID, GLIDER"
  })
  void theBundledTableKnowsWhatFliesHere(String designator, AircraftClass sort) {
    assertEquals(sort, AircraftTypesFile.read(null).of(designator).sort());
  }

  @Test
  void speedsAreThoseOfTheClass() {
    AircraftTypes types = AircraftTypesFile.read(null);
    double piston = types.of("C172").cruiseKnots();
    double king = types.of("BE20").cruiseKnots();
    double jet = types.of("LJ35").cruiseKnots();
    assertTrue(piston >= 90 && piston <= 180, "" + piston);
    assertTrue(king >= 230 && king <= 290, "" + king);
    assertTrue(jet >= 400 && jet <= 470, "" + jet);
    assertTrue(Double.isNaN(types.of("GLID").cruiseKnots()));
    assertNull(types.of("XXXX"));
    assertNull(types.of((String) null));
  }

  @ParameterizedTest
  @CsvSource({
    "A0, UNKNOWN",
    "A1, LIGHT",
    "A2, UNKNOWN",
    "A3, JET",
    "A5, JET",
    "A7, HELICOPTER",
    "B1, GLIDER",
    "B4, GLIDER",
    "B6, DRONE",
    "C2, UNKNOWN",
    "D7, UNKNOWN"
  })
  void theEmitterCategoryTellsTheClassWhereNoTypeDoes(String category, AircraftClass sort) {
    assertEquals(sort, AircraftClass.ofCategory(category));
    assertEquals(AircraftClass.UNKNOWN, AircraftClass.ofCategory(null));
  }

  @Test
  void everyFaultOfATableIsToldWithItsLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("types.csv"),
            """
            designator,name,class,cruiseKnots
            c208,Caravan,turboprop,170
            C182,Skylane,propeller,140
            C206,Stationair,piston-single,fast
            """);
    String told =
        assertThrows(ConfigFaults.BadConfig.class, () -> AircraftTypesFile.read(file)).getMessage();
    assertEquals(
        List.of(
            file
                + ":2: designator must be two to four capital letters and digits as C208, not c208",
            file
                + ":3: class must be one of piston-single, piston-twin, turboprop, jet, helicopter,"
                + " glider, drone, light, unknown, not propeller",
            file + ":4: cruiseKnots must be a whole number up to 1500, or empty, not fast"),
        told.lines().toList());
  }
}
