package bz.keelbill.detect;

import static bz.keelbill.detect.Sky.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.rule.Priority;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An aircraft as SBS lines and boats as radar plots, and what is made of both together. */
class AirdropTest {
  private static final String KIND = Airdrop.KIND;

  /** East of Turneffe, far from any field. */
  private static Sky stranger(Sky sky) {
    return sky.as("0D8123", null, "1200").at(17.3, -87.6);
  }

  private static Sky circling(Sky sky) {
    return stranger(sky).fly(0, 110, 300, 1).circle(800, 110, 300, 2);
  }

  @Test
  void goingRoundOverTheSeaWithoutABoatIsAWarningWithPlaceAndDrift() {
    Alert alert = circling(new Sky(Sky.NIGHT)).only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
    Map<String, Object> values = alert.finding().words().values();
    assertEquals(17.33, (Double) values.get("datumLat"), 0.02);
    assertEquals(-87.59, (Double) values.get("datumLon"), 0.02);
    assertTrue((Double) values.get("driftHourLon") < (Double) values.get("datumLon"));
    assertEquals("alert.airdrop.round", alert.finding().words().messageKey());
  }

  @Test
  void withABoatThatWaitsThereItIsOneAlarmThatNamesBoth() {
    Sky sky = new Sky(Sky.NIGHT).boatAt(7, 17.32, -87.58).waitFor(15);
    Alert alert = circling(sky).only(KIND);
    assertEquals(Priority.ALARM, alert.priority());
    List<String> tracks = alert.finding().subject().tracks();
    assertEquals(2, tracks.size(), tracks.toString());
    assertEquals("icao:0d8123", tracks.get(0));
    assertTrue(tracks.get(1).startsWith("radar:radar-2/7@"), tracks.toString());
    assertTrue(terms(alert).containsAll(List.of("turns", "boats", "nearest-boat", "night")));
  }

  @Test
  void aBadRadarSeesTheBoatThatWaitsToo() {
    Sky sky = new Sky(Sky.NIGHT).radarErring(250).boatAt(7, 17.32, -87.58).waitFor(25);
    assertEquals(Priority.ALARM, circling(sky).only(KIND).priority());
  }

  @Test
  void aBadRadarSeesTheBoatThatRunsAfterwardsToo() {
    Sky sky = circling(new Sky(Sky.NIGHT).radarErring(250)).fly(90, 150, 900, 8);
    sky.boatAt(9, 17.33, -87.60).run(9, 270, 30).waitFor(5);
    assertEquals(Priority.ALARM, sky.only(KIND).priority());
  }

  @Test
  void aBoatFartherThanTwoMilesIsAnothers() {
    Sky sky = new Sky(Sky.NIGHT).boatAt(7, 17.39, -87.59).waitFor(15);
    assertEquals(Priority.WARNING, circling(sky).only(KIND).priority());
  }

  @Test
  void aBoatThatOnlyPassesIsNone() {
    Sky sky = new Sky(Sky.NIGHT).boatAt(7, 17.20, -87.59).run(7, 0, 25).waitFor(14);
    Alert alert = circling(sky).only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
  }

  @Test
  void aBoatThatAppearsThereAndRunsAwayMakesItAnAlarm() {
    Sky sky = circling(new Sky(Sky.NIGHT)).fly(90, 150, 900, 8);
    assertEquals(Priority.WARNING, sky.only(KIND).priority());
    sky.boatAt(9, 17.33, -87.60).run(9, 270, 30).waitFor(4);
    assertEquals(Priority.ALARM, sky.only(KIND).priority());
    assertEquals(2, sky.only(KIND).finding().subject().tracks().size());
  }

  @Test
  void aBoatThatComesAfterHalfAnHourIsAnothers() {
    Sky sky = circling(new Sky(Sky.NIGHT)).fly(90, 150, 900, 3).waitFor(30);
    sky.boatAt(9, 17.33, -87.60).run(9, 270, 30).waitFor(4);
    assertEquals(Priority.WARNING, sky.only(KIND).priority());
  }

  @Test
  void aLowPassThatSlowsDownAndIsOverIsOne() {
    Sky sky = stranger(new Sky(Sky.NIGHT)).fly(0, 150, 400, 2).fly(0, 112, 300, 1.5);
    assertEquals(List.of(), sky.alerts(KIND));
    Alert alert = sky.fly(0, 150, 400, 0.7).only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
    assertEquals("alert.airdrop.pass", alert.finding().words().messageKey());
    assertTrue(terms(alert).contains("slowed"));
  }

  @Test
  void oneThatFliesOnSlowAndLowForLongHasPassedToo() {
    Sky sky = stranger(new Sky(Sky.NIGHT)).fly(0, 150, 400, 1.5).fly(0, 112, 300, 4);
    assertEquals("alert.airdrop.pass", sky.only(KIND).finding().words().messageKey());
  }

  @Test
  void withABoatThereThePassNeedNotBeOver() {
    Sky sky = new Sky(Sky.NIGHT).boatAt(7, 17.41, -87.6).waitFor(15);
    stranger(sky).fly(0, 150, 400, 2).fly(0, 112, 300, 1.5);
    assertEquals(Priority.ALARM, sky.only(KIND).priority());
  }

  @Test
  void slowingByLessThanAFifthOrHigherUpIsNone() {
    Sky less = stranger(new Sky(Sky.NIGHT)).fly(0, 150, 400, 2).fly(0, 124, 300, 1.5);
    assertEquals(List.of(), less.fly(0, 150, 400, 1).alerts(KIND));
    Sky higher = stranger(new Sky(Sky.NIGHT)).fly(0, 150, 700, 2).fly(0, 112, 600, 1.5);
    assertEquals(List.of(), higher.fly(0, 150, 700, 1).alerts(KIND));
  }

  @Test
  void aSightSeerByDayWithAPlanOverDiveBoatsIsNone() {
    Sky sky = new Sky(Sky.MORNING).boatAt(7, 17.32, -87.58).waitFor(15);
    sky.as("0AB011", "V3HHA", "4521")
        .plan("V3HHA", "V", "MZSP MZSP0130 1720N08736W", -10, "CODE/0AB011");
    sky.at(17.3, -87.6).fly(0, 110, 400, 1).circle(800, 110, 400, 2);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void overLandWithoutABoatThereIsNothingToDropTo() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.6, -88.75);
    assertEquals(List.of(), sky.circle(800, 110, 300, 2).alerts(KIND));
  }

  @Test
  void onARiverTheBoatTellsThatThereIsWater() {
    // The Rio Hondo is no water on the chart.
    Sky sky = new Sky(Sky.NIGHT).boatAt(7, 18.205, -88.61).waitFor(15);
    sky.as("0D8123", null, "1200").at(18.2, -88.62).circle(800, 110, 150, 3);
    assertEquals(Priority.ALARM, sky.only(KIND).priority());
  }

  @Test
  void allItsAlertsAreOneCase() {
    Sky sky = circling(new Sky(Sky.NIGHT));
    String id = sky.only(KIND).caseId();
    assertNotNull(id);
    assertEquals(id, sky.only(Circling.KIND).caseId());
    assertEquals(id, sky.only(UnreportedFlight.KIND).caseId());
  }
}
