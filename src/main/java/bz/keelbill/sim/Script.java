package bz.keelbill.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A routine written down step by step, each leg made when its turn comes, so that it may depend on
 * where others are by then. Then gone.
 */
final class Script implements Routine {

  /** One step. */
  private interface Step {
    /** Its next leg, or null when it is over. */
    Leg next(long atMillis);
  }

  private final Deque<Step> steps = new ArrayDeque<>();

  Script then(Leg leg) {
    return thenMade(() -> leg);
  }

  /** A leg that is made when its turn comes. */
  Script thenMade(Supplier<Leg> maker) {
    boolean[] made = {false};
    steps.add(
        atMillis -> {
          if (made[0]) {
            return null;
          }
          made[0] = true;
          return maker.get();
        });
    return this;
  }

  /** Legs of one sort, over and over, until something is so. */
  Script until(BooleanSupplier over, Supplier<Leg> maker) {
    steps.add(atMillis -> over.getAsBoolean() ? null : maker.get());
    return this;
  }

  /** Something that happens at this point and takes no time. */
  Script mark(Runnable act) {
    steps.add(
        atMillis -> {
          act.run();
          return null;
        });
    return this;
  }

  @Override
  public Leg next(long atMillis) {
    while (!steps.isEmpty()) {
      Leg leg = steps.peek().next(atMillis);
      if (leg != null) {
        return leg;
      }
      steps.poll();
    }
    return null;
  }
}
