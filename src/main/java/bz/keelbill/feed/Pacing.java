package bz.keelbill.feed;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds a recorded file's lines back until they are as far apart as when they were heard.
 *
 * <p>A line's time is learned from a second decoder, which hears it as recorded; a line that says
 * none goes with the one before it. A step of more than five minutes either way is not waited for:
 * it is a quiet night or a wrong clock.
 */
final class Pacing implements LineFraming.Sink, Decoder.Output {

  private static final long MOST_STEP_MILLIS = 300_000;

  private final Feed feed;
  private final Inlet inlet;
  private final Framing framing;
  private final Decoder timeTeller;
  private final Deque<Held> held = new ArrayDeque<>();
  private long lastAtMillis;
  private boolean stepped;
  private boolean begun;
  private long dueMillis;

  /** A line that waits; no bytes for one over the limit. */
  private record Held(long number, byte[] bytes, long dueMillis) {}

  Pacing(Feed feed, Inlet inlet) {
    this.feed = feed;
    this.inlet = inlet;
    framing = feed.config().format().newFraming();
    timeTeller = feed.newDecoder(true);
  }

  void take(byte[] bytes) {
    framing.push(bytes, 0, bytes.length, this);
  }

  void end() {
    framing.finish(this);
  }

  void cut() {
    framing.reset();
  }

  /** Lets through what is due; returns how long to wait for the next, or 0 if none is held. */
  long release(long nowMillis) {
    feed.reading();
    while (!held.isEmpty() && (held.peek().dueMillis() <= nowMillis)) {
      Held due = held.poll();
      if (due.bytes() == null) {
        inlet.tooLong(due.number(), new byte[0]);
      } else {
        inlet.line(due.number(), due.bytes());
      }
    }
    feed.endOfRead();
    return held.isEmpty() ? 0 : held.peek().dueMillis() - nowMillis;
  }

  @Override
  public void line(long number, byte[] bytes) {
    stepped = false;
    try {
      timeTeller.decode(new Line(feed.config().name(), number, lastAtMillis, bytes), this);
    } catch (RuntimeException | StackOverflowError fault) {
      stepped = true; // the feed's own decoder will count it
    }
    held.add(new Held(number, bytes, due()));
  }

  @Override
  public void tooLong(long number, byte[] start) {
    held.add(new Held(number, null, due()));
  }

  @Override
  public void report(Report report) {
    if (stepped) {
      return;
    }
    stepped = true;
    long atMillis = report.origin().eventAtMillis();
    long stepMillis = atMillis - lastAtMillis;
    if (begun && Math.abs(stepMillis) <= MOST_STEP_MILLIS) {
      dueMillis += stepMillis;
    }
    begun = true;
    lastAtMillis = atMillis;
  }

  @Override
  public void reject(Reject reject) {
    // Only times are of interest here.
  }

  private long due() {
    if (!begun || dueMillis == 0) {
      dueMillis = Feed.monotonicMillis();
    }
    return dueMillis;
  }
}
