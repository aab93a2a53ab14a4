package bz.keelbill.feed;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Note;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One reading of a recorded file from its beginning, line by line in the file's order. */
final class RecordedPass implements Closeable {

  private static final int PIECE_BYTES = 1 << 16;

  private final InputStream in;
  private final String name;
  private final boolean isClockwork;
  private final Framing framing;
  private final Decoder decoder;
  private final RecordedClock clock;
  private final Consumer<Heard> out;
  private final Taker taker = new Taker();
  private final byte[] piece = new byte[PIECE_BYTES];

  private final List<Report> reports = new ArrayList<>();
  private final Map<String, Long> rejects = new TreeMap<>();
  private final Notes notes = new Notes();
  private long lines;
  private long reported;
  private boolean damaged;

  /** One line, and whether it lies far before the time at which the file stands. */
  record Heard(RecordedLine line, boolean isLongAgo) {}

  /**
   * Begins to read.
   *
   * @param startMillis the time at which the recording stands at its beginning
   */
  RecordedPass(
      InputStream in,
      String name,
      Format format,
      Decoder decoder,
      long startMillis,
      Consumer<Heard> out) {
    this.in = in;
    this.name = name;
    this.decoder = decoder;
    this.out = out;
    framing = format.newFraming();
    clock = new RecordedClock(startMillis);
    // A plan is filed long before its flight; its time says nothing of where the recording stands.
    isClockwork = format != Format.PLANS;
  }

  /** Reads a piece more; false at the end, where the last line may still have come. */
  boolean read() {
    int count = piece();
    if (count < 0) {
      framing.finish(taker);
      return false;
    }
    framing.push(piece, 0, count, taker);
    return true;
  }

  long lines() {
    return lines;
  }

  long reported() {
    return reported;
  }

  Map<String, Long> rejects() {
    return rejects;
  }

  /** What is wrong with the recording as a whole, a sentence each. */
  List<String> notes() {
    return notes.remarks().stream().map(remark -> remark.note().text()).toList();
  }

  /** Whether the file could not be read to its end, as a compressed one that is cut off. */
  boolean isDamaged() {
    return damaged;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int piece() {
    try {
      return in.read(piece);
    } catch (IOException unreadable) {
      damaged = true;
      return -1;
    }
  }

  private void decode(Line line) {
    try {
      decoder.decode(line, taker);
    } catch (RuntimeException | StackOverflowError fault) {
      reports.clear();
      rejects.merge(Tally.DECODER_FAILED, 1L, Long::sum);
    }
  }

  private void give(long number, byte[] bytes) {
    decode(new Line(name, number, clock.nowMillis(), bytes));
    long atMillis = clock.nowMillis();
    boolean isLongAgo = false;
    if (!reports.isEmpty()) {
      atMillis = reports.get(0).origin().eventAtMillis();
      isLongAgo = clock.isLongAgo(atMillis);
      if (isClockwork) {
        clock.hear(atMillis);
      }
    }
    Line line = new Line(name, number, atMillis, bytes);
    out.accept(new Heard(new RecordedLine(atMillis, line, reports), isLongAgo));
    reported += reports.size();
    reports.clear();
  }

  private final class Taker implements LineFraming.Sink, Decoder.Output {
    @Override
    public void line(long number, byte[] bytes) {
      lines++;
      if (bytes.length > 0) {
        give(number, bytes);
      }
    }

    @Override
    public void tooLong(long number, byte[] start) {
      lines++;
      rejects.merge(Reject.Reason.TOO_LONG.word(), 1L, Long::sum);
    }

    @Override
    public void report(Report report) {
      reports.add(report);
    }

    @Override
    public void note(Note note) {
      notes.take(note, clock.nowMillis());
    }

    @Override
    public void reject(Reject reject) {
      rejects.merge(reject.reason().word(), 1L, Long::sum);
    }
  }
}
