package bz.keelbill.plan;

import java.util.List;

/**
 * Which plan explains an aircraft.
 *
 * @param outcome whether one does
 * @param plan the plan; null unless {@code MATCHED}
 * @param key by what it was recognised; null for {@code NONE}
 * @param addressDiffers whether the plan's CODE/ is another address than the aircraft's
 * @param nearest the equal plans if {@code AMBIGUOUS}; for {@code NONE} up to three plans that
 *     nearly fit, those of the same identity first, each with why it failed; else empty
 */
public record PlanMatch(
    Outcome outcome, FlightPlan plan, Key key, boolean addressDiffers, List<Candidate> nearest) {

  /** Copies the list. */
  public PlanMatch {
    nearest = List.copyOf(nearest);
  }

  /** Whether a plan explains the aircraft. */
  public enum Outcome {
    /** One does. */
    MATCHED,
    /** Several do equally well: the flight is known, its plan is not. */
    AMBIGUOUS,
    /** None does. */
    NONE
  }

  /** By what a plan is recognised, in the order tried. */
  public enum Key {
    /** CODE/ is the aircraft's address, or the clearance was given for its very track. */
    ADDRESS,
    /** REG/ is its registration. */
    REGISTRATION,
    /** The plan's identification is its callsign. */
    CALLSIGN,
    /** It transmits the assigned code, or did before it told an emergency. */
    SQUAWK,
    /**
     * It is where the plan's aircraft should be about then, and says nothing against it. That is
     * weaker than the others: no name ties it to the plan.
     */
    TIME_AND_PLACE
  }

  /** Why a plan does not explain an aircraft. */
  public enum Failure {
    /** Equal with another plan. */
    TIE,
    /** It belongs to another aircraft, or this one says nothing of itself. */
    OTHER_AIRCRAFT,
    /** It was filed after the aircraft was seen. */
    FILED_LATER,
    /** It is cancelled. */
    CANCELLED,
    /** The flight has landed. */
    ARRIVED,
    /** Seen too long before its off-block time. */
    TOO_EARLY,
    /** Seen too long after its estimated arrival. */
    TOO_LATE
  }

  /**
   * A plan that does not explain the aircraft.
   *
   * @param plan which
   * @param failure why not
   */
  public record Candidate(FlightPlan plan, Failure failure) {}

  /** Whether nothing but time and place ties the aircraft to the plan. */
  public boolean isByTimeAndPlace() {
    return key == Key.TIME_AND_PLACE;
  }

  /** Whether somebody told us of this flight. */
  public boolean isExplained() {
    return outcome != Outcome.NONE;
  }
}
