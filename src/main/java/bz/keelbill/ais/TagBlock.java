package bz.keelbill.ais;

import bz.keelbill.report.Reject;
import bz.keelbill.report.Scan;

/**
 * What the tag blocks before a sentence say (NMEA 0183 v4.10, IEC 61162-450): time, source station
 * and group. Of several blocks later keys win; a block whose checksum is wrong says nothing.
 */
final class TagBlock {
  /** No group. */
  static final long NO_GROUP = -1;

  /** Star, two digits and the closing "\". */
  static final int END_BYTES = 4;

  private static final int MOST_GROUP_DIGITS = 18;

  long atMillis;
  String source;
  long group;

  /** Why the block read last says nothing; null if it was taken. */
  Reject.Reason fault;

  private final SourceNames names = new SourceNames();

  TagBlock() {
    clear();
  }

  /** Forgets what the blocks so far said. */
  void clear() {
    atMillis = AisMessage.NO_TIME;
    source = null;
    group = NO_GROUP;
  }

  /**
   * Reads the block that begins at a "\", if one does.
   *
   * @return the place behind it, or {@code at} if there is none; {@link #fault} says whether it was
   *     taken
   */
  int read(byte[] line, int at, int to) {
    long closeAndSum = Scan.xorUpTo('\\', '\\', line, at + 1, to);
    int close = (int) (closeAndSum >>> Byte.SIZE);
    int star = close - 3;
    if (close == to || star <= at || line[star] != '*') {
      return at;
    }
    // The sum is of all up to the closing "\": taken off it are the star and the digits.
    int sum = ((int) closeAndSum ^ '*' ^ line[star + 1] ^ line[star + 2]) & 0xff;
    boolean isRight = sum == Scan.checksum(line, star + 1);
    fault = isRight ? null : Reject.Reason.TAG_CHECKSUM;
    if (isRight) {
      addPairs(line, at + 1, star);
    }
    return close + 1;
  }

  private void addPairs(byte[] line, int from, int star) {
    for (int at = from; at < star; ) {
      int end = Scan.indexOf(',', line, at, star);
      addPair(line, at, end);
      at = end + 1;
    }
  }

  private void addPair(byte[] line, int from, int to) {
    if (to - from < 3 || line[from + 1] != ':') {
      return;
    }
    int value = from + 2;
    switch (line[from]) {
      case 'c' -> addTime(line, value, to);
      case 's' -> source = names.name(line, value, to);
      case 'g' -> addGroup(line, value, to);
      default -> {
        // Other keys (destination, line count, text) say nothing that we use.
      }
    }
  }

  private void addTime(byte[] line, int from, int to) {
    long time = unixMillis(line, from, to);
    if (time != AisMessage.NO_TIME) {
      atMillis = time;
    }
  }

  /** part-total-id; the sentence itself knows part and total. */
  private void addGroup(byte[] line, int from, int to) {
    int first = Scan.indexOf('-', line, from, to);
    int second = Scan.indexOf('-', line, Math.min(first + 1, to), to);
    int digits = to - second - 1;
    if (digits >= 1 && digits <= MOST_GROUP_DIGITS) {
      long id = Scan.number(line, second + 1, to);
      group = id >= 0 ? id : group;
    }
  }

  /** Ten digits are seconds, thirteen milliseconds, anything else no time. */
  static long unixMillis(byte[] line, int from, int to) {
    int digits = to - from;
    if (digits != 10 && digits != 13) {
      return AisMessage.NO_TIME;
    }
    long value = Scan.number(line, from, to);
    if (value < 0) {
      return AisMessage.NO_TIME;
    }
    return digits == 10 ? value * 1000 : value;
  }
}
