package bz.keelbill.feed;

import java.util.HashMap;
import java.util.Map;

/**
 * Whose turn it is to ask a service: feeds of one account ask one at a time, and if one of them is
 * told that it is too much, none asks until the time is over. For all threads.
 */
final class ServiceTurns {
  /** How soon one looks again whether the other has its answer. */
  private static final long BUSY_MILLIS = 100;

  private final Map<String, Account> accounts = new HashMap<>();

  private static final class Account {
    private boolean isAsking;
    private long untilMillis = Long.MIN_VALUE;
  }

  /** Takes the turn and returns 0, or says after how many milliseconds to try again. */
  synchronized long waitMillis(String account, long nowMillis) {
    Account own = accounts.computeIfAbsent(account, ignored -> new Account());
    if (nowMillis < own.untilMillis) {
      return own.untilMillis - nowMillis;
    }
    if (own.isAsking) {
      return BUSY_MILLIS;
    }
    own.isAsking = true;
    return 0;
  }

  /** The turn is over. */
  synchronized void done(String account) {
    accounts.get(account).isAsking = false;
  }

  /** Nobody asks before a time, in milliseconds of the monotonic clock. */
  synchronized void coolDown(String account, long untilMillis) {
    Account own = accounts.get(account);
    own.untilMillis = Math.max(own.untilMillis, untilMillis);
  }
}
