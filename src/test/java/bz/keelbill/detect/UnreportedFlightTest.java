package bz.keelbill.detect;

import static bz.keelbill.detect.Sky.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.FlightVerdict.Standing;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From SBS lines and plans to the alert, and to the sentence that says why there is none. */
class UnreportedFlightTest {
  private static final String KIND = UnreportedFlight.KIND;
  private static final String PLACE = "MZBE MZSP0030 DCT";

  private static Sky hopOf(Sky sky) {
    return sky.at(17.52, -88.19).flyTo(Sky.MZSP, 145, 3500);
  }

  @Test
  void aPlannedHopIsExplainedAndSilent() {
    Sky sky = new Sky(Sky.MORNING).plan("V3HHA", "I", PLACE, 0, "REG/V3HHA CODE/0AB011");
    hopOf(sky);
    assertEquals(List.of(), sky.alerts(KIND));
    assertEquals(Standing.EXPLAINED, sky.verdict().standing());
    assertEquals("verdict.explained", sky.verdict().said().key());
    assertEquals("V3HHA MZBE-MZSP", sky.verdict().said().values().get("plan"));
  }

  @Test
  void withoutAPlanAMinuteInTheAirspaceIsAWarningByDay() {
    Sky sky = new Sky(Sky.MORNING).at(17.52, -88.19).fly(40, 145, 3500, 0.9);
    assertEquals(List.of(), sky.alerts(KIND));
    assertEquals(Standing.WAITING, sky.verdict().standing());
    sky.fly(40, 145, 3500, 0.5);
    assertEquals(Priority.WARNING, sky.only(KIND).priority());
    assertEquals(Standing.UNEXPLAINED, sky.verdict().standing());
    assertTrue(terms(sky.only(KIND)).contains("no-plan"));
    assertFalse(terms(sky.only(KIND)).contains("night"));
  }

  @Test
  void byNightItIsAnAlarmAndSaysThatVisualRulesAreOver() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(16.64, -87.9).fly(300, 245, 900, 4);
    Alert alert = sky.only(KIND);
    assertEquals(Priority.ALARM, alert.priority());
    List<String> terms = terms(alert);
    assertTrue(
        terms.containsAll(
            List.of(
                "no-plan",
                "no-callsign",
                "no-registration",
                "squawk-generic",
                "low",
                "night",
                "vfr-hours-over")),
        terms.toString());
    assertEquals("Venezuela", alert.finding().words().values().get("state"));
  }

  @Test
  void comingDownIsAnAlarmByDay() {
    Sky sky = new Sky(Sky.MORNING).at(17.52, -88.19).fly(40, 145, 5500, -800, 2);
    assertEquals(Priority.ALARM, sky.only(KIND).priority());
    assertTrue(terms(sky.only(KIND)).contains("descending"));
  }

  @Test
  void anOverflightAboveTheCeilingIsNotOursToKnow() {
    Sky sky =
        new Sky(Sky.NIGHT).as("A81F33", "AVX720", "2413").at(17.2, -88.4).fly(20, 450, 35000, 5);
    assertEquals(List.of(), sky.alerts(KIND));
    assertEquals("verdict.above", sky.verdict().said().key());
    assertEquals(19500.0, sky.verdict().said().values().get("ceilingFeet"));
  }

  @Test
  void oneThatIsOnItsWayInIsToldBeforeItCrossesTheBorder() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, null).at(16.5, -86.9).fly(285, 240, 2000, 2);
    assertEquals(Standing.OUTSIDE, sky.verdict().standing());
    for (int i = 0; i < 40 && sky.alerts(KIND).isEmpty(); i++) {
      sky.fly(285, 240, 2000, 0.5);
    }
    Alert alert = sky.only(KIND);
    assertEquals("alert.unreported-flight.inbound", alert.finding().words().messageKey());
    assertTrue(terms(alert).containsAll(List.of("inbound", "born-at-sea", "squawk-none")));
    assertTrue(alert.finding().outlook().minutesToAct() > 0);
  }

  @Test
  void oneThatPassesByIsNotInbound() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, null).at(15.4, -87.0).fly(5, 240, 2000, 25);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void eachNearPlanIsToldWithWhyItFailed() {
    Sky sky = new Sky(Sky.MORNING).plan("V3HHA", "I", PLACE, 300, "REG/V3HHA CODE/0AB011");
    hopOf(sky);
    Alert alert = sky.only(KIND);
    assertTrue(terms(alert).contains("plan-too-early"), terms(alert).toString());
    assertEquals("V3HHA MZBE-MZSP: too early", alert.finding().words().values().get("plans"));
    assertEquals("plans#1", alert.finding().evidence().get(0).line());
    assertEquals("too-early", PlanLook.word(sky.verdict().match().nearest().get(0).failure()));
  }

  @Test
  void aPlanOfAnotherAddressDoesNotExplainByItsCallsignAlone() {
    Sky sky = new Sky(Sky.MORNING).plan("V3HHA", "I", PLACE, 0, "CODE/0AB0FF");
    hopOf(sky);
    assertTrue(terms(sky.only(KIND)).contains("plan-other-address"));
    Alert deviation = sky.only(PlanDeviation.KIND);
    assertEquals(Priority.CAUTION, deviation.priority());
    assertEquals("alert.plan-deviation.other-address", deviation.finding().words().messageKey());
    assertEquals("flightNote.other-address", sky.verdict().notes().get(0).key());
  }

  @Test
  void aPlanThatFitsByTimeAndPlaceAloneExplainsByDayButNotByNight() {
    Sky day = new Sky(Sky.MORNING).as("0AB011", null, null);
    day.plan("V3HHA", "I", PLACE, 0, "RMK/HOP").at(17.5172, -88.1958).flyTo(Sky.MZSP, 140, 2500);
    assertEquals(List.of(), day.alerts(KIND));
    Sky night = new Sky(Sky.NIGHT).as("0AB011", null, null);
    night.plan("V3HHA", "I", PLACE, 0, "RMK/HOP").at(17.5172, -88.1958);
    night.flyTo(Sky.MZSP, 140, 2500);
    assertEquals(Priority.ALARM, night.only(KIND).priority());
  }

  @Test
  void plansThatFitEquallyAreACautionAndNoMore() {
    Sky sky = new Sky(Sky.NIGHT);
    sky.plan("V3HHA", "I", PLACE, 0, "RMK/ONE")
        .plan("V3HHA", "I", "MZBZ MZSP0030 DCT", 0, "RMK/TWO");
    hopOf(sky);
    Alert alert = sky.only(KIND);
    assertEquals(Priority.CAUTION, alert.priority());
    assertEquals("alert.unreported-flight.ambiguous", alert.finding().words().messageKey());
    assertEquals(2, alert.finding().terms().get(0).value());
    assertEquals(Standing.AMBIGUOUS, sky.verdict().standing());
  }

  @Test
  void ownAircraftAreSilentAndTheReasonIsSaid() {
    Sky sky = new Sky(Sky.NIGHT, Rules.defaults(), new KnownAircraft(List.of()), Set.of(0x0AB011));
    hopOf(sky);
    assertEquals(List.of(), sky.alerts(KIND));
    assertEquals("verdict.own", sky.verdict().said().key());
  }

  @Test
  void aKnownAircraftIsNamedButNotExcused() {
    KnownAircraft.Entry entry =
        new KnownAircraft.Entry(null, "V3-HHA", "V3HHA", "air ambulance", null, "by night", null);
    Sky sky = new Sky(Sky.MORNING, Rules.defaults(), new KnownAircraft(List.of(entry)), Set.of());
    hopOf(sky);
    String headline = sky.only(KIND).finding().words().headline();
    assertTrue(headline.startsWith("V3HHA (air ambulance) without"), headline);
    assertEquals("by night", sky.verdict().notes().get(0).values().get("note"));
  }

  @Test
  void anEntryThatIsOverNamesNobody() {
    KnownAircraft.Entry entry =
        new KnownAircraft.Entry(
            0x0AB011, null, null, "air ambulance", null, null, Sky.MORNING.toEpochMilli() - 1);
    Sky sky = new Sky(Sky.MORNING, Rules.defaults(), new KnownAircraft(List.of(entry)), Set.of());
    hopOf(sky);
    assertFalse(sky.only(KIND).finding().words().headline().contains("ambulance"));
  }

  @Test
  void aClearanceThatComesLateEndsTheCondition() {
    Sky sky = new Sky(Sky.MORNING).at(17.52, -88.19).fly(40, 145, 3500, 2);
    sky.plan("V3HHA", "I", PLACE, -5, "REG/V3HHA CODE/0AB011").fly(40, 145, 3500, 0.5);
    assertEquals(Standing.EXPLAINED, sky.verdict().standing());
    Alert explained = sky.only(KIND);
    assertEquals(Alert.State.RECTIFIED_UNACKNOWLEDGED, explained.state());
    sky.fly(40, 145, 3500, 3);
    assertEquals(
        explained.history().lastTrueAtMillis(), sky.only(KIND).history().lastTrueAtMillis());
  }

  @Test
  void aFiledRegistrationOfAnotherStateIsSaid() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", "V3HHA", "4521");
    sky.plan("V3HHA", "I", PLACE, 0, "REG/V3HHA CODE/0D8123");
    hopOf(sky);
    FlightVerdict verdict = sky.verdict();
    assertEquals("flightNote.filed-state", verdict.notes().get(0).key());
    assertEquals("BZ", verdict.notes().get(0).values().get("country"));
    assertEquals("VE", verdict.notes().get(0).values().get("addressCountry"));
  }

  @Test
  void oneThatLeavesAndComesBackIsMoreUrgentAndTheSameCase() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", null, "1200").at(16.9, -87.85);
    sky.fly(80, 200, 3000, 3);
    assertEquals(Priority.WARNING, sky.only(KIND).priority());
    sky.fly(80, 200, 3000, 9).fly(260, 200, 3000, 11);
    Alert alert = sky.only(KIND);
    assertEquals(Priority.ALARM, alert.priority());
    assertEquals("alert.unreported-flight.back", alert.finding().words().messageKey());
    assertTrue(terms(alert).contains("came-back"));
  }

  @Test
  void oneThatStaysAwayForLongerIsAnotherFlight() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", null, "1200").at(16.9, -87.85);
    sky.fly(80, 200, 3000, 12).fly(80, 45, 3000, 50).fly(260, 45, 3000, 50);
    sky.fly(260, 200, 3000, 11);
    List<Alert> all = sky.alerts(KIND);
    assertEquals(Priority.WARNING, all.get(all.size() - 1).priority());
  }

  @Test
  void oneAlongTheBorderHasNotComeBack() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", null, "1200").at(16.9, -87.85);
    sky.fly(80, 200, 3000, 3).fly(260, 200, 3000, 3).fly(80, 200, 3000, 2);
    assertEquals(Priority.WARNING, sky.only(KIND).priority());
  }

  @Test
  void aFeedWithoutARateTellsADescentByItsHeights() {
    Sky sky = new Sky(Sky.MORNING).at(17.52, -88.19);
    for (int feet = 5500; feet > 4000; feet -= 60) {
      sky.fly(40, 145, feet, Double.NaN, 1 / 12.0);
    }
    assertEquals(Priority.ALARM, sky.only(KIND).priority());
    assertTrue(terms(sky.only(KIND)).contains("descending"));
  }

  @Test
  void anEchoTooFastForAnyBoatIsAnAircraftAndAnAlarmByDay() {
    Sky sky = new Sky(Sky.MORNING).at(17.3, -87.7).echo(280, 140, 4);
    Alert alert = sky.only(KIND);
    assertEquals(Priority.ALARM, alert.priority());
    assertTrue(terms(alert).containsAll(List.of("primary-only", "altitude-unknown")));
    String headline = alert.finding().words().headline();
    assertTrue(headline.startsWith("Unknown aircraft without a flight plan"), headline);
    assertEquals(List.of(), sky.alerts(GoFast.KIND));
  }

  @Test
  void anEchoThatIsLostAndSeenAgainStaysOneFlightAndOneAlert() {
    Sky sky = new Sky(Sky.NIGHT).at(17.6, -87.6).echo(200, 140, 3);
    sky.unseen(200, 140, 3).echo(150, 140, 3).unseen(150, 140, 2).echo(200, 140, 3);
    Alert alert = sky.only(KIND);
    assertTrue(alert.finding().subject().tracks().size() >= 3, alert.finding().toString());
  }

  @Test
  void anEchoWithMoreNumbersThanAnybodyRemembersKeepsItsFirstName() {
    Sky sky = new Sky(Sky.NIGHT).at(17.6, -87.6).echo(200, 140, 3);
    for (int i = 0; i < 26; i++) {
      int there = i % 2 == 0 ? 20 : 200;
      sky.unseen(there, 140, 2).echo(there, 140, 2);
    }
    Finding.Subject subject = sky.only(KIND).finding().subject();
    assertTrue(subject.tracks().size() >= 20, subject.toString());
    assertTrue(subject.tracks().contains(subject.lineage()), subject.toString());
    assertEquals(List.of(), sky.alerts(GoFast.KIND));
  }

  @Test
  void anEchoThatCannotHaveComeFromThereIsAnotherFlight() {
    Sky sky = new Sky(Sky.NIGHT).at(17.6, -87.6).echo(200, 140, 3).pass(60);
    sky.at(17.0, -87.9).echo(280, 140, 4);
    assertEquals(2, sky.alerts(KIND).size());
  }

  @Test
  void anEchoIsNotExplainedByAPlanThatFitsByTimeAndPlaceAlone() {
    Sky sky = new Sky(Sky.MORNING).plan("V3HHA", "I", PLACE, 0, "RMK/HOP");
    sky.at(17.5172, -88.1958).echo(28, 140, 4);
    assertEquals(Priority.ALARM, sky.only(KIND).priority());
  }

  @Test
  void anEchoAsFastAsATurbopropKeepsItsNumberAndIsOneTrack() {
    Sky sky = new Sky(Sky.NIGHT).at(17.2, -87.4).echo(280, 250, 4);
    assertEquals(Priority.ALARM, sky.only(KIND).priority());
    assertEquals(1, sky.watch().picture().size());
  }

  @Test
  void aFastBoatIsNoAircraft() {
    Sky sky = new Sky(Sky.MORNING).at(17.3, -87.7).echo(280, 45, 6);
    assertEquals(List.of(), sky.alerts(KIND));
  }
}
