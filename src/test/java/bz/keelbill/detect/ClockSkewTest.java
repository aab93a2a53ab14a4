package bz.keelbill.detect;

import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static bz.keelbill.ais.AisEncoder.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Listening;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stations whose clocks are wrong, and those that are merely far away. */
class ClockSkewTest {
  private static final int SHIP = 312_000_001;
  private static final int BASE = 3_123_001;

  private final Listening watch = new Listening();

  /** A ship under way that tells its second, heard when it spoke. */
  private static String ship(int number, long atMillis) {
    int second = (int) (atMillis / 1_000 % 60);
    double east = -87.5 + (atMillis - Listening.START) * 1e-8;
    return position(SHIP + number, 17.0 + number * 0.05, east, second).put(50, 10, 120).sentence();
  }

  private static String base(long atMillis) {
    ZonedDateTime utc = Instant.ofEpochMilli(atMillis).atZone(ZoneOffset.UTC);
    return message(4, BASE, 168)
        .put(38, 14, utc.getYear())
        .put(52, 4, utc.getMonthValue())
        .put(56, 5, utc.getDayOfMonth())
        .put(61, 5, utc.getHour())
        .put(66, 6, utc.getMinute())
        .put(72, 6, utc.getSecond())
        .put(79, 28, (int) (-88.2 * 600_000))
        .put(107, 27, (int) (17.5 * 600_000))
        .sentence();
  }

  private static String stamped(String station, long stationMillis, String sentence) {
    return tag("s:" + station + ",c:" + Math.floorDiv(stationMillis, 1_000)) + sentence;
  }

  private Alert only() {
    List<Alert> all = watch.alerts(ClockSkew.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private void assertNone() {
    assertTrue(watch.alerts(ClockSkew.KIND).isEmpty(), watch.history().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "12,CAUTION",
    "-14,CAUTION",
    "-45,CAUTION",
    "75,WARNING",
    "-120,WARNING",
    "3600,WARNING",
    "-21600,WARNING",
    "-172800,WARNING",
    "172800,WARNING"
  })
  void aClockThatIsOffIsFoundByArrival(long offSeconds, Priority expected) {
    for (int i = 0; i < 40; i++) {
      long now = watch.pass(3).nowMillis();
      watch.hear("link", stamped("mast", now + offSeconds * 1_000, ship(i % 5, now)));
    }
    watch.pass(1);
    assertEquals(expected, only().priority());
    double found = only().finding().terms().get(0).value();
    assertEquals(offSeconds, found, 1.5);
    assertEquals("station:mast", only().finding().subject().lineage());
  }

  @Test
  void aClockThatGoesWrongAgainHoursLaterIsAnotherAlert() {
    for (int i = 0; i < 9_000; i++) {
      long now = watch.pass(3).nowMillis();
      long off = i < 600 || i > 7_800 ? 120_000 : 0;
      watch.hear("link", stamped("mast", now + off, ship(i % 5, now)));
    }
    List<Alert> both = watch.alerts(ClockSkew.KIND);
    assertEquals(2, both.size(), watch.history().toString());
    assertEquals("station:mast", both.get(1).finding().subject().lineage());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3, -3, 8, -8})
  void aClockThatIsNearlyRightIsNoAlert(long offSeconds) {
    for (int i = 0; i < 60; i++) {
      long now = watch.pass(3).nowMillis();
      watch.hear("link", stamped("mast", now + offSeconds * 1_000, ship(i % 5, now)));
    }
    assertNone();
  }

  @Test
  void lateDeliveryIsNoWrongClock() {
    Random random = new Random(4);
    for (int i = 0; i < 60; i++) {
      long now = watch.pass(3).nowMillis();
      long heard = now - 45_000 - random.nextInt(75) * 1_000L;
      watch.hear("link", stamped("satellite", heard, ship(i % 5, heard)));
    }
    assertNone();
  }

  @Test
  void steadyLateDeliveryIsNoWrongClockEither() {
    for (int i = 0; i < 60; i++) {
      long now = watch.pass(3).nowMillis();
      watch.hear("link", stamped("satellite", now - 45_000, ship(i % 5, now - 45_000)));
    }
    assertNone();
  }

  @Test
  void aFewStraysDoNotMakeAClockWrong() {
    for (int i = 0; i < 60; i++) {
      long now = watch.pass(3).nowMillis();
      long off = i % 4 == 0 ? 500_000 : 0;
      watch.hear("link", stamped("mast", now + off, ship(i % 5, now)));
    }
    assertNone();
  }

  @Test
  void theUtcOfABaseStationShowsALateDeliverysClockToBeWrong() {
    for (int i = 0; i < 40; i++) {
      long now = watch.pass(3).nowMillis();
      long heard = now - 90_000 - i % 7 * 4_000L;
      watch.hear("link", stamped("far", heard + 35_000, ship(i % 5, heard)));
      watch.hear("link", stamped("far", heard + 35_000, base(heard)));
    }
    watch.pass(1);
    assertEquals(35, only().finding().terms().get(0).value(), 1.5);
    assertEquals("offset-to-utc", only().finding().terms().get(0).term());
  }

  @Test
  void aBaseStationWithAWrongClockDoesNotBlameItsReceiver() {
    for (int i = 0; i < 40; i++) {
      long now = watch.pass(3).nowMillis();
      watch.hear("link", stamped("mast", now, ship(i % 5, now)));
      watch.hear("link", stamped("mast", now, base(now - 47_000)));
    }
    assertNone();
  }

  /** A recording of stations that hear the same ships, merged by their own clocks. */
  private void readRecording(long... offSeconds) {
    TreeMap<Long, List<String>> lines = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      long said = Listening.START + 300_000 + i * 3_000L;
      for (int station = 0; station < offSeconds.length; station++) {
        long stamp = said + offSeconds[station] * 1_000;
        String line = stamped("mast-" + station, stamp, ship(i % 5, said));
        lines.computeIfAbsent(stamp, none -> new ArrayList<>()).add(line);
      }
    }
    lines.forEach(
        (stamp, heard) -> {
          watch.pass((stamp - watch.nowMillis()) / 1_000);
          heard.forEach(line -> watch.read("file", line));
        });
    watch.pass(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {120, -120, 75, -45, 240})
  void inARecordingThreeStationsShowWhoseClockIsWrong(long offSeconds) {
    readRecording(0, 0, offSeconds);
    assertEquals("station:mast-2", only().finding().subject().lineage());
    assertEquals(offSeconds, only().finding().terms().get(0).value(), 1.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {75, -100, 45})
  void ofTwoStationsShipsSecondsSayWhoseClockIsWrong(long offSeconds) {
    readRecording(offSeconds, 0);
    assertEquals("station:mast-0", only().finding().subject().lineage());
    assertEquals(offSeconds, only().finding().terms().get(0).value(), 1.5);
  }

  /** Both are wrong, and UTC tells it of one: by how much the other is, that one does not say. */
  @Test
  void aStationThatIsKnownToBeWrongIsNoWitness() {
    for (int i = 0; i < 60; i++) {
      long said = Listening.START + 300_000 + i * 3_000L;
      watch.pass((said - watch.nowMillis()) / 1_000);
      watch.read("file", stamped("mast-0", said + 120_000, ship(i % 5, said)));
      watch.read("file", stamped("mast-0", said + 120_000, base(said)));
      watch.read("file", stamped("mast-1", said + 25_000, ship(i % 5, said)));
    }
    watch.pass(1);
    List<Alert> both = watch.alerts(ClockSkew.KIND);
    assertEquals(2, both.size(), both.toString());
    assertEquals(120, both.get(0).finding().terms().get(0).value(), 1.5);
    assertEquals("station:mast-1", both.get(1).finding().subject().lineage());
    assertEquals(25, both.get(1).finding().terms().get(0).value(), 1.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {120, -60})
  void ofTwoStationsAWholeMinuteApartNobodyIsBlamed(long offSeconds) {
    readRecording(0, offSeconds);
    assertNone();
  }

  @Test
  void aNameThatManyStationsShareProvesNothing() {
    Random random = new Random(5);
    for (int i = 0; i < 80; i++) {
      long now = watch.pass(60).nowMillis();
      long heard = now - random.nextInt(60) * 1_000L;
      watch.hear("link", stamped("collected", now - 120_000 - i * 7_000L, ship(i % 5, heard)));
    }
    assertNone();
  }

  @Test
  void aStationThatIsSetRightIsJudgedRight() {
    for (int i = 0; i < 40; i++) {
      long now = watch.pass(3).nowMillis();
      watch.hear("link", stamped("mast", now + 30_000, ship(i % 5, now)));
    }
    for (int i = 0; i < 60; i++) {
      long now = watch.pass(3).nowMillis();
      watch.hear("link", stamped("mast", now, ship(i % 5, now)));
    }
    watch.pass(31 * 60);
    assertEquals(Alert.State.CLOSED, only().state());
  }

  @ParameterizedTest
  @ValueSource(longs = {3_600, -3_600, -25})
  void whereMostStationsAreOffByTheSameItIsOurClock(long jumpSeconds) {
    for (int i = 0; i < 120; i++) {
      long now = watch.pass(1).nowMillis();
      long truth = now - jumpSeconds * 1_000;
      watch.hear("link", stamped("mast-" + i % 4, truth, ship(i % 5, truth)));
    }
    watch.pass(1);
    assertEquals("watch:clock", only().finding().subject().lineage());
    String way = jumpSeconds > 0 ? "own-fast" : "own-slow";
    assertEquals("alert.clock-skew." + way, only().finding().words().messageKey());
  }

  @Test
  void aJumpOfOurClockIsOursFromTheFirst() {
    for (int i = 0; i < 600; i++) {
      long now = watch.pass(1).nowMillis();
      long truth = i < 300 ? now : now + 3_600_000;
      int station = i % 10 < 6 ? 0 : i % 4;
      watch.hear("link", stamped("mast-" + station, truth, ship(i % 5, truth)));
    }
    assertEquals("watch:clock", only().finding().subject().lineage());
  }

  @Test
  void twoStationsThatAgreeDoNotBlameUs() {
    for (int i = 0; i < 120; i++) {
      long now = watch.pass(1).nowMillis();
      long stamp = i % 4 < 2 ? now + 90_000 : now;
      watch.hear("link", stamped("mast-" + i % 4, stamp, ship(i % 5, now)));
    }
    watch.pass(1);
    assertEquals(2, watch.alerts(ClockSkew.KIND).size());
  }

  @Test
  void aWrongClockDoesNotMakeItsStationDeaf() {
    Listening slow = new Listening("link");
    for (int i = 0; i < 900; i++) {
      long now = slow.pass(1).nowMillis();
      slow.hear("link", stamped("mast", now - 600_000, ship(i % 12, now)));
    }
    assertEquals(1, slow.alerts(ClockSkew.KIND).size());
    assertTrue(slow.alerts(FeedSilent.KIND).isEmpty(), slow.history().toString());
  }
}
