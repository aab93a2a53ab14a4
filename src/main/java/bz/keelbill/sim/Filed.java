package bz.keelbill.sim;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;

/**
 * A domestic flight that has a plan.
 *
 * @param papers as the plan has them
 */
record Filed(Aerodrome from, Aerodrome to, Papers.Aircraft papers, double knots) {
  private static final long MINUTE = 60_000;
  private static final double SHORTEST_METRES = 60_000;

  /** Fields between which people fly, by their indicators. */
  static final List<String> FIELDS =
      List.of("MZBE", "MZSP", "MZPL", "MZPB", "MZCZ", "MZPG", "MZSJ");

  /** Any two of the fields that are not close together. */
  static Filed draw(World world, Chance chance) {
    Aerodrome from = AirTraffic.field(world, chance.pick(FIELDS));
    Aerodrome to = AirTraffic.field(world, chance.pick(FIELDS));
    while (world.metres(from, to) < SHORTEST_METRES) {
      to = AirTraffic.field(world, chance.pick(FIELDS));
    }
    return new Filed(from, to, Strangers.local(chance, "C208"), chance.between(130, 160));
  }

  /** Hands the plan in, an hour before it leaves three minutes ago. */
  void file(World world, long now) {
    long offBlock = now / MINUTE * MINUTE - 3 * MINUTE;
    double metres = world.metres(from, to);
    int minutes = (int) Math.ceil(metres / 1852 / knots * 60) + 5;
    world
        .plans()
        .file(
            new PlanOffice.Filing(
                papers, from.indicator(), offBlock, to.indicator(), minutes, "N0145A045 DCT", true),
            offBlock - 60 * MINUTE);
  }

  Course course() {
    return new Course("planned", "planned", "plan", List.of(from.position(), to.position()));
  }

  double offRouteMiles(Position place) {
    return course().distanceMetres(place.latitude(), place.longitude()) / 1852;
  }

  Position middle() {
    double bearing = Geodesy.bearingDegrees(from.position(), to.position());
    double half = Geodesy.distanceMetres(from.position(), to.position()) / 2;
    return Geodesy.destination(from.position(), bearing, half);
  }

  static double elevation(Aerodrome field) {
    return Double.isNaN(field.elevationFeet()) ? 0 : field.elevationFeet();
  }
}
