package bz.keelbill.feed;

import java.lang.System.Logger.Level;

/** Tells of one feed's trouble with its far end, once a minute; the counts tell how often. */
final class TroubleLog {

  private static final System.Logger LOG = System.getLogger(TroubleLog.class.getName());
  private static final long EVERY_MILLIS = 60_000;
  private static final int LONGEST = 200;

  private final String feed;
  private long toldAtMillis = Feed.monotonicMillis() - EVERY_MILLIS;

  TroubleLog(String feed) {
    this.feed = feed;
  }

  /** The server gave another answer than the one wanted. */
  void answered(int status) {
    boolean isRedirect = status / 100 == 3;
    String remedy = "; a redirect is not followed: put the new address into url";
    tell("answers " + status + (isRedirect ? remedy : ""));
  }

  /** The sender said something instead of lines; it may hold anything, and a log has lines. */
  void said(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    tell("the sender says " + start.replaceAll("[^ -~]", "?"));
  }

  private void tell(String what) {
    long now = Feed.monotonicMillis();
    if (now - toldAtMillis >= EVERY_MILLIS) {
      toldAtMillis = now;
      LOG.log(Level.WARNING, "feed {0}: {1}", feed, what);
    }
  }
}
