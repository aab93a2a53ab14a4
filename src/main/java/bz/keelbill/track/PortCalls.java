package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Harbours;
import bz.keelbill.geo.Port;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * The last ports of one vessel, from its track alone. Belongs to the Watch; one thread.
 *
 * <ul>
 *   <li><b>Arriving</b>: slower than 2 kn, or moored or at anchor by its own word, for ten minutes
 *       within 1.5 km of a port, 3 km of an anchorage, or by its word anywhere.
 *   <li><b>Leaving</b>: twice as far away, and under way; the call ends when it was last seen at
 *       rest. So one that swings at anchor or shifts its berth has not left.
 * </ul>
 */
public final class PortCalls {
  private static final int MOST_CALLS = 16;
  private static final long LOOK_EVERY_MILLIS = 10_000;
  private static final long REST_MILLIS = 600_000;
  private static final double SLOW_KNOTS = 2;
  private static final double PORT_METRES = 1_500;
  private static final double ANCHORAGE_METRES = 3_000;
  private static final double SWING_METRES = 500;
  private static final int AT_ANCHOR = 1;
  private static final int MOORED = 5;

  private final List<PortCall> calls = new ArrayList<>(0);
  private long lookedAtMillis = Long.MIN_VALUE / 2;
  private PortCall coming;

  /**
   * Takes the newest position of the vessel.
   *
   * @return the call that has just begun or ended, or null
   */
  public PortCall step(Track track, Harbours harbours) {
    long now = track.latest().atMillis();
    if (track.domain() != Domain.SEA || now - lookedAtMillis < LOOK_EVERY_MILLIS) {
      return null;
    }
    lookedAtMillis = now;
    boolean rests = rests(track);
    PortCall last = last();
    if (last != null && last.isOpen()) {
      return lie(last, track.position(), rests, now);
    }
    return rests ? come(track, harbours, now) : pass();
  }

  private static boolean rests(Track track) {
    Integer status = track.navigationStatus();
    boolean isAtRestByWord = status != null && (status == AT_ANCHOR || status == MOORED);
    // A crew forgets to change its status: who runs does not lie.
    return track.speedKnots() < SLOW_KNOTS
        || isAtRestByWord && !(track.speedKnots() >= 2 * SLOW_KNOTS);
  }

  private PortCall pass() {
    coming = null;
    return null;
  }

  private PortCall lie(PortCall call, Position at, boolean rests, long now) {
    Position middle = call.port() == null ? call.position() : call.port().place().position();
    boolean isAway = Geodesy.distanceMetres(middle, at) > 2 * reachMetres(call.port());
    if (isAway) {
      calls.set(calls.size() - 1, call.left());
      return last();
    }
    calls.set(calls.size() - 1, rests ? call.seen(now) : call);
    return null;
  }

  private static double reachMetres(Port port) {
    if (port == null) {
      return SWING_METRES;
    }
    return port.isAnchorage() ? ANCHORAGE_METRES : PORT_METRES;
  }

  private PortCall come(Track track, Harbours harbours, long now) {
    Position at = track.position();
    Port near = harbours.nearest(at);
    boolean isThere =
        near != null && Geodesy.distanceMetres(near.place().position(), at) <= reachMetres(near);
    Integer status = track.navigationStatus();
    if (!isThere && (status == null || status != AT_ANCHOR)) {
      return pass();
    }
    Port port = isThere ? near : null;
    if (coming == null || coming.port() != port) {
      boolean isFirst = now - track.bornAtMillis() < LOOK_EVERY_MILLIS;
      coming = new PortCall(port, at, now, !isFirst, now, Long.MAX_VALUE);
    }
    coming = coming.seen(now);
    return now - coming.arrivedAtMillis() >= REST_MILLIS ? begin() : null;
  }

  private PortCall begin() {
    calls.add(coming);
    coming = null;
    if (calls.size() > MOST_CALLS) {
      calls.remove(0);
    }
    return last();
  }

  private PortCall last() {
    return calls.isEmpty() ? null : calls.get(calls.size() - 1);
  }

  /** The last sixteen calls, oldest first. */
  public List<PortCall> calls() {
    return List.copyOf(calls);
  }

  /** The port that it left last, docks and places at anchor aside; null if it is not known. */
  public Port lastPort() {
    for (int at = calls.size() - 1; at >= 0; at--) {
      if (!calls.get(at).isOpen() && !calls.get(at).isAtAnchor()) {
        return calls.get(at).port();
      }
    }
    return null;
  }
}
