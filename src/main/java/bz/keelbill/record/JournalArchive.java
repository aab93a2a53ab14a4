package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Looks entries up: the newest in memory, older ones in the files. Any thread but event loops. */
final class JournalArchive {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final long RESUMABLE_MILLIS = 7 * 86_400_000L;
  private static final long NOT_HELD = -1;

  private final Path dir;
  private final JournalIndex index;
  private final LongSupplier clock;

  JournalArchive(Path dir, JournalIndex index, LongSupplier clock) {
    this.dir = dir;
    this.index = index;
    this.clock = clock;
  }

  long alertsAfter(long alertSeq, Consumer<Journalled> each) {
    long last = index.lastAlertSeq();
    if (alertSeq < 0 || alertSeq > last) {
      return NOT_HELD;
    }
    List<Journalled> recent = index.recent();
    long reached = alertSeq;
    long firstAtHand = Math.min(firstAlertSeq(recent), last + 1);
    if (firstAtHand > alertSeq + 1) {
      reached = fromFiles(alertSeq, firstAtHand, each);
    }
    return reached == NOT_HELD ? NOT_HELD : give(recent, reached, Long.MAX_VALUE, each);
  }

  private long fromFiles(long alertSeq, long endAlertSeq, Consumer<Journalled> each) {
    try {
      List<JournalFile> files = filesHolding(alertSeq + 1);
      long reached = files.isEmpty() ? NOT_HELD : alertSeq;
      for (int i = 0; i < files.size() && reached != NOT_HELD; i++) {
        reached = give(entries(files, i), reached, endAlertSeq, each);
      }
      return reached == endAlertSeq - 1 ? reached : NOT_HELD;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The journal cannot be read: {0}", e.getMessage());
      return NOT_HELD;
    }
  }

  /** Gives those that follow on; a gap ends it. */
  private static long give(
      List<Journalled> entries, long after, long endAlertSeq, Consumer<Journalled> each) {
    long reached = after;
    for (Journalled journalled : entries) {
      long seq = journalled.alertSeq();
      if (seq > reached + 1 && seq < endAlertSeq) {
        return NOT_HELD;
      }
      if (seq == reached + 1 && seq < endAlertSeq) {
        each.accept(journalled);
        reached = seq;
      }
    }
    return reached;
  }

  /** The files from the one that holds an alert entry to the newest; none if it is too old. */
  private List<JournalFile> filesHolding(long alertSeq) throws IOException {
    List<JournalFile> files = JournalFile.in(dir);
    for (int i = files.size() - 1; i >= 0; i--) {
      for (Journalled journalled : entries(files, i)) {
        boolean alert = journalled.alertSeq() > 0;
        if (alert && journalled.alertSeq() <= alertSeq) {
          return isTooOld(files, i, alertSeq) ? List.of() : files.subList(i, files.size());
        }
      }
    }
    return List.of();
  }

  private boolean isTooOld(List<JournalFile> files, int i, long alertSeq) throws IOException {
    for (Journalled journalled : entries(files, i)) {
      if (journalled.alertSeq() == alertSeq) {
        return journalled.atMillis() < clock.getAsLong() - RESUMABLE_MILLIS;
      }
    }
    return false;
  }

  List<Journalled> newest(int limit, long beforeSeq) {
    List<Journalled> found = new ArrayList<>();
    List<Journalled> recent = index.recent();
    addNewest(recent, limit, beforeSeq, found);
    long oldestAtHand = recent.isEmpty() ? beforeSeq : recent.get(0).seq();
    if (found.size() < limit && oldestAtHand > 1) {
      addFromFiles(limit, Math.min(beforeSeq, oldestAtHand), found);
    }
    return found;
  }

  private void addFromFiles(int limit, long beforeSeq, List<Journalled> found) {
    try {
      List<JournalFile> files = JournalFile.in(dir);
      for (int i = files.size() - 1; i >= 0 && found.size() < limit; i--) {
        if (files.get(i).firstSeq() < beforeSeq) {
          addNewest(entries(files, i), limit, beforeSeq, found);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The journal cannot be read: {0}", e.getMessage());
    }
  }

  private static void addNewest(
      List<Journalled> entries, int limit, long beforeSeq, List<Journalled> found) {
    List<Journalled> newestFirst = new ArrayList<>(entries);
    Collections.reverse(newestFirst);
    for (Journalled journalled : newestFirst) {
      if (found.size() < limit && journalled.seq() < beforeSeq) {
        found.add(journalled);
      }
    }
  }

  private static List<Journalled> entries(List<JournalFile> files, int i) throws IOException {
    long end = i + 1 < files.size() ? files.get(i + 1).firstSeq() : Long.MAX_VALUE;
    return JournalReader.entries(files.get(i), end);
  }

  private static long firstAlertSeq(List<Journalled> entries) {
    for (Journalled journalled : entries) {
      if (journalled.alertSeq() > 0) {
        return journalled.alertSeq();
      }
    }
    return Long.MAX_VALUE;
  }
}
