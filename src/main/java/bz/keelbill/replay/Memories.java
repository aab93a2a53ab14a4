package bz.keelbill.replay;

import java.util.function.LongFunction;

/**
 * What is remembered along the way of a replay: by the live watch of then, and by the replay
 * itself. One thread.
 */
final class Memories {
  /** To begin with one costs as much as to play on for some minutes. */
  static final long WORTH_MILLIS = 5 * 60_000L;

  private final LongFunction<Memory> live;
  private final Marks own;
  private final long homeMillis;
  private long strangeUpToMillis = Long.MIN_VALUE;

  /**
   * Of a replay.
   *
   * @param live gives, for a time, the newest that the live watch left at it or before; null where
   *     there is none
   * @param own what the replay leaves on its way
   * @param homeMillis where it began; what is not later is of no use
   */
  Memories(LongFunction<Memory> live, Marks own, long homeMillis) {
    this.live = live;
    this.own = own;
    this.homeMillis = homeMillis;
  }

  /** The newest of before a time; null if nothing is remembered. */
  Memory before(long millis) {
    // What was recorded at that very moment is not to be heard yet.
    Memory then = live.apply(millis - 1);
    if (then == null || then.checkpoint().atMillis() <= Math.max(homeMillis, strangeUpToMillis)) {
      return own.before(millis);
    }
    Memory later = own.between(then.checkpoint().atMillis(), millis);
    return later == null ? then : later;
  }

  /**
   * This one is not understood: nor is what a live watch left before it, for programs change only
   * from older to newer ones.
   */
  void leaveAside(Memory strange) {
    if (strange.checkpoint().atMillis() <= strangeUpToMillis) {
      // Our own were made a moment ago by this program; nobody is to try one for ever.
      own.forget();
    }
    strangeUpToMillis = Math.max(strangeUpToMillis, strange.checkpoint().atMillis());
  }
}
