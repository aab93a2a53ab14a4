package bz.keelbill.radar;

import bz.keelbill.geo.Position;

/**
 * A radar: where it stands and how well it measures.
 *
 * @param id as the tag block's {@code s:} or the feed names it
 * @param position the antenna; null for one on a boat, whose place comes with its own lines
 * @param reach how near and how far it sees
 * @param noise its error
 * @param headingDegrees true direction of the heading line, to which relative bearings count; NaN
 *     if there is none
 * @param isMoving whether it is on a boat: position and heading come with its own lines
 */
public record Station(
    String id,
    Position position,
    Reach reach,
    Noise noise,
    double headingDegrees,
    boolean isMoving) {

  /**
   * How near and how far a radar sees.
   *
   * @param blindMetres what is nearer is an echo of the radar's own mast or ship, and is refused
   * @param rangeNauticalMiles instrumented range; targets beyond 1.1 times it are refused
   */
  public record Reach(double blindMetres, double rangeNauticalMiles) {
    /** Of a radar that nobody describes. */
    public static final Reach USUAL = new Reach(30, 48);
  }

  /**
   * A radar's error.
   *
   * @param rangeSigmaMetres noise of a distance, one standard deviation
   * @param bearingSigmaDegrees noise of a bearing, one standard deviation
   * @param rangeBiasMetres by how much distances come out too large; taken off each
   * @param bearingBiasDegrees by how much bearings come out too large; taken off each
   */
  public record Noise(
      double rangeSigmaMetres,
      double bearingSigmaDegrees,
      double rangeBiasMetres,
      double bearingBiasDegrees) {
    /** Of a radar that nobody describes: 40 m, 0.5°, unbiased. */
    public static final Noise USUAL = new Noise(40, 0.5, 0, 0);
  }

  /** The same at another place, with another heading line. */
  Station at(Position place, double heading) {
    return new Station(id, place, reach, noise, heading, isMoving);
  }

  /** A fixed station with the usual reach and noise, without heading. */
  public static Station of(String id, Position position) {
    return new Station(id, position, Reach.USUAL, Noise.USUAL, Double.NaN, false);
  }
}
