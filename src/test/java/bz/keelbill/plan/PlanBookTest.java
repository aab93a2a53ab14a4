package bz.keelbill.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.plan.PlanMatch.Failure;
import bz.keelbill.plan.PlanMatch.Key;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanBookTest {
  private static final int ADDRESS = 0x0AB001;

  private final PlanBook book = new PlanBook();

  /** Decodes and applies one message whose origin line says {@code 23hhmm}. */
  private FlightPlan tell(String ddhhmm, String text) {
    FlightPlan[] changed = new FlightPlan[1];
    Decoder.Output out =
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            changed[0] = book.apply((PlanMessage) report);
          }

          @Override
          public void reject(Reject reject) {
            throw new AssertionError(reject.reason());
          }
        };
    byte[] bytes = (ddhhmm + " MZBZZTZX\n" + text).getBytes(StandardCharsets.US_ASCII);
    new PlanDecoder("aftn", true).decode(new Line("plans", 1, at("00:00"), bytes), out);
    return changed[0];
  }

  private static long at(String time) {
    return Instant.parse("2026-11-23T" + time + ":00Z").toEpochMilli();
  }

  private PlanMatch callsign(String callsign, String time) {
    return book.match(new PlanQuery(null, null, callsign, null, at(time)));
  }

  private void file() {
    tell(
        "231130",
        "(FPL-V3HHA/A4321-VG-C208/L-S/C-MZBZ1430-DCT-MZSP0020-"
            + "DOF/261123 REG/V3-HHA CODE/0AB001)");
  }

  @Test
  void anEmptyBookExplainsNothing() {
    PlanMatch match = callsign("V3HHA", "14:30");
    assertEquals(Outcome.NONE, match.outcome());
    assertFalse(match.isExplained());
    assertTrue(match.nearest().isEmpty());
  }

  @Test
  void keysAreTriedFromTheSurest() {
    file();
    long now = at("14:40");
    assertEquals(
        Key.ADDRESS, book.match(new PlanQuery(ADDRESS, "V3-HHA", "V3HHA", "4321", now)).key());
    assertEquals(
        Key.REGISTRATION, book.match(new PlanQuery(1, "V3-HHA", "V3HHA", "4321", now)).key());
    assertEquals(Key.CALLSIGN, book.match(new PlanQuery(null, null, "V3-HHA ", "4321", now)).key());
    assertEquals(Key.SQUAWK, book.match(new PlanQuery(null, null, null, "4321", now)).key());
    assertEquals(Outcome.NONE, book.match(new PlanQuery(1, "N1", "N1", "4322", now)).outcome());
    assertEquals(Outcome.NONE, book.match(new PlanQuery(null, null, "", null, now)).outcome());
  }

  @Test
  void commonSquawksExplainNobody() {
    for (String squawk : List.of("1200", "2000", "7000", "0000", "7700")) {
      tell("231130", "(FPL-A" + squawk + "/A" + squawk + "-VG-C208/L-S/C-MZBZ1430-DCT-MZSP0020-0)");
      assertFalse(book.match(new PlanQuery(null, null, null, squawk, at("14:40"))).isExplained());
    }
  }

  @Test
  void theWindowIsHalfAnHourBeforeToAnHourAfter() {
    file();
    assertEquals(Failure.TOO_EARLY, callsign("V3HHA", "13:59").nearest().get(0).failure());
    assertTrue(callsign("V3HHA", "14:00").isExplained());
    assertTrue(callsign("V3HHA", "15:50").isExplained());
    assertEquals(Failure.TOO_LATE, callsign("V3HHA", "15:51").nearest().get(0).failure());
  }

  @Test
  void aPlanCountsFromItsFiling() {
    tell("231440", "(FPL-V3HHA-VG-C208/L-S/C-MZBZ1430-DCT-MZSP0020-DOF/261123)");
    PlanMatch before = callsign("V3HHA", "14:39");
    assertEquals(Failure.FILED_LATER, before.nearest().get(0).failure());
    assertTrue(callsign("V3HHA", "14:40").isExplained());
  }

  @Test
  void aDelayMovesTheWindow() {
    file();
    assertEquals(
        at("16:00"), tell("231425", "(DLA-V3HHA-MZBZ1600-MZSP-DOF/261123)").offBlockAtMillis());
    assertFalse(callsign("V3HHA", "14:40").isExplained());
    assertTrue(callsign("V3HHA", "15:30").isExplained());
    assertEquals(1, book.plans().size());
  }

  @Test
  void aDelayPastMidnightIsTheNextDay() {
    tell("232000", "(FPL-V3HHA-VG-C208/L-S/C-MZBZ2330-DCT-MZSP0020-DOF/261123)");
    FlightPlan delayed = tell("232310", "(DLA-V3HHA-MZBZ0030-MZSP-DOF/261123)");
    assertEquals(at("00:30") + PlanTime.DAY_MILLIS, delayed.offBlockAtMillis());
  }

  @Test
  void aChangeAmendsTimePlaceAndAircraft() {
    file();
    FlightPlan changed =
        tell(
            "231200",
            "(CHG-V3HHA-MZBZ1430-MZSP-DOF/261123-13/MZBZ1700-15/N0150A055 DCT PLA-16/MZPL0035"
                + "-18/DOF/261124 REG/V3HHB CODE/0AB002-7/V3HHB/A1111)");
    assertEquals("V3HHB", changed.flight().callsign());
    assertEquals(at("17:00") + PlanTime.DAY_MILLIS, changed.offBlockAtMillis());
    assertEquals("MZPL", changed.flight().destination());
    assertEquals(35, changed.times().enrouteMinutes());
    assertEquals("N0150A055 DCT PLA", changed.route());
    assertEquals(0x0AB002, changed.aircraft().address());
    assertEquals("V3HHB", changed.aircraft().registration());
    assertEquals("1111", changed.aircraft().squawk());
    assertEquals(1, book.plans().size());
  }

  @Test
  void aCancelledPlanExplainsOnlyWhatWasSeenBefore() {
    file();
    tell("231420", "(CNL-V3HHA-MZBZ1430-MZSP-DOF/261123)");
    assertTrue(callsign("V3HHA", "14:19").isExplained());
    assertEquals(Failure.CANCELLED, callsign("V3HHA", "14:40").nearest().get(0).failure());
  }

  @Test
  void aCancellationOfAnotherLegCancelsNothing() {
    file();
    assertNull(tell("231420", "(CNL-V3HHA-MZBZ1800-MZSP-DOF/261123)"));
    assertTrue(callsign("V3HHA", "14:40").isExplained());
  }

  @Test
  void aCancelledPlanFiledAgainHoldsAgain() {
    file();
    tell("231340", "(CNL-V3HHA-MZBZ1430-MZSP-DOF/261123)");
    tell("231350", "(FPL-V3HHA-VG-C208/L-S/C-MZBZ1430-DCT-MZSP0020-DOF/261123)");
    assertTrue(callsign("V3HHA", "14:40").isExplained());
    assertEquals(1, book.plans().size());
  }

  @Test
  void aDepartureSetsTheActualTimeAndTheCode() {
    file();
    FlightPlan departed = tell("231512", "(DEP-V3HHA/A5555-MZBZ1510-MZSP-DOF/261123)");
    assertEquals(FlightPlan.Stage.DEPARTED, departed.stage());
    assertEquals(at("15:10"), departed.offBlockAtMillis());
    assertEquals(at("15:30"), departed.arrivalAtMillis());
    assertEquals("5555", departed.aircraft().squawk());
    assertTrue(callsign("V3HHA", "16:30").isExplained());
  }

  @Test
  void aDepartureAfterMidnightBelongsToTheFlightOfTheDayBefore() {
    tell("222000", "(FPL-V3HHA-VG-C208/L-S/C-MZBZ2350-DCT-MZSP0020-DOF/261121)");
    tell("222000", "(FPL-V3HHA-VG-C208/L-S/C-MZBZ2350-DCT-MZSP0020-DOF/261122)");
    FlightPlan departed = tell("230012", "(DEP-V3HHA-MZBZ0010-MZSP-DOF/261122)");
    assertEquals(at("00:10"), departed.offBlockAtMillis());
    assertEquals(at("23:50") - PlanTime.DAY_MILLIS, departed.flight().offBlockAtMillis());
  }

  @Test
  void aDepartureOfAnUnknownFlightTellsThatThereIsOne() {
    tell("231500", "(DEP-CSA4311-MHLM1455-MZBZ-0)");
    assertTrue(callsign("CSA4311", "15:30").isExplained());
  }

  @Test
  void anArrivalClosesThePlanAndNamesWhere() {
    file();
    FlightPlan arrived = tell("231455", "(ARR-V3HHA-MZBZ1432-MZSP-MZCK1450)");
    assertEquals("MZCK", arrived.landedAt());
    assertTrue(callsign("V3HHA", "14:49").isExplained());
    assertEquals(Failure.ARRIVED, callsign("V3HHA", "15:10").nearest().get(0).failure());
  }

  @Test
  void anArrivalWithoutDepartureTimeEndsTheLegAroundItsSending() {
    for (String leg : new String[] {"1200", "1430", "1700"}) {
      tell("231130", "(FPL-V3HHA-VG-C208/L-S/C-MZBZ" + leg + "-DCT-MZSP0020-DOF/261123)");
    }
    assertEquals(at("14:30"), tell("231455", "(ARR-V3HHA-MZBZ-MZSP1450)").offBlockAtMillis());
    assertTrue(callsign("V3HHA", "17:10").isExplained());
  }

  @Test
  void twoEqualPlansAreAmbiguous() {
    file();
    tell("231131", "(FPL-V3HHA-VG-C208/L-S/C-MZSP1430-DCT-MZBZ0020-DOF/261123)");
    PlanMatch match = callsign("V3HHA", "14:40");
    assertEquals(Outcome.AMBIGUOUS, match.outcome());
    assertTrue(match.isExplained());
    assertNull(match.plan());
    assertEquals(2, match.nearest().size());
  }

  @Test
  void ofTwoLegsTheOneInTheAirIsMeant() {
    file();
    tell("231131", "(FPL-V3HHA-VG-C208/L-S/C-MZSP1500-DCT-MZBZ0020-DOF/261123)");
    assertEquals("MZBZ", callsign("V3HHA", "14:40").plan().flight().departure());
    assertEquals("MZSP", callsign("V3HHA", "15:10").plan().flight().departure());
  }

  @Test
  void aCallsignWithAnotherAddressIsFlagged() {
    file();
    PlanMatch match = book.match(new PlanQuery(0x0D0001, null, "V3HHA", null, at("14:40")));
    assertEquals(Outcome.MATCHED, match.outcome());
    assertTrue(match.addressDiffers());
    assertFalse(callsign("V3HHA", "14:40").addressDiffers());
  }

  @Test
  void withoutAMatchTheNearestPlansOfOthersAreNamed() {
    for (int minute = 10; minute < 60; minute += 10) {
      tell("231130", "(FPL-TPX" + minute + "-VG-C208/L-S/C-MZBZ14" + minute + "-DCT-MZSP0020-0)");
    }
    PlanMatch match = callsign("XBRAVO", "15:00");
    assertEquals(3, match.nearest().size());
    assertEquals(Failure.OTHER_AIRCRAFT, match.nearest().get(0).failure());
    assertEquals("TPX40", match.nearest().get(0).plan().flight().callsign());
  }

  @Test
  void aClearanceHasNoTextAndHolds() {
    PlanMessage filed = messageOf("231130", "(FPL-XAUJK-VG-BE20/L-S/C-MMUN1430-DCT-MZBZ0100-0)");
    PlanMessage clearance =
        new PlanMessage(
            filed.origin(),
            PlanMessage.Type.CLEARANCE,
            new PlanMessage.Flight("XA-UJK", null, null, null),
            new PlanMessage.Details(null, null, null, null, null, null, null, null),
            "cleared by phone");
    book.apply(clearance);
    assertTrue(callsign("XAUJK", "20:00").isExplained());
    assertEquals("XAUJK ?-?", book.plans().get(0).name());
  }

  private static PlanMessage messageOf(String ddhhmm, String text) {
    PlanBookTest other = new PlanBookTest();
    other.tell(ddhhmm, text);
    return other.book.plans().get(0).filed();
  }

  @Test
  void aPlanIsForgottenADayAfterItIsOver() {
    file();
    book.expire(at("15:50") + PlanTime.DAY_MILLIS);
    assertEquals(1, book.plans().size());
    long version = book.version();
    book.expire(at("15:50") + PlanTime.DAY_MILLIS + 1);
    assertEquals(0, book.plans().size());
    assertTrue(book.version() > version);
  }

  @Test
  void theBookNeverGrowsBeyondItsBound() {
    PlanMessage filed = messageOf("231130", "(FPL-A-VG-C208/L-S/C-MZBZ1430-DCT-MZSP0020-0)");
    for (int flight = 0; flight < 10_050; flight++) {
      book.apply(
          new PlanMessage(
              filed.origin(),
              PlanMessage.Type.FPL,
              new PlanMessage.Flight("F" + flight, "MZBZ", at("14:30") + flight, "MZSP"),
              filed.details(),
              filed.text()));
    }
    assertEquals(10_000, book.plans().size());
    assertEquals("F50", book.plans().get(0).flight().callsign());
  }

  @Test
  void aRestoredBookAnswersAlike() {
    file();
    PlanBook other = new PlanBook();
    other.restore(book.plans());
    PlanQuery query = new PlanQuery(ADDRESS, null, null, null, at("14:40"));
    assertEquals(book.match(query), other.match(query));
  }

  @Test
  void whatFitsNoPlanIsCountedAndNotGuessed() {
    assertNull(tell("231425", "(DLA-V3HHA-MZBZ1600-MZSP-DOF/261123)"));
    assertNull(tell("231425", "(CHG-V3HHA-MZBZ1430-MZSP-0-16/MZPL0035)"));
    assertEquals(0, book.plans().size());
    assertEquals(2, book.counts().withoutPlan());
    assertEquals(2, book.loose().size());
    assertTrue(book.loose().get(0).candidates().isEmpty());
  }

  @Test
  void whatFitsSeveralPlansIsCountedAndNotGuessed() {
    for (String leg : new String[] {"1200", "1430"}) {
      tell("231130", "(FPL-V3HHA-VG-C208/L-S/C-MZBZ" + leg + "-DCT-MZSP0020-DOF/261123)");
    }
    assertNull(tell("231425", "(DLA-V3HHA-MZBZ1600-MZSP-DOF/261123)"));
    assertNull(tell("231425", "(CNL-V3HHA-MZBZ-MZSP-0)"));
    assertEquals(2, book.counts().ofSeveralPlans());
    assertEquals(2, book.loose().get(0).candidates().size());
    FlightPlan cancelled = tell("231425", "(CNL-V3HHA-MZBZ1430-MZSP-0)");
    assertEquals(FlightPlan.Stage.CANCELLED, cancelled.stage());
    assertEquals(at("14:30"), cancelled.flight().offBlockAtMillis());
  }

  @Test
  void theSamePlanFiledAgainIsTheSame() {
    file();
    String id = book.plans().get(0).id();
    file();
    assertEquals(1, book.plans().size());
    assertEquals(id, book.plans().get(0).id());
    tell("231425", "(DLA-V3HHA-MZBZ1600-MZSP-DOF/261123)");
    assertEquals(id, book.plans().get(0).id());
    file();
    assertEquals(2, book.plans().size());
    assertFalse(book.plans().get(1).id().equals(id));
  }

  @Test
  void anArrivalElsewhereIsADiversion() {
    file();
    assertTrue(tell("231455", "(ARR-V3HHA-MZBZ1432-MZSP-MZCK1450)").isDiverted());
  }

  @Test
  void whatWasNotUnderstoodIsListedAndTheTextKept() {
    FlightPlan plan =
        tell(
            "231130",
            "(FPL-V3HHA-VG-C208/Q-S/C-MZBZ1430-N0150A055 ??? DCT-MZSP0099 MZ1-XX DOF/261199)");
    assertEquals(
        List.of(
            "field 9: /Q",
            "field 16: MZSP0099 MZ1",
            "field 16: MZ1",
            "field 15: ???",
            "field 18: XX",
            "DOF/261199"),
        plan.notUnderstood());
    assertTrue(plan.filed().text().contains("N0150A055 ???"));
  }

  @Test
  void aWithdrawnPlanExplainsNobodyFromThenOn() {
    file();
    FlightPlan withdrawn = book.withdraw(book.plans().get(0).id(), "Ana", at("14:20"));
    assertEquals("Ana", withdrawn.story().withdrawnBy());
    assertTrue(callsign("V3HHA", "14:19").isExplained());
    assertEquals(Failure.CANCELLED, callsign("V3HHA", "14:40").nearest().get(0).failure());
  }

  @Test
  void aPlanWithdrawnBeforeItIsHeardAgainStaysWithdrawn() {
    file();
    String id = book.plans().get(0).id();
    book.restore(List.of());
    assertNull(book.withdraw(id, "Ana", at("14:20")));
    file();
    assertFalse(callsign("V3HHA", "14:40").isExplained());
  }
}
