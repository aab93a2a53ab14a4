package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts the files of days that are over in order and seals them, and tells the journal, whose chain
 * then vouches for them. Belongs to the thread of {@link RecordUpkeep}.
 */
final class RecordSeals {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

  /** With one day a day this keeps up; after an update the others follow hour by hour. */
  private static final int FILES_AT_ONCE = 2;

  private final DayFiles files;
  private final Consumer<JournalEntry> audit;

  RecordSeals(DayFiles files, Consumer<JournalEntry> audit) {
    this.files = files;
    this.audit = audit;
  }

  /** Seals files of days before today that nobody has open. */
  void sealOld(LocalDate today) {
    try {
      List<DayName> open =
          DayName.in(files.settings().dir()).stream()
              .filter(name -> name.day().isBefore(today) && !files.isOpen(name.path()))
              .filter(name -> !Seal.isSealed(name.path()))
              .limit(FILES_AT_ONCE)
              .toList();
      for (DayName name : open) {
        putInOrder(name);
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        seal(name.path());
        if (Files.exists(name.logPath())) {
          seal(name.logPath());
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A day file could not be sealed: {0}", e.getMessage());
    }
  }

  /**
   * A day that stays as it was written can be asked too, only slower; it is sealed all the same.
   */
  private void putInOrder(DayName name) throws IOException {
    try {
      OrderedDay.put(files, name);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "{0} stays as it was written: {1}", name.name(), RecordEnd.reason(e));
    }
  }

  private void seal(Path file) throws IOException {
    String sha256 = Seal.put(file);
    audit.accept(Noted.sealed(file.getFileName().toString(), sha256));
  }
}
