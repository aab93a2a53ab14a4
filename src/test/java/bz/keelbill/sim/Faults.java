package bz.keelbill.sim;

/**
 * How badly the sensors of a measured watch hear.
 *
 * @param radarDetection probability that a radar sees a boat well inside its reach in one turn
 * @param bearingSigmaDegrees noise of a radar's bearings
 * @param wavesPerTurn how many patches of sea clutter begin in a turn
 * @param aisLoss part of the AIS lines that never arrive
 * @param copies part of all lines that arrive twice
 * @param disorderMillis by how much lines overtake each other at most
 */
record Faults(
    double radarDetection,
    double bearingSigmaDegrees,
    double wavesPerTurn,
    double aisLoss,
    double copies,
    long disorderMillis) {
  /** A good evening. */
  static final Faults FEW = new Faults(0.88, 0.3, 0.004, 0, 0, 0);

  /** A bad one. */
  static final Faults MANY = new Faults(0.7, 1.0, 0.004, 0.3, 0.05, 3_000);

  CoastalRadar.Fit on(CoastalRadar.Fit fit) {
    return new CoastalRadar.Fit(
        fit.scanMillis(),
        radarDetection,
        fit.rangeSigmaMetres(),
        bearingSigmaDegrees,
        wavesPerTurn,
        fit.oldForm());
  }
}
