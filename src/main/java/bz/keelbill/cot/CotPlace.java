package bz.keelbill.cot;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Reject.Reason;

/**
 * Where an event says that its device is.
 *
 * @param position null where refused
 * @param sigmaMetres standard deviation
 * @param refused why there is no position, or null
 */
record CotPlace(Position position, double sigmaMetres, Reason refused) {
  private static final double USUAL_SIGMA_METRES = 50;
  private static final double BY_HAND_SIGMA_METRES = 200;
  private static final double LEAST_SIGMA_METRES = 5;
  private static final double MOST_SIGMA_METRES = 10_000;

  /**
   * Reads a point.
   *
   * @param how the event's: {@code h-} is put there by hand
   */
  static CotPlace of(CotMessage.Point point, String how) {
    if (point.lat() == null || point.lon() == null) {
      return refused(Reason.POSITION_MISSING);
    }
    if (!CotValues.isNumber(point.lat()) || !CotValues.isNumber(point.lon())) {
      return refused(Reason.MALFORMED);
    }
    double latitude = CotValues.number(point.lat());
    double longitude = CotValues.number(point.lon());
    boolean isUnknown = Double.isNaN(latitude) || Double.isNaN(longitude);
    // A device without satellites says 0, 0.
    if (isUnknown || latitude == 0 && longitude == 0) {
      return refused(Reason.POSITION_MISSING);
    }
    return Position.isValid(latitude, longitude)
        ? new CotPlace(new Position(latitude, longitude), sigmaMetres(point.ce(), how), null)
        : refused(Reason.OUT_OF_RANGE);
  }

  private static CotPlace refused(Reason reason) {
    return new CotPlace(null, Double.NaN, reason);
  }

  private static double sigmaMetres(String ce, String how) {
    double told = CotValues.number(ce);
    boolean isByHand = how != null && how.startsWith("h-");
    if (!(told > 0)) {
      return isByHand ? BY_HAND_SIGMA_METRES : USUAL_SIGMA_METRES;
    }
    return Math.max(LEAST_SIGMA_METRES, Math.min(MOST_SIGMA_METRES, told));
  }
}
