package bz.keelbill.adsb;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity.Emergency;

/**
 * What one Mode S frame says, decoded.
 *
 * <p>One object is filled again for each frame, so nothing is allocated: whoever receives it reads
 * what it needs before it returns, or takes {@link #flight()} along. See the decision record
 * "ais-message", which holds here too.
 */
public final class ModeSMessage {
  /** A whole number that the frame does not carry. */
  static final int UNKNOWN = ModeAc.UNKNOWN;

  /** The counter of a frame that has none. */
  public static final long NO_TICKS = -1;

  /** By which way a position was found. */
  public enum PositionBy {
    /** Two messages, one of each grid. */
    GLOBAL,
    /** One message, and the aircraft's own place of some minutes ago. */
    LOCAL
  }

  long ticks;
  long atMillis;
  int format;
  int typeCode;
  int address;
  boolean assigned;
  Fix.Source source;
  boolean repaired;
  String callsign;
  String replyCallsign;
  String category;
  int squawk;
  Emergency emergency;
  int altitudeFeet;
  boolean geometric;
  double speedKnots;
  double trackDegrees;
  int verticalRateFeetPerMinute;
  boolean rateIsGeometric;
  Boolean onGround;
  int positionAccuracy;
  double latitude;
  double longitude;
  PositionBy positionBy;

  // The position as sent.
  boolean hasCpr;
  boolean surface;
  boolean odd;
  int yz;
  int xz;

  ModeSMessage() {}

  /** Forgets the frame before. */
  void clear() {
    typeCode = UNKNOWN;
    repaired = false;
    callsign = null;
    replyCallsign = null;
    category = null;
    squawk = UNKNOWN;
    emergency = null;
    altitudeFeet = UNKNOWN;
    geometric = false;
    speedKnots = Double.NaN;
    trackDegrees = Double.NaN;
    verticalRateFeetPerMinute = UNKNOWN;
    rateIsGeometric = false;
    onGround = null;
    positionAccuracy = UNKNOWN;
    latitude = Double.NaN;
    longitude = Double.NaN;
    positionBy = null;
    hasCpr = false;
  }

  /** The receiver's counter; {@link #NO_TICKS} if the frame came without. */
  public long ticks() {
    return ticks;
  }

  /** Downlink format, 0 to 23. */
  public int format() {
    return format;
  }

  /** The type of an extended squitter, 0 to 31; null for other frames. */
  public Integer typeCode() {
    return typeCode == UNKNOWN ? null : Integer.valueOf(typeCode);
  }

  /** How its position was found; null if it has none. */
  public PositionBy positionBy() {
    return positionBy;
  }

  /** Whether its vertical rate is a satellite one. */
  public boolean isRateGeometric() {
    return rateIsGeometric;
  }

  /** Whether one bit of it was put right. */
  public boolean isRepaired() {
    return repaired;
  }

  /** A copy to keep, in the terms of every flight feed. */
  public FlightMessage flight() {
    return flight(callsign);
  }

  /** A copy with the callsign of a Comm-B reply too, which is less sure of itself. */
  FlightMessage flightWithReply() {
    return flight(callsign == null ? replyCallsign : callsign);
  }

  private FlightMessage flight(String name) {
    return new FlightMessage(
        new ContactId.Icao24(address, assigned),
        name,
        squawk == UNKNOWN ? null : ModeAc.text(squawk),
        emergency,
        category,
        positionBy == null ? null : new Position(latitude, longitude),
        new Fix.Motion(speedKnots, trackDegrees, Double.NaN),
        new Fix.Height(
            number(altitudeFeet), geometric, number(verticalRateFeetPerMinute), onGround));
  }

  private static double number(int value) {
    return value == UNKNOWN ? Double.NaN : value;
  }
}
