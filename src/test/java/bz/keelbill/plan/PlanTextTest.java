package bz.keelbill.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static final long NOON = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();

  private static PlanText read(String text) {
    return PlanText.read(text.getBytes(StandardCharsets.UTF_8), "import", "Ana", NOON);
  }

  private static long at(String time) {
    return Instant.parse("2026-11-23T" + time + ":00Z").toEpochMilli();
  }

  @Test
  void theTableOfTheManualIsTakenWholly() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/flight-plans.md"));
    int from = page.indexOf("```csv\n") + 7;
    PlanText text = read(page.substring(from, page.indexOf("```", from)));
    assertEquals(List.of(), text.refused());
    assertEquals(3, text.taken().size());
    PlanMessage hop = text.taken().get(0).message();
    assertEquals(new PlanMessage.Flight("V3HHA", "MZBZ", at("14:30"), "MZSP"), hop.flight());
    assertEquals(0x0AB001, hop.details().address());
    assertEquals(20, hop.details().enrouteMinutes());
    assertEquals("second hop, same crew", hop.clearance().remark());
    PlanMessage second = text.taken().get(1).message();
    assertNull(second.flight().callsign());
    assertEquals("V3HIK", second.details().registration());
    assertEquals(35, second.details().enrouteMinutes());
    assertEquals("Pech, Ana", second.clearance().clearedBy());
    assertEquals(at("18:00"), text.taken().get(2).message().clearance().untilMillis());
    text.taken().forEach(each -> assertEquals(List.of(), each.message().extras().notUnderstood()));
  }

  @Test
  void columnsMayStandInAnyOrderBehindAByteOrderMark() {
    PlanText text =
        read("\ufeffTo;Cleared By;CALLSIGN;off-block\r\nMZSP;\"Ana; Ñ\";v3-hha;2350\r\n");
    PlanMessage message = text.taken().get(0).message();
    assertEquals("V3HHA", message.flight().callsign());
    assertEquals("Ana; Ñ", message.clearance().clearedBy());
    assertEquals(at("23:50"), message.flight().offBlockAtMillis());
    assertEquals(2, text.taken().get(0).line());
  }

  @Test
  void aCellThatCannotBeReadIsSaidAndTheRowStillCounts() {
    PlanText text = read("callsign,squawk,icao24,eet,off_block\nV3HHA,4389,zz,9999,1430,more\n");
    PlanMessage message = text.taken().get(0).message();
    assertEquals(4, message.extras().notUnderstood().size());
    assertTrue(message.extras().notUnderstood().get(0).startsWith("squawk: \"4389\""));
    assertNull(message.details().squawk());
    assertEquals(List.of(), text.refused());
  }

  @Test
  void aRowWithoutANameOrWithAWrongTimeIsRefused() {
    PlanText text = read("callsign,from,off_block\n,MZBZ,1430\nV3HHA,MZBZ,2460\nV3HHB,MZBZ,\n");
    assertEquals(List.of(2L, 3L), text.refused().stream().map(PlanText.Refused::line).toList());
    assertEquals(Reason.MALFORMED, text.refused().get(0).reason());
    assertEquals(Reason.OUT_OF_RANGE, text.refused().get(1).reason());
    assertEquals(1, text.taken().size());
  }

  @Test
  void unknownColumnsAreSaidOnce() {
    PlanText text = read("callsign,colour,from,año\nV3HHA,red,MZBZ,1\nV3HHB,red,MZBZ,2\n");
    assertEquals(1, text.refused().size());
    assertEquals("columns left out: colour, año", text.refused().get(0).detail());
    assertEquals(2, text.taken().size());
  }

  @Test
  void messagesAndRowsMayStandInOneText() {
    PlanText text =
        read(
            "231130 MZBZZTZX\n(CNL-A1-MZBZ1430-MZSP-0)\ncallsign,from,remark\n"
                + "V3HHA,MZBZ,\"call (501) 555\"\n231131 MZBZZTZX\n(CNL-B1-MZBZ1430-MZSP-0)\nNNNN\n"
                + "V3HHB,MZBZ,\n");
    assertEquals(
        List.of("A1", "V3HHA", "B1", "V3HHB"),
        text.taken().stream().map(each -> each.message().flight().callsign()).toList());
    assertEquals("call (501) 555", text.taken().get(1).message().clearance().remark());
    assertEquals(1, text.refused().size(), "what stands between message and row is no row");
  }
}
