package bz.keelbill.watch;

import bz.keelbill.fence.Around.Anchors;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Position;
import bz.keelbill.track.Estimate;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.History;
import bz.keelbill.track.Picture;
import bz.keelbill.track.Track;
import java.util.HashMap;
import java.util.Map;

/** The tracks that moving fences go with, looked up each second. One thread. */
final class FenceAnchors {
  private static final long EARLIER_MILLIS = 60_000;

  private final Map<String, Track> tracks = new HashMap<>();

  /** Finds the tracks anew; one that is lost is none. */
  void find(FenceMap fences, Picture picture, long nowMillis) {
    tracks.clear();
    for (Fence fence : fences.moving()) {
      for (Track track : picture.tracks()) {
        boolean isIt = track.contactNames().contains(fence.around().track());
        if (isIt && track.latest() != null && track.freshness(nowMillis) != Freshness.LOST) {
          tracks.putIfAbsent(fence.id(), track);
        }
      }
    }
  }

  /** As they concern a craft: it does not come in to its own. */
  Anchors seenBy(Track craft) {
    return tracks.isEmpty() ? Anchors.NONE : (fence, atMillis) -> at(fence, craft, atMillis);
  }

  private Position at(Fence fence, Track craft, long atMillis) {
    Track track = tracks.get(fence.id());
    return track == null || track == craft ? null : at(track, atMillis);
  }

  /** On the line between two reports, or where it is expected after the last one. */
  private static Position at(Track track, long atMillis) {
    History history = track.history();
    int after = history.firstAtOrAfter(atMillis);
    if (after >= history.size()) {
      Estimate estimate = track.estimateAt(atMillis);
      return estimate == null ? track.position() : estimate.position();
    }
    if (after == 0) {
      boolean isNear = history.atMillis(0) - atMillis <= EARLIER_MILLIS;
      return isNear ? history.position(0) : null;
    }
    Position from = history.position(after - 1);
    Position to = history.position(after);
    double span = history.atMillis(after) - history.atMillis(after - 1);
    double share = span > 0 ? (atMillis - history.atMillis(after - 1)) / span : 1;
    return new Position(
        from.latitude() + share * (to.latitude() - from.latitude()),
        from.longitude() + share * (to.longitude() - from.longitude()));
  }
}
