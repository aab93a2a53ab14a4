package bz.keelbill.cot;

import bz.keelbill.report.Reject.Reason;

/**
 * When an event says that it was, and how long it counts.
 *
 * @param atMillis by the device's clock, Unix time in milliseconds
 * @param staleAfterMillis from then on, 0 or more
 * @param refused why there is no time, or null
 */
record CotTimes(long atMillis, long staleAfterMillis, Reason refused) {

  static CotTimes of(CotMessage.Head head) {
    if (head.time() == null || head.stale() == null) {
      return new CotTimes(0, 0, Reason.TIME_MISSING);
    }
    Long told = CotValues.millis(head.time());
    Long stale = CotValues.millis(head.stale());
    if (told == null || stale == null) {
      return new CotTimes(0, 0, Reason.MALFORMED);
    }
    return stale < told
        ? new CotTimes(0, 0, Reason.OUT_OF_RANGE)
        : new CotTimes(told, stale - told, null);
  }
}
