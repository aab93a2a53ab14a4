package bz.keelbill.plan;

import bz.keelbill.plan.FlightPlan.Stage;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.PlanMessage.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which plan a message speaks of, among those of its callsign. The key of a plan is its callsign,
 * departure and off-block time; a delay or a departure brings another time, mostly of the same day.
 * What fits no plan, or several, is not guessed.
 */
final class PlanSearch {
  private static final long HOUR_MILLIS = 60 * PlanTime.MINUTE_MILLIS;

  /** From here on a message cannot mean a plan. */
  private static final long TOO_FAR = Long.MAX_VALUE / 2;

  private final PlanMessage message;
  private final Type type;
  private final String departure;
  private final String destination;
  private final Long told;

  PlanSearch(PlanMessage message) {
    this.message = message;
    this.type = message.type();
    this.departure = message.flight().departure();
    this.destination = message.flight().destination();
    this.told = message.flight().offBlockAtMillis();
  }

  /** The plans that it may mean, equally well: none, one, or several. */
  List<FlightPlan> among(List<FlightPlan> sameCallsign) {
    List<FlightPlan> best = new ArrayList<>();
    long least = TOO_FAR;
    for (FlightPlan plan : sameCallsign) {
      long distance = isSamePlace(plan) ? distance(plan) : TOO_FAR;
      if (distance < least) {
        least = distance;
        best.clear();
      }
      if (distance == least && distance < TOO_FAR) {
        best.add(plan);
      }
    }
    return best;
  }

  private boolean isSamePlace(FlightPlan plan) {
    String planned = plan.flight().departure();
    return planned == null || departure == null || planned.equals(departure);
  }

  private long distance(FlightPlan plan) {
    if (type == Type.FPL || type == Type.CLEARANCE) {
      boolean sameKind = plan.isClearance() == (type == Type.CLEARANCE);
      return sameKind && isSameFlight(plan) ? 0 : TOO_FAR;
    }
    if (plan.stage() == Stage.ARRIVED || plan.stage() == Stage.CANCELLED) {
      return TOO_FAR;
    }
    return type == Type.DLA ? delay(plan) : elsewhere(plan) + apart(plan);
  }

  private boolean isSameFlight(FlightPlan plan) {
    boolean sameTime =
        type == Type.FPL
            ? told != null && told.equals(plan.flight().offBlockAtMillis())
            : Objects.equals(told, plan.flight().offBlockAtMillis());
    return sameTime && (type == Type.FPL || isSameAircraft(plan));
  }

  /** Clearances may come without a callsign; then it is the other names that make the flight. */
  private boolean isSameAircraft(FlightPlan plan) {
    PlanMessage.Clearance clearance = message.clearance();
    PlanMessage.Clearance other = plan.filed().clearance();
    return Objects.equals(
            PlanChange.registration(message.details().registration()),
            plan.aircraft().registration())
        && Objects.equals(message.details().address(), plan.aircraft().address())
        && Objects.equals(
            clearance == null ? null : clearance.track(), other == null ? null : other.track());
  }

  /**
   * DLA tells the new time only, and no plan is nearer to it than another: every leg of that day
   * which has not left and was to leave before is meant equally.
   */
  private long delay(FlightPlan plan) {
    Long planned = plan.flight().offBlockAtMillis();
    boolean elsewhere = elsewhere(plan) > 0 || plan.stage() != Stage.FILED;
    if (elsewhere || planned == null || told == null) {
      return TOO_FAR;
    }
    long later = told - planned;
    boolean pastMidnight = later < -PlanTime.DAY_MILLIS / 2 && later > -PlanTime.DAY_MILLIS;
    boolean sameDay = later >= -HOUR_MILLIS && later < PlanTime.DAY_MILLIS;
    return sameDay || pastMidnight ? 0 : TOO_FAR;
  }

  /** Between the plan's off-block time and the one told, a day more if not of one day. */
  private long apart(FlightPlan plan) {
    long at = told == null ? message.origin().eventAtMillis() : told;
    Long planned = plan.offBlockAtMillis();
    if (planned == null || at == PlanDecoder.FROM_THE_START) {
      return 3 * PlanTime.DAY_MILLIS;
    }
    long apart = Math.abs(planned - at);
    if (type == Type.CHG || type == Type.CNL) {
      // The very time is the key; without it the nearest would be a guess.
      boolean near = apart <= (told == null ? PlanTime.DAY_MILLIS : HOUR_MILLIS);
      return near ? (told != null && apart == 0 ? 0 : 1) : TOO_FAR;
    }
    boolean sameDay = day(planned) == day(at);
    return apart > PlanTime.DAY_MILLIS ? TOO_FAR : apart + (sameDay ? 0 : PlanTime.DAY_MILLIS);
  }

  private static long day(long millis) {
    return Math.floorDiv(millis, PlanTime.DAY_MILLIS);
  }

  /** A different destination makes another leg likelier. */
  private long elsewhere(FlightPlan plan) {
    String planned = plan.flight().destination();
    boolean differs = planned != null && destination != null && !planned.equals(destination);
    return differs ? 6 * HOUR_MILLIS : 0;
  }
}
