package bz.keelbill.plan;

import bz.keelbill.plan.FlightPlan.Stage;
import bz.keelbill.plan.PlanMatch.Candidate;
import bz.keelbill.plan.PlanMatch.Failure;
import bz.keelbill.plan.PlanMatch.Key;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.plan.PlanShelf.Held;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the plan of one aircraft: key by key, from the surest, among the plans open at that
 * moment; of several the one that fits best.
 */
final class PlanMatching {
  private static final int MAX_NEAREST = 3;
  private static final List<Key> NAMES =
      List.of(Key.ADDRESS, Key.REGISTRATION, Key.CALLSIGN, Key.SQUAWK);
  private static final Set<String> EMERGENCIES = Set.of("7500", "7600", "7700");

  /** Codes that many aircraft transmit at once. */
  private static final Set<String> COMMON_SQUAWKS = Set.of("0000", "1200", "2000", "7000");

  private final PlanQuery query;
  private final PlanShelf shelf;
  private final Claims claims;
  private final String registration;
  private final String callsign;
  private final String squawk;
  private final String track;

  PlanMatching(PlanQuery query, PlanShelf shelf, Claims claims) {
    this.query = query;
    this.shelf = shelf;
    this.claims = claims;
    this.registration = name(query.registration());
    this.callsign = name(query.callsign());
    this.squawk = isOneOf(query.squawk(), COMMON_SQUAWKS, EMERGENCIES) ? null : query.squawk();
    this.track = query.seen() == null ? null : query.seen().track();
  }

  private static boolean isOneOf(String code, Set<String> some, Set<String> others) {
    return code != null && (some.contains(code) || others.contains(code));
  }

  private static String name(String text) {
    String letters = text == null ? "" : Letters.of(text);
    return letters.isEmpty() ? null : letters;
  }

  PlanMatch match() {
    for (Key key : NAMES) {
      List<FlightPlan> best = best(having(key));
      if (!best.isEmpty()) {
        return found(best, key);
      }
    }
    List<FlightPlan> there = there();
    return there.isEmpty()
        ? new PlanMatch(Outcome.NONE, null, null, false, nearest())
        : found(there, Key.TIME_AND_PLACE);
  }

  private PlanMatch found(List<FlightPlan> best, Key key) {
    FlightPlan plan = best.get(0);
    if (best.size() == 1) {
      return new PlanMatch(Outcome.MATCHED, plan, key, addressDiffers(plan), List.of());
    }
    List<Candidate> equal = best.stream().map(tie -> new Candidate(tie, Failure.TIE)).toList();
    return new PlanMatch(Outcome.AMBIGUOUS, null, key, addressDiffers(plan), equal);
  }

  private List<Held> having(Key key) {
    return switch (key) {
      case ADDRESS -> both(shelf.having(key, query.address()), shelf.having(key, track));
      case REGISTRATION -> shelf.having(key, registration);
      case CALLSIGN -> shelf.having(key, callsign);
      case SQUAWK -> ofSquawk();
      case TIME_AND_PLACE -> List.of();
    };
  }

  private static List<Held> both(List<Held> some, List<Held> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    Set<Held> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** In an emergency the code changes, and the flight is the same. */
  private List<Held> ofSquawk() {
    if (!isOneOf(query.squawk(), EMERGENCIES, Set.of())) {
      return shelf.having(Key.SQUAWK, squawk);
    }
    return shelf.around(query.atMillis()).stream()
        .filter(held -> claims.isHeldBySquawk(held.plan(), track, query.atMillis()))
        .toList();
  }

  /** The open ones that nothing distinguishes; usually one or none. */
  private List<FlightPlan> best(List<Held> some) {
    List<FlightPlan> best = new ArrayList<>(1);
    for (Held held : some) {
      FlightPlan plan = held.plan();
      if (failure(plan) != null) {
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

  private boolean addressDiffers(FlightPlan plan) {
    return differs(plan.aircraft().address(), query.address());
  }

  private static boolean differs(Object planned, Object told) {
    return planned != null && told != null && !planned.equals(told);
  }

  /** The open plans whose aircraft should be here now, and which name no other. */
  private List<FlightPlan> there() {
    List<FlightPlan> there = new ArrayList<>(0);
    if (query.seen() != null && query.seen().position() != null) {
      for (Held held : shelf.around(query.atMillis())) {
        FlightPlan plan = held.plan();
        boolean free =
            failure(plan) == null
                && !namesAnother(plan)
                && !claims.isTaken(plan, track, query.atMillis());
        if (free && shelf.wayOf(held).fits(query.seen().position(), query.atMillis())) {
          there.add(plan);
        }
      }
    }
    return there;
  }

  private boolean namesAnother(FlightPlan plan) {
    FlightPlan.Aircraft aircraft = plan.aircraft();
    String named = name(plan.flight().callsign());
    boolean isTracks = plan.filed().clearance() != null && plan.filed().clearance().track() != null;
    return addressDiffers(plan)
        || differs(aircraft.registration(), registration)
        || differs(named, callsign)
        || differs(aircraft.squawk(), squawk)
        || isTracks;
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

  /** Those of the same aircraft first, then the open ones of others; the nearest in time. */
  private List<Candidate> nearest() {
    List<Candidate> nearest = new ArrayList<>(MAX_NEAREST + 1);
    Set<Held> same = new LinkedHashSet<>();
    NAMES.forEach(key -> same.addAll(having(key)));
    for (Held held : same) {
      keep(new Candidate(held.plan(), failure(held.plan())), nearest, 0);
    }
    int own = nearest.size();
    if (own < MAX_NEAREST) {
      for (Held held : shelf.around(query.atMillis())) {
        if (failure(held.plan()) == null && !same.contains(held)) {
          keep(new Candidate(held.plan(), Failure.OTHER_AIRCRAFT), nearest, own);
        }
      }
    }
    return nearest;
  }

  /** Puts a candidate in its place behind those that are as near, if it is among the nearest. */
  private void keep(Candidate candidate, List<Candidate> nearest, int from) {
    int at = nearest.size();
    while (at > from && away(candidate) < away(nearest.get(at - 1))) {
      at--;
    }
    if (at < MAX_NEAREST) {
      nearest.add(at, candidate);
      if (nearest.size() > MAX_NEAREST) {
        nearest.remove(MAX_NEAREST);
      }
    }
  }

  private long away(Candidate candidate) {
    return candidate.plan().awayMillis(query.atMillis());
  }
}
