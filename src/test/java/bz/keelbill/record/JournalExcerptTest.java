package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalExcerptTest {
  @TempDir Path dir;
  private List<String> lines;
  private String chain;

  /** Every second entry of twenty, and the hashes of all. */
  @BeforeEach
  void take() throws Exception {
    try (Journal journal = Journal.open(dir, () -> Samples.AT_MILLIS)) {
      for (int i = 0; i < 20; i++) {
        journal
            .append(i % 2 == 0 ? Samples.raised(i) : Samples.order(i))
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
      }
    }
    JournalExcerpt taken =
        JournalExcerpt.take(
            dir, 0, Long.MAX_VALUE, entry -> entry.entry() instanceof JournalEntry.OfOrder);
    lines = taken.text().lines().toList();
    chain = taken.chainText();
    assertEquals(10, lines.size());
    assertEquals(21, chain.lines().count());
  }

  private List<Flaw> flaws(List<String> journal, String hashes) {
    byte[] text = (String.join("\n", journal) + "\n").getBytes(StandardCharsets.UTF_8);
    return JournalExcerpt.read(text, hashes).flaws();
  }

  @Test
  void whatWasTakenIsAsItStandsInTheJournal() {
    assertEquals(List.of(), flaws(lines, chain));
  }

  @Test
  void anEntryThatIsChangedWithItsOwnHashDoesNotFollow() {
    JournalLine real = line(lines.get(4));
    JournalLine.Written forged =
        JournalLine.write(
            new Journalled(real.stub().seq(), 0, real.stub().atMillis(), Samples.order(99)),
            real.prev());
    List<String> changed = new ArrayList<>(lines);
    changed.set(4, new String(forged.bytes(), StandardCharsets.UTF_8).strip());
    assertEquals("line 5", flaws(changed, chain).get(0).place());
    String rehashed = chain.replace(real.hash(), forged.hash());
    assertEquals(
        List.of(), flaws(changed, rehashed), "what follows is not here, so it cannot contradict");
    List<String> withNext = new ArrayList<>(changed);
    withNext.add(5, entryAfter(real));
    assertFalse(flaws(withNext, rehashed).isEmpty(), "the entry after it names the real one");
  }

  private String entryAfter(JournalLine real) {
    try {
      JournalExcerpt all = JournalExcerpt.take(dir, 0, Long.MAX_VALUE, entry -> true);
      return all.text().lines().toList().get((int) real.stub().seq());
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JournalLine line(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return JournalLine.read(bytes, 0, bytes.length);
  }

  @Test
  void entriesThatAreSwappedDoNotFollow() {
    List<String> swapped = new ArrayList<>(lines);
    Collections.swap(swapped, 2, 3);
    assertFalse(flaws(swapped, chain).isEmpty());
  }

  @Test
  void aHashThatIsTakenOutOfTheChainIsMissed() {
    List<String> hashes = new ArrayList<>(chain.lines().toList());
    hashes.remove(7);
    assertFalse(flaws(lines, String.join("\n", hashes)).isEmpty());
  }
}
