package bz.keelbill.watch;

import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Scene;
import bz.keelbill.rule.Rules;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lets the detectors look and puts what they find into the alert book. One that fails on a track is
 * turned off for that track and reported, and nothing else suffers.
 */
final class Judge {
  private final Function<Rules, Detectors> detectorsUnder;
  private final Scene scene;
  private final AlertBook book;
  private final Consumer<Change> out;
  private Rules rules;
  private Detectors detectors;

  Judge(
      Function<Rules, Detectors> detectorsUnder,
      Scene scene,
      AlertBook book,
      Consumer<Change> out) {
    this.detectorsUnder = detectorsUnder;
    this.scene = scene;
    this.book = book;
    this.out = out;
  }

  /** The rules from now on. */
  void follow(Rules newRules) {
    rules = newRules;
    detectors = detectorsUnder.apply(newRules);
  }

  Rules rules() {
    return rules;
  }

  /** A report came. */
  void look(Watched subject, boolean isLate) {
    look(subject, isLate, !isLate && subject.isDueAt(scene.nowMillis()));
  }

  /** Time has passed: everybody looks. */
  void lookAgain(Watched subject) {
    look(subject, false, true);
  }

  private void look(Watched subject, boolean isLate, boolean isDue) {
    for (Detector.OfTrack detector : detectors.ofTracks()) {
      boolean looks =
          (isDue || detector.judgesEveryReport()) && (!isLate || detector.judgesLateReports());
      if (looks && !subject.isOff(detector)) {
        lookSafely(detector, subject);
      }
    }
  }

  /** As time passes over a track of which nothing is heard. */
  void lookAtLost(Watched subject) {
    for (Detector.OfTrack detector : detectors.ofTracks()) {
      if (detector.judgesLost() && !subject.isOff(detector)) {
        lookSafely(detector, subject);
      }
    }
  }

  private void lookSafely(Detector.OfTrack detector, Watched subject) {
    try {
      detector.look(subject.track(), scene, finding -> book.holds(finding, rules.version()));
    } catch (RuntimeException bug) {
      subject.turnOff(detector);
      out.accept(
          new Change.DetectorFailed(detector.kind(), subject.track().name(), bug.toString()));
    }
  }

  void lookAtScene() {
    for (Detector.OfScene detector : detectors.ofScenes()) {
      try {
        detector.look(scene, finding -> book.holds(finding, rules.version()));
      } catch (RuntimeException bug) {
        out.accept(new Change.DetectorFailed(detector.kind(), null, bug.toString()));
      }
    }
  }
}
