package bz.keelbill.track;

import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Origin;
import bz.keelbill.watch.Listening;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One transmission, heard by several stations, repeated, or replayed by a reconnection. */
class DuplicatesTest {
  private static final int SHIP = 312_000_001;

  private final Listening watch = new Listening();

  private static String ship(double longitude, int second) {
    return position(SHIP, 17.2, longitude, second).put(50, 10, 100).sentence();
  }

  private static Origin origin(String feed, long line, long receivedAtMillis, long transmission) {
    return new Origin(feed, feed, line, receivedAtMillis, receivedAtMillis, null, transmission);
  }

  /** Once through all places. */
  private static void letGo(Duplicates duplicates, long nowMillis) {
    for (int i = 0; i < 16; i++) {
      duplicates.forgetOld(nowMillis);
    }
  }

  @Test
  void aSecondStationsCopyChangesNothingButIsHeard() {
    watch.hear("one", ship(-87.5, 0)).pass(1).hear("two", ship(-87.5, 0));
    assertEquals(1, watch.watch().copies());
    assertEquals(1, watch.track(SHIP).history().size());
    Set<String> stations = new HashSet<>();
    watch.watch().hearing().forEach((name, station) -> stations.add(name));
    assertEquals(Set.of("one", "two"), stations);
  }

  @Test
  void whatNothingCanBeACopyOfAnyMoreIsLetGo() {
    Duplicates duplicates = new Duplicates();
    duplicates.before(origin("one", 1, 0, 7));
    duplicates.before(origin("one", 2, 60_000, 8));
    letGo(duplicates, 15 * 60_000);
    assertEquals(2, duplicates.size());
    letGo(duplicates, 15 * 60_000 + 1);
    assertEquals(1, duplicates.size());
    assertNotNull(duplicates.before(origin("two", 1, 61_000, 8)));
  }

  @Test
  void halfAMinuteLaterTheSameWasSentAgain() {
    watch.hear("one", ship(-87.5, 60)).pass(31).hear("one", ship(-87.5, 60));
    assertEquals(0, watch.watch().copies());
  }

  @Test
  void theTwoReportsOfOneMessageAreNoCopies() {
    String extended =
        message(19, SHIP, 312)
            .put(57, 28, (int) (-87.5 * 600_000))
            .put(85, 27, (int) (17.2 * 600_000))
            .text(143, 20, "BLUE HOLE")
            .sentence();
    watch.hear("one", extended);
    assertEquals(0, watch.watch().copies());
    assertEquals("BLUE HOLE", watch.track(SHIP).identity().name());
    watch.hear("two", extended);
    assertEquals(2, watch.watch().copies());
  }

  @Test
  void aRepeatersCopyIsOneAlthoughItCountsItself() {
    watch.hear("one", ship(-87.5, 0));
    watch.hear("two", position(SHIP, 17.2, -87.5, 0).put(50, 10, 100).put(6, 2, 1).sentence());
    assertEquals(1, watch.watch().copies());
  }

  @Test
  void whereEachCopyCountsNoneIsKnown() {
    Duplicates duplicates = new Duplicates();
    assertNull(duplicates.before(origin("one", 1, 0, 0)));
    assertNull(duplicates.before(origin("two", 1, 0, 0)));
  }

  @Test
  void transmissionsOnOnePlacePushEachOtherOut() {
    Duplicates duplicates = new Duplicates();
    long one = 5;
    long other = 5 + (1L << 20);
    assertNull(duplicates.before(origin("one", 1, 0, one)));
    assertNull(duplicates.before(origin("one", 2, 10, other)));
    assertNull(duplicates.before(origin("two", 1, 20, one)));
    assertNotNull(duplicates.before(origin("three", 1, 30, one)));
  }

  @Test
  void theFirstCopyCountsHoweverOftenItComes() {
    for (int second = 0; second <= 35; second += 5) {
      watch.hear("one", ship(-87.5, 60)).pass(5);
    }
    assertTrue(watch.watch().copies() >= 5 && watch.watch().copies() < 8);
  }
}
