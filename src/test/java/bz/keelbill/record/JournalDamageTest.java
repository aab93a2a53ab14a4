package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {
  private static final int ENTRIES = 12;
  private static final int FLIPS = 500;
  private static final Logger LOGGER = Logger.getLogger(Journal.class.getName());
  @TempDir Path dir;
  private Path file;
  private byte[] whole;
  private List<Journalled> good;

  @BeforeAll
  static void quiet() {
    LOGGER.setLevel(Level.OFF);
  }

  @AfterAll
  static void loud() {
    LOGGER.setLevel(null);
  }

  @BeforeEach
  void writeAJournal() throws Exception {
    try (Journal journal = open()) {
      for (int i = 1; i < ENTRIES; i++) {
        put(journal, i % 3 == 0 ? Samples.order(i) : Samples.raised(i));
      }
    }
    file = JournalFile.in(dir).get(0).path();
    whole = Files.readAllBytes(file);
    good = new ArrayList<>();
    JournalReader.walk(dir, good::add);
    assertEquals(ENTRIES, good.size());
  }

  @Test
  void aCutAnywhereInTheLastEntryLosesThatEntryAlone() throws Exception {
    int start = startOfLine(ENTRIES);
    for (int length = start; length < whole.length; length += length % 50 == 0 ? 1 : 13) {
      cutAndCheck(length, start);
    }
    for (int length = whole.length - 3; length <= whole.length; length++) {
      cutAndCheck(length, start);
    }
    cutAndCheck(start + 1, start);
  }

  private void cutAndCheck(int length, int start) throws Exception {
    clean();
    Files.write(file, Arrays.copyOf(whole, length));
    boolean lastIsWhole = length >= whole.length - 1;
    int expected = lastIsWhole ? ENTRIES : ENTRIES - 1;
    try (Journal journal = open()) {
      boolean torn = length > start && !lastIsWhole;
      assertEquals(torn ? 1 : 0, journal.state().defects().size(), "cut at " + length);
      Journalled next = put(journal, Samples.raised(99));
      assertEquals(expected + 1, next.seq(), "cut at " + length);
      if (torn) {
        JournalDefect defect = journal.state().defects().get(0);
        assertEquals(ENTRIES, defect.seq());
        byte[] aside = Files.readAllBytes(dir.resolve(file.getFileName() + ".torn-1"));
        assertEquals(length - start, aside.length);
      }
    }
    List<Journalled> read = new ArrayList<>();
    JournalReader.Walk walk = JournalReader.walk(dir, read::add);
    assertEquals(List.of(), walk.defects(), "cut at " + length);
    assertEquals(good.subList(0, expected), read.subList(0, expected));
    assertEquals(expected + 1, read.size());
  }

  @Test
  void zerosAtTheEndAreATornEntry() throws Exception {
    Files.write(file, Arrays.copyOf(whole, whole.length + 4_096));
    try (Journal journal = open()) {
      assertEquals(ENTRIES + 1, put(journal, Samples.raised(99)).seq());
      assertFalse(journal.state().defects().isEmpty());
    }
    try (Journal journal = open()) {
      assertEquals(List.of(), journal.state().defects());
    }
  }

  @Test
  void everyFlippedBitIsFoundAndItsEntryNamed() throws Exception {
    long seed = System.nanoTime();
    System.out.println("JournalDamageTest flips with seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < FLIPS; i++) {
      int at = random.nextInt(whole.length);
      int bit = random.nextInt(8);
      flipAndCheck(at, bit, "seed " + seed + ", bit " + bit + " of byte " + at);
    }
  }

  private void flipAndCheck(int at, int bit, String where) throws IOException {
    byte[] changed = whole.clone();
    changed[at] ^= (byte) (1 << bit);
    Files.write(file, changed);
    List<Journalled> read = new ArrayList<>();
    JournalReader.Walk walk = JournalReader.walk(dir, read::add);
    long hit = lineAt(at);
    assertFalse(walk.defects().isEmpty(), where);
    assertEquals(hit, walk.defects().get(0).seq(), where);
    assertEquals(hit, walk.defects().get(0).line(), where);
    assertEquals(good.subList(0, (int) hit - 1), read.subList(0, (int) hit - 1), where);
    // A line end that was hit takes the line after it along; the rest is read.
    int lost = changed[at] == '\n' || whole[at] != '\n' ? 1 : 2;
    boolean lastLineEnd = at == whole.length - 1;
    assertEquals(ENTRIES - (lastLineEnd ? 1 : lost), read.size(), where);
    assertTrue(good.containsAll(read), where);
  }

  @Test
  void aDamagedJournalIsGoneOnWithInANewFile() throws Exception {
    byte[] changed = whole.clone();
    changed[startOfLine(5) + 30] ^= 1;
    Files.write(file, changed);
    try (Journal journal = open()) {
      assertEquals(5, journal.state().defects().get(0).seq());
      assertEquals(ENTRIES + 1, put(journal, Samples.raised(99)).seq());
    }
    assertEquals(2, JournalFile.in(dir).size());
    try (Journal journal = open()) {
      assertEquals(1, journal.state().defects().size());
      assertEquals(ENTRIES + 1, journal.state().lastSeq());
    }
  }

  @Test
  void anEntryTakenOutIsMissed() throws Exception {
    int from = startOfLine(4);
    int to = startOfLine(5);
    byte[] without = new byte[whole.length - (to - from)];
    System.arraycopy(whole, 0, without, 0, from);
    System.arraycopy(whole, to, without, from, whole.length - to);
    Files.write(file, without);
    JournalReader.Walk walk = JournalReader.walk(dir, each -> {});
    assertEquals(1, walk.defects().size());
    assertEquals(4, walk.defects().get(0).seq());
  }

  @Test
  void aForgedEntryWithAGoodHashBreaksTheChain() throws Exception {
    int from = startOfLine(4);
    int to = startOfLine(5);
    Journalled forged = new Journalled(4, 0, Samples.AT_MILLIS, Samples.order(77));
    String prev = JournalLine.read(whole, startOfLine(3), from - 1).hash();
    byte[] line = JournalLine.write(forged, prev).bytes();
    byte[] with = new byte[whole.length - (to - from) + line.length];
    System.arraycopy(whole, 0, with, 0, from);
    System.arraycopy(line, 0, with, from, line.length);
    System.arraycopy(whole, to, with, from + line.length, whole.length - to);
    Files.write(file, with);
    JournalReader.Walk walk = JournalReader.walk(dir, each -> {});
    assertEquals(5, walk.defects().get(0).seq(), "the first that does not follow");
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    try (Journal journal = Journal.open(dir, () -> Samples.AT_MILLIS + 86_400_000L)) {
      put(journal, Samples.order(1));
    }
    Files.delete(file);
    JournalReader.Walk walk = JournalReader.walk(dir, each -> {});
    assertEquals(1, walk.defects().size());
    assertTrue(walk.defects().get(0).toString().contains("entry 13 stands here"));
  }

  private long lineAt(int at) {
    long line = 1;
    for (int i = 0; i < at; i++) {
      line += whole[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private int startOfLine(int number) {
    int at = 0;
    for (int line = 1; line < number; at++) {
      line += whole[at] == '\n' ? 1 : 0;
    }
    return at;
  }

  private void clean() throws IOException {
    try (var paths = Files.list(dir)) {
      for (Path path : paths.toList()) {
        Files.delete(path);
      }
    }
  }

  private Journal open() throws IOException {
    return Journal.open(dir, () -> Samples.AT_MILLIS);
  }

  private static Journalled put(Journal journal, JournalEntry entry) throws Exception {
    return journal.append(entry).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
