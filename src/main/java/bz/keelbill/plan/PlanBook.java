package bz.keelbill.plan;

import bz.keelbill.report.PlanMessage;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All flight plans and clearances in force, and which of them explains an aircraft.
 *
 * <p>Bounded: at most 10,000 plans, the earliest to close goes first and is counted; a plan is kept
 * for a day after it would have closed, to be shown. One mutable object that belongs to the Watch
 * and its thread. Two books that took the same messages and claims in the same order answer alike.
 */
public final class PlanBook {

  /**
   * A message that moves or cancels a flight, of which no plan is held, or several fit.
   *
   * @param message which
   * @param candidates the plans that it may mean; none, or more than one
   */
  public record Loose(PlanMessage message, List<FlightPlan> candidates) {
    /** Copies the list. */
    public Loose {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * What did not go smoothly.
   *
   * @param withoutPlan CHG, DLA, CNL and ARR that fit no plan
   * @param ofSeveralPlans the same that fit several equally
   * @param dropped plans given up because the book was full
   */
  public record Counts(long withoutPlan, long ofSeveralPlans, long dropped) {}

  private static final int MAX_PLANS = 10_000;
  private static final int MAX_LOOSE = 50;
  private static final int MAX_WITHDRAWN = 1_000;
  private static final long KEPT_MILLIS = PlanTime.DAY_MILLIS;

  /** An officer's withdrawal of a plan that is not held yet, as after a restart. */
  private record Withdrawal(String person, long atMillis) {}

  private final PlanShelf shelf;
  private final Claims claims = new Claims();
  private final Deque<Loose> loose = new ArrayDeque<>();
  private final Map<String, Withdrawal> withdrawn = new LinkedHashMap<>();
  private Counts counts = new Counts(0, 0, 0);
  private long version;

  /** An empty book that knows no aerodrome. */
  public PlanBook() {
    this(Aerodromes.NONE);
  }

  /** An empty book. */
  public PlanBook(Aerodromes aerodromes) {
    shelf = new PlanShelf(aerodromes);
  }

  /** The plans in the order in which they were filed here. */
  public List<FlightPlan> plans() {
    return shelf.plans();
  }

  /** The plan of an id, or null. */
  public FlightPlan find(String id) {
    return shelf.find(id);
  }

  /** Rises with every change of the book, so that an answer need not be asked for twice. */
  public long version() {
    return version;
  }

  /** The last fifty messages that were not carried out because they fit no plan, or several. */
  public List<Loose> loose() {
    return List.copyOf(loose);
  }

  /** How many messages and plans were given up. */
  public Counts counts() {
    return counts;
  }

  /** Puts back what {@link #plans} gave, in place of all plans. */
  public void restore(List<FlightPlan> kept) {
    shelf.clear();
    kept.forEach(shelf::put);
    version++;
  }

  /** The plan that explains an aircraft at a moment, or why there is none. */
  public PlanMatch match(PlanQuery query) {
    return new PlanMatching(query, shelf, claims).match();
  }

  /**
   * Says which plan a live track is matched with, or that it is matched with none. A plan that one
   * live track holds explains no other by time and place alone. Called every few seconds for every
   * track, in the same order each time.
   */
  public void claim(String track, PlanMatch match, long atMillis) {
    claims.put(track, match, atMillis);
  }

  /** The track is no more: its plan is free for another. */
  public void release(String track) {
    claims.release(track);
  }

  /** Drops plans that are over since a day or longer. */
  public void expire(long nowMillis) {
    shelf.overBefore(nowMillis - KEPT_MILLIS).forEach(this::remove);
    claims.expire(nowMillis);
  }

  /**
   * Takes one message.
   *
   * @return the plan as it now stands, or null if the message concerns none, or several equally
   */
  public FlightPlan apply(PlanMessage message) {
    List<FlightPlan> meant = new PlanSearch(message).among(shelf.ofCallsign(callsign(message)));
    if (meant.size() > 1) {
      putLoose(message, meant);
      return null;
    }
    FlightPlan known = meant.isEmpty() ? null : meant.get(0);
    FlightPlan changed = changed(known, message);
    if (changed == null) {
      putLoose(message, List.of());
    }
    return changed == null || changed == known ? changed : put(known, changed, message);
  }

  private static FlightPlan changed(FlightPlan known, PlanMessage message) {
    return switch (message.type()) {
      case FPL, CLEARANCE -> PlanChange.filed(known, message);
      case CHG -> known == null ? null : PlanAmendment.changed(known, message);
      case DLA -> known == null ? null : PlanChange.delayed(known, message);
      // A departure that nobody filed tells all the same that somebody knows of the flight.
      case DEP ->
          PlanChange.departed(known == null ? PlanChange.filed(null, message) : known, message);
      case CNL -> known == null ? null : PlanChange.cancelled(known, message);
      case ARR -> known == null ? null : PlanChange.arrived(known, message);
    };
  }

  /**
   * An officer takes a plan back. One that is not held will be withdrawn when it comes, if it was
   * filed before that.
   *
   * @return the plan as it now stands, or null if it is not held
   */
  public FlightPlan withdraw(String id, String person, long atMillis) {
    FlightPlan plan = shelf.find(id);
    withdrawn.put(id, new Withdrawal(person, atMillis));
    if (withdrawn.size() > MAX_WITHDRAWN) {
      withdrawn.remove(withdrawn.keySet().iterator().next());
    }
    if (plan == null) {
      return null;
    }
    version++;
    shelf.put(PlanChange.withdrawn(plan, person, atMillis));
    return shelf.find(id);
  }

  private FlightPlan put(FlightPlan known, FlightPlan changed, PlanMessage message) {
    version++;
    FlightPlan told =
        known == null
            ? changed.with(new FlightPlan.Story(PlanId.of(changed, shelf), List.of(), null))
            : changed.with(changed.story().with(message));
    Withdrawal withdrawal = known == null ? withdrawn.get(told.id()) : null;
    if (withdrawal != null && withdrawal.atMillis() >= told.times().filedAtMillis()) {
      told = PlanChange.withdrawn(told, withdrawal.person(), withdrawal.atMillis());
    }
    if (known == null && shelf.size() == MAX_PLANS) {
      remove(
          plans().stream().min(Comparator.comparingLong(FlightPlan::overAtMillis)).orElseThrow());
      counts = new Counts(counts.withoutPlan, counts.ofSeveralPlans, counts.dropped + 1);
    }
    shelf.put(told);
    return told;
  }

  private void remove(FlightPlan plan) {
    shelf.remove(plan.id());
    version++;
  }

  private void putLoose(PlanMessage message, List<FlightPlan> candidates) {
    boolean none = candidates.isEmpty();
    counts =
        new Counts(
            counts.withoutPlan + (none ? 1 : 0),
            counts.ofSeveralPlans + (none ? 0 : 1),
            counts.dropped);
    loose.addLast(new Loose(message, candidates));
    if (loose.size() > MAX_LOOSE) {
      loose.removeFirst();
    }
  }

  private static String callsign(PlanMessage message) {
    String callsign = message.flight().callsign();
    return callsign == null ? "" : Letters.of(callsign);
  }
}
