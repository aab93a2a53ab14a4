package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.KnownGoodKinds;
import bz.keelbill.detect.KnownGoodWho;
import bz.keelbill.geo.Course;
import bz.keelbill.json.GeodataJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code known-good.yaml} as people write it. */
class KnownGoodFileTest {
  private static final List<Course> ROUTES = GeodataJson.load(null).routes();

  @TempDir Path folder;

  private KnownGood read(String text) throws IOException {
    return KnownGoodFile.read(Files.writeString(folder.resolve("known-good.yaml"), text), ROUTES);
  }

  @Test
  void theShippedLedgerHoldsTheTaxisAndEndsWithinAYear() {
    KnownGood ledger = KnownGoodFile.read(Path.of("config/known-good.yaml"), ROUTES);
    assertEquals(5, ledger.entries().size());
    assertEquals(ledger, KnownGoodFile.packaged(ROUTES));
    for (KnownGood.Entry entry : ledger.entries()) {
      assertEquals(KnownGood.Sort.TAXI_TIMETABLE, entry.sort());
      assertTrue(entry.where().corridor() != null && !entry.namesCraft(), entry.id());
    }
  }

  @Test
  void readsAnEntryOfACraft() throws IOException {
    KnownGood ledger =
        read(
            """
            entries:
              - id: blue
                sort: dive-boat
                mmsi: 312000123
                callsign: V3AB
                icao24: "123456"
                days: [mon, sat]
                seasonFrom: 11-15
                seasonTo: 02-28
                activeFrom: 18:30
                activeTo: 23:00
                validFrom: 2026-11-25
                validUntil: 2027-11-24
                reason: Blue Dive, seen on 3 November
                enteredBy: Ana
            """);
    KnownGood.Entry entry = ledger.find("blue");
    assertEquals(new KnownGoodWho(312_000_123, "V3AB", null, 0x123456), entry.who());
    assertEquals(KnownGoodKinds.OF_CRAFT, entry.kinds());
    assertEquals(2, entry.when().days().size());
    assertEquals("18:30", entry.when().hours().from().toString());
    assertEquals("Ana", entry.paper().enteredBy());
    assertEquals(KnownGood.NONE, read("entries: []"));
    assertEquals(KnownGood.NONE, read("entries:"));
    assertEquals(KnownGood.NONE, read(""));
  }

  @Test
  void tellsFileLineAndRemedyOfEverythingThatIsWrong() throws IOException {
    String text =
        """
        entries:
          - id: a
            kinds: [distress]
            validFrom: 2026-11-25
            validUntil: 2028-11-24
          - id: a
            sort: friend
            mmsi: none
            icao24: xyz
            route: nowhere
            colour: blue
            validFrom: 2026-11-25
            validUntil: 2026-12-25
            reason: x
          - fence: port
            maxSpeedKnots: 20
            activeFrom: "25:00"
            validFrom: 2026-11-25
            validUntil: 2026-12-25
            reason: x
        more: 1
        """;
    String message = assertThrows(ConfigFaults.BadConfig.class, () -> read(text)).getMessage();
    for (String part :
        List.of(
            ":2: mmsi names no craft and no place; give at least one of them",
            ":2: reason is missing",
            ":3: kinds may not hold distress, which is never quiet",
            ":5: validUntil must be after validFrom, and by a year at most: review it then",
            ":7: sort must be one of taxi-timetable, corridor,",
            ":8: mmsi must be a number from 1 to",
            ":9: icao24 must be six hexadecimal digits",
            ":10: route must be one of route-belize-city-caye-caulker,",
            ":11: colour is unknown; allowed are id, sort,",
            ":15: id is missing",
            ":16: maxSpeedKnots needs a corridor: give route, or a LineString",
            ":17: activeFrom must be a time of day such as",
            ":21: unknown key more; allowed here: entries")) {
      assertTrue(message.contains("known-good.yaml" + part), part + " not in\n" + message);
    }
  }
}
