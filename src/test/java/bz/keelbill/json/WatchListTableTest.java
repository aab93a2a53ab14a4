package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Urgency;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Domain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WatchListTableTest {
  private static final Urgency USUAL = new Urgency(Priority.WARNING, Priority.ALARM);

  /** The Treasury's layout: no header, "-0- " for nothing, the old end-of-file sign. */
  private static final String SDN =
      """
      15036,"ARTAVIL","vessel","IRAN",-0- ,"T2EU4","Crude/Oil Products Tanker",-0- ,-0- ,"Iran",-0- ,"Vessel Registration Identification IMO 9187629; MMSI 572469210; Additional Sanctions Information - Subject to Secondary Sanctions (vessel) (Linked To: SOME TANKER COMPANY)."
      4243,"EBANO","vessel","CUBA",-0- ,-0- ,"General Cargo","7,221","4,949","Panama","Somebody \"\"S.A.\"\"","Vessel Registration Identification IMO 7406784 (vessel); f.k.a. 'SEA HORSE'."
      4238,"MAR AZUL","vessel","CUBA",-0- ,"CL2192","Tug",-0- ,-0- ,"Cuba","Samir de Navegacion S.A.",-0-\s
      17002,"EP-GOM","aircraft","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Aircraft Model IL-76; Aircraft Mode S Transponder Code 730C28; Previous Aircraft Tail Number EP-OLD (aircraft)."
      36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
      306,"SOMEBODY, Juan","individual","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1950."
      \u001A
      """
          .replace("      ", "");

  private static WatchListTable read(String text) {
    return WatchListTable.read(text.getBytes(StandardCharsets.UTF_8), USUAL);
  }

  @Test
  void theTreasurysOwnFileIsReadWithoutPersonsAndFirms() {
    WatchListTable table = read(SDN);
    assertEquals(Map.of("entity", 1, "person", 1), table.leftOut());
    assertEquals(Map.of(), table.wrong());
    assertEquals(4, table.entries().size());
    Entry artavil = table.entries().get(0);
    assertEquals("15036", artavil.number());
    assertEquals("ARTAVIL", artavil.name());
    assertEquals(9187629, artavil.marks().imo());
    assertEquals(572469210, artavil.marks().mmsi());
    assertEquals("T2EU4", artavil.marks().callsign());
    assertEquals("IRAN", artavil.reason());
    assertEquals(USUAL, artavil.urgency());
    assertEquals(List.of("SEA HORSE"), table.entries().get(1).formerNames());
    assertEquals("CL2192", table.entries().get(2).marks().callsign());
    Entry plane = table.entries().get(3);
    assertEquals(Domain.AIR, plane.domain());
    assertEquals(0x730C28, plane.marks().icao24());
    assertEquals("EP-GOM", plane.marks().registration());
  }

  @Test
  void columnsAreKnownByManyNamesAndInAnyOrder() {
    WatchListTable table =
        read(
            "\uFEFFVessel Name,IMO No.,MMSI number,Call Sign,Type,Former names,Tail number,Mode S,"
                + "Reason,Priority,Flag\r\n"
                + "SEA WOLF,IMO 9074729,312000123,V3AB7,Fishing vessel,OLD ONE; \"OLDER\","
                + ",,stolen,alarm,BZ\r\n"
                + "Piper,,,,aircraft,,V3-HHA,0AB011,wanted,,BZ\r\n");
    Entry wolf = table.entries().get(0);
    assertEquals(9074729, wolf.marks().imo());
    assertEquals("V3AB7", wolf.marks().callsign());
    assertEquals(2, wolf.formerNames().size());
    assertEquals(Priority.ALARM, wolf.urgency().priority());
    Entry piper = table.entries().get(1);
    assertEquals(Domain.AIR, piper.domain());
    assertEquals(0x0AB011, piper.marks().icao24());
    assertEquals("V3-HHA", piper.marks().registration());
  }

  @Test
  void anIdentityThatCannotBeCountsForNothingAndIsToldWithItsLine() {
    WatchListTable table =
        read(
            """
            name,type,imo,mmsi,icao24
            A,vessel,9074728,312000123,
            B,vessel,12345,12345,
            C,vessel,,002320001,
            D,vessel,,312000123,
            E,aircraft,,,XYZ
            F,aircraft,,,
            A,vessel,9074728,312000123,
            """);
    assertEquals(
        Map.of(
            "imo-check-digit",
            2,
            "imo-form",
            1,
            "mmsi-form",
            1,
            "mmsi-no-ship",
            1,
            "mmsi-twice",
            1,
            "address-form",
            1),
        table.wrong());
    assertEquals(Map.of("no-identity", 2, "repeated", 1), table.leftOut());
    assertEquals(4, table.entries().size());
    assertNull(table.entries().get(0).marks().imo());
    assertEquals(
        new WatchListTable.Remark(5, "mmsi-twice", "312000123, as line 2"),
        table.remarks().stream().filter(r -> r.reason().equals("mmsi-twice")).findFirst().get());
  }

  @Test
  void latin1AndCellsOverSeveralLinesAreRead() {
    String text = "name,type,mmsi,reason\n\"NIÑO\nAZUL\",vessel,312000123,\"a, \"\"b\"\"\"\n";
    WatchListTable table = WatchListTable.read(text.getBytes(StandardCharsets.ISO_8859_1), USUAL);
    assertEquals("NIÑO AZUL", table.entries().get(0).name());
    assertEquals("a, \"b\"", table.entries().get(0).reason());
  }

  @Test
  void rubbishListsNobodyAndThrowsNothing() {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[dice.nextInt(2_000)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] =
            (byte) (dice.nextInt(4) == 0 ? ",\"\n-".charAt(dice.nextInt(4)) : dice.nextInt(256));
      }
      WatchListTable table = WatchListTable.read(bytes, USUAL);
      assertTrue(table.entries().stream().allMatch(e -> e.marks().imo() == null), "seed " + seed);
    }
    assertEquals(List.of(), read("").entries());
    assertEquals(List.of(), read("<html>\n<body>").entries());
  }
}
