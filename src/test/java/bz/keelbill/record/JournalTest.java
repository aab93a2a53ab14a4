package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.watch.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final long DAY_MILLIS = 86_400_000L;
  private final AtomicLong clock = new AtomicLong(Samples.AT_MILLIS);
  @TempDir Path dir;

  @Test
  void numbersEntriesWithoutAGapAcrossRestarts() throws Exception {
    String epoch;
    try (Journal journal = open()) {
      epoch = journal.epoch();
      assertEquals(2, put(journal, Samples.order(1)).seq());
      assertEquals(1, put(journal, Samples.raised(1)).alertSeq());
      assertEquals(2, put(journal, Samples.raised(2)).alertSeq());
    }
    try (Journal journal = open()) {
      assertEquals(epoch, journal.epoch());
      Journalled next = put(journal, Samples.raised(3));
      assertEquals(3, next.alertSeq());
      assertEquals(5, next.seq());
      assertEquals(List.of(), journal.state().defects());
    }
  }

  @Test
  void readsBackWhatWasWritten() throws Exception {
    List<Journalled> written = new ArrayList<>();
    try (Journal journal = open()) {
      for (int i = 0; i < 50; i++) {
        written.add(put(journal, i % 2 == 0 ? Samples.order(i) : Samples.raised(i)));
      }
    }
    List<Journalled> read = new ArrayList<>();
    JournalReader.walk(dir, read::add);
    assertEquals(written, read.subList(1, read.size()));
  }

  @Test
  void knowsTheLatestStateOfEachAlert() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.raised(1));
      put(journal, Samples.raised(2));
      put(journal, Samples.alertEntry(1, What.REVISED, Alert.State.ACTIVE_ACKNOWLEDGED));
      put(journal, Samples.raised(3));
      put(journal, Samples.alertEntry(2, What.CLOSED, Alert.State.CLOSED));
    }
    try (Journal journal = open()) {
      List<Alert> open = journal.openAlerts();
      assertEquals(List.of("gf-1", "gf-3"), open.stream().map(Alert::id).toList());
      assertEquals(Alert.State.ACTIVE_ACKNOWLEDGED, open.get(0).state());
      assertEquals("gf-2", journal.closedAlerts().get(0).id());
    }
  }

  @Test
  void anAcknowledgementWhoseEffectWasNotWrittenIsPending() throws Exception {
    Order.Acknowledge act = new Order.Acknowledge(new Order.Act("Ana", 1), "gf-1");
    try (Journal journal = open()) {
      put(journal, Samples.raised(1));
      put(journal, new JournalEntry.OfOrder(act));
      put(journal, Samples.alertEntry(1, What.REVISED, Alert.State.ACTIVE_UNACKNOWLEDGED));
    }
    try (Journal journal = open()) {
      assertEquals(List.of(act), journal.pendingActs());
      put(journal, Samples.alertEntry(1, What.ACKNOWLEDGED, Alert.State.ACTIVE_ACKNOWLEDGED));
      assertEquals(List.of(), journal.pendingActs());
    }
  }

  @Test
  void aClientResumesFromMemoryAndFromFiles() throws Exception {
    int alerts = JournalIndex.RECENT + 500;
    try (Journal journal = Journal.open(dir, clock::get, null, JournalWriter.Disk.REAL, 200_000)) {
      CompletableFuture<?> last = null;
      for (int i = 1; i <= alerts; i++) {
        last = journal.append(Samples.raised(i)).toCompletableFuture();
      }
      last.get(10, TimeUnit.SECONDS);
      assertTrue(JournalFile.in(dir).size() > 5, "rotated");
      for (long from : new long[] {0, 1, 300, 453, alerts - 1, alerts}) {
        List<Long> given = new ArrayList<>();
        assertEquals(alerts, journal.alertsAfter(from, each -> given.add(each.alertSeq())));
        assertEquals(alerts - from, given.size());
        for (int i = 0; i < given.size(); i++) {
          assertEquals(from + i + 1, given.get(i));
        }
      }
      assertEquals(-1, journal.alertsAfter(alerts + 1, each -> {}));
      clock.addAndGet(8 * 86_400_000L);
      assertEquals(-1, journal.alertsAfter(0, each -> {}));
    }
  }

  @Test
  void givesTheNewestAlertsOfTheLastDaysFromAllFiles() throws Exception {
    int alerts = 600;
    try (Journal journal = Journal.open(dir, clock::get, null, JournalWriter.Disk.REAL, 200_000)) {
      for (int i = 1; i <= alerts; i++) {
        clock.set(Samples.AT_MILLIS + (i <= 100 ? 0 : 4 * DAY_MILLIS));
        put(journal, i % 2 == 0 ? Samples.order(i) : Samples.raised(i));
      }
      assertTrue(JournalFile.in(dir).size() > 1, "rotated");
      assertEquals(numbers(1, 300), numbers(journal.newestAlerts(1_000)));
      assertEquals(numbers(201, 300), numbers(journal.newestAlerts(100)));
      assertEquals(numbers(291, 300), numbers(journal.alertsAtHand(10)));
      clock.addAndGet(4 * DAY_MILLIS);
      assertEquals(numbers(51, 300), numbers(journal.newestAlerts(1_000)));
    }
  }

  private static List<Long> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<Long> numbers(List<Journalled> alerts) {
    return alerts.stream().map(Journalled::alertSeq).toList();
  }

  @Test
  void whatIsWrittenAfterItWasReadAheadIsThereToo() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.order(1));
    }
    JournalContents ahead = JournalContents.of(dir);
    try (Journal journal = open()) {
      put(journal, Samples.order(2));
    }
    try (Journal journal = Journal.open(dir, clock::get, ahead)) {
      assertEquals(2, journal.journalledOrders().size());
    }
    JournalContents current = JournalContents.of(dir);
    assertTrue(current.areStillOf(dir));
    try (Journal journal = Journal.open(dir, clock::get, current)) {
      assertEquals(4, put(journal, Samples.order(3)).seq());
      assertEquals(3, journal.journalledOrders().size());
    }
  }

  @Test
  void thereIsNothingToReadAheadWhereNoJournalIs() throws Exception {
    assertNull(JournalContents.of(dir.resolve("none")));
  }

  @Test
  void givesTheNewestEntriesFirst() throws Exception {
    int count = JournalIndex.RECENT + 300;
    try (Journal journal = Journal.open(dir, clock::get, null, JournalWriter.Disk.REAL, 200_000)) {
      CompletableFuture<?> last = null;
      for (int i = 1; i < count; i++) {
        last = journal.append(Samples.order(i)).toCompletableFuture();
      }
      last.get(10, TimeUnit.SECONDS);
      assertNewest(journal.newest(10, Long.MAX_VALUE), count, 10);
      assertNewest(journal.newest(count, Long.MAX_VALUE), count, count);
      assertNewest(journal.newest(20, 40), 39, 20);
    }
  }

  private static void assertNewest(List<Journalled> newest, long first, int count) {
    assertEquals(count, newest.size());
    for (int i = 0; i < count; i++) {
      assertEquals(first - i, newest.get(i).seq());
    }
  }

  @Test
  void beginsANewFileEachDayAndTheChainGoesOn() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.order(1));
      clock.addAndGet(86_400_000);
      put(journal, Samples.order(2));
    }
    try (Journal journal = open()) {
      put(journal, Samples.order(3));
      assertEquals(List.of(), journal.state().defects());
      assertEquals(3, journal.orders().size());
    }
    assertEquals(2, JournalFile.in(dir).size());
  }

  @Test
  void twoWatchesDoNotWriteTheSameJournal() throws Exception {
    try (Journal journal = open()) {
      assertThrows(IOException.class, this::open);
      put(journal, Samples.order(1));
    }
  }

  @Test
  void aClosedJournalRefuses() throws Exception {
    Journal journal = open();
    journal.close();
    assertTrue(journal.append(Samples.order(1)).toCompletableFuture().isCompletedExceptionally());
  }

  @Test
  void manyWritersAtOnceShareFlushesAndLoseNothing() throws Exception {
    int threads = 8;
    int each = 250;
    try (Journal journal = open()) {
      List<Thread> writers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        Thread writer = new Thread(() -> putMany(journal, each));
        writers.add(writer);
        writer.start();
      }
      for (Thread writer : writers) {
        writer.join();
      }
      assertNull(journal.state().degraded());
      assertEquals(threads * each, journal.state().lastAlertSeq());
    }
    try (Journal journal = open()) {
      assertEquals(1 + threads * each, journal.state().lastSeq());
      assertFalse(journal.openAlerts().isEmpty());
      assertEquals(List.of(), journal.state().defects());
    }
  }

  private static void putMany(Journal journal, int count) {
    for (int i = 0; i < count; i++) {
      journal.append(Samples.raised(i)).toCompletableFuture().join();
    }
  }

  private Journal open() throws IOException {
    return Journal.open(dir, clock::get);
  }

  private static Journalled put(Journal journal, JournalEntry entry) throws Exception {
    Journalled journalled = journal.append(entry).toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertTrue(journalled.isRecorded());
    return journalled;
  }

  @Test
  void theFilesAreLinesThatAnyToolCanCheck() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.order(1));
    }
    String text = Files.readString(JournalFile.in(dir).get(0).path());
    assertEquals(2, text.lines().count());
    assertTrue(
        text.startsWith("{\"seq\":1,\"at\":\"2026-11-23T03:12:05.123Z\",\"type\":\"begin\""));
    assertTrue(text.contains("\"type\":\"order\",\"what\":\"set-rules\",\"body\":{"));
  }
}
