package bz.keelbill.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/** What a craft does all day, one leg after another. */
interface Routine {

  /** The next leg, or null when the craft leaves for good. */
  Leg next(long atMillis);

  /** These legs once, then gone. */
  static Routine once(List<Leg> legs) {
    Deque<Leg> left = new ArrayDeque<>(legs);
    return atMillis -> left.poll();
  }

  /**
   * First these legs, then one round after another.
   *
   * @param round the legs of the round that begins at a time; never empty
   */
  static Routine rounds(List<Leg> first, LongFunction<List<Leg>> round) {
    Deque<Leg> left = new ArrayDeque<>(first);
    return atMillis -> {
      if (left.isEmpty()) {
        left.addAll(round.apply(atMillis));
      }
      return left.poll();
    };
  }
}
