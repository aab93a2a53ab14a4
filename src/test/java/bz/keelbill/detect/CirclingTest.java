package bz.keelbill.detect;

import static bz.keelbill.detect.Sky.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.rule.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From SBS lines to the alert about an aircraft that goes round, at each of its limits. */
class CirclingTest {
  private static final String KIND = Circling.KIND;

  /** East of Turneffe, far from any field, come from the south. */
  private static Sky stranger(Sky sky) {
    return sky.as("0D8123", null, "1200").at(17.3, -87.6).fly(0, 110, 900, 1);
  }

  private static Sky withPlan(Sky sky) {
    return sky.as("0AB011", "V3HHA", "4521")
        .plan("V3HHA", "V", "MZSP MZSP0130 1720N08736W", -10, "CODE/0AB011")
        .at(17.33, -87.6)
        .fly(0, 110, 900, 1);
  }

  @Test
  void oneAndAHalfTurnsByDayWithoutAPlanAreAWarning() {
    Sky sky = stranger(new Sky(Sky.MORNING)).circle(800, 110, 900, 1.3);
    assertEquals(List.of(), sky.alerts(KIND));
    Alert alert = stranger(new Sky(Sky.MORNING)).circle(800, 110, 900, 1.8).only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
    assertTrue(terms(alert).containsAll(List.of("turned", "radius", "low", "no-plan")));
  }

  @Test
  void theAlertComesWithinTenSecondsOfTheTurn() {
    // One turn takes 89 s.
    Sky sky = stranger(new Sky(Sky.MORNING)).circle(800, 110, 900, 1.5).fly(180, 110, 900, 0.2);
    assertEquals(1, sky.alerts(KIND).size());
  }

  @Test
  void threeTurnsAreAnAlarm() {
    Alert alert = stranger(new Sky(Sky.NIGHT)).circle(-1000, 120, 150, 3.3).only(KIND);
    assertEquals(Priority.ALARM, alert.priority());
    assertEquals("alert.circling.night", alert.finding().words().messageKey());
    Alert fewer = stranger(new Sky(Sky.NIGHT)).circle(-1000, 120, 150, 2.7).only(KIND);
    assertEquals(Priority.WARNING, fewer.priority());
  }

  @Test
  void aSightSeerWithAPlanByDayIsAQuietNoteHoweverOftenItGoesRound() {
    Alert alert = withPlan(new Sky(Sky.MORNING)).circle(900, 100, 900, 4).only(KIND);
    assertEquals(Priority.CAUTION, alert.priority());
  }

  @Test
  void byNightAPlanIsNoExcuse() {
    Alert alert = withPlan(new Sky(Sky.NIGHT)).circle(900, 100, 900, 2).only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
  }

  @Test
  void oneWayThenTheOtherIsNoCircle() {
    Sky sky = stranger(new Sky(Sky.MORNING));
    for (int i = 0; i < 4; i++) {
      sky.circle(800, 110, 900, 0.9).circle(-800, 110, 900, 0.9);
    }
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void widerThanFiveKilometresItIsNoCircle() {
    assertEquals(List.of(), stranger(new Sky(Sky.NIGHT)).circle(5400, 300, 900, 2).alerts(KIND));
  }

  @Test
  void narrowerThanThreeHundredMetresItIsNoCircle() {
    assertEquals(List.of(), stranger(new Sky(Sky.NIGHT)).circle(250, 50, 900, 4).alerts(KIND));
    assertEquals(1, stranger(new Sky(Sky.NIGHT)).circle(340, 50, 900, 4).alerts(KIND).size());
  }

  @Test
  void slowerThanTenMinutesForOneAndAHalfTurnsItIsNotMeant() {
    // 1.5 turns of 4 km take 12 minutes at 100 kn, and 7 at 170.
    assertEquals(List.of(), stranger(new Sky(Sky.NIGHT)).circle(4000, 100, 900, 2).alerts(KIND));
    assertEquals(1, stranger(new Sky(Sky.NIGHT)).circle(4000, 170, 900, 2).alerts(KIND).size());
  }

  @Test
  void higherThanFifteenHundredFeetItIsNotMeant() {
    assertEquals(List.of(), stranger(new Sky(Sky.NIGHT)).circle(900, 110, 1600, 3).alerts(KIND));
  }

  @Test
  void ofUnknownHeightOnlyTheSlowOnesAreMeant() {
    Sky fast = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.3, -87.6);
    assertEquals(List.of(), fast.circle(1500, 180, Double.NaN, 3).alerts(KIND));
    Sky slow = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.3, -87.6);
    assertTrue(
        terms(slow.circle(1500, 140, Double.NaN, 3).only(KIND)).contains("altitude-unknown"));
  }

  @Test
  void nearALicensedFieldEverybodyGoesRound() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.93, -87.99);
    assertEquals(List.of(), sky.circle(1200, 100, 900, 3).alerts(KIND));
  }

  @Test
  void anEchoThatGoesRoundAsFastAsNoBoatIsAnAircraft() {
    Sky sky = new Sky(Sky.NIGHT).at(17.3, -87.6).echo(0, 110, 2);
    for (int step = 0; step < 80; step++) {
      sky.echo(step * 12 % 360, 110, 1 / 12.0);
    }
    Alert alert = sky.only(KIND);
    assertTrue(alert.finding().words().headline().startsWith("Unknown aircraft"));
  }

  @Test
  void aBoatThatGoesRoundIsNot() {
    Sky sky = new Sky(Sky.NIGHT).at(17.3, -87.6).echo(0, 55, 2);
    for (int step = 0; step < 120; step++) {
      sky.echo(step * 12 % 360, 55, 1 / 12.0);
    }
    assertEquals(List.of(), sky.alerts(KIND));
  }
}
