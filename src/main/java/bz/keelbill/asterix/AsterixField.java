package bz.keelbill.asterix;

import java.util.Locale;

/**
 * What a record may say, of whatever category; the unit is in the name.
 *
 * <p>Numbers are scaled; flags are 0 or 1.
 */
public enum AsterixField {
  /** Time of day, UTC; of a system track or target the time at which its position held. */
  TIME_S(Kind.DECIMAL),
  /** Category 034: 1 north mark, 2 sector; category 010: 1 target, 2 to 4 status. */
  MESSAGE(Kind.WHOLE),
  /** Category 048: 0 none, 1 primary, 2 secondary, 3 both, 4 to 7 Mode S; 010: 3 primary. */
  TYPE(Kind.WHOLE),
  /** A simulated target. */
  SIMULATED(Kind.FLAG),
  /** A test target. */
  TEST(Kind.FLAG),
  /** A fixed transponder by which the station tests itself. */
  FIELD_MONITOR(Kind.FLAG),
  /** Antenna's direction. */
  SECTOR_DEG(Kind.DECIMAL),
  /** Time of one turn of the antenna. */
  ROTATION_S(Kind.DECIMAL),
  /** The station's own height above the ellipsoid. */
  SITE_HEIGHT_M(Kind.WHOLE),
  /** The station's own latitude. */
  SITE_LAT(Kind.FINE),
  /** The station's own longitude. */
  SITE_LON(Kind.FINE),
  /** Slant range. */
  RANGE_NM(Kind.DECIMAL),
  /** Slant range of a surface radar. */
  RANGE_M(Kind.DECIMAL),
  /** Direction from the antenna, from true north. */
  AZIMUTH_DEG(Kind.DECIMAL),
  /** East of the station, or of the system's own reference. */
  X_M(Kind.DECIMAL),
  /** North of the station, or of the system's own reference. */
  Y_M(Kind.DECIMAL),
  /** Latitude. */
  LAT(Kind.FINE),
  /** Longitude. */
  LON(Kind.FINE),
  /** Ground speed. */
  SPEED_KN(Kind.DECIMAL),
  /** Track over ground, from true north. */
  TRACK_DEG(Kind.DECIMAL),
  /** Velocity east. */
  VX_MS(Kind.DECIMAL),
  /** Velocity north. */
  VY_MS(Kind.DECIMAL),
  /** The number under which the station follows it. */
  NUMBER(Kind.WHOLE),
  /** The track is not confirmed. */
  TENTATIVE(Kind.FLAG),
  /** Last message of the track. */
  ENDED(Kind.FLAG),
  /** The position is a prediction: nothing was seen. */
  COASTED(Kind.FLAG),
  /** A reflection or another false target. */
  GHOST(Kind.FLAG),
  /** Pressure height in hundreds of feet. */
  FL(Kind.DECIMAL),
  /** The pressure height is not validated. */
  FL_INVALID(Kind.FLAG),
  /** The pressure height is garbled. */
  FL_GARBLED(Kind.FLAG),
  /** Geometric height. */
  ALTITUDE_FT(Kind.DECIMAL),
  /** Rate of climb. */
  RATE_FPM(Kind.DECIMAL),
  /** 24-bit address. */
  ADDRESS(Kind.ADDRESS),
  /** Category 021: 0 is an address that a State gave out. */
  ADDRESS_TYPE(Kind.WHOLE),
  /** Category 021 before edition 1: 1 is an address that a State gave out. */
  OLD_ADDRESS_TYPE(Kind.WHOLE),
  /** Eight characters of six bits. */
  CALLSIGN(Kind.TEXT),
  /** Mode 3/A code. */
  SQUAWK(Kind.OCTAL),
  /** The code is not validated. */
  SQUAWK_INVALID(Kind.FLAG),
  /** The code is garbled. */
  SQUAWK_GARBLED(Kind.FLAG),
  /** Mode S flight status: 0, 2 airborne; 1, 3 on the ground. */
  FLIGHT_STATUS(Kind.WHOLE),
  /** On the ground. */
  ON_GROUND(Kind.FLAG),
  /** Category 021 priority status: 0 none, 1 to 6 an emergency. */
  EMERGENCY(Kind.WHOLE),
  /** Category 021 emitter category. */
  EMITTER(Kind.WHOLE),
  /** The station's own checks refuse the position. */
  POSITION_REFUSED(Kind.WHOLE),
  /** Navigation accuracy category of the position. */
  NACP(Kind.WHOLE),
  /** Navigation integrity category, or uncertainty category of version 0. */
  NIC(Kind.WHOLE),
  /** Standard deviation of x. */
  SIGMA_X_M(Kind.DECIMAL),
  /** Standard deviation of y. */
  SIGMA_Y_M(Kind.DECIMAL),
  /** Root of the covariance of x and y, with its sign. */
  COVARIANCE_M(Kind.DECIMAL),
  /** Standard deviation of the latitude. */
  SIGMA_LAT_DEG(Kind.FINE),
  /** Standard deviation of the longitude. */
  SIGMA_LON_DEG(Kind.FINE),
  /** How long ago a primary radar saw it. */
  PSR_AGE_S(Kind.DECIMAL),
  /** How long ago a secondary radar heard it. */
  SSR_AGE_S(Kind.DECIMAL),
  /** How long ago a Mode S radar heard it. */
  MDS_AGE_S(Kind.DECIMAL),
  /** How long ago automatic dependent surveillance by contract told of it. */
  ADS_AGE_S(Kind.DECIMAL),
  /** How long ago its extended squitter was heard. */
  ES_AGE_S(Kind.DECIMAL),
  /** How long ago its VDL mode 4 was heard. */
  VDL_AGE_S(Kind.DECIMAL),
  /** How long ago its UAT was heard. */
  UAT_AGE_S(Kind.DECIMAL),
  /** How long ago it was multilaterated. */
  MLT_AGE_S(Kind.DECIMAL),
  /** Target's length. */
  LENGTH_M(Kind.WHOLE),
  /** Where the target's length points. */
  ORIENTATION_DEG(Kind.DECIMAL),
  /** Target's width. */
  WIDTH_M(Kind.WHOLE);

  /** How a field is written. */
  public enum Kind {
    /** A whole number. */
    WHOLE,
    /** A number with three decimals. */
    DECIMAL,
    /** A number with seven decimals. */
    FINE,
    /** True or false. */
    FLAG,
    /** Six hexadecimal digits. */
    ADDRESS,
    /** Four octal digits. */
    OCTAL,
    /** Characters. */
    TEXT
  }

  private final Kind kind;
  private final String word = name().toLowerCase(Locale.ROOT);

  AsterixField(Kind kind) {
    this.kind = kind;
  }

  /** How it is written. */
  public Kind kind() {
    return kind;
  }

  /** Its name in JSON: lower case. */
  public String word() {
    return word;
  }
}
