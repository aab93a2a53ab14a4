package bz.keelbill.plan;

import bz.keelbill.report.PlanMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All flight plans and clearances in force, and which of them explains an aircraft.
 *
 * <p>Bounded: at most 10,000 plans, the earliest to close goes first; a plan is kept for a day
 * after it would have closed, to be shown. One mutable object that belongs to the Watch and its
 * thread. Two books that took the same messages in the same order answer alike.
 */
public final class PlanBook {
  private static final int MAX_PLANS = 10_000;
  private static final long KEPT_MILLIS = PlanTime.DAY_MILLIS;

  private final List<FlightPlan> plans = new ArrayList<>();
  private long version;

  /** The plans in the order in which they were filed here. */
  public List<FlightPlan> plans() {
    return List.copyOf(plans);
  }

  /** Rises with every change of the book, so that an answer need not be asked for twice. */
  public long version() {
    return version;
  }

  /** Puts back what {@link #plans} gave, in place of all plans. */
  public void restore(List<FlightPlan> kept) {
    plans.clear();
    plans.addAll(kept);
    version++;
  }

  /** The plan that explains an aircraft at a moment, or why there is none. */
  public PlanMatch match(PlanQuery query) {
    return new PlanMatching(query).among(plans);
  }

  /** Drops plans that are over since a day or longer. */
  public void expire(long nowMillis) {
    if (plans.removeIf(plan -> plan.overAtMillis() + KEPT_MILLIS < nowMillis)) {
      version++;
    }
  }

  /**
   * Takes one message.
   *
   * @return the plan as it now stands, or null if the message concerns none
   */
  public FlightPlan apply(PlanMessage message) {
    int index = index(message);
    FlightPlan known = index < 0 ? null : plans.get(index);
    FlightPlan changed =
        switch (message.type()) {
          case FPL, CLEARANCE -> PlanChange.filed(known, message);
          case CHG -> PlanAmendment.changed(orNew(known, message), message);
          case DLA -> PlanChange.delayed(orNew(known, message), message);
          case DEP -> PlanChange.departed(orNew(known, message), message);
          case CNL -> known == null ? null : PlanChange.cancelled(known, message);
          case ARR -> known == null ? null : PlanChange.arrived(known, message);
        };
    if (changed != null && changed != known) {
      put(index, changed);
    }
    return changed;
  }

  /** A message about a flight of which we hold no plan still tells that there is one. */
  private static FlightPlan orNew(FlightPlan known, PlanMessage message) {
    return known == null ? PlanChange.filed(null, message) : known;
  }

  private void put(int index, FlightPlan plan) {
    version++;
    if (index >= 0) {
      plans.set(index, plan);
      return;
    }
    if (plans.size() == MAX_PLANS) {
      plans.remove(
          plans.stream().min(Comparator.comparingLong(FlightPlan::overAtMillis)).orElseThrow());
    }
    plans.add(plan);
  }

  /** Which plan a message speaks of; −1 if none. */
  private int index(PlanMessage message) {
    String callsign = message.flight().callsign();
    String name = callsign == null ? null : AtsMessage.letters(callsign);
    int best = -1;
    long bestDistance = PlanChange.TOO_FAR;
    for (int index = 0; index < plans.size(); index++) {
      FlightPlan plan = plans.get(index);
      boolean same = plan.flight().callsign().equals(name) && isSamePlace(plan, message);
      long distance = same ? PlanChange.distance(plan, message) : PlanChange.TOO_FAR;
      if (distance < bestDistance) {
        best = index;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static boolean isSamePlace(FlightPlan plan, PlanMessage message) {
    String planned = plan.flight().departure();
    String told = message.flight().departure();
    return planned == null || told == null || planned.equals(told);
  }
}
