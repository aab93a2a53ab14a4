package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Subject;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an echo without a name goes on where another one, of which an alert is open, was lost. A
 * coastal radar loses a low aircraft again and again; it stays one flight and one alert.
 */
final class ContinuedEcho {
  private static final long LOST_MILLIS = 12_000;
  private static final long MEMORY_MILLIS = 30 * 60_000L;
  private static final double KNOTS = 260;
  private static final double SLACK_METRES = 3_000;
  private static final int MOST_NAMES = 24;

  private ContinuedEcho() {}

  /** About whom a finding on this track is: the flight that it goes on, else the track itself. */
  static Subject subject(Track track, Scene scene) {
    Subject own = Describe.subject(track);
    for (Finding open :
        track.isRadarOnly() ? scene.open(UnreportedFlight.KIND) : List.<Finding>of()) {
      Subject before = open.subject();
      if (before.tracks().contains(track.name())) {
        return before.lineage().equals(track.name()) ? own : joined(before, own);
      }
      if (isEcho(before) && isReached(track, open) && !isSeen(before, track, scene)) {
        return joined(before, own);
      }
    }
    return own;
  }

  private static boolean isEcho(Subject subject) {
    return subject.lineage().startsWith("radar:");
  }

  private static boolean isReached(Track track, Finding open) {
    long millis = track.bornAtMillis() - open.moment().atMillis();
    double metres = Geodesy.distanceMetres(track.bornAt(), open.moment().position());
    double reach = Units.knotsToMetresPerSecond(KNOTS) * Math.abs(millis) / 1000 + SLACK_METRES;
    return millis <= MEMORY_MILLIS && metres <= reach;
  }

  /** Two echoes seen at one time are two aircraft. */
  private static boolean isSeen(Subject before, Track track, Scene scene) {
    for (Track other : scene.picture().tracks()) {
      boolean isIts = other != track && before.tracks().contains(other.name());
      if (isIts && track.latest().atMillis() - other.heardAtMillis() < LOST_MILLIS) {
        return true;
      }
    }
    return false;
  }

  /** The newest names, and the first, by which its track is known as long as it is followed. */
  private static Subject joined(Subject before, Subject own) {
    List<String> names = new ArrayList<>(before.tracks());
    own.tracks().stream().filter(name -> !names.contains(name)).forEach(names::add);
    names.remove(before.lineage());
    int most = Math.min(names.size(), MOST_NAMES - 1);
    List<String> kept = new ArrayList<>(List.of(before.lineage()));
    kept.addAll(names.subList(names.size() - most, names.size()));
    return new Subject(before.lineage(), kept, null);
  }
}
