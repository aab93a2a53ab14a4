package bz.keelbill.json;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;

/**
 * What a document tells of one aircraft.
 *
 * @param contact who
 * @param names what it is called; never null
 * @param position null if there is none, or none that is fresh
 * @param positionAgeMillis how long before the document's time it was there
 * @param heardAgeMillis how long before the document's time it was heard last
 * @param motion never null
 * @param height never null
 * @param state where the position comes from; never null
 */
record ToldAircraft(
    ContactId.Icao24 contact,
    Names names,
    Position position,
    long positionAgeMillis,
    long heardAgeMillis,
    Fix.Motion motion,
    Fix.Height height,
    Fix.State state) {

  /** An older position is history: where the aircraft was, not where it is. */
  static final long OLD_MILLIS = 60_000;

  // What Mode S can code: Gillham altitudes to 126,750 ft, supersonic velocities, 9-bit rates.
  static final double LEAST_FEET = -2_000;
  static final double MOST_FEET = 127_000;
  static final double MOST_KNOTS = 5_800;
  static final double MOST_FEET_PER_MINUTE = 33_000;

  /** As SBS has it: typical of a satellite receiver, and of times that are rounded on the way. */
  private static final double LEAST_SIGMA_METRES = 50;

  private static final double MLAT_SIGMA_METRES = 300;

  /**
   * How it calls itself and is called; each null if unknown.
   *
   * @param callsign letters, digits and inner blanks
   * @param squawk four octal digits
   * @param emergency what it declares
   * @param registration from a data base or from the address
   * @param typeDesignator ICAO type, from a data base
   * @param category the emitter's category, "A0" to "D7"
   */
  record Names(
      String callsign,
      String squawk,
      FlightIdentity.Emergency emergency,
      String registration,
      String typeDesignator,
      String category) {}

  /** Whether it says anything of how the aircraft moves or how high it is. */
  boolean moves() {
    return !Double.isNaN(motion.speedKnots())
        || !Double.isNaN(motion.courseDegrees())
        || !Double.isNaN(height.altitudeFeet())
        || !Double.isNaN(height.verticalRateFeetPerMinute());
  }

  /** Whether it says who the aircraft is, or that it stands on the ground. */
  boolean hasNames() {
    return names.callsign != null
        || names.squawk != null
        || names.emergency != null
        || names.registration != null
        || names.typeDesignator != null
        || names.category != null
        || height.onGround() != null;
  }

  /** A place; null without both coordinates, and for the 0, 0 that some senders write for none. */
  static Position place(double latitude, double longitude) {
    boolean isNone =
        Double.isNaN(latitude) || Double.isNaN(longitude) || latitude == 0 && longitude == 0;
    return isNone ? null : new Position(latitude, longitude);
  }

  /** A state with the accuracy that its source usually has, or a worse one. */
  static Fix.State state(Fix.Source source, double sigmaMetres) {
    double usual = source == Fix.Source.MLAT ? MLAT_SIGMA_METRES : LEAST_SIGMA_METRES;
    double sigma = sigmaMetres > usual ? sigmaMetres : usual;
    return new Fix.State(source, Fix.Accuracy.circle(sigma), null);
  }
}
