package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Deletes day files that are older than the record is to be kept, and says so in the journal.
 * Belongs to the recorder's thread.
 */
final class RecordRetention {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

  /** With one new file a day this keeps up; a clock that is years ahead costs this many files. */
  private static final int FILES_AT_ONCE = 4;

  private final DayFiles files;
  private final Consumer<JournalEntry> audit;

  RecordRetention(DayFiles files, Consumer<JournalEntry> audit) {
    this.files = files;
    this.audit = audit;
  }

  /** Deletes the oldest of the files whose day is more than {@code keepDays} before today. */
  void deleteOld(LocalDate today) {
    LocalDate firstKept = today.minusDays(files.settings().keepDays());
    try {
      DayName.in(files.settings().dir()).stream()
          .filter(name -> name.day().isBefore(firstKept) && !files.isOpen(name.path()))
          .limit(FILES_AT_ONCE)
          .forEach(this::delete);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Old day files cannot be looked for: {0}", e.getMessage());
    }
  }

  private void delete(DayName name) {
    try {
      Files.deleteIfExists(Seal.pathOf(name.logPath()));
      Files.deleteIfExists(name.logPath());
      Files.deleteIfExists(name.path());
      Files.deleteIfExists(Seal.pathOf(name.path()));
      audit.accept(
          new JournalEntry.OfNote(
              "deleted", name.name() + ", kept for " + files.settings().keepDays() + " days"));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} cannot be deleted: {1}", name.name(), e.getMessage());
    }
  }
}
