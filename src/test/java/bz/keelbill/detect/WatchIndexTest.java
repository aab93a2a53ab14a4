package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Listing.By;
import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Marks;
import bz.keelbill.detect.WatchList.Urgency;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Origin;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WatchIndexTest {
  private static final Origin ORIGIN = new Origin("ais", "ais", 1, 0, 0);

  private static Entry entry(
      String number,
      Integer imo,
      Integer mmsi,
      String registration,
      String name,
      String... former) {
    return new Entry(
        number,
        null,
        new Marks(imo, mmsi, null, registration, null),
        name,
        List.of(former),
        "because",
        new Urgency(Priority.WARNING));
  }

  private static WatchIndex index(Entry... entries) {
    PublishedList list =
        new PublishedList("k", "Keeper", LocalDate.parse("2026-11-20"), 1, List.of(entries));
    return WatchIndex.of(new WatchList(List.of(), List.of(list), List.of()));
  }

  private static Identity ship(Integer mmsi, Integer imo, String name) {
    VesselIdentity.Names names = new VesselIdentity.Names(name, null, imo);
    return new Identity(
        mmsi,
        null,
        new VesselIdentity(ORIGIN, new ContactId.Mmsi(1), names, null, null, null, null, null),
        null);
  }

  @Test
  void theImoNumberOutranksTheMmsiAndTheName() {
    WatchIndex index =
        index(
            entry("1", null, 312_000_001, null, "SEA WOLF"),
            entry("2", 9_074_729, null, null, "OTHER"));
    Listing found = index.find(ship(312_000_001, 9_074_729, "SEA WOLF"), Domain.SEA);
    assertEquals("2", found.entry().number());
    assertEquals(By.IMO_NUMBER, found.by());
    assertEquals("9074729", found.identity());
    found = index.find(ship(312_000_001, null, "SEA WOLF"), Domain.SEA);
    assertEquals(By.MMSI, found.by());
    assertEquals("312000001", found.identity());
  }

  @Test
  void anotherImoNumberContradictsMmsiAndName() {
    WatchIndex index = index(entry("1", 9_074_729, 312_000_001, null, "SEA WOLF"));
    assertNull(index.find(ship(312_000_001, 9_187_629, "SEA WOLF"), Domain.SEA));
    assertTrue(index.find(ship(312_000_001, null, "X"), Domain.SEA).isExact());
  }

  @Test
  void aNameMayDifferByOneLetterAndIsNeverExact() {
    WatchIndex index = index(entry("1", null, null, null, "Sea Wolf", "RAIN DROP"));
    for (String near : List.of("SEA WOLF", "SEAWOLF", "SEA WOLFS", "SEA WOL", "SEA VOLF")) {
      Listing found = index.find(ship(312_000_009, null, near), Domain.SEA);
      assertEquals(By.NAME, found.by(), near);
    }
    assertEquals(By.FORMER_NAME, index.find(ship(312_000_009, null, "RAINDROP"), Domain.SEA).by());
    for (String far : List.of("SEA WOLVES", "SEA VOLE", "WOLF", "ESA WOLF")) {
      assertNull(index.find(ship(312_000_009, null, far), Domain.SEA), far);
    }
    assertNull(index(entry("1", null, null, null, "ANA")).find(ship(1, null, "ANNA"), Domain.SEA));
  }

  @Test
  void registrationsCountOfVesselsAndAircraft() {
    Entry plane = entry("1", null, null, "YV-1234", null);
    WatchIndex index = index(plane, entry("2", null, null, "BZ 77", null));
    FlightIdentity said =
        new FlightIdentity(
            ORIGIN, new ContactId.Mmsi(1), "YV1234", null, null, null, null, null, null);
    Listing found = index.find(new Identity(null, null, null, said), Domain.AIR);
    assertEquals(By.REGISTRATION, found.by());
    VesselIdentity.Names names = new VesselIdentity.Names(null, null, null, "BZ-77", null);
    VesselIdentity vessel =
        new VesselIdentity(ORIGIN, new ContactId.Mmsi(1), names, null, null, null, null, null);
    assertEquals("2", index.find(new Identity(7, null, vessel, null), Domain.SEA).entry().number());
  }

  @Test
  void amongThousandsItFindsWhatTryingAllFinds() {
    SplittableRandom dice = new SplittableRandom(5);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      entries.add(entry("" + i, null, 200_000_000 + dice.nextInt(9_000), null, word(dice)));
    }
    WatchIndex index = index(entries.toArray(Entry[]::new));
    for (int i = 0; i < 2_000; i++) {
      int mmsi = 200_000_000 + dice.nextInt(9_000);
      String name = word(dice);
      Listing found = index.find(ship(mmsi, null, name), Domain.SEA);
      Entry byMmsi =
          entries.stream().filter(e -> e.marks().mmsi() == mmsi).findFirst().orElse(null);
      boolean isNear =
          entries.stream().anyMatch(e -> WatchIndex.differsByAtMostOne(e.name(), name));
      assertEquals(byMmsi != null || isNear, found != null, name);
      assertTrue(byMmsi == null || byMmsi.equals(found.entry()), name);
    }
  }

  private static String word(SplittableRandom dice) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      word.append((char) ('A' + dice.nextInt(6)));
    }
    return word.toString();
  }
}
