package bz.keelbill.detect;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.plan.FlightPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a plan leads: its way over the ground, and where it may land.
 *
 * <p>A way is judged only if every point of it can be placed. An airway, or a point that no table
 * knows, makes the whole way unknown: nobody is off a route that we cannot draw.
 */
final class PlannedRoute {
  private static final Pattern SPEED_AND_LEVEL =
      Pattern.compile("(?:[NK]\\d{4}|M\\d{3})(?:[FA]\\d{3}|[SM]\\d{4}|VFR)?");
  private static final Pattern DEGREES = Pattern.compile("(\\d{2})([NS])(\\d{3})([EW])");
  private static final Pattern MINUTES =
      Pattern.compile("(\\d{2})(\\d{2})([NS])(\\d{3})(\\d{2})([EW])");
  private static final Pattern BEARING = Pattern.compile("([A-Z]{2,5})(\\d{3})(\\d{3})");
  private static final Pattern ALTERNATES =
      Pattern.compile("-[A-Z]{4} ?\\d{4}((?: [A-Z]{4}){1,2})(?=[ )-]|$)");
  private static final Set<String> NO_POINTS = Set.of("DCT", "IFR", "VFR", "");

  /** The beacon of this name stands on Philip Goldson International. */
  private static final String BELIZE_VOR = "BZE";

  private static final String INTERNATIONAL = "MZBZ";
  private static final double LEG_PART_METRES = 50_000;
  private static final String OUR_PREFIX = "MZ";

  private final FlightPlan plan;
  private final Geography geography;
  private final List<Position> points = new ArrayList<>();
  private boolean placed = true;
  private Course way;

  private PlannedRoute(FlightPlan plan, Geography geography) {
    this.plan = plan;
    this.geography = geography;
  }

  /** The route of a plan as it now stands. */
  static PlannedRoute of(FlightPlan plan, Geography geography) {
    PlannedRoute route = new PlannedRoute(plan, geography);
    route.add(plan.flight().departure());
    if (plan.route() != null) {
      for (String word : plan.route().split(" ")) {
        route.addWord(word);
      }
    }
    route.add(plan.flight().destination());
    return route;
  }

  private void addWord(String word) {
    String point = word.split("/", 2)[0];
    if (!NO_POINTS.contains(point) && !SPEED_AND_LEVEL.matcher(point).matches()) {
      add(point);
    }
  }

  private void add(String name) {
    Position at = place(name);
    if (at == null) {
      placed = false;
    } else if (points.isEmpty() || !points.get(points.size() - 1).equals(at)) {
      points.add(at);
    }
  }

  /** Where a point of a route is; null if no table and no form tells. */
  private Position place(String name) {
    if (name == null) {
      return null;
    }
    Matcher degrees = DEGREES.matcher(name);
    if (degrees.matches()) {
      return position(
          degrees.group(1), "00", degrees.group(2), degrees.group(3), "00", degrees.group(4));
    }
    Matcher minutes = MINUTES.matcher(name);
    if (minutes.matches()) {
      return position(
          minutes.group(1),
          minutes.group(2),
          minutes.group(3),
          minutes.group(4),
          minutes.group(5),
          minutes.group(6));
    }
    Matcher bearing = BEARING.matcher(name);
    if (bearing.matches()) {
      Position from = place(bearing.group(1));
      double metres = Integer.parseInt(bearing.group(3)) * 1852.0;
      return from == null
          ? null
          : Geodesy.destination(from, Integer.parseInt(bearing.group(2)), metres);
    }
    Aerodrome aerodrome = aerodrome(BELIZE_VOR.equals(name) ? INTERNATIONAL : name);
    return aerodrome == null ? null : aerodrome.position();
  }

  private static Position position(
      String lat, String latMinutes, String ns, String lon, String lonMinutes, String ew) {
    double north = Integer.parseInt(lat) + Integer.parseInt(latMinutes) / 60.0;
    double east = Integer.parseInt(lon) + Integer.parseInt(lonMinutes) / 60.0;
    north = ns.equals("S") ? -north : north;
    east = ew.equals("W") ? -east : east;
    return Position.isValid(north, east) ? new Position(north, east) : null;
  }

  private Aerodrome aerodrome(String indicator) {
    for (Aerodrome aerodrome : geography.aerodromes()) {
      if (indicator.equals(aerodrome.indicator())) {
        return aerodrome;
      }
    }
    return null;
  }

  /** Whether every point of the way is known. */
  boolean isPlaced() {
    return placed && points.size() >= 2;
  }

  /** Metres from the way; NaN if it is not known wholly. */
  double offMetres(Position at) {
    if (!isPlaced()) {
      return Double.NaN;
    }
    if (way == null) {
      way = new Course("route", plan.name(), "plan", greatCircles());
    }
    return way.distanceMetres(at.latitude(), at.longitude());
  }

  /** The way with points so close that straight lines between them are great circles. */
  private List<Position> greatCircles() {
    List<Position> all = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      Position from = points.get(i);
      Position to = points.get(i + 1);
      double metres = Geodesy.exactDistanceMetres(from, to);
      double bearing = Geodesy.exactBearingDegrees(from, to);
      all.add(from);
      for (double done = LEG_PART_METRES; done < metres; done += LEG_PART_METRES) {
        all.add(Geodesy.destination(from, bearing, done));
      }
    }
    all.add(points.get(points.size() - 1));
    return all;
  }

  /** Destination and alternates by their indicators. */
  private Set<String> allowed() {
    Set<String> allowed = new LinkedHashSet<>();
    allowed.add(plan.flight().destination());
    Matcher filed = ALTERNATES.matcher(plan.filed().text() == null ? "" : plan.filed().text());
    while (filed.find()) {
      for (String indicator : filed.group(1).strip().split(" ")) {
        allowed.add(indicator);
      }
    }
    return allowed;
  }

  /**
   * The places where it may land: destination, alternates, and the departure field, to which
   * everybody may return.
   *
   * @return null if one of them is not known and might be anywhere here
   */
  List<Position> landings() {
    List<Position> landings = new ArrayList<>();
    for (String indicator : allowed()) {
      Aerodrome known = indicator == null ? null : aerodrome(indicator);
      boolean destination = indicator == null || indicator.equals(plan.flight().destination());
      if (known != null) {
        landings.add(known.position());
      } else if (destination || indicator.startsWith(OUR_PREFIX)) {
        return null;
      }
    }
    String from = plan.flight().departure();
    Aerodrome start = from == null ? null : aerodrome(from);
    if (start != null) {
      landings.add(start.position());
    }
    return landings;
  }

  /** Where it is bound; null if no table knows the place. */
  Aerodrome destination() {
    String indicator = plan.flight().destination();
    return indicator == null ? null : aerodrome(indicator);
  }
}
