package bz.keelbill.detect;

import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import java.util.List;
import java.util.Set;

/**
 * Where craft ordinarily lie beside each other or hang about, by the hour: at landings and in roads
 * at any time, over reefs and at cayes by day, in the fences that the operator drew for it while
 * they are active.
 */
final class Haunts {
  static final Setting LANDING_MILES =
      new Setting(
          "haunts.landing",
          1,
          "nm",
          0.1,
          10,
          "Within this of a port, dock, anchorage or dive site nobody wonders at boats together");
  static final Setting ROAD_MILES =
      new Setting(
          "haunts.road",
          3,
          "nm",
          0.5,
          20,
          "Within this of a port, anchorage or pilot place nobody wonders at ships that wait");
  static final Setting REEF_METRES =
      new Setting(
          "haunts.reef",
          2500,
          "m",
          200,
          10000,
          "By day boats fish and dive within this of the reef");
  static final Setting SHORE_METRES =
      new Setting(
          "haunts.shore",
          1852,
          "m",
          100,
          10000,
          "By day boats fish, dive and anchor within this of land or a caye");
  static final Setting BEACH_METRES =
      new Setting(
          "haunts.beach",
          600,
          "m",
          0,
          5000,
          "Within this of land or a caye a boat may have come home, at any hour");
  static final List<Setting> SETTINGS =
      List.of(LANDING_MILES, ROAD_MILES, REEF_METRES, SHORE_METRES, BEACH_METRES);

  /** Kinds of fences in which boats lie together at any hour at which they are active. */
  private static final Set<String> RESTING = Set.of("harbour", "harbor", "anchorage", "dive");

  /** Kinds of fences in which boats work. */
  private static final Set<String> WORKING =
      Set.of("fishing", "reef", "marine-reserve", "marine-reserve-core");

  /** What a place is known for. */
  enum Haunt {
    /** For nothing. */
    NONE,
    /** Boats work there at this hour: fish, dive, show the reef to visitors. */
    WORK,
    /** Boats, or ships if it is about a ship, come there to lie. */
    REST
  }

  private final double landingMetres;
  private final double roadMetres;
  private final double reefMetres;
  private final double shoreMetres;
  private final double beachMetres;

  Haunts(Rules rules) {
    landingMetres = Units.nauticalMilesToMetres(rules.value(LANDING_MILES));
    roadMetres = Units.nauticalMilesToMetres(rules.value(ROAD_MILES));
    reefMetres = rules.value(REEF_METRES);
    shoreMetres = rules.value(SHORE_METRES);
    beachMetres = rules.value(BEACH_METRES);
  }

  /** How far it is to the nearest landing, nautical miles, for the reasons. */
  static double landingMiles(Position at, Scene scene) {
    return Units.metresToNauticalMiles(
        scene.geography().landingMetres(at.latitude(), at.longitude()));
  }

  /**
   * What a place is known for at a time.
   *
   * @param isShip whether it is about a ship: ships lie farther from the pier than boats
   */
  Haunt at(Position at, long millis, boolean isShip, Scene scene) {
    Geography geography = scene.geography();
    double landing = geography.landingMetres(at.latitude(), at.longitude());
    double road = geography.roadMetres(at.latitude(), at.longitude());
    boolean isRoad = isShip && Math.min(landing, road) <= roadMetres;
    boolean isKnown = landing <= landingMetres || road <= landingMetres || isRoad;
    // A berth that no layer knows is learned from who lies there by day.
    if (isKnown || scene.passages().isBerth(at)) {
      return Haunt.REST;
    }
    Haunt fenced = fenced(at, millis, scene);
    if (fenced != Haunt.NONE) {
      return fenced;
    }
    boolean isDay = !isNight(at, millis);
    if (isDay && geography.isNearReef(at.latitude(), at.longitude(), reefMetres)) {
      return Haunt.WORK;
    }
    return ashore(at, isDay, scene);
  }

  private Haunt ashore(Position at, boolean isDay, Scene scene) {
    Coast coast = scene.geography().coast();
    if (!coast.isShoreWithin(at.latitude(), at.longitude(), shoreMetres)) {
      return Haunt.NONE;
    }
    boolean isBeach = coast.isShoreWithin(at.latitude(), at.longitude(), beachMetres);
    return isDay || isBeach ? Haunt.WORK : Haunt.NONE;
  }

  private static Haunt fenced(Position at, long millis, Scene scene) {
    Haunt found = Haunt.NONE;
    for (Fence fence : scene.fencesAt(at)) {
      if (fence.appliesTo(false) && fence.isActive(millis)) {
        String kind = fence.label().kind();
        if (kind != null && RESTING.contains(kind)) {
          return Haunt.REST;
        }
        found = kind != null && isWorkedIn(kind, at, millis) ? Haunt.WORK : found;
      }
    }
    return found;
  }

  /** A reserve is for visitors, and they come by day; who fishes there by night should not. */
  private static boolean isWorkedIn(String kind, Position at, long millis) {
    return WORKING.contains(kind) && ("fishing".equals(kind) || !isNight(at, millis));
  }

  static boolean isNight(Position at, long millis) {
    return Sun.isNight(at.latitude(), at.longitude(), millis);
  }
}
