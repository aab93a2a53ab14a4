package bz.keelbill.replay;

import bz.keelbill.checkpoint.WatchImage;
import bz.keelbill.record.Recorded;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.util.ArrayList;
import java.util.List;

/**
 * One watch on its way through a recording: what it has heard, and how far it is. It may be left
 * standing and gone on with later. One thread.
 */
final class Showing implements AutoCloseable {
  private static final long GAP_MILLIS = 10_000;

  /** How a stretch of the way ended. */
  enum End {
    /** There is more to play than one step plays. */
    NOT_YET,
    /** It is where it was to come. */
    THERE,
    /** Everything was played. */
    OVER
  }

  private final Start start;
  private final Watch watch;
  private final Ahead ahead;
  private final Playback playback;
  private final List<Order> orders;
  private final long endMillis;
  private long atMillis;
  private long heardMillis;
  private boolean warmingUp;

  /**
   * Begins where a watch stands.
   *
   * @param watch as it stands at the start
   * @param ahead the recording from there on
   */
  Showing(Start start, Watch watch, Ahead ahead) {
    ReplayScript script = start.script();
    this.start = start;
    this.watch = watch;
    this.ahead = ahead;
    endMillis = script.period().toMillis();
    playback = new Playback(watch, script::isWanted);
    orders = new ArrayList<>(start.ordersBefore());
    atMillis = start.atMillis();
    heardMillis = atMillis;
    warmingUp = !start.remembers();
  }

  Watch watch() {
    return watch;
  }

  /** The time reached. */
  long atMillis() {
    return atMillis;
  }

  /** Whether it stands at a time or before it, and has not heard what was recorded at it. */
  boolean mayGoTo(long millis) {
    return atMillis <= millis && heardMillis < millis;
  }

  /** Lines given to the watch. */
  long lines() {
    return playback.lines();
  }

  /** Entries on the way that the record does not have. */
  long missing() {
    return ahead.missing();
  }

  /** What could not be read, a sentence each. */
  List<String> problems() {
    return ahead.problems();
  }

  /**
   * Plays up to a moment, a piece of it if it is far.
   *
   * @param isSeek whether it goes there at once: not through what was recorded at that very moment,
   *     nor over gaps
   * @param marks what is left on the way
   * @param most so many entries in this step
   */
  End playTo(long targetMillis, boolean isSeek, Marks marks, int most) {
    for (int i = 0; i < most; i++) {
      Heard next = ahead.next(targetMillis);
      if (next == null) {
        atMillis = endMillis;
        endWarmUp(atMillis);
        return End.OVER;
      }
      long nextMillis = next.entry().atMillis();
      // Hours in which the watch did not run are not sat through.
      if (nextMillis - atMillis > GAP_MILLIS && !isSeek) {
        atMillis = nextMillis;
      }
      if (nextMillis > targetMillis || isSeek && nextMillis == targetMillis) {
        atMillis = Math.max(atMillis, targetMillis);
        endWarmUp(atMillis);
        return End.THERE;
      }
      play(next, marks);
    }
    return End.NOT_YET;
  }

  private void play(Heard next, Marks marks) {
    heardMillis = next.entry().atMillis();
    atMillis = Math.max(atMillis, heardMillis);
    endWarmUp(heardMillis);
    playback.hear(next);
    ahead.taken();
    remember(next.entry(), marks);
  }

  private void remember(Recorded heard, Marks marks) {
    if (heard instanceof Recorded.OfOrder given
        && start.script().isWanted(given.order())
        && ReplayScript.isLasting(given.order())) {
      orders.add(given.order());
    }
    if (!warmingUp && marks.isWanted(start.atMillis(), heard.atMillis())) {
      marks.add(heard.atMillis(), heard.seq(), WatchImage.of(watch), orders);
    }
  }

  private void endWarmUp(long millis) {
    if (warmingUp && millis >= start.script().period().fromMillis()) {
      warmingUp = false;
      watch.setCatchingUp(false);
    }
  }

  /** Gives the recording back. */
  @Override
  public void close() {
    ahead.close();
  }
}
