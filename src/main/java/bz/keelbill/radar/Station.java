package bz.keelbill.radar;

import bz.keelbill.geo.Position;

/**
 * A radar: where it stands and how well it measures.
 *
 * @param id as the tag block's {@code s:} or the feed names it
 * @param position the antenna; null for one on a boat, whose place comes with its own lines
 * @param rangeNauticalMiles instrumented range; targets beyond 1.1 times it are refused
 * @param rangeSigmaMetres noise of a distance, one standard deviation
 * @param bearingSigmaDegrees noise of a bearing, one standard deviation
 * @param bearingBiasDegrees by how much bearings come out too large; taken off each
 * @param rangeBiasMetres by how much distances come out too large; taken off each
 * @param headingDegrees true direction of the heading line, to which relative bearings count; NaN
 *     if there is none
 * @param isMoving whether it is on a boat: position and heading come with its own lines
 */
public record Station(
    String id,
    Position position,
    double rangeNauticalMiles,
    double rangeSigmaMetres,
    double bearingSigmaDegrees,
    double bearingBiasDegrees,
    double rangeBiasMetres,
    double headingDegrees,
    boolean isMoving) {

  /** The same at another place, with another heading line. */
  Station at(Position place, double heading) {
    return new Station(
        id,
        place,
        rangeNauticalMiles,
        rangeSigmaMetres,
        bearingSigmaDegrees,
        bearingBiasDegrees,
        rangeBiasMetres,
        heading,
        isMoving);
  }

  /**
   * A fixed station with the usual range and noise (48 nm, 40 m, 0.5°), unbiased, without heading.
   */
  public static Station of(String id, Position position) {
    return new Station(id, position, 48, 40, 0.5, 0, 0, Double.NaN, false);
  }
}
