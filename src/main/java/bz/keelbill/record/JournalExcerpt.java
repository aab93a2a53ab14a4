package bz.keelbill.record;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The lines of a journal that belong to one alert, as they stand in it byte for byte, and the
 * hashes of all lines between the first and the last of its period.
 *
 * <p>An entry that is left out cannot be read here, but neither can one be slipped in between two
 * that are: each names the hash of the one before it.
 */
public final class JournalExcerpt {
  private final List<Journalled> entries = new ArrayList<>();
  private final List<byte[]> lines = new ArrayList<>();
  private final Map<Long, String> chain = new TreeMap<>();
  private final List<Flaw> flaws = new ArrayList<>();

  private JournalExcerpt() {}

  /** The entries, in order. */
  public List<Journalled> entries() {
    return entries;
  }

  /** What is not as it was written. */
  public List<Flaw> flaws() {
    return flaws;
  }

  /** All entries about an alert, in order. */
  public static List<Journalled> about(Path journalDir, String alertId) throws IOException {
    List<Journalled> found = new ArrayList<>();
    JournalReader.walkLines(
        journalDir,
        line -> {
          if (alertId.equals(line.stub().alertId())) {
            found.add(line.journalled());
          }
        });
    return found;
  }

  /** All orders of a journal with their places, the oldest first. */
  public static List<Journalled> orders(Path journalDir) throws IOException {
    List<Journalled> orders = new ArrayList<>();
    JournalReader.walk(
        journalDir,
        entry -> {
          if (entry.entry() instanceof JournalEntry.OfOrder) {
            orders.add(entry);
          }
        });
    return orders;
  }

  /**
   * Takes the lines that are wanted.
   *
   * @param fromMillis the hashes of all lines from here on
   * @param toMillis to here
   */
  public static JournalExcerpt take(
      Path journalDir, long fromMillis, long toMillis, Predicate<Journalled> wanted)
      throws IOException {
    JournalExcerpt excerpt = new JournalExcerpt();
    JournalReader.walkLines(
        journalDir,
        line -> {
          long at = line.stub().atMillis();
          if (at >= fromMillis && at < toMillis) {
            excerpt.chain.put(line.stub().seq(), line.hash());
          }
          Journalled entry = line.journalled();
          if (wanted.test(entry)) {
            excerpt.entries.add(entry);
            excerpt.lines.add(line.bytes());
          }
        });
    return excerpt;
  }

  /** The wanted lines, each with its line end. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(new String(line, StandardCharsets.UTF_8)).append('\n'));
    return text.toString();
  }

  /** Number and hash of each line of the period. */
  public String chainText() {
    StringBuilder text = new StringBuilder();
    chain.forEach((seq, hash) -> text.append(seq).append(' ').append(hash).append('\n'));
    return text.toString();
  }

  /** Reads one back and checks each line, and each against the one before it. */
  public static JournalExcerpt read(byte[] text, String chainText) {
    JournalExcerpt read = new JournalExcerpt();
    read.readChain(chainText);
    int from = 0;
    int number = 0;
    JournalLine last = null;
    while (from < text.length) {
      int to = from;
      while (to < text.length && text[to] != '\n') {
        to++;
      }
      number++;
      last = read.readLine(text, from, to, number, last);
      from = to + 1;
    }
    return read;
  }

  private JournalLine readLine(byte[] text, int from, int to, int number, JournalLine last) {
    try {
      JournalLine line = JournalLine.read(text, from, to);
      long seq = line.stub().seq();
      String before = chain.get(seq - 1);
      boolean next = last != null && last.stub().seq() == seq - 1;
      boolean follows =
          (last == null || last.stub().seq() < seq)
              && (!next || line.prev().equals(last.hash()))
              && (before == null || before.equals(line.prev()))
              && line.hash().equals(chain.getOrDefault(seq, line.hash()));
      if (!follows) {
        flaw("line " + number, "it does not follow on the entry before it");
      }
      entries.add(line.journalled());
      return line;
    } catch (IllegalArgumentException e) {
      flaw("line " + number, e.getMessage());
      return last;
    }
  }

  private void readChain(String text) {
    long expected = Long.MIN_VALUE;
    for (String line : text.lines().toList()) {
      if (!line.matches("\\d{1,18} [0-9a-f]{64}")) {
        flaw(null, "a line of the chain cannot be read");
        return;
      }
      long seq = Long.parseLong(line.substring(0, line.indexOf(' ')));
      if (expected != Long.MIN_VALUE && seq != expected) {
        flaw(null, "entry " + expected + " is missing in the chain");
      }
      chain.put(seq, line.substring(line.indexOf(' ') + 1));
      expected = seq + 1;
    }
  }

  private void flaw(String place, String what) {
    flaws.add(new Flaw("journal.jsonl", place, what));
  }

  /** The alert as an entry says it; null if the entry is about something else. */
  public static Alert alert(Journalled entry) {
    return entry.entry() instanceof JournalEntry.OfAlert about ? about.alert() : null;
  }

  /** Whether an entry is the first of an alert. */
  public static boolean isRaising(Journalled entry) {
    return entry.entry() instanceof JournalEntry.OfAlert about && about.what() == What.RAISED;
  }
}
