package bz.keelbill.track;

import bz.keelbill.geo.Position;

/**
 * A station that stands still and listens or looks.
 *
 * @param id as reports name it
 * @param position where it stands; never null, for one that moves cannot be asked what it owes
 * @param rangeNauticalMiles how far it is said to reach
 */
public record Sensor(String id, Kind kind, Position position, double rangeNauticalMiles) {
  /** What a station hears with. */
  public enum Kind {
    /** An AIS receiver. */
    AIS,
    /** A surface radar. */
    RADAR,
    /** A receiver of aircraft's own positions. */
    ADSB
  }
}
