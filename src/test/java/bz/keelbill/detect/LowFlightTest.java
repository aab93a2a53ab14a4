package bz.keelbill.detect;

import static bz.keelbill.detect.Sky.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From SBS lines to the alert about a low flight, at each of its limits. */
class LowFlightTest {
  private static final String KIND = LowFlight.KIND;

  /** In the territorial sea east of Dangriga, more than ten miles from any field. */
  private static Sky stranger(Sky sky) {
    return sky.as("0D8123", null, "1200").at(16.9, -87.7);
  }

  @Test
  void byNightAMinuteBelowFiveThousandFeetIsAWarning() {
    Sky sky = stranger(new Sky(Sky.NIGHT)).fly(280, 200, 4900, 0.9);
    assertEquals(List.of(), sky.alerts(KIND));
    Alert alert = sky.fly(280, 200, 4900, 0.5).only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
    assertEquals("alert.low-flight.night", alert.finding().words().messageKey());
    assertTrue(terms(alert).containsAll(List.of("low", "speed", "licensed-field", "night")));
  }

  @Test
  void higherItIsNotLow() {
    assertEquals(List.of(), stranger(new Sky(Sky.NIGHT)).fly(280, 200, 5100, 3).alerts(KIND));
    assertEquals(List.of(), stranger(new Sky(Sky.MORNING)).fly(280, 200, 1600, 3).alerts(KIND));
  }

  @Test
  void byDayBelowFifteenHundredFeetIsAWarning() {
    Alert alert = stranger(new Sky(Sky.MORNING)).fly(280, 200, 1400, 3).only(KIND);
    assertEquals(Priority.WARNING, alert.priority());
    assertFalse(terms(alert).contains("night"));
  }

  @Test
  void skimmingTheSeaByNightIsAnAlarm() {
    Alert alert = stranger(new Sky(Sky.NIGHT)).fly(280, 200, 400, 3).only(KIND);
    assertEquals(Priority.ALARM, alert.priority());
    assertTrue(terms(alert).contains("over-water"));
    Sky land = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.6, -88.75);
    assertEquals(Priority.WARNING, land.fly(10, 100, 400, 3).only(KIND).priority());
  }

  @Test
  void nearALicensedFieldEverybodyIsLow() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.1, -88.23);
    assertEquals(List.of(), sky.fly(180, 100, 900, 3).alerts(KIND));
  }

  @Test
  void slowerThanNinetyKnotsItIsNotMeant() {
    assertEquals(List.of(), stranger(new Sky(Sky.NIGHT)).fly(280, 85, 900, 3).alerts(KIND));
    assertEquals(1, stranger(new Sky(Sky.NIGHT)).fly(280, 95, 900, 3).alerts(KIND).size());
  }

  @Test
  void outsideTheAirspaceItIsNotOurs() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(16.2, -86.0);
    assertEquals(List.of(), sky.fly(90, 200, 900, 3).alerts(KIND));
  }

  @Test
  void whatAPlanExplainsIsLeftAlone() {
    Sky sky = stranger(new Sky(Sky.MORNING)).as("0AB011", "V3HHA", "4521");
    sky.plan("V3HHA", "V", "MZHR MZPB0030 DCT", 0, "CODE/0AB011").fly(280, 140, 1000, 3);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void wordThatComesLateEndsIt() {
    Sky sky = stranger(new Sky(Sky.MORNING)).as("0AB011", "V3HHA", "4521").fly(280, 140, 1000, 3);
    assertEquals(Alert.State.ACTIVE_UNACKNOWLEDGED, sky.only(KIND).state());
    sky.plan("V3HHA", "V", "MZHR MZPB0030 DCT", 0, "CODE/0AB011");
    assertEquals(Alert.State.RECTIFIED_UNACKNOWLEDGED, sky.only(KIND).state());
  }

  @Test
  void aKnownAircraftIsAQuietNote() {
    KnownAircraft.Entry entry =
        new KnownAircraft.Entry(0x0AB011, null, null, "crop duster", null, null, null);
    Sky sky = new Sky(Sky.MORNING, Rules.defaults(), new KnownAircraft(List.of(entry)), Set.of());
    sky.as("0AB011", null, null).at(17.6, -88.75).fly(10, 100, 300, 3);
    assertEquals(Priority.CAUTION, sky.only(KIND).priority());
  }

  @Test
  void anUnknownHeightIsNotALowOne() {
    Sky sky = stranger(new Sky(Sky.NIGHT)).fly(280, 200, Double.NaN, 3);
    assertEquals(List.of(), sky.alerts(KIND));
  }
}
