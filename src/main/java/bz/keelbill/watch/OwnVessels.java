package bz.keelbill.watch;

import bz.keelbill.detect.OwnForces;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Our own vessels: few, and asked for at each word of what rings, so that they are known without
 * asking every track who it is. Belongs to its watch.
 */
final class OwnVessels {
  /** Who may be one, now or while somebody calls it one, by serial number. */
  private final TreeMap<Long, Track> mayBe = new TreeMap<>();

  /** Another vessel is in the picture, or one may have become ours. */
  void look(Track track, OwnForces forces) {
    boolean mayBeOurs =
        track.identity().patrol() != null
            || forces.contains(track.identity(), track.heardAtMillis());
    if (track.domain() == Domain.SEA && mayBeOurs) {
      mayBe.put(track.serial(), track);
    }
  }

  /** It is no longer in the picture. */
  void gone(Track track) {
    mayBe.remove(track.serial());
  }

  /** Those that are ours at a time, in the order of their birth. */
  List<Track> at(long nowMillis, OwnForces forces) {
    List<Track> ours = new ArrayList<>(mayBe.size());
    for (Track track : mayBe.values()) {
      if (forces.contains(track.identity(), nowMillis)) {
        ours.add(track);
      }
    }
    return ours;
  }
}
