package bz.keelbill.track;

import bz.keelbill.geo.Port;
import bz.keelbill.geo.Position;

/**
 * A vessel lay in a port, at a dock or at anchor.
 *
 * @param port which; null where it lay at anchor away from all of them
 * @param position where it came to rest
 * @param arrivedAtMillis when it came to rest, Unix milliseconds; if it was not seen arriving, when
 *     it was first seen there
 * @param seenArriving whether it came while it was followed
 * @param lastSeenAtMillis when it was last seen at rest there
 * @param departedAtMillis when it left; {@code Long.MAX_VALUE} as far as is known it is there
 */
public record PortCall(
    Port port,
    Position position,
    long arrivedAtMillis,
    boolean seenArriving,
    long lastSeenAtMillis,
    long departedAtMillis) {

  /** Whether it has not left, as far as is known. */
  public boolean isOpen() {
    return departedAtMillis == Long.MAX_VALUE;
  }

  /** Whether it lies, or lay, at anchor. */
  public boolean isAtAnchor() {
    return port == null || port.isAnchorage();
  }

  PortCall seen(long atMillis) {
    return new PortCall(port, position, arrivedAtMillis, seenArriving, atMillis, departedAtMillis);
  }

  PortCall left() {
    return new PortCall(
        port, position, arrivedAtMillis, seenArriving, lastSeenAtMillis, lastSeenAtMillis);
  }
}
