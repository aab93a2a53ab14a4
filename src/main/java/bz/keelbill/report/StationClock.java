package bz.keelbill.report;

import bz.keelbill.geo.Position;

/**
 * The time and place that a shore station gives (AIS types 4 and 11, a radar's north mark): proof
 * of life of the link and a check of the receiver's clock.
 *
 * @param origin where and when
 * @param contact the station; null for a radar, which has no number
 * @param clockMillis the station's own UTC, Unix time in milliseconds
 * @param position where it stands, or null
 */
public record StationClock(Origin origin, ContactId contact, long clockMillis, Position position)
    implements Report {
  @Override
  public Kind kind() {
    return Kind.STATION_CLOCK;
  }
}
