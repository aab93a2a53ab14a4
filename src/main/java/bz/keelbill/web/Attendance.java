package bz.keelbill.web;

import bz.keelbill.account.AccountBook;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Whether anybody keeps the watch: a console of a watch officer or operator that is seen and heard
 * answers each heartbeat. One whose page is hidden or whose sound is off does not count.
 *
 * <p>Without accounts nobody is on watch and nobody is missed. Belongs to the web's event loop.
 */
public final class Attendance {
  private final AccountBook book;
  private final long patienceMillis;
  private final LongSupplier clock;
  private final Map<Seat, Long> answeredAt = new LinkedHashMap<>();
  private long lastAnswerMillis;

  Attendance(AccountBook book, long patienceMillis, LongSupplier clock) {
    this.book = book;
    this.patienceMillis = patienceMillis;
    this.clock = clock;
    this.lastAnswerMillis = clock.getAsLong();
  }

  /** A console has answered a heartbeat. */
  void answered(Seat seat, boolean seenAndHeard) {
    if (seenAndHeard && seat.officer().keepsWatch()) {
      lastAnswerMillis = clock.getAsLong();
      answeredAt.put(seat, lastAnswerMillis);
    } else {
      answeredAt.remove(seat);
    }
  }

  /** A console is gone. */
  void left(Seat seat) {
    answeredAt.remove(seat);
  }

  /** How many consoles are attended now. */
  public int consoles() {
    long now = clock.getAsLong();
    answeredAt.values().removeIf(at -> now - at > patienceMillis);
    return answeredAt.size();
  }

  /** Since when no console is attended, Unix milliseconds; null while one is, or soon after. */
  public Long unattendedSinceMillis() {
    boolean alone = clock.getAsLong() - lastAnswerMillis > patienceMillis;
    return alone && !book.isEmpty() ? lastAnswerMillis : null;
  }
}
