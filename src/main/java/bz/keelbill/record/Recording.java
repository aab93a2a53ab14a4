package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A period of the recorded sequence, read from its first entry to its last a piece at a time.
 *
 * <p>What cannot be read is left out and {@linkplain #problems named}; the rest is given. One
 * thread at a time, not an event loop. Entries recorded after the opening are not seen.
 */
public final class Recording implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Recording.class.getName());
  private static final int LONGEST_SPAN = 20_000;

  /** Who jumped plays a few minutes; who plays on gets more at a time. */
  private static final int FIRST_SPAN = 2_000;

  private static final int FAILURES_IN_A_ROW = 3;

  /**
   * The part of a file that belongs to the period.
   *
   * @param name the file
   * @param beginsAtSeq the first entry of the whole file
   * @param firstSeq the first entry of the period in it
   * @param lastSeq the last one
   */
  record Part(DayName name, long beginsAtSeq, long firstSeq, long lastSeq) {
    Part endingBefore(long seq) {
      return new Part(name, beginsAtSeq, firstSeq, Math.min(lastSeq, seq - 1));
    }
  }

  private final DayFiles files;
  private final List<String> problems = new ArrayList<>();
  private final Iterator<Part> parts;
  private Part part;
  private SequenceReader reader;
  private long nextSeq;
  private int span = FIRST_SPAN;
  private int failures;
  private Iterator<Recorded> piece = List.<Recorded>of().iterator();
  private long lastSeq;
  private long missing;
  private long wholeFromSeq;
  private ToLongFunction<String> linesSinceMillis = feed -> Long.MIN_VALUE;

  static Recording open(DayFiles files, long fromMillis, long toMillis) throws IOException {
    return new Recording(files, fromMillis, toMillis);
  }

  private Recording(DayFiles files, long fromMillis, long toMillis) throws IOException {
    this.files = files;
    List<Part> found = new ArrayList<>();
    for (DayName name : files.near(fromMillis, toMillis)) {
      find(name, fromMillis, toMillis, found);
    }
    parts = inSequence(found).iterator();
  }

  private void find(DayName name, long fromMillis, long toMillis, List<Part> found) {
    try (SequenceReader looking = new SequenceReader(files, name)) {
      Part looked = looking.part(fromMillis, toMillis);
      if (looked != null) {
        found.add(looked);
      }
    } catch (SQLException e) {
      problem(name.name() + " cannot be read: " + RecordEnd.reason(e));
    }
  }

  /** Where a file failed, its successor has the entries from there on. */
  private static List<Part> inSequence(List<Part> found) {
    found.sort(Comparator.comparingLong(Part::beginsAtSeq).thenComparing(Part::name));
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      long end = i + 1 < found.size() ? found.get(i + 1).beginsAtSeq() : Long.MAX_VALUE;
      parts.add(found.get(i).endingBefore(end));
    }
    parts.removeIf(part -> part.firstSeq() > part.lastSeq());
    return parts;
  }

  /**
   * From now on nothing but lines is given of the entries before one, and of each feed only those
   * from a time on: what its decoder still remembers.
   *
   * @param sinceMillis that time of a feed, Unix milliseconds of the recorder's clock
   */
  public void giveOnlyLinesBefore(long seq, ToLongFunction<String> sinceMillis) {
    wholeFromSeq = seq;
    linesSinceMillis = sinceMillis;
  }

  /** The next entry, or null at the end. */
  public Recorded next() {
    while (!piece.hasNext()) {
      if (!readPiece()) {
        return null;
      }
    }
    Recorded next = piece.next();
    boolean isAmongAll = lastSeq > 0 && next.seq() >= wholeFromSeq;
    missing += isAmongAll ? next.seq() - Math.max(lastSeq, wholeFromSeq - 1) - 1 : 0;
    lastSeq = next.seq();
    return next;
  }

  /** Entries of the sequence so far that are not in the record. */
  public long missing() {
    return missing;
  }

  /** What could not be read so far, a sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private boolean readPiece() {
    if (part == null || nextSeq > part.lastSeq()) {
      return openNextPart();
    }
    boolean isWhole = nextSeq >= wholeFromSeq;
    long partEnd = Math.min(isWhole ? Long.MAX_VALUE : wholeFromSeq, part.lastSeq() + 1);
    long end = Math.min(nextSeq + (isWhole ? span : LONGEST_SPAN), partEnd);
    try {
      List<Recorded> read =
          isWhole ? reader.read(nextSeq, end) : reader.lines(nextSeq, end, linesSinceMillis);
      piece = read.iterator();
      span = isWhole ? Math.min(2 * span, LONGEST_SPAN) : span;
      failures = 0;
      nextSeq = end;
    } catch (SQLException e) {
      problem(part.name().name() + " from entry " + nextSeq + ": " + RecordEnd.reason(e));
      failures++;
      span = LONGEST_SPAN;
      nextSeq = failures < FAILURES_IN_A_ROW ? end : Long.MAX_VALUE;
    }
    return true;
  }

  private boolean openNextPart() {
    close();
    if (!parts.hasNext()) {
      part = null;
      return false;
    }
    part = parts.next();
    nextSeq = part.firstSeq();
    failures = 0;
    try {
      reader = new SequenceReader(files, part.name());
    } catch (SQLException e) {
      problem(part.name().name() + " cannot be read: " + RecordEnd.reason(e));
      nextSeq = Long.MAX_VALUE;
    }
    return true;
  }

  private void problem(String what) {
    LOG.log(Level.ERROR, what);
    problems.add(what);
  }

  /** Gives the files back. */
  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "Closing a recording: {0}", RecordEnd.reason(e));
    }
    reader = null;
  }
}
