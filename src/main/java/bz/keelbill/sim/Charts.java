package bz.keelbill.sim;

import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;

/** Places drawn at random from the charts. */
final class Charts {
  private static final double SOUTH = 16.0;
  private static final double NORTH = 18.1;
  private static final double WEST = -88.7;
  private static final double EAST = -87.35;
  private static final int TRIES = 20_000;
  private static final double MILE = 1852;

  private static final double WORKED_REEF_METRES = 2_600;

  private Charts() {}

  /** Open water that fits. */
  static Position sea(World world, Chance chance, Predicate<Position> fits) {
    for (int i = 0; i < TRIES; i++) {
      Position at = new Position(chance.between(SOUTH, NORTH), chance.between(WEST, EAST));
      if (world.waters().isOpenAt(at) && fits.test(at)) {
        return at;
      }
    }
    throw new IllegalStateException("no place at sea fits");
  }

  /** Whether a place is far from where boats ordinarily lie and pass. */
  static boolean isLonely(World world, Position at, double miles) {
    return landingMetres(world, at) > miles * MILE
        && routeMetres(world, at) > miles * MILE
        && world.restricted().stream()
            .allMatch(water -> -water.edgeMetres(at) > Math.min(1, miles) * MILE);
  }

  /** Whether honest boats may work there: well clear of every water with a limit. */
  static boolean isAllowed(World world, Position at) {
    return world.restricted().stream().allMatch(water -> -water.edgeMetres(at) > MILE);
  }

  /** Whether boats dive, fish and anchor there by day: along the reef and near land. */
  static boolean isWorked(World world, Position at) {
    return world.geography().isNearReef(at.latitude(), at.longitude(), WORKED_REEF_METRES)
        || shoreMetres(world, at) <= MILE;
  }

  static double landingMetres(World world, Position at) {
    return world.geography().landingMetres(at.latitude(), at.longitude());
  }

  static double routeMetres(World world, Position at) {
    double least = Double.POSITIVE_INFINITY;
    for (Course route : world.geography().routes()) {
      least = Math.min(least, route.distanceMetres(at.latitude(), at.longitude()));
    }
    return least;
  }

  static boolean isSeaward(World world, Position at) {
    return world.geography().isSeawardOfReef(at.latitude(), at.longitude());
  }

  /** Metres to the nearest land, from the sea. */
  static double shoreMetres(World world, Position at) {
    return world.geography().coast().shoreMetres(at.latitude(), at.longitude());
  }

  /** A gap in the reef: a pass of the charts, or some place along the crest without a caye. */
  static Position gap(World world, Chance chance) {
    List<Place> passes =
        world.geography().places().stream().filter(place -> "pass".equals(place.kind())).toList();
    if (!passes.isEmpty() && chance.happens(0.4)) {
      return world.waters().nearestOpen(chance.pick(passes).position());
    }
    Course crest = chance.pick(world.geography().reefs());
    Path path = Path.of(crest.points(), 0);
    return world.waters().nearestOpen(path.at(chance.between(0, path.metres())));
  }

  /** A shore of Belize where nobody lands, and where a boat lies there; it fits. */
  static Position emptyShore(World world, Chance chance, Predicate<Position> fits) {
    List<Position> shore = new ArrayList<>();
    for (Coordinate corner : world.geography().coast().land().geometry().getCoordinates()) {
      Position at = new Position(corner.y, corner.x);
      if (isEmpty(world, at) && fits.test(at)) {
        shore.add(at);
      }
    }
    for (int i = 0; i < 40 && !shore.isEmpty(); i++) {
      Position at = chance.pick(shore);
      Position berth = world.waters().berth(at);
      if (Geodesy.distanceMetres(at, berth) < 700 && fits.test(berth)) {
        return berth;
      }
    }
    return null;
  }

  private static boolean isEmpty(World world, Position at) {
    return at.latitude() > SOUTH
        && at.latitude() < NORTH
        && at.longitude() > WEST
        && world.geography().airspace().contains(at.latitude(), at.longitude())
        && landingMetres(world, at) > 3_200;
  }

  /** Where somebody who meets at a place may come from: out of every radar's sight. */
  static Position hidden(World world, Chance chance, Position place, double mastMetres) {
    for (int i = 0; i < 400; i++) {
      double miles = chance.between(5, 9 + i * 0.05);
      Position at = Geodesy.destination(place, chance.between(0, 360), miles * MILE);
      if (Waters.isCharted(at)
          && world.waters().isOpenAt(at)
          && !Sight.onRadar(world, at, mastMetres)) {
        return at;
      }
    }
    Position shore = emptyShore(world, chance, at -> Geodesy.distanceMetres(place, at) < 30 * MILE);
    if (shore == null) {
      throw new IllegalStateException("nowhere to come from to " + place);
    }
    return shore;
  }

  /** A straight way over free water, all of which fits. */
  static Path straight(World world, Chance chance, double metres, Predicate<Position> fits) {
    for (int i = 0; i < TRIES; i++) {
      Position from = sea(world, chance, fits);
      double course = chance.between(0, 360);
      Position to = Geodesy.destination(from, course, metres);
      if (world.waters().isOpenWay(from, to) && allFit(from, course, metres, fits)) {
        return Path.of(List.of(from, to), 0);
      }
    }
    throw new IllegalStateException("no straight way fits");
  }

  private static boolean allFit(
      Position from, double course, double metres, Predicate<Position> fits) {
    for (double way = 0; way <= metres; way += 1000) {
      if (!fits.test(Geodesy.destination(from, course, way))) {
        return false;
      }
    }
    return true;
  }
}
