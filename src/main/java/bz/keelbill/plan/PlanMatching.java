package bz.keelbill.plan;

import bz.keelbill.plan.FlightPlan.Stage;
import bz.keelbill.plan.PlanMatch.Candidate;
import bz.keelbill.plan.PlanMatch.Failure;
import bz.keelbill.plan.PlanMatch.Key;
import bz.keelbill.plan.PlanMatch.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Looks for the plan of one aircraft: key by key, from the surest, among the plans open at that
 * moment; of several the one that fits best.
 */
final class PlanMatching {
  private static final int MAX_NEAREST = 3;

  /** Codes that many aircraft transmit at once, or that mean something else than a flight. */
  private static final Set<String> COMMON_SQUAWKS =
      Set.of("0000", "1200", "2000", "7000", "7500", "7600", "7700");

  private final PlanQuery query;
  private final String registration;
  private final String callsign;

  PlanMatching(PlanQuery query) {
    this.query = query;
    this.registration = name(query.registration());
    this.callsign = name(query.callsign());
  }

  private static String name(String text) {
    String letters = text == null ? "" : AtsMessage.letters(text);
    return letters.isEmpty() ? null : letters;
  }

  PlanMatch among(List<FlightPlan> plans) {
    for (Key key : Key.values()) {
      List<FlightPlan> best = best(plans, key);
      if (best.size() == 1) {
        FlightPlan plan = best.get(0);
        return new PlanMatch(Outcome.MATCHED, plan, key, addressDiffers(plan), List.of());
      }
      if (best.size() > 1) {
        List<Candidate> equal = best.stream().map(tie -> new Candidate(tie, Failure.TIE)).toList();
        return new PlanMatch(Outcome.AMBIGUOUS, null, key, addressDiffers(best.get(0)), equal);
      }
    }
    return new PlanMatch(Outcome.NONE, null, null, false, nearest(plans));
  }

  /** The open plans with this key that nothing distinguishes; usually one or none. */
  private List<FlightPlan> best(List<FlightPlan> plans, Key key) {
    List<FlightPlan> best = new ArrayList<>();
    for (FlightPlan plan : plans) {
      if (!hasKey(plan, key) || failure(plan) != null) {
        continue;
      }
      int better = best.isEmpty() ? 0 : fit().compare(plan, best.get(0));
      if (better < 0) {
        best.clear();
      }
      if (better <= 0) {
        best.add(plan);
      }
    }
    return best;
  }

  private Comparator<FlightPlan> fit() {
    return Comparator.comparing((FlightPlan plan) -> addressDiffers(plan))
        .thenComparing(plan -> plan.stage() != Stage.DEPARTED)
        .thenComparingLong(plan -> plan.awayMillis(query.atMillis()));
  }

  private boolean hasKey(FlightPlan plan, Key key) {
    FlightPlan.Aircraft aircraft = plan.aircraft();
    return switch (key) {
      case ADDRESS -> query.address() != null && query.address().equals(aircraft.address());
      case REGISTRATION -> registration != null && registration.equals(aircraft.registration());
      case CALLSIGN -> callsign != null && callsign.equals(plan.flight().callsign());
      case SQUAWK ->
          query.squawk() != null
              && !COMMON_SQUAWKS.contains(query.squawk())
              && query.squawk().equals(aircraft.squawk());
    };
  }

  private boolean addressDiffers(FlightPlan plan) {
    Integer filed = plan.aircraft().address();
    return filed != null && query.address() != null && !filed.equals(query.address());
  }

  /** Why the plan does not hold at the moment asked for; null if it does. */
  private Failure failure(FlightPlan plan) {
    long at = query.atMillis();
    if (at < plan.opensAtMillis()) {
      return at < plan.times().filedAtMillis() ? Failure.FILED_LATER : Failure.TOO_EARLY;
    }
    if (at <= plan.closesAtMillis()) {
      return null;
    }
    return switch (plan.stage()) {
      case FILED, DEPARTED -> Failure.TOO_LATE;
      case ARRIVED -> Failure.ARRIVED;
      case CANCELLED -> Failure.CANCELLED;
    };
  }

  private List<Candidate> nearest(List<FlightPlan> plans) {
    List<Candidate> same = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    for (FlightPlan plan : plans) {
      Failure failure = failure(plan);
      if (isSame(plan)) {
        same.add(new Candidate(plan, failure));
      } else if (failure == null) {
        others.add(new Candidate(plan, Failure.OTHER_AIRCRAFT));
      }
    }
    Comparator<Candidate> byTime =
        Comparator.comparingLong(candidate -> candidate.plan().awayMillis(query.atMillis()));
    same.sort(byTime);
    others.sort(byTime);
    same.addAll(others);
    return same.size() <= MAX_NEAREST ? same : same.subList(0, MAX_NEAREST);
  }

  private boolean isSame(FlightPlan plan) {
    for (Key key : Key.values()) {
      if (hasKey(plan, key)) {
        return true;
      }
    }
    return false;
  }
}
