package bz.keelbill.ais;

import bz.keelbill.report.Reject;
import bz.keelbill.report.Scan;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Times that loggers put around sentences: {@code $PGHP,1,year,month,day,hour,minute,second,ms,...,
 * hh*cs} before, which speaks of the message whose checksums give hh, and an epoch behind, as
 * {@code ,rSTATION,...,1272412827}.
 */
final class LoggerTime {
  private static final int DATE_FIELDS = 7;
  private static final long MILLIS_PER_DAY = 86_400_000;

  /** The last wrapper's time, Unix milliseconds, or {@link AisMessage#NO_TIME}. */
  long atMillis = AisMessage.NO_TIME;

  /** Exclusive or of the checksums of the sentences that it speaks of. */
  int checksum;

  private final int[] date = new int[DATE_FIELDS];

  /** Forgets the wrapper: it speaks of the next message only. */
  void clear() {
    atMillis = AisMessage.NO_TIME;
  }

  /** Whether a wrapper begins at this "$". */
  static boolean beginsAt(byte[] line, int at, int to) {
    return to - at > 8
        && line[at + 1] == 'P'
        && line[at + 2] == 'G'
        && line[at + 3] == 'H'
        && line[at + 4] == 'P'
        && line[at + 5] == ','
        && line[at + 6] == '1'
        && line[at + 7] == ',';
  }

  /** Reads a wrapper; returns null if it is right, else what is wrong with it. */
  Reject.Reason parse(byte[] line, int at, int to) {
    clear();
    int star = Scan.indexOf('*', line, at, to);
    if (star + 2 >= to) {
      return Reject.Reason.CHECKSUM_MISSING;
    }
    if (Scan.xor(line, at + 1, star) != Scan.checksum(line, star + 1)) {
      return Reject.Reason.CHECKSUM;
    }
    if (line[star - 3] == ',' && parseDate(line, at + 8, star)) {
      checksum = Scan.checksum(line, star - 2);
      atMillis = checksum < 0 ? AisMessage.NO_TIME : dateMillis();
    }
    return atMillis == AisMessage.NO_TIME ? Reject.Reason.MALFORMED : null;
  }

  private boolean parseDate(byte[] line, int from, int star) {
    int next = from;
    for (int i = 0; i < DATE_FIELDS; i++) {
      int end = Scan.indexOf(',', line, next, star);
      long value = end - next > 4 || end == next ? -1 : Scan.number(line, next, end);
      if (value < 0 || end == star) {
        return false;
      }
      date[i] = (int) value;
      next = end + 1;
    }
    return true;
  }

  private long dateMillis() {
    long minute = utcMillis(date[0], date[1], date[2], date[3], date[4], date[5]);
    return minute == AisMessage.NO_TIME || date[6] > 999 ? AisMessage.NO_TIME : minute + date[6];
  }

  /**
   * The epoch in the last comma field behind a sentence, Unix milliseconds, or {@link
   * AisMessage#NO_TIME}.
   */
  static long suffixMillis(byte[] line, int from, int to) {
    if (from >= to || line[from] != ',') {
      return AisMessage.NO_TIME;
    }
    int end = to;
    while (end > from && line[end - 1] <= ' ') {
      end--;
    }
    int begin = end;
    while (line[begin - 1] != ',') {
      begin--;
    }
    return TagBlock.unixMillis(line, begin, end);
  }

  /** A calendar time of UTC in Unix milliseconds; {@link AisMessage#NO_TIME} if there is none. */
  static long utcMillis(int year, int month, int day, int hour, int minute, int second) {
    boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    boolean isMonth = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
    if (!isTime
        || !isMonth
        || second < 0
        || second > 59
        || !YearMonth.of(year, month).isValidDay(day)) {
      return AisMessage.NO_TIME;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return days * MILLIS_PER_DAY + ((hour * 60L + minute) * 60 + second) * 1000;
  }
}
