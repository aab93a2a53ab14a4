package bz.keelbill.detect;

import static bz.keelbill.detect.Sky.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A flight held against what it filed. */
class PlanDeviationTest {
  private static final String KIND = PlanDeviation.KIND;
  private static final String HOP = "MZBE MZSP0030 DCT";
  private static final String PAPERS = "REG/V3HHA CODE/0AB011";

  /** The field of MZPB, as the layer has it. */
  private static final Position DANGRIGA = new Position(16.9825, -88.2310);

  private static Sky planned(Instant start, String route) {
    return new Sky(start).plan("V3HHA", "I", route, 0, PAPERS).at(17.52, -88.19);
  }

  @Test
  void aHopThatLandsWhereItFiledIsSilent() {
    Sky sky = planned(Sky.MORNING, HOP).flyTo(Sky.MZSP, 145, 3500).at(17.9139, -87.9711).stand(60);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void farOffItsRouteForThreeMinutesIsACaution() {
    Sky sky = planned(Sky.MORNING, HOP).fly(270, 145, 3500, 6);
    assertEquals(List.of(), sky.alerts(KIND));
    sky.fly(270, 145, 3500, 4);
    Alert alert = sky.only(KIND);
    assertEquals(Priority.CAUTION, alert.priority());
    assertEquals("alert.plan-deviation.off-route", alert.finding().words().messageKey());
    assertTrue(alert.finding().terms().get(0).value() > 15);
    assertEquals(List.of(), sky.alerts(UnreportedFlight.KIND));
  }

  @Test
  void aDetourThatComesBackDoesNotRing() {
    Sky sky = planned(Sky.MORNING, HOP).fly(290, 145, 3500, 8).fly(60, 145, 3500, 8);
    assertTrue(sky.alerts(KIND).stream().noneMatch(alert -> alert.priority().rings()));
  }

  @Test
  void aDetourOfAFewMinutesIsNotEvenSaid() {
    Sky sky = planned(Sky.MORNING, HOP).fly(310, 145, 3500, 7.5).fly(95, 145, 3500, 6);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void noRouteWithAPointThatNobodyKnowsIsJudged() {
    Sky sky = planned(Sky.MORNING, "MZBE MZSP0030 DCT XYZZY DCT").fly(270, 145, 3500, 12);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void pointsGivenAsCoordinatesAreOnTheWay() {
    Sky sky =
        planned(Sky.MORNING, "MZBE MZSP0100 1731N08840W/N0145A045 DCT").fly(270, 145, 3500, 9);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void landingElsewhereIsAWarning() {
    Sky sky = planned(Sky.MORNING, HOP).fly(200, 145, 3500, 5).flyTo(DANGRIGA, 145, 1500).stand(20);
    Alert alert = sky.only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
    assertEquals("alert.plan-deviation.wrong-landing", alert.finding().words().messageKey());
  }

  @Test
  void landingAtAFiledAlternateIsRight() {
    Sky sky = planned(Sky.MORNING, "MZBE MZSP0030 DCT");
    sky.file(
        "FF MZBZZQZX\r\n241400 MZBZZPZX\r\n(FPL-V3HHA-IS\r\n-C208/L-SDG/S\r\n-MZBE1500\r\n-N0145A045 DCT\r\n"
            + "-MZSP0030 MZCK MZPB\r\n-DOF/261124 REG/V3HHA CODE/0AB011)");
    sky.at(17.52, -88.19).fly(200, 145, 3500, 5).flyTo(DANGRIGA, 145, 1500).stand(20);
    assertTrue(sky.alerts(KIND).stream().noneMatch(a -> terms(a).contains("wrong-landing")));
  }

  @Test
  void aDestinationThatNoTableKnowsIsNeverAWrongLanding() {
    Sky sky = planned(Sky.MORNING, "MZBE KMIA0200 DCT").fly(200, 145, 3500, 5);
    sky.flyTo(DANGRIGA, 145, 1500).stand(20);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void standingWhereItSetsOutIsNoLanding() {
    Sky sky = planned(Sky.MORNING, HOP).at(17.5172, -88.1958).stand(60);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void lastHeardSinkingTowardNothingIsAWrongLanding() {
    Sky sky = planned(Sky.MORNING, HOP).fly(200, 145, 3500, 8).fly(230, 130, 2500, -600, 3);
    sky.pass(45);
    Alert alert = sky.only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
    assertTrue(terms(alert).contains("wrong-landing"), terms(alert).toString());
  }

  @Test
  void lastHeardSinkingTowardItsFieldHasLanded() {
    Sky sky = planned(Sky.MORNING, HOP);
    Position short6 = Geodesy.destination(Sky.MZSP, 208, 6 * 1852);
    sky.flyTo(short6, 145, 3500).fly(28, 130, 2000, -600, 2).pass(90);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void sinkingOffItsRouteWhereNoAerodromeIsIsAWarningWhileItStillFlies() {
    Sky sky = planned(Sky.MORNING, HOP).fly(270, 145, 3500, 12).fly(270, 140, 2600, -400, 4);
    Alert alert = sky.only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
    assertTrue(terms(alert).contains("off-route"));
  }

  @Test
  void visualRulesByNightAreACautionButNotByDayNorByInstruments() {
    Sky night = new Sky(Sky.NIGHT).plan("V3HHA", "V", HOP, 0, PAPERS).at(17.52, -88.19);
    night.fly(28, 145, 3500, 2);
    assertEquals("alert.plan-deviation.night-vfr", night.only(KIND).finding().words().messageKey());
    assertEquals(List.of(), night.alerts(UnreportedFlight.KIND));
    Sky day = new Sky(Sky.MORNING).plan("V3HHA", "V", HOP, 0, PAPERS).at(17.52, -88.19);
    assertEquals(List.of(), day.fly(28, 145, 3500, 2).alerts(KIND));
    Sky instruments = planned(Sky.NIGHT, HOP);
    assertEquals(List.of(), instruments.fly(28, 145, 3500, 2).alerts(KIND));
  }

  @Test
  void longAfterItsTimeInTheAirIsLate() {
    Sky sky = planned(Sky.MORNING, "MZBE MZSP0015 DCT");
    for (int leg = 0; leg < 6; leg++) {
      sky.flyTo(Sky.MZSP, 145, 3500).flyTo(Sky.MZBE, 145, 3500);
    }
    Alert alert = sky.only(KIND);
    assertEquals("alert.plan-deviation.late", alert.finding().words().messageKey());
    assertTrue(alert.finding().terms().get(0).value() > 30);
  }

  @Test
  void whatLeftAndIsNeitherSeenNorArrivedIsOverdue() {
    Sky sky = new Sky(Sky.MORNING).plan("TGU101", "I", "MZBZ MZSP0030 DCT", 0, "REG/TGABC");
    sky.file("241500 MZBZZPZX\r\n(DEP-TGU101-MZBZ1500-MZSP-DOF/261124)").pass(55 * 60);
    assertEquals(List.of(), sky.alerts(KIND));
    sky.pass(10 * 60);
    assertEquals("alert.plan-deviation.overdue", sky.only(KIND).finding().words().messageKey());
    assertEquals(Priority.CAUTION, sky.only(KIND).priority());
  }

  @Test
  void whatHasArrivedIsNotOverdue() {
    Sky sky = new Sky(Sky.MORNING).plan("TGU101", "I", "MZBZ MZSP0030 DCT", 0, "REG/TGABC");
    sky.file("241500 MZBZZPZX\r\n(DEP-TGU101-MZBZ1500-MZSP-DOF/261124)").pass(30 * 60);
    sky.file("241530 MZSPZPZX\r\n(ARR-TGU101-MZBZ1500-MZSP1529)").pass(60 * 60);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void ownAircraftAreNotHeldAgainstTheirPlans() {
    Sky sky =
        new Sky(
            Sky.MORNING,
            bz.keelbill.rule.Rules.defaults(),
            new KnownAircraft(List.of()),
            java.util.Set.of(0x0AB011));
    sky.plan("V3HHA", "I", HOP, 0, PAPERS).at(17.52, -88.19).fly(270, 145, 3500, 12);
    assertFalse(sky.alerts(KIND).size() > 0);
  }
}
