package bz.keelbill.adsb;

import bz.keelbill.report.Reject;

/** Reads the frames of a Beast stream, as {@link BeastFraming} cuts them. */
public final class BeastReader {
  private static final int TICKS_BYTES = 6;

  private final StampedFrames frames;

  /** Begins a stream. */
  public BeastReader(StampedFrames frames) {
    this.frames = frames;
  }

  /**
   * Reads one frame.
   *
   * @param bytes holds type, counter, signal and payload, perhaps behind a receiver's name
   * @param arrivedAtMillis Unix milliseconds; {@link ModeSReader#TIMELESS} if nobody knows
   */
  public void read(byte[] bytes, int from, int to, long arrivedAtMillis, ModeSReader.Output out) {
    int start = from;
    long receiver = StampedFrames.UNNAMED;
    if (to - from > BeastFraming.RECEIVER_BYTES && bytes[from] == BeastFraming.RECEIVER) {
      receiver = number(bytes, from + 1, BeastFraming.RECEIVER_BYTES);
      start += 1 + BeastFraming.RECEIVER_BYTES;
    }
    int payload = to - start - 1 - BeastFraming.STAMP_BYTES;
    if (payload < 0 || payload != payloadBytes(bytes[start])) {
      out.reject(Reject.Reason.MALFORMED);
    } else if (bytes[start] == BeastFraming.MODE_AC) {
      out.reject(Reject.Reason.NOT_USED); // it does not say whose it is
    } else {
      long ticks = number(bytes, start + 1, TICKS_BYTES);
      int frame = start + 1 + BeastFraming.STAMP_BYTES;
      frames.read(bytes, frame, payload, ticks, receiver, arrivedAtMillis, out);
    }
  }

  private static int payloadBytes(byte type) {
    return switch (type) {
      case BeastFraming.MODE_AC -> 2;
      case BeastFraming.SHORT -> 7;
      case BeastFraming.LONG -> 14;
      default -> -1;
    };
  }

  private static long number(byte[] bytes, int from, int count) {
    long number = 0;
    for (int at = from; at < from + count; at++) {
      number = number << 8 | bytes[at] & 0xFF;
    }
    return number;
  }
}
