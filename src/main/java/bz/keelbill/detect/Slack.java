package bz.keelbill.detect;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Going;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * How long there is to act on a craft in sight: until it is ashore, until it crosses the border,
 * until one of ours can be there. Worked out when somebody asks, never for each report.
 *
 * @param shore when it reaches the coast; null for aircraft
 * @param border where it enters or leaves Belize, her land and territorial sea; null if it does not
 * @param economicZone where it enters or leaves the economic zone; null if it does not
 * @param patrol which of ours reaches it first; null for one of ours and if none is in the picture
 */
public record Slack(Shore shore, Crossing border, Crossing economicZone, Patrol patrol) {
  /** How fast a unit goes that is sent somewhere; it goes faster if it does already. */
  public static final Setting PATROL_KNOTS =
      new Setting(
          "patrol.speed", 30, "kn", 5, 80, "How fast a patrol goes that is sent to meet a craft");

  /** How far ahead a meeting makes sense. */
  public static final Setting PATROL_MINUTES =
      new Setting(
          "patrol.within", 180, "min", 10, 720, "A patrol that needs longer than this is no help");

  static final List<Setting> SETTINGS = List.of(PATROL_KNOTS, PATROL_MINUTES);

  private static final double AHEAD_MINUTES = 6 * 60;
  private static final double AHEAD_METRES = 300_000;
  private static final double SOON_MINUTES = 120;
  private static final int FAN = 4;

  /**
   * The coast.
   *
   * @param minutes until it lands if it holds course and speed; NaN if it does not land ahead
   * @param landfall where that is; null likewise
   * @param earliestMinutes until it lands if it goes as fast, and as far to one side, as its bounds
   *     allow; NaN if it does not land so either
   * @param nearestMetres to the nearest shore in any direction; NaN without any land
   * @param nearestMinutes until it is there if it turns there now; NaN if it does not move
   */
  public record Shore(
      double minutes,
      Position landfall,
      double earliestMinutes,
      double nearestMetres,
      double nearestMinutes) {}

  /**
   * A limit that it crosses if it holds course and speed.
   *
   * @param isInward whether it comes in
   */
  public record Crossing(boolean isInward, double minutes, Position at) {}

  /** Of a craft as it goes now; null if it never had a position or is lost: then it has a reach. */
  public static Slack of(Track track, Scene scene) {
    Going going = Going.at(track, scene.nowMillis());
    if (going == null || track.freshness(scene.nowMillis()) == Freshness.LOST) {
      return null;
    }
    boolean isVessel = track.domain() == Domain.SEA;
    Coast coast = scene.geography().coast();
    Shore shore = isVessel ? shore(going, coast) : null;
    double untilMinutes =
        shore == null || Double.isNaN(shore.minutes) ? AHEAD_MINUTES : shore.minutes;
    return new Slack(
        shore,
        crossing(going, scene.geography().airspace(), untilMinutes),
        crossing(going, scene.geography().economicZone(), untilMinutes),
        isVessel ? Patrol.nearest(track, going, scene) : null);
  }

  /** Minutes until a vessel lands if it goes on; NaN if it flies or does not land in two hours. */
  static double minutesToShore(Track track, Scene scene) {
    Going going = track.domain() == Domain.SEA ? Going.at(track, scene.nowMillis()) : null;
    if (going == null) {
      return Double.NaN;
    }
    Coast coast = scene.geography().coast();
    double minutes = minutesToLand(going, going.speedKnots(), going.courseDegrees(), coast);
    return minutes <= SOON_MINUTES ? minutes : Double.NaN;
  }

  private static Shore shore(Going going, Coast coast) {
    Position at = going.from();
    double nearest =
        coast.isLand(at.latitude(), at.longitude())
            ? 0
            : coast.shoreMetres(at.latitude(), at.longitude());
    double minutes = minutesToLand(going, going.speedKnots(), going.courseDegrees(), coast);
    double fastest = going.speedKnots() + going.speedErrorKnots();
    double earliest = minutes;
    for (int i = -FAN; going.isUnderWay() && i <= FAN; i++) {
      double course = going.courseDegrees() + i * going.courseErrorDegrees() / FAN;
      double then = minutesToLand(going, fastest, course, coast);
      earliest = then < earliest || Double.isNaN(earliest) ? then : earliest;
    }
    return new Shore(
        minutes,
        Double.isNaN(minutes) ? null : going.after(minutes),
        earliest,
        nearest,
        going.isUnderWay() ? nearest / metresPerMinute(fastest) : Double.NaN);
  }

  private static double minutesToLand(Going going, double knots, double course, Coast coast) {
    if (!going.isUnderWay()) {
      return Double.NaN;
    }
    double metres =
        coast.metresToLandAhead(
            going.from(), course, Math.min(AHEAD_METRES, metresPerMinute(knots) * AHEAD_MINUTES));
    return metres / metresPerMinute(knots);
  }

  private static Crossing crossing(Going going, Area area, double untilMinutes) {
    if (!going.isUnderWay() || area == null) {
      return null;
    }
    double perMinute = metresPerMinute(going.speedKnots());
    double limit = Math.min(AHEAD_METRES, untilMinutes * perMinute);
    double metres = area.metresToEdgeAhead(going.from(), going.courseDegrees(), limit);
    if (Double.isNaN(metres)) {
      return null;
    }
    Position at = Geodesy.destination(going.from(), going.courseDegrees(), metres);
    boolean isInside = area.contains(going.from().latitude(), going.from().longitude());
    return new Crossing(!isInside, metres / perMinute, at);
  }

  private static double metresPerMinute(double knots) {
    return Units.knotsToMetresPerSecond(knots) * 60;
  }
}
