package bz.keelbill.plan;

import bz.keelbill.geo.Position;

/**
 * An aircraft that wants explaining, as plain values; each null if not known.
 *
 * @param address 24-bit address, only if it is a real one
 * @param registration of the address
 * @param callsign as transmitted
 * @param squawk as transmitted
 * @param atMillis when it is seen, Unix time in milliseconds
 * @param seen which track it is and where; without it nothing is recognised by time and place
 */
public record PlanQuery(
    Integer address,
    String registration,
    String callsign,
    String squawk,
    long atMillis,
    Seen seen) {

  /** An aircraft of which nobody says where it is. */
  public PlanQuery(
      Integer address, String registration, String callsign, String squawk, long atMillis) {
    this(address, registration, callsign, squawk, atMillis, null);
  }

  /**
   * A track and where it is.
   *
   * @param track its name, the first contact's
   * @param position null unknown
   */
  public record Seen(String track, Position position) {}
}
