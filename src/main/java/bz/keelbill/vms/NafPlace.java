package bz.keelbill.vms;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Reject.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record says that its ship is: LT and LG in decimal degrees, else LA and LO in degrees and
 * whole minutes.
 *
 * @param position null where refused
 * @param sigmaMetres standard deviation
 * @param refused why there is no position, or null
 */
record NafPlace(Position position, double sigmaMetres, Reason refused) {
  private static final Pattern LATITUDE = Pattern.compile("[+-]?\\d{1,2}\\.\\d{1,6}");
  private static final Pattern LONGITUDE = Pattern.compile("[+-]?\\d{1,3}\\.\\d{1,6}");
  private static final Pattern NORTH_SOUTH = Pattern.compile("([NS])(\\d{2})([0-5]\\d)");
  private static final Pattern EAST_WEST = Pattern.compile("([EW])(\\d{3})([0-5]\\d)");

  /** A box measures well; three decimals, as most send them, are steps of a hundred metres. */
  private static final double DECIMAL_SIGMA_METRES = 100;

  /** Whether minutes are rounded or cut off nobody knows: half a mile, a mile at 95 %. */
  private static final double MINUTES_SIGMA_METRES = 926;

  static NafPlace of(NafFields fields) {
    boolean isDecimal = fields.has("LT") || fields.has("LG");
    String latitude = fields.value(isDecimal ? "LT" : "LA");
    String longitude = fields.value(isDecimal ? "LG" : "LO");
    if (latitude == null || longitude == null) {
      return new NafPlace(null, Double.NaN, Reason.POSITION_MISSING);
    }
    return isDecimal
        ? of(decimal(LATITUDE, latitude), decimal(LONGITUDE, longitude), DECIMAL_SIGMA_METRES)
        : of(minutes(NORTH_SOUTH, latitude), minutes(EAST_WEST, longitude), MINUTES_SIGMA_METRES);
  }

  private static NafPlace of(double latitude, double longitude, double sigmaMetres) {
    if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
      return new NafPlace(null, Double.NaN, Reason.MALFORMED);
    }
    // A box without satellites says 0, 0.
    boolean isPlace = Position.isValid(latitude, longitude) && (latitude != 0 || longitude != 0);
    return isPlace
        ? new NafPlace(new Position(latitude, longitude), sigmaMetres, null)
        : new NafPlace(null, Double.NaN, Reason.OUT_OF_RANGE);
  }

  private static double decimal(Pattern form, String text) {
    return form.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static double minutes(Pattern form, String text) {
    Matcher parts = form.matcher(text);
    if (!parts.matches()) {
      return Double.NaN;
    }
    double degrees = Integer.parseInt(parts.group(2)) + Integer.parseInt(parts.group(3)) / 60.0;
    return "SW".contains(parts.group(1)) ? -degrees : degrees;
  }
}
