package bz.keelbill;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The clock of a live watch: this machine's, but not its jumps.
 *
 * <p>Set back, a machine's clock would make a watch deaf until it has caught up; set forward for a
 * moment, it would make every track old. So a jump of more than two seconds is not followed at
 * once. One forward is followed when it has lasted two minutes, for a machine that slept wakes with
 * one. One back is made good by running a tenth slower, so that no second is lived twice. Both are
 * told. Any thread.
 */
final class SteadyClock implements LongSupplier {
  private static final Logger LOG = System.getLogger(SteadyClock.class.getName());
  private static final long JUMP_MILLIS = 2_000;
  private static final long FORWARD_LASTS_MILLIS = 120_000;
  private static final long SLOWER = 10;
  private static final long NANOS = 1_000_000;

  private final LongSupplier machine;
  private final LongSupplier nanos;
  private long readAtNanos;
  private long readMillis;
  private long apartMillis;
  private long jumpedAtMillis;
  private long unhurried;

  /**
   * Begins with what the machine says.
   *
   * @param machine Unix milliseconds
   * @param nanos counts nanoseconds and never jumps
   */
  SteadyClock(LongSupplier machine, LongSupplier nanos) {
    this.machine = machine;
    this.nanos = nanos;
    readAtNanos = nanos.getAsLong();
    readMillis = machine.getAsLong();
  }

  @Override
  public synchronized long getAsLong() {
    long passed = (nanos.getAsLong() - readAtNanos) / NANOS;
    long expected = readMillis + passed;
    long told = machine.getAsLong();
    if (Math.abs(told - expected) <= JUMP_MILLIS) {
      agree(told);
    } else {
      readAtNanos += passed * NANOS;
      hold(expected, passed, told - expected);
    }
    return readMillis;
  }

  /** The watch before was further than this machine is now: time does not go back. */
  synchronized void beginAt(long millis) {
    if (millis > getAsLong() + JUMP_MILLIS) {
      readMillis = millis;
      getAsLong();
    }
  }

  private void agree(long told) {
    if (apartMillis != 0) {
      LOG.log(Level.WARNING, "the machine's clock and the watch agree again");
      apartMillis = 0;
    }
    readAtNanos = nanos.getAsLong();
    readMillis = told;
  }

  private void hold(long expected, long passed, long apart) {
    if (apartMillis == 0 || Long.signum(apartMillis) != Long.signum(apart)) {
      jumpedAtMillis = expected;
      LOG.log(Level.WARNING, "the machine''s clock jumped by {0} s", seconds(apart));
    }
    apartMillis = apart;
    boolean follows = apart > 0 && expected - jumpedAtMillis >= FORWARD_LASTS_MILLIS;
    unhurried += passed;
    long slower = apart < 0 ? unhurried / SLOWER : 0;
    unhurried %= SLOWER;
    readMillis = follows ? expected + apart : expected - slower;
    apartMillis = follows ? 0 : apart + slower;
  }

  private static String seconds(long millis) {
    return String.format(java.util.Locale.ROOT, "%+d", Math.round(millis / 1_000.0));
  }

  /** What is wrong, in sentences. */
  synchronized List<String> troubles() {
    getAsLong();
    if (apartMillis == 0) {
      return List.of();
    }
    String what = "the clock of this machine jumped at %s and is %s s from the watch's: %s";
    String then =
        apartMillis > 0
            ? "the watch follows if that lasts two minutes"
            : "the watch goes on and comes nearer by six seconds a minute";
    return List.of(
        what.formatted(
            Instant.ofEpochMilli(jumpedAtMillis / 1_000 * 1_000), seconds(apartMillis), then));
  }
}
