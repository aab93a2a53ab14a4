package bz.keelbill.adsb;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;

/**
 * What one transmission of an aircraft says by itself, before anything is remembered or doubted.
 *
 * @param contact who
 * @param callsign letters, digits and inner blanks, 1 to 8; null if not carried
 * @param squawk four octal digits; null if not carried
 * @param emergency null if not carried
 * @param category the emitter's category, "A0" to "D7" (DO-260B, 2.2.3.2.5.2); null if not carried
 * @param position null if not carried
 * @param motion ground speed and ground track; never null
 * @param height altitude, vertical rate and whether on the ground; never null
 */
public record FlightMessage(
    ContactId.Icao24 contact,
    String callsign,
    String squawk,
    FlightIdentity.Emergency emergency,
    String category,
    Position position,
    Fix.Motion motion,
    Fix.Height height) {

  /** Whether it says anything of where the aircraft is or how it moves. */
  boolean hasState() {
    return position != null
        || !Double.isNaN(motion.speedKnots())
        || !Double.isNaN(motion.courseDegrees())
        || !Double.isNaN(height.altitudeFeet())
        || !Double.isNaN(height.verticalRateFeetPerMinute());
  }
}
