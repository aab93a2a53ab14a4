package bz.keelbill.watch;

import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.Findings;
import bz.keelbill.detect.Scene;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.AreaRules;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
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
  private final Sieve sieve;
  private final Consumer<Change> out;
  private Law everywhere;
  private List<Law> areas = List.of();
  private Rules lookingUnder;

  Judge(
      Function<Rules, Detectors> detectorsUnder,
      Scene scene,
      AlertBook book,
      Consumer<Change> out) {
    this.detectorsUnder = detectorsUnder;
    this.scene = scene;
    this.book = book;
    this.sieve = new Sieve(scene, book);
    this.out = out;
  }

  /**
   * Rules with their detectors.
   *
   * @param fence in which they hold; null for everywhere
   */
  private record Law(String fence, Rules rules, Detectors detectors) {}

  /** The rules from now on. */
  void follow(Rules rules) {
    everywhere = new Law(null, rules, detectorsUnder.apply(rules));
    lookingUnder = rules;
    List<Law> all = new ArrayList<>();
    for (AreaRules area : rules.areas()) {
      Rules other = rules.in(area);
      all.add(new Law(area.fence(), other, detectorsUnder.apply(other)));
    }
    areas = List.copyOf(all);
  }

  Rules rules() {
    return everywhere.rules();
  }

  /** The rules for whom is being looked at. */
  Rules lookingUnder() {
    return lookingUnder;
  }

  /** The first area that it is in decides. */
  private Law lawFor(Track track) {
    Position at = areas.isEmpty() ? null : track.position();
    if (at == null) {
      return everywhere;
    }
    for (Law law : areas) {
      Fence fence = scene.fences().find(law.fence());
      boolean isInside =
          fence != null
              && fence.isActive(scene.nowMillis())
              && fence.area().contains(at.latitude(), at.longitude());
      if (isInside) {
        return law;
      }
    }
    return everywhere;
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
    Law law = lawFor(subject.track());
    Findings found = findingsOf(subject, law);
    for (Detector.OfTrack detector : law.detectors().ofTracks()) {
      boolean looks =
          (isDue || detector.judgesEveryReport()) && (!isLate || detector.judgesLateReports());
      if (looks && !subject.isOff(detector)) {
        lookSafely(detector, subject, law, found);
      }
    }
  }

  /** As time passes over a track of which nothing is heard. */
  void lookAtLost(Watched subject) {
    Law law = lawFor(subject.track());
    Findings found = findingsOf(subject, law);
    for (Detector.OfTrack detector : law.detectors().ofTracks()) {
      if (detector.judgesLost() && !subject.isOff(detector)) {
        lookSafely(detector, subject, law, found);
      }
    }
  }

  private Findings findingsOf(Watched subject, Law law) {
    return new Findings() {
      @Override
      public void holds(Finding finding) {
        sieve.take(subject, finding, law.rules());
      }

      @Override
      public boolean keeps(String kind, Finding.Subject about, Priority priority, long atMillis) {
        return sieve.keeps(kind, about, priority, atMillis, law.rules());
      }
    };
  }

  private void lookSafely(Detector.OfTrack detector, Watched subject, Law law, Findings found) {
    lookingUnder = law.rules();
    try {
      detector.look(subject.track(), scene, found);
    } catch (RuntimeException bug) {
      subject.turnOff(detector);
      out.accept(
          new Change.DetectorFailed(detector.kind(), subject.track().name(), bug.toString()));
    } finally {
      lookingUnder = everywhere.rules();
    }
  }

  /** What each detector makes of a track; nothing changes by asking. */
  List<Why> why(Watched subject) {
    Law law = lawFor(subject.track());
    Inquiry inquiry = new Inquiry(scene, book, sieve);
    List<Why> all = new ArrayList<>();
    lookingUnder = law.rules();
    for (Detector.OfTrack detector : law.detectors().ofTracks()) {
      all.add(inquiry.why(detector, subject, law.rules()));
    }
    lookingUnder = everywhere.rules();
    return all;
  }

  void lookAtScene() {
    for (Detector.OfScene detector : everywhere.detectors().ofScenes()) {
      try {
        detector.look(scene, finding -> book.holds(finding, rules().version()));
      } catch (RuntimeException bug) {
        out.accept(new Change.DetectorFailed(detector.kind(), null, bug.toString()));
      }
    }
  }
}
