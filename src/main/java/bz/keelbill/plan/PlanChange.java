package bz.keelbill.plan;

import bz.keelbill.plan.FlightPlan.Aircraft;
import bz.keelbill.plan.FlightPlan.Stage;
import bz.keelbill.plan.FlightPlan.Times;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.PlanMessage.Details;
import bz.keelbill.report.PlanMessage.Flight;
import bz.keelbill.report.PlanMessage.Type;

/**
 * What each kind of message makes of a plan. Each returns the plan itself if it changes nothing.
 */
final class PlanChange {
  private static final long HOUR_MILLIS = 60 * PlanTime.MINUTE_MILLIS;

  /** From here on a message cannot mean a plan. */
  static final long TOO_FAR = Long.MAX_VALUE / 2;

  private PlanChange() {}

  /**
   * How far a message is from a plan of the same flight; {@link #TOO_FAR} or more if it cannot mean
   * it. The key of a plan is its off-block time; a delay or a departure brings another one, mostly
   * of the same day.
   */
  static long distance(FlightPlan plan, PlanMessage message) {
    Long told = message.flight().offBlockAtMillis();
    if (message.type() == Type.FPL || message.type() == Type.CLEARANCE) {
      boolean same = told != null && told.equals(plan.flight().offBlockAtMillis());
      return same ? 0 : TOO_FAR;
    }
    if (plan.stage() == Stage.ARRIVED || plan.stage() == Stage.CANCELLED) {
      return TOO_FAR;
    }
    return elsewhere(plan, message.flight())
        + (told == null
            ? apart(plan, message.origin().eventAtMillis(), PlanTime.DAY_MILLIS)
            : apart(plan, told, mostApart(message.type())));
  }

  /** Between the plan's off-block time and another, a day more if they are not of one day. */
  private static long apart(FlightPlan plan, long told, long most) {
    Long planned = plan.offBlockAtMillis();
    if (planned == null || told == PlanDecoder.FROM_THE_START) {
      return 3 * PlanTime.DAY_MILLIS;
    }
    long apart = Math.abs(planned - told);
    boolean sameDay = day(planned) == day(told);
    return apart > most ? TOO_FAR : apart + (sameDay ? 0 : PlanTime.DAY_MILLIS);
  }

  private static long mostApart(Type type) {
    return switch (type) {
      case FPL, CLEARANCE -> 0;
      case CHG, CNL -> HOUR_MILLIS;
      case DLA, DEP, ARR -> PlanTime.DAY_MILLIS;
    };
  }

  private static long day(long millis) {
    return Math.floorDiv(millis, PlanTime.DAY_MILLIS);
  }

  /** A different destination makes another leg likelier. */
  private static long elsewhere(FlightPlan plan, Flight told) {
    String planned = plan.flight().destination();
    boolean differs =
        planned != null && told.destination() != null && !planned.equals(told.destination());
    return differs ? 6 * HOUR_MILLIS : 0;
  }

  /** FPL, or a clearance: a new plan, or the same one again. */
  static FlightPlan filed(FlightPlan known, PlanMessage message) {
    long filedAt = message.origin().eventAtMillis();
    if (known != null) {
      boolean over = known.stage() != Stage.FILED && known.stage() != Stage.CANCELLED;
      if (over || known.stage() == Stage.CANCELLED && filedAt < known.times().endedAtMillis()) {
        return known;
      }
      boolean again = known.stage() == Stage.FILED;
      filedAt = again ? Math.min(filedAt, known.times().filedAtMillis()) : filedAt;
    }
    Details details = message.details();
    Flight flight = message.flight();
    return new FlightPlan(
        flight(flight, flight.callsign(), flight.offBlockAtMillis(), flight.destination()),
        aircraft(details),
        new Times(filedAt, details.enrouteMinutes(), null, null),
        Stage.FILED,
        details.route(),
        null,
        message);
  }

  private static Flight flight(Flight old, String callsign, Long offBlock, String destination) {
    String name = callsign == null ? "" : AtsMessage.letters(callsign);
    return new Flight(name, old.departure(), offBlock, destination);
  }

  private static Aircraft aircraft(Details details) {
    return new Aircraft(
        details.address(),
        registration(details.registration()),
        details.squawk(),
        details.aircraftType());
  }

  /** The mark alone: field 18 may list several aircraft of one flight, the first counts. */
  static String registration(String filed) {
    if (filed == null) {
      return null;
    }
    String whole = AtsMessage.letters(filed);
    String first = AtsMessage.letters(filed.strip().split("[ ,]", 2)[0]);
    String mark = whole.length() <= 7 ? whole : first;
    return mark.isEmpty() ? null : mark;
  }

  /** DLA: a new off-block time; one that seems half a day earlier is past midnight. */
  static FlightPlan delayed(FlightPlan plan, PlanMessage message) {
    Long told = message.flight().offBlockAtMillis();
    if (told == null || plan.stage() != Stage.FILED) {
      return plan;
    }
    Long planned = plan.flight().offBlockAtMillis();
    boolean pastMidnight = planned != null && told < planned - 12 * HOUR_MILLIS;
    return plan.with(at(plan, pastMidnight ? told + PlanTime.DAY_MILLIS : told));
  }

  private static Flight at(FlightPlan plan, long offBlock) {
    Flight flight = plan.flight();
    return new Flight(flight.callsign(), flight.departure(), offBlock, flight.destination());
  }

  /** DEP: the actual time, and the code assigned at departure. */
  static FlightPlan departed(FlightPlan plan, PlanMessage message) {
    Long told = message.flight().offBlockAtMillis();
    Long planned = plan.flight().offBlockAtMillis();
    Long left =
        told == null || planned == null ? told : Long.valueOf(PlanTime.sameTimeNear(told, planned));
    Times times = plan.times();
    Integer enrouteTold = message.details().enrouteMinutes();
    Integer enroute = enrouteTold == null ? times.enrouteMinutes() : enrouteTold;
    String squawk = message.details().squawk();
    Aircraft aircraft = plan.aircraft();
    return plan.with(new Times(times.filedAtMillis(), enroute, left, null), Stage.DEPARTED)
        .with(
            new Aircraft(
                aircraft.address(),
                aircraft.registration(),
                squawk == null ? aircraft.squawk() : squawk,
                aircraft.type()));
  }

  /** CNL: from its filing on. */
  static FlightPlan cancelled(FlightPlan plan, PlanMessage message) {
    return plan.with(ended(plan, message.origin().eventAtMillis()), Stage.CANCELLED);
  }

  private static Times ended(FlightPlan plan, long atMillis) {
    Times times = plan.times();
    return new Times(
        times.filedAtMillis(), times.enrouteMinutes(), times.departedAtMillis(), atMillis);
  }

  /** ARR: at the time it gives, else when it was sent, else as estimated. */
  static FlightPlan arrived(FlightPlan plan, PlanMessage message) {
    AtsMessage fields = AtsMessage.of(message.text());
    Integer minutes = fields == null ? null : fields.destination().arrived().minutes();
    Long offBlock = plan.offBlockAtMillis();
    long sent = message.origin().eventAtMillis();
    long at = sent == PlanDecoder.FROM_THE_START ? plan.arrivalAtMillis() : sent;
    if (minutes != null && offBlock != null) {
      at = PlanTime.next(minutes, offBlock - HOUR_MILLIS);
    }
    return plan.with(ended(plan, at), Stage.ARRIVED).withLanding(message.details().arrivedAt());
  }
}
