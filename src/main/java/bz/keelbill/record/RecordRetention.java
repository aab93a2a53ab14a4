package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Deletes day files that are older than the record is to be kept, and the oldest of those that take
 * more of the disk than they may, with the checkpoints of their day; says so in the journal.
 * Belongs to the thread of {@link RecordUpkeep}.
 */
final class RecordRetention {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

  /** With one new file a day this keeps up; a clock that is years ahead costs this many files. */
  private static final int FILES_AT_ONCE = 4;

  private final DayFiles files;
  private final PastCheckpoints checkpoints;
  private final Consumer<JournalEntry> audit;

  RecordRetention(DayFiles files, Consumer<JournalEntry> audit) {
    this.files = files;
    checkpoints =
        new PastCheckpoints(files.settings().checkpointsDir(), files.settings().keepDays());
    this.audit = audit;
  }

  /** A file is begun: deletes the oldest of those that are too old. */
  void deleteOld(LocalDate today) {
    LocalDate firstKept = today.minusDays(files.settings().keepDays());
    String kept = "kept for " + files.settings().keepDays() + " days";
    try {
      before(firstKept).stream().limit(FILES_AT_ONCE).forEach(name -> delete(name, kept));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Old day files cannot be looked for: {0}", e.getMessage());
    }
  }

  /** Deletes the oldest files before today if there are too many bytes. */
  void deleteTooMany(LocalDate today) {
    long limit = files.settings().keepBytes();
    if (limit == Long.MAX_VALUE) {
      return;
    }
    try {
      deleteAbove(limit, today);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The record cannot be measured: {0}", e.getMessage());
    }
  }

  private void deleteAbove(long limit, LocalDate today) throws IOException {
    Map<String, Long> remembered = checkpoints.bytesByDay();
    long bytes = remembered.values().stream().mapToLong(Long::longValue).sum();
    for (DayName name : DayName.in(files.settings().dir())) {
      bytes += bytes(name);
    }
    for (DayName name : before(today)) {
      if (bytes <= limit) {
        return;
      }
      bytes -= bytes(name);
      delete(name, "the record had more than " + limit / 1_000_000 + " MB");
      String day = name.day().toString();
      Long ofThatDay = remembered.remove(day);
      if (ofThatDay != null) {
        bytes -= ofThatDay;
        checkpoints.deleteOf(day);
      }
    }
  }

  /** The files of days before one that nobody has open, the oldest first. */
  private List<DayName> before(LocalDate day) throws IOException {
    return DayName.in(files.settings().dir()).stream()
        .filter(name -> name.day().isBefore(day) && !files.isOpen(name.path()))
        .toList();
  }

  private static long bytes(DayName name) throws IOException {
    long bytes = 0;
    for (Path file :
        List.of(
            name.path(), name.logPath(), Seal.pathOf(name.path()), Seal.pathOf(name.logPath()))) {
      bytes += Files.exists(file) ? Files.size(file) : 0;
    }
    return bytes;
  }

  private void delete(DayName name, String why) {
    try {
      Files.deleteIfExists(Seal.pathOf(name.logPath()));
      Files.deleteIfExists(name.logPath());
      Files.deleteIfExists(name.path());
      Files.deleteIfExists(Seal.pathOf(name.path()));
      audit.accept(new JournalEntry.OfNote("deleted", name.name() + ", " + why));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} cannot be deleted: {1}", name.name(), e.getMessage());
    }
  }
}
