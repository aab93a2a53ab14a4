package bz.keelbill.detect;

import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.geo.WatchArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where an aircraft that was lost may come down, the likeliest first: how near a place lies to
 * where its path meets the ground, whether it can be reached at all, whether it is long enough for
 * such an aircraft, and what has happened there before. All weights are start values.
 */
final class LandingSites {
  /** So many are told. */
  static final int TOLD = 5;

  /** Less likely ones are not worth a patrol's way. */
  private static final double LEAST_TOLD = 0.01;

  private static final double POWERED_MINUTES = 15;
  private static final double GLIDE_RATIO = 9;
  private static final double TURN_DEGREES_PER_SECOND = 3;
  private static final double LEAST_SPREAD_METRES = 2 * 1852;
  private static final double SPREAD_SHARE = 0.4;
  private static final double FLOOR = 0.02;

  // What an aircraft needs, metres.
  private static final double JET_METRES = 1_200;
  private static final double TURBOPROP_METRES = 900;
  private static final double SINGLE_METRES = 500;

  private static final double JET_KNOTS = 300;
  private static final double TURBOPROP_KNOTS = 190;

  // What has happened there before.
  private static final double LICENSED = 0.2;
  private static final double STRIP = 1;
  private static final double ABANDONED = 1.3;
  private static final double TOLD_OF = 2;

  /** A field or a road that no layer has. */
  private static final double ELSEWHERE = 0.25;

  private final FlightPath path;
  private final Position down;
  private final double spreadMetres;
  private final double needMetres;
  private final Geography geography;
  private final List<Site> sites = new ArrayList<>();

  /**
   * One place.
   *
   * @param position of the strip; of a stretch of road, where the path meets it
   * @param chance of all that it may do, 0 to 1; before the ranking is done, a weight
   */
  record Site(String name, Position position, double chance) {}

  private LandingSites(FlightPath path, Position down, double needMetres, Geography geography) {
    this.path = path;
    this.down = down;
    this.needMetres = needMetres;
    this.geography = geography;
    double metres = Geodesy.distanceMetres(path.from(), down);
    this.spreadMetres = LEAST_SPREAD_METRES + SPREAD_SHARE * metres;
  }

  /**
   * The likeliest places, at most {@link #TOLD}.
   *
   * @param down where its path meets the ground
   */
  static List<Site> ranked(
      FlightPath path, Position down, AircraftClass sort, Geography geography) {
    LandingSites all = new LandingSites(path, down, needMetres(sort, path), geography);
    geography.aerodromes().forEach(all::add);
    geography.watchAreas().forEach(all::add);
    return all.best();
  }

  /** How long a runway such an aircraft needs; by its speed if nothing else is known. */
  static double needMetres(AircraftClass sort, FlightPath path) {
    return switch (sort) {
      case JET -> JET_METRES;
      case TURBOPROP, PISTON_TWIN -> TURBOPROP_METRES;
      case PISTON_SINGLE, GLIDER, DRONE -> SINGLE_METRES;
      case HELICOPTER -> 0;
      case LIGHT, UNKNOWN ->
          path.fastestKnots() >= JET_KNOTS
              ? JET_METRES
              : path.fastestKnots() >= TURBOPROP_KNOTS ? TURBOPROP_METRES : SINGLE_METRES;
    };
  }

  private void add(Aerodrome strip) {
    if (strip.heliport() && needMetres > 0) {
      return;
    }
    double history = LicensedFields.isLicensed(strip) ? LICENSED : strip.open() ? STRIP : ABANDONED;
    double weight =
        reach(strip.position(), Geodesy.distanceMetres(down, strip.position()))
            * runway(strip.runwayMetres())
            * (isToldOf(strip.position()) ? TOLD_OF * history : history);
    add(new Site(strip.name(), strip.position(), weight));
  }

  private void add(WatchArea told) {
    if (!told.byAir()) {
      return;
    }
    boolean within = told.area().contains(down.latitude(), down.longitude());
    double off = within ? 0 : told.area().edgeMetres(down.latitude(), down.longitude());
    Position at = within ? down : centre(told);
    // Stretches of road and farm strips that took jets.
    add(new Site(told.name(), at, reach(at, off) * TOLD_OF));
  }

  private static Position centre(WatchArea told) {
    var middle = told.area().bounds().centre();
    return new Position(middle.y, middle.x);
  }

  private void add(Site site) {
    if (site.chance() > 0) {
      sites.add(site);
    }
  }

  private boolean isToldOf(Position at) {
    for (WatchArea told : geography.watchAreas()) {
      if (told.byAir() && told.area().contains(at.latitude(), at.longitude())) {
        return true;
      }
    }
    return false;
  }

  /** Turn, glide and a quarter of an hour with power bring it there, or the weight is 0. */
  private double reach(Position site, double offMetres) {
    double way = Geodesy.distanceMetres(path.from(), site);
    double bearing = Geodesy.bearingDegrees(path.from(), site);
    double turn = Geodesy.turnDegrees(bearing, path.courseDegrees());
    double glide = Double.isNaN(path.feet()) ? 0 : path.feet() * 0.3048 * GLIDE_RATIO;
    double turning = Units.knotsToMetresPerSecond(path.knots()) * turn / TURN_DEGREES_PER_SECOND;
    if (way + turning > path.metresIn(POWERED_MINUTES) + glide) {
      return 0;
    }
    double off = offMetres / spreadMetres;
    double ahead = (1.1 + StrictMath.cos(StrictMath.toRadians(turn))) / 2.1;
    return StrictMath.exp(-off * off / 2) + FLOOR * ahead;
  }

  private double runway(double metres) {
    if (Double.isNaN(metres)) {
      // Most strips here are short.
      return needMetres >= JET_METRES ? 0.25 : needMetres >= TURBOPROP_METRES ? 0.5 : 0.8;
    }
    double share = needMetres == 0 ? 1 : Math.min(1, metres / needMetres);
    return share * share * share;
  }

  private List<Site> best() {
    double sum = ELSEWHERE;
    for (Site site : sites) {
      sum += site.chance();
    }
    List<Site> ranked = new ArrayList<>();
    for (Site site : sites) {
      double chance = site.chance() / sum;
      if (chance >= LEAST_TOLD) {
        ranked.add(new Site(site.name(), site.position(), chance));
      }
    }
    ranked.sort(
        Comparator.comparingDouble((Site site) -> -site.chance()).thenComparing(Site::name));
    return List.copyOf(ranked.subList(0, Math.min(TOLD, ranked.size())));
  }
}
