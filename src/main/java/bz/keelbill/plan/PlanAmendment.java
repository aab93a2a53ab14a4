package bz.keelbill.plan;

import bz.keelbill.plan.FlightPlan.Aircraft;
import bz.keelbill.plan.FlightPlan.Times;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.PlanMessage.Flight;

/**
 * CHG: what field 22 makes of a plan, for example {@code -13/MZBZ1700-16/MZSP0020}: the number of
 * the amended field, then its new text.
 */
final class PlanAmendment {
  private PlanAmendment() {}

  /** The plan with all amendments of a message; itself if there are none. */
  static FlightPlan changed(FlightPlan plan, PlanMessage message) {
    AtsMessage fields = AtsMessage.of(message.text());
    FlightPlan changed = plan;
    if (fields != null) {
      for (String amendment : fields.rest().amendments()) {
        int slash = amendment.indexOf('/');
        String text = amendment.substring(slash + 1).strip();
        changed = amended(changed, Integer.parseInt(amendment.substring(0, slash)), text);
      }
    }
    return changed;
  }

  /** Fields 8 to 10 explain nobody. */
  private static FlightPlan amended(FlightPlan plan, int field, String text) {
    return switch (field) {
      case 7 -> renamed(plan, text.split("/", 2));
      case 13 -> moved(plan, AtsMessage.Stop.of(text, true));
      case 15 -> plan.withRoute(text);
      case 16 -> rerouted(plan, AtsMessage.Stop.of(text, false));
      case 18 -> completed(plan, OtherFields.of(text));
      default -> plan;
    };
  }

  private static FlightPlan renamed(FlightPlan plan, String[] parts) {
    Flight flight = plan.flight();
    Aircraft aircraft = plan.aircraft();
    String squawk = parts.length > 1 ? AtsMessage.squawk(parts[1]) : null;
    return plan.with(
            new Flight(
                AtsMessage.letters(parts[0]),
                flight.departure(),
                flight.offBlockAtMillis(),
                flight.destination()))
        .with(
            new Aircraft(
                aircraft.address(),
                aircraft.registration(),
                squawk == null ? aircraft.squawk() : squawk,
                aircraft.type()));
  }

  private static FlightPlan moved(FlightPlan plan, AtsMessage.Stop stop) {
    Flight flight = plan.flight();
    Long old = flight.offBlockAtMillis();
    boolean timed = stop.minutes() != null && old != null;
    return plan.with(
        new Flight(
            flight.callsign(),
            stop.place() == null ? flight.departure() : stop.place(),
            timed ? Long.valueOf(PlanTime.nearest(stop.minutes(), old)) : old,
            flight.destination()));
  }

  private static FlightPlan rerouted(FlightPlan plan, AtsMessage.Stop stop) {
    Flight flight = plan.flight();
    Times times = plan.times();
    Integer enroute = stop.minutes() == null ? times.enrouteMinutes() : stop.minutes();
    String destination = stop.place() == null ? flight.destination() : stop.place();
    return plan.with(
            new Flight(
                flight.callsign(), flight.departure(), flight.offBlockAtMillis(), destination))
        .with(
            new Times(
                times.filedAtMillis(), enroute, times.departedAtMillis(), times.endedAtMillis()),
            plan.stage());
  }

  /** Of field 18: another aircraft, another day. */
  private static FlightPlan completed(FlightPlan plan, OtherFields other) {
    Flight flight = plan.flight();
    Aircraft aircraft = plan.aircraft();
    Long old = flight.offBlockAtMillis();
    Long day = other.dayOfFlight();
    Long offBlock =
        day == null || old == null
            ? old
            : Long.valueOf(day * PlanTime.DAY_MILLIS + Math.floorMod(old, PlanTime.DAY_MILLIS));
    String registration = PlanChange.registration(other.get("REG"));
    return plan.with(
            new Flight(flight.callsign(), flight.departure(), offBlock, flight.destination()))
        .with(
            new Aircraft(
                other.address() == null ? aircraft.address() : other.address(),
                registration == null ? aircraft.registration() : registration,
                aircraft.squawk(),
                aircraft.type()));
  }
}
