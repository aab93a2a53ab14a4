package bz.keelbill.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.plan.PlanMatch.Key;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An aircraft that says nothing of itself may still be where a plan's aircraft should be. */
class PlanTimeAndPlaceTest {
  private static final Position BELIZE = new Position(17.5391, -88.3082);
  private static final Position PUNTA_GORDA = new Position(16.1024, -88.8083);
  private static final Position HALFWAY = new Position(16.82, -88.56);

  private final PlanBook book = new PlanBook(Map.of("MZBZ", BELIZE, "MZPG", PUNTA_GORDA)::get);

  private void tell(String text) {
    Decoder.Output out =
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            book.apply((PlanMessage) report);
          }

          @Override
          public void reject(Reject reject) {
            throw new AssertionError(reject.reason());
          }
        };
    byte[] bytes = ("231130 MZBZZTZX\n" + text).getBytes(StandardCharsets.US_ASCII);
    new PlanDecoder("aftn", true).decode(new Line("plans", 1, at("00:00"), bytes), out);
  }

  /** An hour from Belize City to Punta Gorda, 14:30 to 15:30. */
  private void file(String callsign, String more) {
    tell(
        "(FPL-"
            + callsign
            + "-VG-C208/L-S/C-MZBZ1430-N0090A055 DCT-MZPG0100-DOF/261123"
            + more
            + ")");
  }

  private static long at(String time) {
    return Instant.parse("2026-11-23T" + time + ":00Z").toEpochMilli();
  }

  private PlanMatch dark(String track, Position place, String time) {
    return match(track, place, time, null, null, null);
  }

  private PlanMatch match(
      String track, Position place, String time, Integer address, String callsign, String squawk) {
    return book.match(
        new PlanQuery(address, null, callsign, squawk, at(time), new PlanQuery.Seen(track, place)));
  }

  @Test
  void anAircraftWithoutANameFitsByTimeAndPlaceOnly() {
    file("V3HHA", "");
    PlanMatch match = dark("radar:a/1@1", HALFWAY, "15:00");
    assertEquals(Outcome.MATCHED, match.outcome());
    assertEquals(Key.TIME_AND_PLACE, match.key());
    assertTrue(match.isByTimeAndPlace());
    assertEquals(Key.TIME_AND_PLACE, dark("radar:a/1@1", BELIZE, "14:25").key());
    assertEquals(Key.TIME_AND_PLACE, dark("radar:a/1@1", PUNTA_GORDA, "15:35").key());
  }

  @Test
  void theRightPlaceAtTheWrongTimeDoesNotFit() {
    file("V3HHA", "");
    assertFalse(dark("a", PUNTA_GORDA, "14:35").isExplained());
    assertFalse(dark("a", BELIZE, "15:20").isExplained());
  }

  @Test
  void fifteenMilesBesideTheWayFitAndTwentyDoNot() {
    file("V3HHA", "");
    assertTrue(dark("a", new Position(16.82, -88.36), "15:00").isExplained());
    assertFalse(dark("a", new Position(16.82, -88.15), "15:00").isExplained());
  }

  @Test
  void whoSaysThatItIsSomebodyElseIsNotMeant() {
    file("V3HHA", " REG/V3HHA CODE/0AB001");
    assertTrue(match("a", HALFWAY, "15:00", null, null, "1200").isExplained());
    assertFalse(match("a", HALFWAY, "15:00", 0x0AB002, null, null).isExplained());
    assertFalse(match("a", HALFWAY, "15:00", null, "XBRAVO", null).isExplained());
  }

  @Test
  void anUnexpectedCodeSpeaksAgainstIt() {
    tell("(FPL-V3HHA/A4321-VG-C208/L-S/C-MZBZ1430-N0090A055 DCT-MZPG0100-DOF/261123)");
    assertTrue(match("a", HALFWAY, "15:00", null, null, "7700").isByTimeAndPlace());
    assertFalse(match("a", HALFWAY, "15:00", null, null, "2345").isExplained());
  }

  @Test
  void twoPlansThatFitAlikeAreAmbiguous() {
    file("V3HHA", "");
    file("V3HHB", "");
    PlanMatch match = dark("a", HALFWAY, "15:00");
    assertEquals(Outcome.AMBIGUOUS, match.outcome());
    assertTrue(match.isByTimeAndPlace());
    assertEquals(2, match.nearest().size());
  }

  @Test
  void aPlanThatAnotherLiveTrackFliesExplainsNoSecondOne() {
    file("V3HHA", "");
    PlanMatch named = match("icao:0ab001", BELIZE, "14:50", 0x0AB001, "V3HHA", null);
    assertEquals(Key.CALLSIGN, named.key());
    book.claim("icao:0ab001", named, at("15:00"));
    assertFalse(dark("a", HALFWAY, "15:00").isExplained());
    book.release("icao:0ab001");
    assertTrue(dark("a", HALFWAY, "15:00").isExplained());
  }

  @Test
  void ofTwoDarkAircraftTheFirstHoldsThePlan() {
    file("V3HHA", "");
    book.claim("a", dark("a", HALFWAY, "15:00"), at("15:00"));
    assertTrue(dark("a", HALFWAY, "15:00").isExplained());
    assertFalse(dark("b", HALFWAY, "15:00").isExplained());
    assertTrue(dark("b", HALFWAY, "15:02").isExplained(), "the first is no longer heard");
  }

  @Test
  void anEmergencyCodeKeepsTheMatchAndAnotherCodeDropsIt() {
    tell("(FPL-V3HHA/A4321-VG-C208/L-S/C-MZBZ1430-N0090A055 DCT-MZPG0100-DOF/261123)");
    Position far = new Position(18.4, -88.4);
    PlanMatch first = match("a", far, "15:00", null, null, "4321");
    assertEquals(Key.SQUAWK, first.key());
    book.claim("a", first, at("15:00"));
    assertEquals(Key.SQUAWK, match("a", far, "15:00", null, null, "7700").key());
    assertFalse(match("b", far, "15:00", null, null, "7700").isExplained());
    assertFalse(match("a", far, "15:00", null, null, "2345").isExplained());
    assertFalse(match("a", far, "15:00", null, null, "1200").isExplained());
  }

  @Test
  void aClearanceForOneTrackHoldsForItAlone() {
    PlanMessage clearance =
        new PlanMessage(
            new bz.keelbill.report.Origin("phone", "Ana", 0, at("14:40"), at("14:40")),
            PlanMessage.Type.CLEARANCE,
            new PlanMessage.Flight(null, "MZBZ", at("14:30"), null),
            new PlanMessage.Details(null, null, null, null, null, null, null, null),
            PlanMessage.Extras.NONE,
            new PlanMessage.Clearance("Tower", "Ana", at("15:10"), "icao:~2ab001", null),
            "cleared by phone");
    book.apply(clearance);
    assertEquals(Key.ADDRESS, dark("icao:~2ab001", HALFWAY, "15:00").key());
    assertFalse(dark("icao:~2ab002", HALFWAY, "15:00").isExplained());
    assertFalse(dark("icao:~2ab001", HALFWAY, "15:11").isExplained(), "it held until 15:10");
  }

  @Test
  void aRouteByLatitudeAndLongitudeBendsTheCorridor() {
    tell("(FPL-V3HHA-VG-C208/L-S/C-MZBZ1430-N0090A055 DCT 1650N08720W DCT-MZPG0130-DOF/261123)");
    assertTrue(dark("a", new Position(16.84, -87.35), "15:12").isExplained());
    assertFalse(dark("a", HALFWAY, "15:12").isExplained());
  }
}
