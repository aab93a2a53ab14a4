package bz.keelbill.plan;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.plan.FlightPlan.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a plan says that its aircraft will be when, as far as its places are known: departure and
 * destination if they are on the table of aerodromes, and the points of the route that give their
 * latitude and longitude. The corridor is 15 nautical miles to each side.
 */
final class Way {
  private static final double CORRIDOR_METRES = 15 * Units.METRES_PER_NAUTICAL_MILE;

  /** Nobody has said that it left: flights go late, and some go early. */
  private static final long FILED_SLACK_MILLIS = 30 * PlanTime.MINUTE_MILLIS;

  private static final long DEPARTED_SLACK_MILLIS = 15 * PlanTime.MINUTE_MILLIS;

  private final FlightPlan plan;
  private final List<Position> points = new ArrayList<>();
  private final boolean fromKnown;
  private final boolean toKnown;
  private final double[] metresTo;
  private final double metresPerMilli;

  Way(FlightPlan plan, Aerodromes aerodromes) {
    this.plan = plan;
    Route route = Route.of(plan.route());
    Position from = find(plan.flight().departure(), aerodromes);
    Position to = find(plan.flight().destination(), aerodromes);
    fromKnown = from != null;
    toKnown = to != null;
    add(from);
    for (Route.Element element : route.elements()) {
      boolean named = element.kind() == Route.Kind.POINT;
      add(named ? find(element.text(), aerodromes) : element.position());
    }
    add(to);
    metresTo = new double[points.size()];
    for (int at = 1; at < metresTo.length; at++) {
      metresTo[at] = metresTo[at - 1] + Geodesy.distanceMetres(points.get(at - 1), points.get(at));
    }
    metresPerMilli = Units.knotsToMetresPerSecond(route.cruise().speedKnots()) / 1000;
  }

  private static Position find(String place, Aerodromes aerodromes) {
    return place == null ? null : aerodromes.find(place);
  }

  private void add(Position point) {
    if (point != null) {
      points.add(point);
    }
  }

  /** Whether the plan's aircraft may be at a place at a moment. */
  boolean fits(Position place, long atMillis) {
    if (plan.offBlockAtMillis() == null) {
      return false;
    }
    if (isRound()) {
      long slack = slackMillis();
      return Geodesy.distanceMetres(points.get(0), place) <= CORRIDOR_METRES
          && atMillis >= plan.offBlockAtMillis() - slack
          && atMillis <= plan.arrivalAtMillis() + slack;
    }
    for (int at = 0; at < points.size(); at++) {
      if (isNear(at, place, atMillis)) {
        return true;
      }
    }
    return false;
  }

  /** From an aerodrome to itself, nobody knows by where. */
  private boolean isRound() {
    return fromKnown && toKnown && metresTo[metresTo.length - 1] < CORRIDOR_METRES;
  }

  private long slackMillis() {
    return plan.stage() == Stage.DEPARTED ? DEPARTED_SLACK_MILLIS : FILED_SLACK_MILLIS;
  }

  /** Near a point, or the straight line from it to the next, at the right time. */
  private boolean isNear(int at, Position place, long atMillis) {
    Position from = points.get(at);
    boolean last = at == points.size() - 1;
    double along = last ? 0 : along(from, points.get(at + 1), place);
    double length = last ? 0 : metresTo[at + 1] - metresTo[at];
    Position nearest = last ? from : between(from, points.get(at + 1), along);
    if (Geodesy.distanceMetres(nearest, place) > CORRIDOR_METRES) {
      return false;
    }
    double expected = expectedAtMillis(metresTo[at] + along * length);
    return Math.abs(atMillis - expected) <= slackMillis();
  }

  /** When the plan has its aircraft so far along; NaN if that cannot be said. */
  private double expectedAtMillis(double metres) {
    double total = metresTo[metresTo.length - 1];
    boolean timed = plan.times().enrouteMinutes() != null;
    if (fromKnown && toKnown && timed) {
      double share = metres / total;
      return plan.offBlockAtMillis() + share * (plan.arrivalAtMillis() - plan.offBlockAtMillis());
    }
    if (fromKnown && (metresPerMilli > 0 || metres == 0)) {
      return plan.offBlockAtMillis() + (metres == 0 ? 0 : metres / metresPerMilli);
    }
    boolean fromTheEnd = toKnown && timed && (metresPerMilli > 0 || metres == total);
    double left = metres == total ? 0 : (total - metres) / metresPerMilli;
    return fromTheEnd ? plan.arrivalAtMillis() - left : Double.NaN;
  }

  /** Which share of the way between two points lies nearest to a place, 0 to 1. */
  private static double along(Position from, Position to, Position place) {
    double middle = (from.latitude() + to.latitude()) / 2;
    double perLatitude = Geodesy.metresPerDegreeLatitude(middle);
    double perLongitude = Geodesy.metresPerDegreeLongitude(middle);
    double north = (to.latitude() - from.latitude()) * perLatitude;
    double east = Geodesy.wrapDegrees(to.longitude() - from.longitude()) * perLongitude;
    double placeNorth = (place.latitude() - from.latitude()) * perLatitude;
    double placeEast = Geodesy.wrapDegrees(place.longitude() - from.longitude()) * perLongitude;
    double square = north * north + east * east;
    double share = square == 0 ? 0 : (placeNorth * north + placeEast * east) / square;
    return Math.max(0, Math.min(1, share));
  }

  private static Position between(Position from, Position to, double share) {
    double east = Geodesy.wrapDegrees(to.longitude() - from.longitude());
    return new Position(
        from.latitude() + share * (to.latitude() - from.latitude()),
        Geodesy.wrapDegrees(from.longitude() + share * east));
  }
}
