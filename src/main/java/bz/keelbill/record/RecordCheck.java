package bz.keelbill.record;

import bz.keelbill.json.OrderJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Checks what is kept: that nothing in it was changed, added or taken away since it was written.
 * Changes nothing itself. One thread, no event loop.
 */
public final class RecordCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Flaw> flaws = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> seals = new HashMap<>();
  private final Map<String, Map<Long, String>> heads = new HashMap<>();
  private final Map<Long, String> orders = new HashMap<>();
  private final Map<Long, String> batchHashes = new HashMap<>();
  private final Path tempDir;
  private boolean knowsJournal;
  private boolean knowsFile;

  /** With a folder for what does not fit in memory. */
  public RecordCheck(Path tempDir) {
    this.tempDir = tempDir;
  }

  /** What is wrong; empty if everything is as it was written. */
  public List<Flaw> flaws() {
    return List.copyOf(flaws);
  }

  /** What was looked at, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** A folder with {@code journal} and {@code days}: each by itself, and the one by the other. */
  public void data(Path dir) throws IOException {
    if (Files.isDirectory(dir.resolve("journal"))) {
      journal(dir.resolve("journal"));
    }
    if (Files.isDirectory(dir.resolve("days"))) {
      days(dir.resolve("days"));
    }
  }

  /** A folder of journal files. */
  public void journal(Path dir) throws IOException {
    JournalReader.Walk walk = JournalReader.walk(dir, this::take);
    knowsJournal = true;
    add(walk.defects());
    notes.add("journal: " + walk.lastSeq() + " entries, the last one " + walk.lastHash());
  }

  /** One journal file by itself; what stands before it is taken as it says. */
  public void journalFile(Path path) throws IOException {
    JournalReader.Walk walk = JournalReader.walkFile(path);
    add(walk.defects());
    notes.add(path.getFileName() + ": up to entry " + walk.lastSeq() + ", " + walk.lastHash());
  }

  private void add(List<JournalDefect> defects) {
    defects.forEach(
        defect ->
            flaws.add(
                new Flaw(
                    defect.file(),
                    "line " + defect.line() + ", entry " + defect.seq(),
                    defect.what())));
  }

  private void take(Journalled entry) {
    if (entry.entry() instanceof JournalEntry.OfOrder given) {
      orders.put(entry.seq(), body(given));
    } else if (entry.entry() instanceof JournalEntry.OfNote note) {
      Matcher sealed = Noted.sealed(note);
      if (sealed != null) {
        seals.put(sealed.group(1), sealed.group(2));
      }
      Matcher chain = Noted.chain(note);
      if (chain != null) {
        heads
            .computeIfAbsent(chain.group(1), file -> new HashMap<>())
            .put(Long.parseLong(chain.group(2)), chain.group(3));
      }
    }
  }

  private static String body(JournalEntry.OfOrder given) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      OrderJson.write(given.order(), json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  /** A folder of day files, each against the one before it. */
  public void days(Path dir) throws IOException {
    for (DayName name : DayName.in(dir)) {
      day(name.path());
    }
    for (String sealed : seals.keySet()) {
      boolean isDay = sealed.endsWith(".duckdb");
      if (isDay && !Files.exists(dir.resolve(sealed))) {
        notes.add(sealed + ": sealed, and not here any more");
      }
    }
  }

  /** One day file, with its seal if it has one. */
  public void day(Path path) throws IOException {
    String name = path.getFileName().toString();
    checkSeal(path);
    Path log = path.resolveSibling(name + ".wal");
    if (Files.exists(log) && Seal.isSealed(log)) {
      checkSeal(log);
    } else if (Files.exists(log) && Seal.isSealed(path)) {
      flaws.add(new Flaw(log.getFileName().toString(), null, "it came after the day was sealed"));
    }
    RecordSettings usual = RecordSettings.in(path.toAbsolutePath().getParent());
    DayFiles files =
        new DayFiles(
            new RecordSettings(
                usual.dir(),
                tempDir,
                usual.keepDays(),
                usual.memoryMegabytes(),
                usual.queueRows()));
    try (DayFiles.Lease lease = files.forReading(path)) {
      check(name, lease);
    } catch (SQLException | RuntimeException e) {
      unreadable(name, RecordEnd.reason(e));
    }
  }

  private void unreadable(String name, String reason) {
    if (reason.contains("Conflicting lock")) {
      notes.add(name + ": not checked, a running watch is writing it");
    } else {
      flaws.add(new Flaw(name, null, "it cannot be read: " + reason));
    }
  }

  private void checkSeal(Path path) throws IOException {
    String name = path.getFileName().toString();
    String noted = seals.get(name);
    if (Seal.isSealed(path)) {
      Seal.check(path, noted, flaws);
      notes.add(name + ": sealed" + (noted == null ? "" : ", and the journal says so"));
    } else if (noted != null) {
      flaws.add(new Flaw(name + ".seal", null, "the seal is gone"));
      if (!Seal.sha256(path).equals(noted)) {
        flaws.add(new Flaw(name, null, "it is not the file that was sealed"));
      }
    }
  }

  private void check(String name, DayFiles.Lease lease) throws SQLException {
    DayCheck check = new DayCheck(name, lease, flaws);
    if (!DayFile.hasTables(lease)) {
      notes.add(name + ": begun, and nothing in it");
    } else if (check.run()) {
      notes.add(name + ": " + check.batches().size() + " batches, " + check.rows() + " rows");
      follow(name, check.batches());
      compareHeads(name);
      compareOrders(name, check.orders());
    } else {
      notes.add(name + ": written before rows were chained; only its seal can be checked");
    }
  }

  /** The first batch follows on one of a file before it. */
  private void follow(String name, List<DayCheck.Batch> batches) {
    if (batches.isEmpty()) {
      return;
    }
    DayCheck.Batch first = batches.get(0);
    String before = batchHashes.get(first.number() - 1);
    if (knowsFile && before == null && first.number() > 1) {
      flaws.add(
          new Flaw(
              name, "batch " + first.number(), "the batch before it is in no file that is here"));
    } else if (before != null && !before.equals(first.prev())) {
      flaws.add(
          new Flaw(name, "batch " + first.number(), "it does not follow on the file before it"));
    }
    batches.forEach(batch -> batchHashes.put(batch.number(), batch.hash()));
    knowsFile = true;
  }

  private void compareHeads(String name) {
    heads
        .getOrDefault(name, Map.of())
        .forEach(
            (batch, hash) -> {
              if (!hash.equals(batchHashes.get(batch))) {
                flaws.add(
                    new Flaw(name, "batch " + batch, "it is not the one that the journal notes"));
              }
            });
  }

  private void compareOrders(String name, Map<Long, String> recorded) {
    recorded.forEach(
        (seq, body) -> {
          if (knowsJournal && !body.equals(orders.get(seq))) {
            flaws.add(
                new Flaw(
                    name, "orders, entry " + seq + " of the journal", "the journal has another"));
          }
        });
  }
}
