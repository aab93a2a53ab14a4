package bz.keelbill.feed;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Note;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.track.Silence;
import io.vertx.core.Context;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One feed behind its transport: decodes lines, gathers batches, counts, and knows whether the feed
 * speaks.
 *
 * <p>Lives on one event loop; only {@link #state()} may be called from elsewhere.
 */
final class Feed implements Decoder.Output {

  private static final System.Logger LOG = System.getLogger(Feed.class.getName());
  private static final long LOG_EVERY_MILLIS = 60_000;

  /**
   * What the kernel may hold of one TCP sender while we do not read: left to itself it grows to
   * tens of megabytes, minutes of old positions that the sender believes delivered. It is also the
   * most that one read brings, and so what may come above the bound of the watch's queue.
   */
  static final int RECEIVE_BUFFER_BYTES = 1 << 16;

  /** Reasons that leave open whether the sender speaks the feed's format at all. */
  private static final Set<Reject.Reason> NOT_OURS =
      EnumSet.of(
          Reject.Reason.CHECKSUM,
          Reject.Reason.CHECKSUM_MISSING,
          Reject.Reason.MALFORMED,
          Reject.Reason.ARMOUR,
          Reject.Reason.FILL_BITS,
          Reject.Reason.SHORT,
          Reject.Reason.TOO_LONG,
          Reject.Reason.OUT_OF_RANGE,
          Reject.Reason.SENDER_ERROR,
          Reject.Reason.REPEATED,
          Reject.Reason.NOT_USED);

  private final FeedConfig config;
  private final Surroundings around;
  private final Context context;
  private final Tally tally;
  private final Silence silence;
  private final TroubleLog troubles;
  private final Notes notes = new Notes();
  private final List<Line> lines = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();

  private Transport transport;
  private long receivedAtMillis;
  private long lineNumber;
  private boolean refused;
  private boolean complained;
  private boolean waitingForRoom;
  private boolean closed;
  private long tickedAtMillis = monotonicMillis();
  private long loggedAtMillis = tickedAtMillis - LOG_EVERY_MILLIS;
  private long stateLoggedAtMillis = loggedAtMillis;
  private volatile String address;
  private volatile Standing standing;
  private volatile long lastLineAtMillis = Long.MIN_VALUE;

  /** A state and its beginning, which change together. */
  private record Standing(FeedState.State state, long sinceMillis) {}

  Feed(FeedConfig config, Surroundings around, Context context) {
    this.config = config;
    this.around = around;
    this.context = context;
    address = config.address();
    tally = new Tally(config.name(), around.registry());
    troubles = new TroubleLog(config.name());
    silence = new Silence(config.patienceMillis(around.timing()), monotonicMillis());
    standing = new Standing(FeedState.State.CONNECTING, around.clock().millis());
  }

  /** Begins to listen to a transport. */
  void begin(Transport bringer) {
    transport = bringer;
    transport.start();
  }

  FeedConfig config() {
    return config;
  }

  FeedTiming timing() {
    return around.timing();
  }

  static long monotonicMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  /** A fresh decoder for one stream, as if live or as if recorded. */
  Decoder newDecoder(boolean recorded) {
    return around.decoders().newDecoder(config.format(), config.reading(), recorded);
  }

  /** A way for one stream of bytes into this feed. */
  Inlet newInlet() {
    return new Inlet(this, config.format().newFraming(), newDecoder(false));
  }

  /** Bytes have come: the lines decoded next get this instant. */
  void reading() {
    receivedAtMillis = around.clock().millis();
  }

  /**
   * Takes one line.
   *
   * @param number the line's number in its stream; only a file's is kept, other streams come and go
   * @return whether it was a valid one: it gave a report, or is a part or a message of the format
   *     that we merely do not use
   */
  boolean take(long number, byte[] bytes, Decoder decoder) {
    nextLine(number);
    if (isBlank(bytes)) {
      return false;
    }
    byte[] shown = config.secret().strikeOut(bytes);
    Line line = new Line(config.name(), lineNumber, receivedAtMillis, shown);
    boolean valid = decode(line, decoder);
    lines.add(line);
    if (valid) {
      heard();
    }
    if (lines.size() == Batch.MAX_LINES) {
      flush();
    }
    return valid;
  }

  /** Counts a line that is not decoded at all. */
  void refuse(long number, Reject.Reason reason) {
    nextLine(number);
    tally.rejects(reason.word(), 1);
  }

  /** Counts what is wrong with the way itself, by a word for people. */
  void count(String trouble) {
    tally.rejects(trouble, 1);
  }

  /** A server gave another answer than the one wanted: counted, and told once a minute. */
  void answered(int status) {
    count("http-" + status);
    troubles.answered(status);
  }

  /** The sender's own complaints are looked for from here. */
  void forgetComplaint() {
    complained = false;
  }

  /** Whether the sender has said since then that it will not send. */
  boolean hasComplained() {
    return complained;
  }

  /** Counts lines that came while there was no room. */
  void drop(long count) {
    lineNumber += count;
    tally.lines(count);
    tally.rejects(Tally.DROPPED, count);
  }

  /** One read has been taken: hands the batch on, and stops reading if that was too much. */
  void endOfRead() {
    flush();
    if (!waitingForRoom && isFull()) {
      waitingForRoom = true;
      transport.pause();
      around.intake().whenRoom(() -> context.runOnContext(ignored -> room()));
    }
  }

  boolean isFull() {
    return around.intake().isFull();
  }

  /** Whether reading is stopped until there is room. */
  boolean isPaused() {
    return waitingForRoom;
  }

  /** The way has been made anew: silence is counted from here. */
  void connected() {
    silence.excuse(monotonicMillis());
  }

  /** The far end is there and has nothing new: that is no silence. */
  void isAlive() {
    silence.excuse(monotonicMillis());
  }

  /** Our clock, Unix milliseconds. */
  long nowMillis() {
    return around.clock().millis();
  }

  /** A listener has its port. */
  void bound(int port) {
    String host = config.endpoint().host();
    address = FeedConfig.Endpoint.of(host, port).toString();
    LOG.log(Level.INFO, "feed {0} listens on {1}", config.name(), address);
    if (standing.state() == FeedState.State.DOWN) {
      become(FeedState.State.CONNECTING);
    }
  }

  /** A listener did not get its port. */
  void notBound(Throwable reason) {
    LOG.log(
        Level.WARNING,
        "feed {0} cannot listen on {1}: {2}",
        config.name(),
        config.address(),
        reason.getMessage());
    become(FeedState.State.DOWN);
  }

  /** The way was lost. A feed that was silent before stays so. */
  void lost() {
    if (standing.state() != FeedState.State.SILENT) {
      become(FeedState.State.DOWN);
    }
  }

  /** Enters a state and tells the listener, if it is another one. */
  void become(FeedState.State next) {
    if (standing.state() == next) {
      return;
    }
    standing = new Standing(next, around.clock().millis());
    tally.up(next == FeedState.State.UP);
    logState(next);
    around.listener().stateChanged(config.name(), next, standing.sinceMillis());
  }

  /** A feed that flaps is told of once a minute; the rest is for those who ask. */
  private void logState(FeedState.State next) {
    long now = monotonicMillis();
    boolean isNews = now - stateLoggedAtMillis >= LOG_EVERY_MILLIS;
    stateLoggedAtMillis = isNews ? now : stateLoggedAtMillis;
    LOG.log(isNews ? Level.INFO : Level.DEBUG, "feed {0} is {1}", config.name(), next.word());
  }

  /** Judges rate and silence; called regularly. */
  void tick() {
    long now = monotonicMillis();
    notes.tick(around.clock().millis());
    if (now > tickedAtMillis) {
      tally.tick(now - tickedAtMillis);
      tickedAtMillis = now;
    }
    if (waitingForRoom) {
      silence.excuse(now);
    } else if (standing.state() != FeedState.State.DONE && silence.isSilent(now)) {
      if (standing.state() != FeedState.State.DOWN) {
        become(FeedState.State.SILENT);
      }
      transport.silent();
    }
  }

  /** Ends the feed; what has been taken is handed on. */
  void close() {
    closed = true;
    flush();
    tally.close();
  }

  /** How the feed is now; from any thread. */
  FeedState state() {
    Standing now = standing;
    long last = lastLineAtMillis;
    return new FeedState(
        config.name(),
        config.format().word(),
        config.transport().word(),
        address,
        now.state(),
        now.sinceMillis(),
        last == Long.MIN_VALUE ? null : last,
        tally.counts(),
        notes.remarks());
  }

  @Override
  public void message(String type) {
    tally.message(type);
  }

  @Override
  public void report(Report report) {
    reports.add(report);
    tally.lag(report.origin().receivedAtMillis() - report.origin().eventAtMillis());
  }

  @Override
  public void note(Note note) {
    if (notes.take(note, around.clock().millis())) {
      LOG.log(Level.WARNING, "feed {0}: {1}", config.name(), note.text());
    }
  }

  @Override
  public void reject(Reject reject) {
    tally.rejects(reject.reason().word(), 1);
    refused |= NOT_OURS.contains(reject.reason());
    if (reject.reason() == Reject.Reason.SENDER_ERROR) {
      complained = true;
      troubles.said(reject.line().text());
    }
  }

  private boolean decode(Line line, Decoder decoder) {
    int before = reports.size();
    refused = false;
    try {
      decoder.decode(line, this);
    } catch (RuntimeException | StackOverflowError fault) {
      reports.subList(before, reports.size()).clear();
      decoderFailed(line, fault);
    }
    tally.reports(reports.size() - before);
    return !refused || reports.size() > before;
  }

  /** A decoder may not throw; if one does all the same, the feed goes on. */
  private void decoderFailed(Line line, Throwable fault) {
    refused = true;
    tally.rejects(Tally.DECODER_FAILED, 1);
    long now = monotonicMillis();
    if (now - loggedAtMillis >= LOG_EVERY_MILLIS) {
      loggedAtMillis = now;
      LOG.log(
          Level.ERROR, "decoder of feed " + config.name() + " failed at " + line.number(), fault);
    }
  }

  private void nextLine(long number) {
    lineNumber = config.transport() == FeedConfig.Transport.FILE ? number : lineNumber + 1;
    tally.lines(1);
  }

  private void heard() {
    lastLineAtMillis = receivedAtMillis;
    silence.heard(monotonicMillis());
    become(FeedState.State.UP);
  }

  private void flush() {
    if (!lines.isEmpty()) {
      Batch batch = new Batch(config.name(), lines, reports);
      lines.clear();
      reports.clear();
      around.intake().accept(batch);
    }
  }

  private void room() {
    waitingForRoom = false;
    if (closed) {
      return;
    }
    if (isFull()) {
      endOfRead();
    } else {
      transport.resume();
    }
  }

  /** Blanks and control characters only: a heartbeat at most. */
  private static boolean isBlank(byte[] bytes) {
    for (byte one : bytes) {
      if (one < 0 || one > ' ') {
        return false;
      }
    }
    return true;
  }
}
