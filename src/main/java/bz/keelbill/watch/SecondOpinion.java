package bz.keelbill.watch;

import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Finding.Subject;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import java.util.List;

/**
 * What a watch under other fences makes of the same tracks.
 *
 * <p>A detector is a function of its track and the scene. So what it said for the one watch is what
 * it would have said for the other, unless it has looked at something in which their scenes differ:
 * only then it looks a second time. One thread, that of both watches.
 */
final class SecondOpinion {
  private final Watch first;
  private final Watch second;
  private final ComparedScene scene;
  private final Said said = new Compared();

  SecondOpinion(Watch first, Watch second) {
    this.first = first;
    this.second = second;
    this.scene = new ComparedScene(first, second.scene());
  }

  /** The watch under other fences. */
  Watch watch() {
    return second;
  }

  /** Who judges for it. */
  Judge judge() {
    return second.judge();
  }

  /** A craft of the first watch, as that other one keeps it. */
  Watched watched(Watched subject) {
    return subject.twin();
  }

  /** Whether it is under the same rules, everywhere: else its detectors are others. */
  boolean isUnder(Rules rules) {
    return second.rules() == rules && rules.areas().isEmpty();
  }

  /**
   * Follows a craft among the other fences.
   *
   * @param hasPassed whether its way was told to the first watch as one that is usual
   */
  void follow(Watched subject, Report report, boolean hasPassed) {
    if (second.follow(watched(subject), report) != hasPassed) {
      scene.passagesDiffer();
    }
  }

  /** Lets detectors look at a track for both, one after the other. */
  void look(List<Detector.OfTrack> detectors, Watched subject) {
    Watched same = watched(subject);
    second.lookAt(same);
    for (Detector.OfTrack detector : detectors) {
      if (subject.isOff(detector)) {
        second.judge().look(detector, same);
      } else {
        look(detector, subject, same);
      }
    }
  }

  private void look(Detector.OfTrack detector, Watched subject, Watched same) {
    scene.begin();
    boolean hasFailed = !first.judge().look(detector, subject, scene, said);
    if (hasFailed || scene.differs() || same.isOff(detector)) {
      second.judge().look(detector, same);
    } else {
      second.judge().take(detector, same, said);
    }
  }

  /** Lets a detector look at the scene for both. */
  void look(Detector.OfScene detector) {
    scene.begin();
    boolean hasFailed = !first.judge().look(detector, scene, said);
    if (hasFailed || scene.differs()) {
      second.judge().look(detector);
    } else {
      second.judge().take(said);
    }
  }

  /** What is said for the first watch, and perhaps for both. */
  private final class Compared extends Said {
    @Override
    public boolean keeps(String kind, Subject about, Priority priority, long atMillis) {
      boolean isKept = first.judge().keeps(kind, about, priority, atMillis);
      // To keep the same alive twice at one time is to keep it alive.
      if (!scene.differs() && isKept != second.judge().keeps(kind, about, priority, atMillis)) {
        scene.differ();
      }
      return isKept;
    }
  }
}
