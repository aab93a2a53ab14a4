package bz.keelbill.sim;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Position;
import java.util.List;

/** Flights that do not do what was filed; storms are flown around, but not so. */
final class Deviation {
  private static final double CRUISE_FEET = 4_500;
  private static final double FAR_MILES = 24;
  private static final double OFF_MILES = 15;
  private static final int OFF_SECONDS = 180;
  private static final int TRIES = 2_000;

  private Deviation() {}

  /** Far off its route, low over a place that is no field, and then where it said it would go. */
  static Threat aside(World world, Chance chance, String id, boolean near) {
    Filed filed = Filed.draw(world, chance);
    Position strip = farStrip(world, chance, filed);
    Craft craft =
        flown(
            world,
            filed,
            id,
            filed.papers(),
            start ->
                start
                    .to(filed.knots(), CRUISE_FEET, AirPlaces.before(start.at(), strip, 9))
                    .to(filed.knots(), 600, strip)
                    .to(filed.knots(), CRUISE_FEET, filed.middle())
                    .down(filed.knots(), Filed.elevation(filed.to()), filed.to().position()));
    // Down on the strip, as far as anybody can tell, and up again without a plan.
    return threat(
        world,
        filed,
        craft,
        List.of("plan-deviation", "low-flight", "clandestine-landing", "unreported-flight"));
  }

  /** Down at another field, far from its route. */
  static Threat elsewhere(World world, Chance chance, String id, boolean near) {
    Filed filed = Filed.draw(world, chance);
    Aerodrome other = farField(world, chance, filed);
    for (int i = 0; other == null && i < TRIES; i++) {
      filed = Filed.draw(world, chance);
      other = farField(world, chance, filed);
    }
    Filed plan = filed;
    Aerodrome field = other;
    Craft craft =
        flown(
            world,
            plan,
            id,
            plan.papers(),
            start -> start.down(plan.knots(), Filed.elevation(field), field.position()));
    return threat(world, plan, craft, List.of("plan-deviation", "low-flight"));
  }

  /** Its callsign is that of the plan, its address is not, and it goes down where no field is. */
  static Threat stranger(World world, Chance chance, String id, boolean near) {
    Filed filed = Filed.draw(world, chance);
    Position strip = farStrip(world, chance, filed);
    Papers.Aircraft other = Strangers.papers(chance, "C208");
    Papers.Aircraft papers =
        new Papers.Aircraft(
            other.address(),
            filed.papers().callsign(),
            other.registration(),
            "C208",
            filed.papers().squawk());
    Craft craft =
        flown(
            world, filed, id, papers, start -> start.down(filed.knots(), 30, strip).grounded(600));
    return threat(
        world,
        filed,
        craft,
        List.of(
            "plan-deviation",
            "identity-conflict",
            "unreported-flight",
            "low-flight",
            "clandestine-landing"));
  }

  /** What comes after the climb. */
  private interface Rest {
    Flight after(Flight start);
  }

  private static Craft flown(
      World world, Filed filed, String id, Papers.Aircraft papers, Rest rest) {
    return AirThreat.flown(
        id,
        papers,
        now -> {
          filed.file(world, now);
          Position out = AirPlaces.before(filed.to().position(), filed.from().position(), 12);
          Flight start =
              Flight.from(filed.from().position(), Filed.elevation(filed.from()))
                  .to(filed.knots(), CRUISE_FEET, out);
          return rest.after(start);
        });
  }

  /** Three minutes far off, once it goes down. */
  private static Threat threat(World world, Filed filed, Craft craft, List<String> kinds) {
    AirClock off =
        AirClock.held(
            world, craft, OFF_SECONDS, state -> filed.offRouteMiles(state.position()) > OFF_MILES);
    AirClock clock = now -> off.isPlain(now) && craft.state().climbFeetPerMinute() < 0;
    return new AirThreat("plan-deviation", kinds, List.of(craft), clock);
  }

  private static Position farStrip(World world, Chance chance, Filed filed) {
    AirPlaces places = new AirPlaces(world, chance);
    Position strip = places.strip();
    for (int i = 0; i < TRIES && filed.offRouteMiles(strip) < FAR_MILES; i++) {
      strip = places.strip();
    }
    return strip;
  }

  private static Aerodrome farField(World world, Chance chance, Filed filed) {
    for (int i = 0; i < 40; i++) {
      Aerodrome field = AirTraffic.field(world, chance.pick(Filed.FIELDS));
      if (filed.offRouteMiles(field.position()) > FAR_MILES) {
        return field;
      }
    }
    return null;
  }
}
