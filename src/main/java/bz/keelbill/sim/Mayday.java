package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.List;

/** A domestic flight in good order that sets 7500, 7600 or 7700 on its way. */
final class Mayday {
  private static final double CRUISE_FEET = 4_500;
  private static final List<String> CODES = List.of("7500", "7600", "7700");

  private Mayday() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    Filed filed = Filed.draw(world, chance);
    Papers.Aircraft papers = filed.papers();
    Papers.Aircraft calling =
        new Papers.Aircraft(
            papers.address(),
            papers.callsign(),
            papers.registration(),
            papers.type(),
            chance.pick(CODES));
    Position there = filed.to().position();
    Craft craft =
        AirThreat.flown(
            id,
            papers,
            now -> {
              filed.file(world, now);
              return Flight.from(filed.from().position(), Filed.elevation(filed.from()))
                  .to(filed.knots(), CRUISE_FEET, filed.middle())
                  .saying(calling)
                  .down(filed.knots(), Filed.elevation(filed.to()), there);
            });
    AirClock clock = AirClock.held(world, craft, 1, state -> craft.papers() == calling);
    return new AirThreat("distress", List.of("distress"), List.of(craft), clock);
  }
}
