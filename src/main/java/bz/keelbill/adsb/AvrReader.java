package bz.keelbill.adsb;

import bz.keelbill.report.Reject;
import bz.keelbill.report.Scan;

/**
 * Reads lines of the AVR text format (TCP 30002): {@code *} and a frame in hexadecimal digits up to
 * {@code ;}, or {@code @} with twelve digits of a counter before it, or {@code <} with the counter
 * and two digits of signal.
 *
 * <p>Whatever stands before a frame is skipped, and one cut short does not hide what follows on its
 * line.
 */
public final class AvrReader {
  /** The longest line read, bytes. */
  public static final int MAX_BYTES = 1024;

  private static final int COUNTER_DIGITS = 12;
  private static final int SIGNAL_DIGITS = 2;
  private static final int MODE_AC_DIGITS = 4;

  private final StampedFrames frames;
  private final byte[] frame = new byte[14];
  private long count;

  /** Begins a stream. */
  public AvrReader(StampedFrames frames) {
    this.frames = frames;
  }

  /** How many frames have begun so far, good ones and bad ones. */
  public long count() {
    return count;
  }

  /**
   * Reads one line without its line end.
   *
   * @param arrivedAtMillis Unix milliseconds; {@link ModeSReader#TIMELESS} if nobody knows
   */
  public void read(byte[] line, long arrivedAtMillis, ModeSReader.Output out) {
    int at = begin(line, 0);
    if (at == line.length && !isBlank(line)) {
      out.reject(Reject.Reason.MALFORMED);
    }
    while (at < line.length) {
      int next = begin(line, at + 1);
      int end = Scan.indexOf(';', line, at, next);
      count++;
      if (end == next) {
        out.reject(Reject.Reason.SHORT);
      } else {
        frame(line, at, end, arrivedAtMillis, out);
      }
      at = next;
    }
  }

  private static int begin(byte[] line, int from) {
    int at = from;
    while (at < line.length && line[at] != '*' && line[at] != '@' && line[at] != '<') {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte[] line) {
    for (byte letter : line) {
      if (letter != ' ' && letter != '\r' && letter != '\t') {
        return false;
      }
    }
    return true;
  }

  private void frame(byte[] line, int at, int end, long arrivedAtMillis, ModeSReader.Output out) {
    boolean isStamped = line[at] != '*';
    int from = at + 1 + (isStamped ? COUNTER_DIGITS : 0) + (line[at] == '<' ? SIGNAL_DIGITS : 0);
    int digits = end - from;
    if (digits == MODE_AC_DIGITS) {
      out.reject(Reject.Reason.NOT_USED);
    } else if (digits != 14 && digits != 28) {
      out.reject(Reject.Reason.MALFORMED);
    } else {
      long ticks = isStamped ? number(line, at + 1, COUNTER_DIGITS) : ModeSMessage.NO_TICKS;
      if (!isHex(line, at + 1, from) || !isFrame(line, from, digits / 2)) {
        out.reject(Reject.Reason.MALFORMED);
      } else {
        frames.read(frame, 0, digits / 2, ticks, StampedFrames.UNNAMED, arrivedAtMillis, out);
      }
    }
  }

  private static boolean isHex(byte[] line, int from, int to) {
    int all = 0;
    for (int at = from; at < to; at++) {
      all |= Character.digit(line[at], 16);
    }
    return all >= 0;
  }

  private static long number(byte[] line, int from, int digits) {
    long number = 0;
    for (int at = from; at < from + digits; at++) {
      number = number << 4 | Character.digit(line[at], 16) & 0xF;
    }
    return number;
  }

  private boolean isFrame(byte[] line, int from, int bytes) {
    int all = 0;
    for (int at = 0; at < bytes; at++) {
      int pair = Scan.checksum(line, from + 2 * at);
      all |= pair;
      frame[at] = (byte) pair;
    }
    return all >= 0;
  }
}
