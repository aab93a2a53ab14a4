package bz.keelbill.sighting;

import static bz.keelbill.sighting.SightingTextTest.GAZETTEER;
import static bz.keelbill.sighting.SightingTextTest.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingTableTest {
  private static SightingTable read(String text) {
    return SightingTable.read(text.getBytes(StandardCharsets.UTF_8), GAZETTEER, NOON);
  }

  private static List<String> faults(SightingTable table) {
    return table.faults().stream()
        .map(each -> each.line() + ": " + each.fault().sentence())
        .toList();
  }

  @Test
  void readsEveryColumnOfTheSpecification() {
    SightingTable table =
        read(
            "report_id,observed_at,received_at,reporter,unit,lat,lon,from_point,bearing_deg,"
                + "range_nm,pos_error_nm,time_error_min,kind,count,length_m,course_deg,speed_kn,"
                + "colour,marks,engines,persons,cargo,heading_to,reliability,remarks,marking\n"
                + "r-1,2026-11-25T08:10:00Z,2026-11-25T08:30:00Z,\"Cruz, A.\",BFD,17.5,-87.9,,,,"
                + "0.7,5,panga,2,9.5,360,25-60,white,\"\"\"Sea Wolf\"\"\",2 x 75 hp,3,bales,"
                + "Monkey River,b/2,seen twice,police only\n");
    assertEquals(List.of(), faults(table));
    Sighting seen = table.sightings().get(0);
    assertEquals("r-1", seen.id());
    assertEquals(new Sighting.Witness("Cruz, A.", "BFD", "B2"), seen.witness());
    assertEquals(0.7, seen.where().errorNauticalMiles());
    assertEquals(5, seen.when().errorMinutes());
    assertEquals(new Sighting.Moves(0, 25, 60, "Monkey River"), seen.moves());
    assertEquals(
        new Sighting.Craft("panga", 2, 9.5, "white", "\"Sea Wolf\"", "2 x 75 hp", 3, "bales"),
        seen.craft());
    assertEquals(new Sighting.Notes("seen twice", "police only"), seen.notes());
  }

  @Test
  void takesAPlaceABearingAndARange() {
    SightingTable table =
        read("observed_at;from_point;bearing_deg;range_nm\n2026-11-25 02:10;Gladden;90;8\n");
    assertEquals(List.of(), faults(table));
    Sighting seen = table.sightings().get(0);
    assertEquals(16.51, seen.where().position().latitude(), 1e-3);
    assertEquals(-87.96 + 8 * 1852 / 106_780.0, seen.where().position().longitude(), 1e-3);
    assertEquals(0.8, seen.where().errorNauticalMiles());
    assertEquals(NOON - (3 * 60 + 50) * 60_000, seen.when().observedAtMillis());
  }

  @Test
  void everyBadRowIsNamedByItsLineAndTheOthersAreRead() {
    SightingTable table =
        read(
            "report_id,observed_at,lat,lon,speed_kn,extra\n"
                + "a,2026-11-25T08:10:00Z,17.5,-87.9,20,\n"
                + "b,2026-11-25T08:10:00Z,91,-87.9,20,\n"
                + "\n"
                + "c,,17.5,-87.9,\"1,5\",\n"
                + "d,2027-11-25T08:10:00Z,17.5,-87.9,NaN,\n"
                + "a,2026-11-25T08:20:00Z,17.5,-87.9,,\n"
                + "e,2026-11-25T08:10:00Z,17.5,-87.9,,,more\n"
                + "../f,2026-11-25T08:10:00Z,0,0,,\n"
                + "g,2026-11-25T08:10:00Z,17.5,-87.9,\u0661\u0662,\n"
                + "h,2026-11-25T08:10:00Z,17.5,-87.9,21,\"unclosed\n"
                + "i,2026-11-25T08:10:00Z,17.5,-87.9,22,\n");
    assertEquals(List.of("a", "h", "i"), table.sightings().stream().map(Sighting::id).toList());
    assertEquals(List.of("extra"), table.unknown());
    assertEquals(
        List.of(
            "3: lat: this is no position: 91; -87.9",
            "5: observed_at: no time: as 0210, 02:10Z or 10 min ago",
            "5: speed_kn: this is no number: 1,5",
            "6: observed_at: this time has not come yet: 2027-11-25T08:10:00Z",
            "6: speed_kn: this is no number: NaN",
            "7: report_id: the report stands here twice: a; line 2",
            "8: the row has more cells than the header has columns",
            "9: lat: this is no position: 0; 0",
            "9: report_id: must be 1 to 64 letters, digits, dots, hyphens or underscores: ../f",
            "10: speed_kn: this is no number: \u0661\u0662"),
        faults(table));
  }

  @Test
  void aTextWithoutAHeaderIsOneFault() {
    assertEquals(
        List.of("1: the first line must name columns, observed_at among them"),
        faults(read("hello\nworld\n")));
    assertEquals(
        List.of("1: the first line must name columns, observed_at among them"), faults(read("")));
  }

  @Test
  void moreThanAThousandRowsAreNotTaken() {
    StringBuilder text = new StringBuilder("report_id,observed_at,lat,lon\n");
    for (int row = 0; row < 2_000; row++) {
      text.append("r").append(row).append(",2026-11-25T08:10:00Z,17.5,-87.9\n");
    }
    SightingTable table = read(text.toString());
    assertEquals(1_000, table.sightings().size());
    assertEquals(1_000, table.faults().size());
    assertEquals(1_002, table.faults().get(0).line());
  }

  @Test
  void whatCannotBeShownIsTakenOutOfWords() {
    SightingTable table =
        read(
            "observed_at,lat,lon,marks,remarks\n"
                + "2026-11-25T08:10:00Z,17.5,-87.9,\"a\u0007\u202eb\",<script>alert(1)</script>\n");
    Sighting seen = table.sightings().get(0);
    assertEquals("a b", seen.craft().marks());
    assertTrue(seen.notes().remarks().startsWith("<script>"), "kept as text, shown as text");
  }
}
