package bz.keelbill.plan;

import java.util.Objects;

/** What a plan is called for as long as it is held, whatever changes. */
final class PlanId {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private PlanId() {}

  /** From what the plan was filed as, so that a replay gives the same; another if that is taken. */
  static String of(FlightPlan plan, PlanShelf shelf) {
    long hash = OFFSET;
    String key =
        String.join(
            "|",
            plan.who(),
            Objects.toString(plan.flight().departure()),
            Objects.toString(plan.flight().offBlockAtMillis()),
            plan.isClearance() ? "c" : "f");
    for (int at = 0; at < key.length(); at++) { // FNV-1a
      hash = (hash ^ key.charAt(at)) * PRIME;
    }
    String id = "fp-" + String.format("%012x", hash >>> 16);
    String free = id;
    for (int again = 2; shelf.find(free) != null; again++) {
      free = id + "-" + again;
    }
    return free;
  }
}
