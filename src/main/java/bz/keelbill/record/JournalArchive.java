package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    List<Held> recent = index.recentAlerts();
    long firstAtHand = recent.isEmpty() ? last + 1 : recent.get(0).alertSeq();
    long reached = alertSeq;
    if (firstAtHand > alertSeq + 1) {
      reached = fromFiles(alertSeq, firstAtHand, each);
    }
    return reached == NOT_HELD ? NOT_HELD : give(recent, reached, Long.MAX_VALUE, each);
  }

  private long fromFiles(long alertSeq, long endAlertSeq, Consumer<Journalled> each) {
    try {
      List<JournalFile> files = JournalFile.in(dir);
      long reached = alertSeq;
      for (int i = fileHolding(files, alertSeq + 1); i < files.size(); i++) {
        reached = give(held(files, i), reached, endAlertSeq, each);
        if (reached == NOT_HELD) {
          return NOT_HELD;
        }
      }
      return reached == endAlertSeq - 1 ? reached : NOT_HELD;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The journal cannot be read: {0}", e.getMessage());
      return NOT_HELD;
    }
  }

  /** Gives those that follow on; a gap, or one that is too old, ends it. */
  private long give(List<Held> held, long after, long endAlertSeq, Consumer<Journalled> each) {
    long oldest = clock.getAsLong() - RESUMABLE_MILLIS;
    long reached = after;
    for (Held one : held) {
      long seq = one.alertSeq();
      if (seq > reached && seq < endAlertSeq) {
        if (seq != reached + 1 || one.get().atMillis() < oldest) {
          return NOT_HELD;
        }
        each.accept(one.get());
        reached = seq;
      }
    }
    return reached;
  }

  /** The newest file with an alert entry of this number or one before it; past the last if none. */
  private static int fileHolding(List<JournalFile> files, long alertSeq) throws IOException {
    for (int i = files.size() - 1; i >= 0; i--) {
      for (Held held : held(files, i)) {
        if (held.alertSeq() > 0 && held.alertSeq() <= alertSeq) {
          return i;
        }
      }
    }
    return files.size();
  }

  /** The newest alerts that follow on each other and are not too old, the oldest first. */
  List<Journalled> newestAlerts(int limit) {
    Deque<Journalled> found = new ArrayDeque<>();
    try {
      List<JournalFile> files = JournalFile.in(dir);
      boolean goesOn = true;
      for (int i = files.size() - 1; i >= 0 && goesOn; i--) {
        goesOn = addAlerts(held(files, i), limit, found);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The journal cannot be read: {0}", e.getMessage());
    }
    return List.copyOf(found);
  }

  /** Puts those of a file before the ones found; whether there may be more before them. */
  private boolean addAlerts(List<Held> held, int limit, Deque<Journalled> found) {
    long oldest = clock.getAsLong() - RESUMABLE_MILLIS;
    for (int i = held.size() - 1; i >= 0; i--) {
      if (held.get(i).alertSeq() > 0) {
        Journalled alert = held.get(i).get();
        boolean follows = found.isEmpty() || alert.alertSeq() == found.getFirst().alertSeq() - 1;
        boolean isAlert = alert.entry() instanceof JournalEntry.OfAlert;
        if (found.size() == limit || !follows || !isAlert || alert.atMillis() < oldest) {
          return false;
        }
        found.addFirst(alert);
      }
    }
    return true;
  }

  List<Journalled> newest(int limit, long beforeSeq) {
    List<Journalled> found = new ArrayList<>();
    List<Held> recent = index.recent();
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
          addNewest(held(files, i), limit, beforeSeq, found);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The journal cannot be read: {0}", e.getMessage());
    }
  }

  private static void addNewest(
      List<Held> held, int limit, long beforeSeq, List<Journalled> found) {
    for (int i = held.size() - 1; i >= 0 && found.size() < limit; i--) {
      if (held.get(i).seq() < beforeSeq) {
        found.add(held.get(i).get());
      }
    }
  }

  private static List<Held> held(List<JournalFile> files, int i) throws IOException {
    long end = i + 1 < files.size() ? files.get(i + 1).firstSeq() : Long.MAX_VALUE;
    List<Held> held = new ArrayList<>();
    JournalReader.lines(files.get(i), end).forEach(line -> held.add(new Held(line)));
    return held;
  }
}
