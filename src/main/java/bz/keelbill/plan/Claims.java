package bz.keelbill.plan;

import bz.keelbill.plan.PlanMatch.Key;
import bz.keelbill.plan.PlanMatch.Outcome;
import java.util.HashMap;
import java.util.Map;

/**
 * Which live track is matched with which plan, and by what. A claim that is not renewed within a
 * minute is no more.
 */
final class Claims {
  private static final long LIVE_MILLIS = 60_000;

  /** One track's claim. */
  private record Claim(String track, String planId, Key key, long atMillis) {}

  private final Map<String, Claim> byTrack = new HashMap<>();
  private final Map<String, Claim> byPlan = new HashMap<>();

  void put(String track, PlanMatch match, long atMillis) {
    release(track);
    if (match.outcome() != Outcome.MATCHED) {
      return;
    }
    Claim claim = new Claim(track, match.plan().id(), match.key(), atMillis);
    byTrack.put(track, claim);
    Claim other = byPlan.get(claim.planId);
    boolean stronger = other == null || claim.key.compareTo(other.key) < 0;
    if (stronger || !isLive(other, atMillis)) {
      byPlan.put(claim.planId, claim);
    }
  }

  void release(String track) {
    Claim claim = byTrack.remove(track);
    if (claim != null) {
      byPlan.remove(claim.planId, claim);
    }
  }

  void expire(long nowMillis) {
    byTrack.values().removeIf(claim -> !isLive(claim, nowMillis));
    byPlan.values().removeIf(claim -> !isLive(claim, nowMillis));
  }

  /** Whether another live track than this one is matched with the plan. */
  boolean isTaken(FlightPlan plan, String byOtherThan, long atMillis) {
    Claim claim = byPlan.get(plan.id());
    return claim != null && !claim.track.equals(byOtherThan) && isLive(claim, atMillis);
  }

  /** Whether the track was matched with the plan by its code a moment ago. */
  boolean isHeldBySquawk(FlightPlan plan, String track, long atMillis) {
    Claim claim = track == null ? null : byTrack.get(track);
    return claim != null
        && claim.key == Key.SQUAWK
        && claim.planId.equals(plan.id())
        && isLive(claim, atMillis);
  }

  private static boolean isLive(Claim claim, long atMillis) {
    return atMillis - claim.atMillis <= LIVE_MILLIS;
  }
}
