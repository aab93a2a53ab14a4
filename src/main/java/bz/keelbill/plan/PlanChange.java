package bz.keelbill.plan;

import bz.keelbill.plan.FlightPlan.Aircraft;
import bz.keelbill.plan.FlightPlan.Stage;
import bz.keelbill.plan.FlightPlan.Times;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.PlanMessage.Details;
import bz.keelbill.report.PlanMessage.Flight;
import java.util.List;

/**
 * What each kind of message makes of a plan. Each returns the plan itself if it changes nothing.
 */
final class PlanChange {
  private static final long HOUR_MILLIS = 60 * PlanTime.MINUTE_MILLIS;

  private PlanChange() {}

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
        message,
        known == null ? new FlightPlan.Story(null, List.of(), null) : again(known));
  }

  /** Filed again: what was withdrawn is no more. */
  private static FlightPlan.Story again(FlightPlan known) {
    return new FlightPlan.Story(known.id(), known.story().later(), null);
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

  /** An officer withdraws it. */
  static FlightPlan withdrawn(FlightPlan plan, String person, long atMillis) {
    if (plan.stage() == Stage.CANCELLED) {
      return plan;
    }
    return plan.with(ended(plan, atMillis), Stage.CANCELLED)
        .with(new FlightPlan.Story(plan.id(), plan.story().later(), person));
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
