package bz.keelbill.adsb;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives each frame of one stream its time, from its receiver's counter where it has one.
 *
 * <p>A stream that joins several receivers may name them; each has a counter of its own. The last
 * 64 are remembered. One thread at a time.
 */
public final class StampedFrames {
  /** A receiver that is not named. */
  static final long UNNAMED = 0;

  /** The counter of frames that a ground station made up from arrival times: "\377\0MLAT". */
  private static final long MLAT_TICKS = 0xFF004D4C4154L;

  private static final int MAX_RECEIVERS = 64;

  private final ModeSReader frames;
  private final MessageClock.Counter counter;
  private final boolean live;
  private final Map<Long, MessageClock> clocks = new LinkedHashMap<>(4, 0.75f, true);
  private MessageClock clock;
  private long clockOf = UNNAMED;
  private long latestMillis = ModeSReader.TIMELESS;

  /**
   * Begins a stream.
   *
   * @param frames reads what the stream carries
   * @param counter what its receivers count
   * @param live whether arrival is told by our clock; in a recording it is where the file stands
   */
  public StampedFrames(ModeSReader frames, MessageClock.Counter counter, boolean live) {
    this.frames = frames;
    this.counter = counter;
    this.live = live;
    clock = newClock(UNNAMED);
  }

  /**
   * Reads one frame.
   *
   * @param ticks its counter, or {@link ModeSMessage#NO_TICKS}
   * @param receiver a name for whose counter it is, or {@link #UNNAMED}
   * @param arrivedAtMillis Unix milliseconds; {@link ModeSReader#TIMELESS} if nobody knows
   */
  void read(
      byte[] frame,
      int from,
      int length,
      long ticks,
      long receiver,
      long arrivedAtMillis,
      ModeSReader.Output out) {
    boolean isMlat = ticks == MLAT_TICKS;
    long standsAtMillis = live ? arrivedAtMillis : Math.max(latestMillis, arrivedAtMillis);
    boolean isStamped = ticks > 0 && !isMlat;
    long atMillis = isStamped ? atMillis(ticks, receiver, standsAtMillis) : standsAtMillis;
    frames.read(frame, from, length, ticks, atMillis, isMlat, out);
  }

  private long atMillis(long ticks, long receiver, long standsAtMillis) {
    if (receiver != clockOf) {
      MessageClock known = clocks.get(receiver);
      clock = known == null ? newClock(receiver) : known;
      clockOf = receiver;
    }
    long atMillis =
        clock.atMillis(ticks, standsAtMillis == ModeSReader.TIMELESS ? 0 : standsAtMillis);
    latestMillis = Math.max(latestMillis, atMillis);
    return atMillis;
  }

  private MessageClock newClock(long receiver) {
    MessageClock fresh = new MessageClock(counter, live);
    clocks.put(receiver, fresh);
    if (clocks.size() > MAX_RECEIVERS) {
      clocks.remove(clocks.keySet().iterator().next());
    }
    return fresh;
  }
}
