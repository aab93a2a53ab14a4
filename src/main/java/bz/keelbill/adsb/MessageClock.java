package bz.keelbill.adsb;

/**
 * When a frame was sent, from the counter that its receiver stamped on it.
 *
 * <p>A counter runs evenly where arrival does not: a stalled connection delivers a minute's frames
 * at once. It starts anywhere, wraps, and starts again with its receiver, so only its differences
 * are used. After a step backwards, or a long one forwards, what went before is too old to be put
 * together with what comes. One receiver, one thread.
 */
public final class MessageClock {
  private static final long TICKS_PER_MILLI = 12_000;
  private static final long TICKS_MASK = (1L << 48) - 1;
  private static final long DAY_MILLIS = 86_400_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Frames of one receiver may be a little out of order. */
  private static final long DISORDER_MILLIS = 1_000;

  private static final long STEP_MILLIS = 60_000;

  /** Longer than anything of an aircraft is remembered. */
  private static final long PAUSE_MILLIS = 11 * 60_000;

  /** How far delivery may lag before the counter is thought to have been stopped. */
  private static final long LAG_MILLIS = 120_000;

  /** A counter may be slow by so much: our clock draws it along. */
  private static final double SLOW = 0.001;

  /** What a receiver counts. */
  public enum Counter {
    /** Ticks of 12 MHz from any moment. */
    TICKS,
    /** Second of the day in 18 bits, nanosecond in 30. */
    GPS
  }

  private final Counter counter;
  private final boolean live;
  private boolean running;
  private long lastCount;
  private double atMillis;

  /**
   * Begins at the first frame.
   *
   * @param live whether arrival is told by a clock of ours, which no frame is later than
   */
  MessageClock(Counter counter, boolean live) {
    this.counter = counter;
    this.live = live;
  }

  /**
   * The time of a frame.
   *
   * @param ticks as stamped, 48 bits
   * @param arrivedAtMillis when it came, Unix milliseconds; in a recording the time at which it
   *     stands
   */
  long atMillis(long ticks, long arrivedAtMillis) {
    if (!running) {
      running = true;
      atMillis = arrivedAtMillis;
      lastCount = ticks;
      return arrivedAtMillis;
    }
    double step = stepMillis(ticks);
    if (step <= 0 && step >= -DISORDER_MILLIS) {
      return Math.round(atMillis + step);
    }
    lastCount = ticks;
    atMillis = step > 0 && step <= STEP_MILLIS ? atMillis + step : anew(step, arrivedAtMillis);
    if (live) {
      drawTo(arrivedAtMillis, step);
    }
    return Math.round(atMillis);
  }

  private double anew(double step, long arrivedAtMillis) {
    if (live || arrivedAtMillis > Math.round(atMillis)) {
      return arrivedAtMillis;
    }
    boolean isLongPause = step > 0 && step < DAY_MILLIS;
    return atMillis + (isLongPause ? step : PAUSE_MILLIS);
  }

  private void drawTo(long arrivedAtMillis, double step) {
    double lag = arrivedAtMillis - atMillis;
    boolean isLost = lag < 0 || lag > LAG_MILLIS;
    atMillis = isLost ? arrivedAtMillis : atMillis + Math.min(lag, Math.max(0, step) * SLOW);
  }

  /** Milliseconds from the last frame to this one, the shorter way round the counter. */
  private double stepMillis(long ticks) {
    if (counter == Counter.GPS) {
      long step = ofDay(ticks) - ofDay(lastCount);
      if (step >= DAY_MILLIS - DISORDER_MILLIS) {
        return step - DAY_MILLIS; // a little out of order at midnight
      }
      return step < -DAY_MILLIS / 2 ? step + DAY_MILLIS : step;
    }
    long step = ticks - lastCount & TICKS_MASK;
    long signed = step > TICKS_MASK / 2 ? step - TICKS_MASK - 1 : step;
    return (double) signed / TICKS_PER_MILLI;
  }

  private static long ofDay(long ticks) {
    return (ticks >>> 30) * 1_000 + (ticks & (1 << 30) - 1) / NANOS_PER_MILLI;
  }
}
