package bz.keelbill.watch;

import bz.keelbill.detect.Bound;
import bz.keelbill.track.Destination;
import bz.keelbill.track.PortCall;
import java.util.List;

/**
 * Where a vessel comes from and where it is bound.
 *
 * @param destination what its crew says
 * @param etaMillis when its crew says that it is there, Unix milliseconds; null unknown
 * @param bound how far it is from a port of Belize; null if it is not bound for one, or is there
 * @param calls its last port calls as followed, oldest first
 * @param odd why it is worth a second look, as {@code port-of-concern}; empty if it is not
 */
public record Voyage(
    Destination destination, Long etaMillis, Bound bound, List<PortCall> calls, List<String> odd) {
  /** Copies the lists. */
  public Voyage {
    calls = List.copyOf(calls);
    odd = List.copyOf(odd);
  }
}
