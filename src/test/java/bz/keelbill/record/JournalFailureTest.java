package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.watch.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFailureTest {
  private static final int ALWAYS = 1_000_000;
  private static final Logger LOGGER = Logger.getLogger(Journal.class.getName());
  private final FailingDisk disk = new FailingDisk();
  @TempDir Path dir;

  @BeforeAll
  static void quiet() {
    LOGGER.setLevel(Level.OFF);
  }

  @AfterAll
  static void loud() {
    LOGGER.setLevel(null);
  }

  @Test
  void oneFailedFlushCostsAFileAndNoEntry() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.order(1));
      disk.failingFlushes.set(1);
      assertEquals(3, put(journal, Samples.order(2)).seq());
      disk.failingWrites.set(1);
      assertEquals(4, put(journal, Samples.raised(3)).seq());
      assertNull(journal.state().degraded());
    }
    assertEquals(3, JournalFile.in(dir).size());
    assertGood(4);
  }

  @Test
  void aFullDiskRefusesOrdersAndKeepsAlertsAndAcknowledgements() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.order(1));
      disk.failingWrites.set(ALWAYS);
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> put(journal, Samples.order(2)));
      assertInstanceOf(JournalFailure.class, refused.getCause());
      assertTrue(refused.getCause().getMessage().contains("No space left"));
      Journalled alert = put(journal, Samples.raised(3));
      assertFalse(alert.isRecorded());
      assertEquals(1, alert.alertSeq());
      assertFalse(put(journal, acknowledge()).isRecorded());
      assertNotNull(journal.state().degraded());
      assertEquals(2, journal.state().waiting());
      List<Long> resumed = new ArrayList<>();
      assertEquals(1, journal.alertsAfter(0, each -> resumed.add(each.alertSeq())));
      assertEquals(List.of(1L), resumed);

      disk.failingWrites.set(0);
      await(() -> journal.state().degraded() == null);
      assertEquals(4, journal.state().lastSeq());
      assertEquals(0, journal.state().waiting());
      assertEquals(2, put(journal, Samples.raised(4)).alertSeq());
      assertEquals(5, journal.newest(1, Long.MAX_VALUE).get(0).seq());
    }
    assertGood(5);
    try (Journal journal = open()) {
      assertEquals(1, journal.orders().stream().filter(Order.SetRules.class::isInstance).count());
    }
  }

  private static JournalEntry acknowledge() {
    return new JournalEntry.OfOrder(new Order.Acknowledge(new Order.Act("Ana", 1), "gf-3"));
  }

  @Test
  void anOrderThatWasRefusedDoesNotComeBackAfterARestart() throws Exception {
    Journal journal = open();
    put(journal, Samples.order(1));
    disk.failingFlushes.set(ALWAYS);
    assertThrows(ExecutionException.class, () -> put(journal, Samples.order(2)));
    journal.pullThePlug();
    disk.failingFlushes.set(0);
    try (Journal again = open()) {
      assertEquals(1, again.orders().size());
      assertEquals(3, put(again, Samples.order(3)).seq());
    }
    assertGood(3);
  }

  @Test
  void aDirectoryTakenAwayIsNoticedAndMadeAgain() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.order(1));
      deleteAll();
      assertTrue(put(journal, Samples.order(2)).isRecorded());
      assertTrue(Files.exists(dir));
      List<Journalled> read = new ArrayList<>();
      JournalReader.Walk walk = JournalReader.walk(dir, read::add);
      assertEquals(1, read.size(), "what was written after is there");
      assertEquals(1, walk.defects().size(), "what is missing is missed");
    }
  }

  @Test
  void aPathThatIsNoDirectoryDegradesAndNobodyWaits() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.order(1));
      deleteAll();
      Files.write(dir, new byte[] {1});
      long start = System.nanoTime();
      List<CompletableFuture<Journalled>> alerts = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        alerts.add(journal.append(Samples.raised(i)).toCompletableFuture());
      }
      assertTrue(System.nanoTime() - start < 2_000_000_000L, "the caller does not wait");
      CompletableFuture.allOf(alerts.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
      assertFalse(alerts.get(999).join().isRecorded());
      assertNotNull(journal.state().degraded());
      Files.delete(dir);
      await(() -> journal.state().degraded() == null);
      assertEquals(1_002, journal.state().lastSeq());
    }
  }

  @Test
  void aDiskThatDoesNotAnswerHoldsNoAlertBack() throws Exception {
    try (Journal journal = open()) {
      put(journal, Samples.order(1));
      disk.flushMillis = 4_000;
      long start = System.nanoTime();
      CompletableFuture<Journalled> order = journal.append(Samples.order(2)).toCompletableFuture();
      Journalled alert =
          journal.append(Samples.raised(1)).toCompletableFuture().get(3, TimeUnit.SECONDS);
      assertFalse(alert.isRecorded());
      assertTrue(System.nanoTime() - start < 3_000_000_000L);
      Thread.sleep(1_500);
      assertEquals("the disk does not answer", journal.state().degraded());
      assertFalse(order.isDone(), "an order is not answered before it is safe");
      disk.flushMillis = 0;
      assertTrue(order.get(10, TimeUnit.SECONDS).isRecorded());
      await(() -> journal.state().lastSeq() == 4);
    }
    assertGood(4);
  }

  @Test
  void whateverFailsWhatWasPromisedIsThere() throws Exception {
    long seed = System.nanoTime();
    System.out.println("JournalFailureTest faults with seed " + seed);
    Random random = new Random(seed);
    List<Journalled> promised = new ArrayList<>();
    int refused = 0;
    for (int run = 0; run < 12; run++) {
      Journal journal = open();
      for (int i = 0; i < 60; i++) {
        disk.failingWrites.set(random.nextInt(6) == 0 ? random.nextInt(4) : 0);
        disk.failingFlushes.set(random.nextInt(6) == 0 ? random.nextInt(4) : 0);
        try {
          Journalled done =
              put(journal, random.nextBoolean() ? Samples.order(i) : Samples.raised(i));
          if (done.isRecorded()) {
            promised.add(done);
          }
        } catch (ExecutionException e) {
          refused++;
        }
      }
      disk.failingWrites.set(0);
      disk.failingFlushes.set(0);
      if (random.nextBoolean()) {
        journal.pullThePlug();
      } else {
        journal.close();
      }
    }
    List<Journalled> read = new ArrayList<>();
    JournalReader.Walk walk = JournalReader.walk(dir, read::add);
    assertEquals(List.of(), walk.defects(), "seed " + seed);
    for (Journalled entry : promised) {
      assertEquals(entry, read.get((int) entry.seq() - 1), "seed " + seed);
    }
    long orders = read.stream().filter(e -> e.entry().kind() == JournalEntry.Kind.ORDER).count();
    long good = promised.stream().filter(e -> e.entry().kind() == JournalEntry.Kind.ORDER).count();
    assertEquals(good, orders, "no refused order came back, seed " + seed);
    assertTrue(refused > 0 && promised.size() > 300, "seed " + seed);
  }

  private void assertGood(long lastSeq) throws IOException {
    List<Journalled> read = new ArrayList<>();
    JournalReader.Walk walk = JournalReader.walk(dir, read::add);
    assertEquals(List.of(), walk.defects());
    assertEquals(lastSeq, read.size());
  }

  private void deleteAll() throws IOException {
    try (var paths = Files.list(dir)) {
      for (Path path : paths.toList()) {
        Files.delete(path);
      }
    }
    Files.delete(dir);
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    for (int i = 0; i < 500 && !condition.holds(); i++) {
      Thread.sleep(20);
    }
    assertTrue(condition.holds(), "not within ten seconds");
  }

  private Journal open() throws IOException {
    return Journal.open(dir, () -> Samples.AT_MILLIS, null, disk, 32L << 20);
  }

  private static Journalled put(Journal journal, JournalEntry entry) throws Exception {
    return journal.append(entry).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
