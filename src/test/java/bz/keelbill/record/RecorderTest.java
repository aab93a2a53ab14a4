package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Line;
import bz.keelbill.watch.Order;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger(Recorder.class.getName()), Logger.getLogger(Recording.class.getName()));
  private static final long DAY_MILLIS = 86_400_000;

  private final AtomicLong clock = new AtomicLong(Samples.AT_MILLIS);
  private final List<JournalEntry> notes = new CopyOnWriteArrayList<>();
  @TempDir Path dir;
  private long lines;

  @BeforeAll
  static void quiet() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @AfterAll
  static void loud() {
    LOGGERS.forEach(logger -> logger.setLevel(null));
  }

  @Test
  void readsBackTheSequenceAsItWasGiven() throws Exception {
    Line line = line("ais");
    Line odd = new Line("año/#1", -5, Long.MIN_VALUE, new byte[] {0, -1, 10, 13, 39});
    try (Recorder recorder = open()) {
      recorder.line(line);
      recorder.tick(clock.addAndGet(1_000));
      recorder.order(new Journalled(17, 0, clock.get(), Samples.order(4)));
      recorder.line(odd);
      recorder.line(new Line("ais", 3, 4, new byte[0]));
    }
    List<Recorded> read = all();
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), read.stream().map(Recorded::seq).toList());
    assertSame(line, read.get(0));
    assertEquals(new Recorded.OfTick(2, clock.get(), clock.get()), read.get(1));
    Order given = ((JournalEntry.OfOrder) Samples.order(4)).order();
    assertEquals(new Recorded.OfOrder(3, clock.get(), 17, given), read.get(2));
    assertSame(odd, read.get(3));
    assertEquals(0, ((Recorded.OfLine) read.get(4)).line().bytes().length);
  }

  private static void assertSame(Line expected, Recorded read) {
    Line line = ((Recorded.OfLine) read).line();
    assertEquals(expected.feed(), line.feed());
    assertEquals(expected.number(), line.number());
    assertEquals(expected.receivedAtMillis(), line.receivedAtMillis());
    assertTrue(Arrays.equals(expected.bytes(), line.bytes()));
  }

  @Test
  void theOpenDayIsReadBesideTheWriter() throws Exception {
    try (Recorder recorder = open()) {
      put(recorder, 5_000);
      awaitRows(recorder, 5_000);
      try (Recording recording = recorder.recordings().open(0, Long.MAX_VALUE)) {
        put(recorder, 5_000);
        awaitRows(recorder, 10_000);
        assertEquals(5_000, count(recording), "what came after the opening is not seen");
      }
      assertEquals(10_000, recorder.recordings().days().get(0).lines());
      put(recorder, 10);
    }
    assertEquals(10_010, all().size());
  }

  @Test
  void theSequenceGoesOnAfterARestart() throws Exception {
    for (int run = 0; run < 4; run++) {
      try (Recorder recorder = open()) {
        put(recorder, 100);
      }
    }
    List<Recorded> read = all();
    for (int i = 0; i < 400; i++) {
      assertEquals(i + 1, read.get(i).seq());
    }
    assertEquals(1, DayName.in(dir).size());
  }

  @Test
  void midnightOfUtcBeginsAnotherFile() throws Exception {
    long midnight = (Samples.AT_MILLIS / DAY_MILLIS + 1) * DAY_MILLIS;
    clock.set(midnight - 1);
    try (Recorder recorder = open()) {
      put(recorder, 10);
      clock.set(midnight);
      put(recorder, 20);
    }
    List<RecordedDay> days = Recordings.in(RecordSettings.in(dir)).days();
    assertEquals(List.of(10L, 20L), days.stream().map(RecordedDay::lines).toList());
    assertEquals(LocalDate.of(2026, 11, 23), days.get(0).day());
    assertEquals(midnight - 1, days.get(0).toMillis());
    assertEquals(midnight, days.get(1).fromMillis());
    assertEquals(30, all().size());
    try (Recording recording = Recordings.in(RecordSettings.in(dir)).open(midnight, midnight + 1)) {
      assertEquals(20, count(recording));
    }
  }

  @Test
  void aClockThatIsSetBackAndForthKeepsTheOrder() throws Exception {
    for (long jump : new long[] {0, DAY_MILLIS, -DAY_MILLIS, -3_600_000, 3_600_000, 0}) {
      clock.addAndGet(jump);
      try (Recorder recorder = open()) {
        put(recorder, 10);
        clock.addAndGet(-1_000);
        put(recorder, 10);
      }
    }
    List<Recorded> read = all();
    assertEquals(120, read.size());
    for (int i = 0; i < 120; i++) {
      assertEquals(i + 1, read.get(i).seq());
    }
  }

  @Test
  void manyPiecesComeInOrder() throws Exception {
    int count = 90_000;
    try (Recorder recorder = open()) {
      for (int i = 0; i < count; i++) {
        if (i % 3 == 0) {
          recorder.tick(i);
        } else {
          recorder.line(line("feed" + i % 7));
        }
      }
    }
    try (Recording recording = Recordings.in(RecordSettings.in(dir)).open(0, Long.MAX_VALUE)) {
      for (long seq = 1; seq <= count; seq++) {
        assertEquals(seq, recording.next().seq());
      }
      assertNull(recording.next());
      assertEquals(0, recording.missing());
    }
  }

  @Test
  void aFullQueueDropsLinesAndCountsThemButTakesOrders() throws Exception {
    RowQueue queue = new RowQueue(1_000);
    Recorded tick = new Recorded.OfTick(1, 1, 1);
    for (int i = 0; i < 1_500; i++) {
      queue.add(new Row.OfSequence(tick), false);
    }
    queue.add(new Row.OfSequence(tick), true);
    assertEquals(500, queue.dropped());
    assertEquals(1_001, queue.take(0).size());
    assertEquals(0, queue.size());
  }

  @Test
  void saysThatItIsBehindUntilTheDiskHasCaughtUp() throws Exception {
    RecordSettings settings = new RecordSettings(dir, dir.resolve("tmp"), 90, 256, 40_000);
    try (Recorder recorder = Recorder.open(settings, clock::get, entry -> {})) {
      assertFalse(recorder.isBehind());
      boolean wasBehind = false;
      for (int piece = 0; piece < 400 && !wasBehind; piece++) {
        put(recorder, 100);
        wasBehind = recorder.isBehind();
      }
      assertTrue(wasBehind, "nothing is written so fast");
      await(() -> !recorder.isBehind());
      assertEquals(0, recorder.state().lost());
    }
  }

  @Test
  void oldDaysAreDeletedAndTheJournalSaysSo() throws Exception {
    Path old = Files.write(dir.resolve("2026-08-24.duckdb"), new byte[] {1});
    Path kept = Files.write(dir.resolve("2026-08-25.duckdb"), new byte[] {1});
    Path foreign = Files.write(dir.resolve("2020-01-01.notes"), new byte[] {1});
    try (Recorder recorder = open()) {
      put(recorder, 1);
    }
    assertTrue(Files.notExists(old) && Files.exists(kept) && Files.exists(foreign));
    assertEquals(
        List.of(new JournalEntry.OfNote("deleted", "2026-08-24.duckdb, kept for 90 days")),
        notes.stream().filter(note -> note.toString().contains("deleted")).toList());
  }

  @Test
  void theOldestDaysAreDeletedWhereTheRecordTakesMoreOfTheDiskThanItMay() throws Exception {
    Path oldest = Files.write(dir.resolve("2026-11-20.duckdb"), new byte[3_000_000]);
    Path seal = Files.write(dir.resolve("2026-11-20.duckdb.seal"), new byte[100]);
    Path later = Files.write(dir.resolve("2026-11-21.duckdb"), new byte[3_000_000]);
    Path latest = Files.write(dir.resolve("2026-11-22.duckdb"), new byte[3_000_000]);
    RecordSettings settings = RecordSettings.in(dir).keeping(90, 5_000_000);
    try (Recorder recorder = Recorder.open(settings, clock::get, notes::add)) {
      put(recorder, 1);
    }
    assertTrue(Files.notExists(oldest) && Files.notExists(seal) && Files.notExists(later));
    assertTrue(Files.exists(latest));
    assertEquals(
        List.of(
            new JournalEntry.OfNote("deleted", "2026-11-20.duckdb, the record had more than 5 MB"),
            new JournalEntry.OfNote("deleted", "2026-11-21.duckdb, the record had more than 5 MB")),
        notes.stream().filter(note -> note.toString().contains("deleted")).toList());
  }

  /** Once the limit was one of day files alone, and checkpoints took as much again. */
  @Test
  void checkpointsOfPastDaysCountAndGoWithTheirDay(@TempDir Path beside) throws Exception {
    Path oldest = Files.write(dir.resolve("2026-11-21.duckdb"), new byte[1_000_000]);
    Path latest = Files.write(dir.resolve("2026-11-22.duckdb"), new byte[1_000_000]);
    Path itsMemory = Files.write(beside.resolve("past-2026-11-21T0810.bin"), new byte[2_000_000]);
    Path noMemory = Files.write(beside.resolve("past-2026-99-21T0810.bin"), new byte[9]);
    Path kept = Files.write(beside.resolve("past-2026-11-22T08.bin"), new byte[2_000_000]);
    RecordSettings settings = RecordSettings.in(dir).withCheckpoints(beside).keeping(90, 5_000_000);
    try (Recorder recorder = Recorder.open(settings, clock::get, notes::add)) {
      put(recorder, 1);
    }
    assertTrue(Files.notExists(oldest) && Files.notExists(itsMemory));
    assertTrue(Files.exists(latest) && Files.exists(kept) && Files.exists(noMemory));
  }

  @Test
  void aFileThatIsNoDataBaseIsLeftAloneAndAnotherBegun() throws Exception {
    byte[] rubbish = new byte[50_000];
    new Random(1).nextBytes(rubbish);
    Path damaged = Files.write(dir.resolve("2026-11-23.duckdb"), rubbish);
    try (Recorder recorder = open()) {
      put(recorder, 10);
      awaitRows(recorder, 10);
      assertNull(recorder.state().degraded());
      assertEquals("2026-11-23.1.duckdb", recorder.state().file());
    }
    assertTrue(Arrays.equals(rubbish, Files.readAllBytes(damaged)));
    RecordedDay day = Recordings.in(RecordSettings.in(dir)).days().get(0);
    assertEquals(10, day.lines());
    assertTrue(day.problem().startsWith("2026-11-23.duckdb cannot be read"));
    try (Recording recording = Recordings.in(RecordSettings.in(dir)).open(0, Long.MAX_VALUE)) {
      assertEquals(1, recording.problems().size());
      assertEquals(10, count(recording));
    }
  }

  @Test
  void whereOnlyLinesAreWantedOrdersAndTicksAreLeftOut() throws Exception {
    try (Recorder recorder = open()) {
      put(recorder, 10);
      recorder.tick(Samples.AT_MILLIS);
      put(recorder, 10);
      recorder.tick(Samples.AT_MILLIS + 1_000);
      put(recorder, 10);
    }
    try (Recording recording = Recordings.in(RecordSettings.in(dir)).open(0, Long.MAX_VALUE)) {
      recording.giveOnlyLinesBefore(20, feed -> 0);
      assertEquals(31, count(recording));
      assertEquals(0, recording.missing());
    }
  }

  @Test
  void ofEachFeedThoseLinesAreGivenThatItsDecoderRemembers() throws Exception {
    long begun = clock.get();
    try (Recorder recorder = open()) {
      for (int second = 0; second < 100; second++) {
        clock.set(begun + second * 1_000L);
        recorder.line(line("ais"));
        recorder.line(line("radar"));
        recorder.line(line("o'hare"));
        recorder.tick(clock.get());
      }
    }
    try (Recording recording = Recordings.in(RecordSettings.in(dir)).open(0, Long.MAX_VALUE)) {
      recording.giveOnlyLinesBefore(
          361,
          feed ->
              switch (feed) {
                case "ais" -> begun + 80_000;
                case "radar" -> begun + 90_000;
                default -> 0;
              });
      Map<String, Integer> before = new TreeMap<>();
      int after = 0;
      long lastSeq = 0;
      for (Recorded entry = recording.next(); entry != null; entry = recording.next()) {
        assertTrue(entry.seq() > lastSeq, "in order");
        lastSeq = entry.seq();
        if (entry.seq() < 361) {
          before.merge(((Recorded.OfLine) entry).line().feed(), 1, Integer::sum);
        } else {
          after++;
        }
      }
      assertEquals(Map.of("ais", 10, "o'hare", 90), before);
      assertEquals(40, after);
      assertEquals(0, recording.missing());
    }
  }

  @Test
  void whoReadsTheDayAtTheStartDoesNotKeepTheWriterFromItsFile() throws Exception {
    try (Recorder recorder = open()) {
      put(recorder, 10);
    }
    try (Recorder recorder = open();
        Recording recording = recorder.recordings().open(0, Long.MAX_VALUE)) {
      assertEquals(1, recording.next().seq());
      put(recorder, 10);
      awaitRows(recorder, 10);
      assertEquals("2026-11-23.duckdb", recorder.state().file());
    }
    assertEquals(List.of(), notes, "nothing failed");
  }

  @Test
  void aFileOfALaterVersionIsNotTouched() throws Exception {
    try (Recorder recorder = open()) {
      put(recorder, 10);
    }
    Path file = dir.resolve("2026-11-23.duckdb");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("update about set text = '3' where name = 'schema'");
    }
    byte[] before = Files.readAllBytes(file);
    try (Recorder recorder = open()) {
      put(recorder, 10);
      awaitRows(recorder, 10);
      assertEquals("2026-11-23.1.duckdb", recorder.state().file());
    }
    assertTrue(Arrays.equals(before, Files.readAllBytes(file)));
  }

  @Test
  void aDirectoryTakenAwayCostsNoMoreThanWhatWasInIt() throws Exception {
    Path record = dir.resolve("record");
    RecordSettings settings = new RecordSettings(record, dir.resolve("tmp"), 90, 256, 300_000);
    try (Recorder recorder = Recorder.open(settings, clock::get, notes::add)) {
      put(recorder, 10);
      awaitRows(recorder, 10);
      try (var paths = Files.list(record)) {
        for (Path path : paths.toList()) {
          Files.delete(path);
        }
      }
      Files.delete(record);
      Files.write(record, new byte[] {1});
      put(recorder, 10);
      await(() -> recorder.state().degraded() != null);
      Files.delete(record);
      await(() -> recorder.state().degraded() == null);
    }
    try (Recording recording = Recordings.in(settings).open(0, Long.MAX_VALUE)) {
      assertEquals(10, count(recording));
    }
    assertEquals(2, notes.size(), "failed, and recording again");
  }

  @Test
  void flippedBitsAreFoundOrHarmless() throws Exception {
    try (Recorder recorder = open()) {
      put(recorder, 3_000);
    }
    Path file = dir.resolve("2026-11-23.duckdb");
    byte[] whole = Files.readAllBytes(file);
    List<Recorded> good = all();
    long seed = System.nanoTime();
    System.out.println("RecorderTest flips with seed " + seed);
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < 60; i++) {
      byte[] changed = whole.clone();
      int at = random.nextInt(whole.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);
      String where = "seed " + seed + ", byte " + at;
      try (Recording recording = Recordings.in(RecordSettings.in(dir)).open(0, Long.MAX_VALUE)) {
        int read = count(recording);
        boolean named = !recording.problems().isEmpty() || recording.missing() > 0;
        assertTrue(named || read == good.size(), where);
        found += named ? 1 : 0;
      }
    }
    assertTrue(found > 0, "seed " + seed);
  }

  @Test
  void showsItsFigures() throws Exception {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (Recorder recorder = open()) {
      recorder.measure(meters);
      put(recorder, 10);
      awaitRows(recorder, 10);
      String text = meters.scrape();
      assertTrue(text.contains("keelbill_record_rows_total 10.0"), text);
      assertTrue(text.contains("keelbill_record_lag_seconds 0.0"), text);
      assertEquals(0, recorder.state().lost());
      assertNotNull(recorder.state().file());
    }
  }

  private void put(Recorder recorder, int count) {
    for (int i = 0; i < count; i++) {
      recorder.line(line("ais"));
    }
  }

  private Line line(String feed) {
    byte[] bytes = ("!AIVDM,1,1,,A," + lines + ",0*00").getBytes(StandardCharsets.ISO_8859_1);
    return new Line(feed, ++lines, clock.get(), bytes);
  }

  private Recorder open() throws IOException {
    return Recorder.open(RecordSettings.in(dir), clock::get, notes::add);
  }

  private List<Recorded> all() throws IOException {
    List<Recorded> all = new ArrayList<>();
    try (Recording recording = Recordings.in(RecordSettings.in(dir)).open(0, Long.MAX_VALUE)) {
      for (Recorded next = recording.next(); next != null; next = recording.next()) {
        all.add(next);
      }
    }
    return all;
  }

  private static int count(Recording recording) {
    int count = 0;
    while (recording.next() != null) {
      count++;
    }
    return count;
  }

  private static void awaitRows(Recorder recorder, long rows) throws InterruptedException {
    await(() -> recorder.state().rows() >= rows);
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    for (int i = 0; i < 1_000 && !condition.holds(); i++) {
      Thread.sleep(20);
    }
    assertTrue(condition.holds(), "not within twenty seconds");
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    for (int[] bad : new int[][] {{0, 512, 10_000}, {90, 1, 10_000}, {90, 512, 1}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new RecordSettings(dir, dir, bad[0], bad[1], bad[2]));
    }
  }
}
