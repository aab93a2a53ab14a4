package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.ADDRESS;
import static bz.keelbill.asterix.AsterixField.ALTITUDE_FT;
import static bz.keelbill.asterix.AsterixField.CALLSIGN;
import static bz.keelbill.asterix.AsterixField.FL;
import static bz.keelbill.asterix.AsterixField.FLIGHT_STATUS;
import static bz.keelbill.asterix.AsterixField.FL_GARBLED;
import static bz.keelbill.asterix.AsterixField.FL_INVALID;
import static bz.keelbill.asterix.AsterixField.ON_GROUND;
import static bz.keelbill.asterix.AsterixField.RATE_FPM;
import static bz.keelbill.asterix.AsterixField.SQUAWK;

import bz.keelbill.report.Fix;

/** How high a target is, and whether it stands on the ground. */
final class Heights {
  private static final double FEET_OF_LEVEL = 100;
  private static final double LEAST_FEET = -1_500;
  private static final double MOST_FEET = 150_000;
  private static final double MOST_RATE_FPM = 33_000;

  private Heights() {}

  /**
   * Whether a target flies, or might: then its fixes have a height, though it be unknown.
   *
   * <p>Whoever says an address is an aircraft. Else the station's {@link Site.Targets} decide, and
   * if they leave it open the category: a target of 048, 062 or 021 is an aircraft, one of 010 only
   * if it says a height, a code or a callsign.
   */
  static boolean isAircraft(AsterixMessage message, Site site) {
    if (message.has(ADDRESS)) {
      return true;
    }
    return switch (site.targets()) {
      case SEA -> false;
      case AIR -> true;
      case BY_CATEGORY -> message.category() != Categories.SURFACE || speaks(message);
    };
  }

  private static boolean speaks(AsterixMessage message) {
    return message.has(SQUAWK)
        || message.has(CALLSIGN)
        || !Double.isNaN(pressureFeet(message))
        || message.has(ALTITUDE_FT);
  }

  /** Pressure height that can be believed; NaN if none is told. */
  static double pressureFeet(AsterixMessage message) {
    boolean doubted = message.is(FL_INVALID) || message.is(FL_GARBLED);
    return doubted ? Double.NaN : believed(message.value(FL) * FEET_OF_LEVEL);
  }

  private static double believed(double feet) {
    return feet >= LEAST_FEET && feet <= MOST_FEET ? feet : Double.NaN;
  }

  /** All of it; never null. */
  static Fix.Height of(AsterixMessage message) {
    double pressure = pressureFeet(message);
    double geometric = believed(message.value(ALTITUDE_FT));
    boolean isGeometric = Double.isNaN(pressure) && !Double.isNaN(geometric);
    double rate = message.value(RATE_FPM);
    return new Fix.Height(
        isGeometric ? geometric : pressure,
        isGeometric,
        Math.abs(rate) <= MOST_RATE_FPM ? rate : Double.NaN,
        onGround(message));
  }

  /** True, false, or null when nobody says. */
  static Boolean onGround(AsterixMessage message) {
    if (message.has(FLIGHT_STATUS)) {
      // 4 and 5 are either; 6 and 7 are none.
      int status = message.whole(FLIGHT_STATUS, 0);
      return status > 3 ? null : Boolean.valueOf(status % 2 == 1);
    }
    boolean isAdsb = message.category() == Categories.ADSB;
    boolean isSaid = message.has(ON_GROUND) && (isAdsb || message.is(ON_GROUND));
    return isSaid ? Boolean.valueOf(message.is(ON_GROUND)) : null;
  }
}
