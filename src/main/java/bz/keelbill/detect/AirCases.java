package bz.keelbill.detect;

import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.List;
import java.util.Map;

/**
 * What came by air goes on by sea: whether a boat has to do with an aircraft that landed where no
 * airfield is or dropped something. It leaves the coast, or a river, near one of the likeliest
 * landing places, soon after; or it is one of those that waited for the drop.
 */
public final class AirCases {
  static final Setting SITE_MILES =
      new Setting(
          "air-case.within",
          15,
          "nm",
          1,
          60,
          "A boat that leaves the coast so near to a landing place may carry what came by air");
  static final Setting SOONEST =
      new Setting("air-case.soonest", 10, "min", 0, 180, "So soon after the landing at the least");
  static final Setting LATEST =
      new Setting("air-case.latest", 180, "min", 10, 720, "So long after the landing at the most");
  static final List<Setting> SETTINGS = List.of(SITE_MILES, SOONEST, LATEST);

  private static final double ASHORE_METRES = 1_500;
  private static final double LEAVING_KNOTS = 5;
  private static final long STEP_MILLIS = 60_000;

  private AirCases() {}

  /**
   * How a boat and an aircraft belong together.
   *
   * @param cause what is open about the aircraft
   * @param place the name of the landing place; null for a drop
   * @param miles from where the boat left to that place, or from it to where something was dropped
   * @param minutes after the landing at which it left; NaN for a drop
   */
  public record Related(Finding cause, String place, double miles, double minutes) {}

  /** The open case of an aircraft that a boat belongs to, the nearest; null if there is none. */
  public static Related related(Track boat, Scene scene) {
    if (boat.domain() != Domain.SEA || boat.position() == null) {
      return null;
    }
    Related best = null;
    for (Finding drop : scene.open(Airdrop.KIND)) {
      best = nearer(best, ofDrop(boat, drop, scene));
    }
    List<Finding> landings = scene.open(ClandestineLanding.KIND);
    if (best == null && !landings.isEmpty()) {
      best = ofLandings(boat, landings, scene);
    }
    return best;
  }

  private static Related nearer(Related one, Related other) {
    boolean isOther = one == null || other != null && other.miles() < one.miles();
    return isOther ? other : one;
  }

  private static Related ofDrop(Track boat, Finding drop, Scene scene) {
    Position datum = place(drop.words().values(), "datum");
    if (datum == null || drop.subject().lineage().equals(boat.name())) {
      return null;
    }
    boolean isNamed = boat.contactNames().stream().anyMatch(drop.subject().tracks()::contains);
    long at = drop.moment().onsetMillis();
    boolean isThere = isNamed || new DropBoats(datum, at, scene, scene.rules()).has(boat);
    double miles = Geodesy.distanceMetres(datum, boat.position()) / 1852;
    return isThere ? new Related(drop, null, miles, Double.NaN) : null;
  }

  private static Related ofLandings(Track boat, List<Finding> landings, Scene scene) {
    int left = boat.speedKnots() >= LEAVING_KNOTS ? left(boat, scene) : -1;
    Related best = null;
    if (left >= 0) {
      Position from = boat.history().position(left);
      long at = boat.history().atMillis(left);
      for (Finding landing : landings) {
        best = nearer(best, ofLanding(landing, from, at, scene.rules()));
      }
    }
    return best;
  }

  /** When it was last at the coast or in a river; −1 if it is there now or was not. */
  private static int left(Track boat, Scene scene) {
    History history = boat.history();
    Coast coast = scene.geography().coast();
    int newest = history.size() - 1;
    long until = scene.nowMillis() - scene.rules().millis(LATEST);
    long before = Long.MAX_VALUE;
    for (int i = newest; i >= 0 && history.atMillis(i) >= until; i--) {
      boolean due = i == 0 || before - history.atMillis(i) >= STEP_MILLIS;
      if (due) {
        before = history.atMillis(i);
        double lat = history.latitude(i);
        double lon = history.longitude(i);
        if (coast.isLand(lat, lon) || coast.isShoreWithin(lat, lon, ASHORE_METRES)) {
          return i == newest ? -1 : i;
        }
      }
    }
    return -1;
  }

  private static Related ofLanding(Finding landing, Position from, long at, Rules rules) {
    double minutes = (at - landing.moment().onsetMillis()) / 60_000.0;
    boolean inTime =
        minutes * 60_000 >= rules.millis(SOONEST) && minutes * 60_000 <= rules.millis(LATEST);
    Related best = null;
    for (int i = 1; inTime && i <= LandingSites.TOLD; i++) {
      Map<String, Object> values = landing.words().values();
      Position site = place(values, "site" + i);
      double miles =
          site == null ? Double.POSITIVE_INFINITY : Geodesy.distanceMetres(from, site) / 1852;
      if (miles <= rules.value(SITE_MILES)) {
        String name = String.valueOf(values.get("site" + i));
        best = nearer(best, new Related(landing, name, miles, minutes));
      }
    }
    return best;
  }

  private static Position place(Map<String, Object> values, String name) {
    return values.get(name + "Lat") instanceof Number north
            && values.get(name + "Lon") instanceof Number east
        ? new Position(north.doubleValue(), east.doubleValue())
        : null;
  }
}
