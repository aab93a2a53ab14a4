package bz.keelbill.detect;

import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static bz.keelbill.ais.AisEncoder.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Listening;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the sentence on the air to the alert. */
class DistressTest {
  private static final int SART = 970_010_119;
  private static final int SHIP = 312_000_001;
  private static final int ACTIVE = 14;
  private static final int TEST = 15;

  private final Listening watch = new Listening();

  private static String beacon(int mmsi, int status, double latitude, double longitude) {
    return position(mmsi, latitude, longitude, 60).put(38, 4, status).sentence();
  }

  private static String text(int mmsi, String words) {
    return message(14, mmsi, 40 + 6 * words.length()).text(40, words.length(), words).sentence();
  }

  private Alert only() {
    List<Alert> all = watch.alerts(Distress.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {970_010_119, 972_000_001, 974_999_999})
  void aBeaconRingsByItsFirstMessage(int mmsi) {
    watch.hear("mast", beacon(mmsi, ACTIVE, 17.2, -87.5));
    assertEquals(Priority.EMERGENCY, only().priority());
  }

  @Test
  void aBeaconWithoutAPositionRings() {
    watch.hear("mast", beacon(SART, ACTIVE, 91, 181));
    assertEquals(Priority.EMERGENCY, only().priority());
    assertNull(only().finding().moment().position());
  }

  @Test
  void aBeaconFarBeyondEveryReceiversRangeRings() {
    watch.hear("mast", beacon(SART, ACTIVE, -54.8, 140.0));
    assertEquals(Priority.EMERGENCY, only().priority());
  }

  @Test
  void aBeaconAtNullIslandRings() {
    watch.hear("mast", beacon(SART, ACTIVE, 0, 0));
    assertEquals(Priority.EMERGENCY, only().priority());
  }

  @Test
  void aBeaconRingsWhateverTypeItSends() {
    for (int type = 1; type <= 27; type++) {
      Listening each = new Listening();
      each.hear("mast", message(type, SART, 440).sentence());
      int heard = type;
      assertEquals(1, each.alerts(Distress.KIND).size(), () -> "type " + heard);
    }
  }

  @Test
  void statusFourteenOnAnyShipRings() {
    watch.hear("mast", beacon(SHIP, ACTIVE, 17.2, -87.5));
    assertEquals(Priority.EMERGENCY, only().priority());
  }

  @Test
  void statusFourteenCountsEvenIfItsPositionIsRefusedAsAJump() {
    watch.hear("mast", beacon(SHIP, 0, 17.2, -87.5)).pass(2);
    watch.hear("mast", beacon(SHIP, ACTIVE, 40.0, 20.0));
    assertEquals(Priority.EMERGENCY, only().priority());
  }

  @Test
  void statusFifteenOnAShipIsNothing() {
    watch.hear("mast", beacon(SHIP, TEST, 17.2, -87.5));
    assertTrue(watch.alerts(Distress.KIND).isEmpty());
  }

  @Test
  void aTestIsACautionAndAnActiveBeaconRisesFromIt() {
    watch.hear("mast", text(SART, "SART TEST")).hear("mast", beacon(SART, TEST, 17.2, -87.5));
    assertEquals(Priority.CAUTION, only().priority());
    watch.pass(60).hear("mast", beacon(SART, ACTIVE, 17.2, -87.5));
    assertEquals(Priority.EMERGENCY, only().priority());
  }

  @Test
  void theTextBelongsToItsBeacon() {
    watch.hear("mast", beacon(SART, TEST, 17.2, -87.5)).hear("mast", text(SART, "SART TEST"));
    assertEquals(Priority.CAUTION, only().priority());
    assertEquals("SART TEST", watch.track(SART).lastText().text());
  }

  @Test
  void burstsRepeatOnePayloadAndAreOneAlertThatDoesNotRingAgain() {
    for (int burst = 0; burst < 5; burst++) {
      for (int i = 0; i < 8; i++) {
        watch.hear("mast", beacon(SART, ACTIVE, 17.2, -87.5)).pass(1);
      }
      watch.pass(52);
    }
    Alert alert = only();
    watch.watch().alerts().acknowledge(alert.id(), "officer", watch.nowMillis());
    watch.hear("mast", beacon(SART, ACTIVE, 17.2, -87.5)).pass(60);
    assertEquals(Alert.State.ACTIVE_ACKNOWLEDGED, only().state());
    assertEquals(0, watch.watch().copies());
  }

  @Test
  void ownForcesRingToo() {
    Listening own = new Listening(Set.of(SHIP));
    own.hear("mast", beacon(SHIP, ACTIVE, 17.2, -87.5));
    assertEquals(1, own.alerts(Distress.KIND).size());
  }

  @ParameterizedTest
  @ValueSource(longs = {20, 3_600, 5 * 3_600, 23 * 3_600})
  void aCallHeardByAStationWhoseClockIsSlowRings(long slowSeconds) {
    long said = watch.nowMillis() / 1_000 - slowSeconds;
    watch.hear("mast", tag("c:" + said) + beacon(SART, ACTIVE, 17.2, -87.5)).pass(30);
    Alert alert = only();
    assertEquals(Priority.EMERGENCY, alert.priority());
    assertEquals(Alert.State.ACTIVE_UNACKNOWLEDGED, alert.state());
  }

  @ParameterizedTest
  @CsvSource({
    "MAYDAY MAYDAY MV CARIB STAR SINKING,EMERGENCY",
    "SOS TAKING WATER,EMERGENCY",
    "MAN OVERBOARD 2 NM E OF GLADDEN,EMERGENCY",
    "MOB ACTIVE,EMERGENCY",
    "TEST MAYDAY TEST,CAUTION"
  })
  void aDistressTextOfAShipRings(String words, Priority expected) {
    watch.hear("mast", text(SHIP, words));
    assertEquals(expected, only().priority());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GOOD WATCH", "SOSUA BOUND", "SAILING FOR LAMAYDAYA", "LATEST NEWS"})
  void otherTextsDoNot(String words) {
    watch.hear("mast", text(SHIP, words));
    assertTrue(watch.alerts(Distress.KIND).isEmpty());
  }
}
