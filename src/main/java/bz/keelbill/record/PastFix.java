package bz.keelbill.record;

import bz.keelbill.geo.Position;

/**
 * Where a recorded track was. Measures are NaN when they are not known.
 *
 * @param atMillis event time, Unix milliseconds
 * @param altitudeFeet NaN for vessels
 * @param station that heard it, or null
 */
public record PastFix(
    long atMillis,
    Position position,
    double speedKnots,
    double courseDegrees,
    double headingDegrees,
    double altitudeFeet,
    String station) {}
