package bz.keelbill.watch;

import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.Occasion;
import bz.keelbill.detect.Scene;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.AreaRules;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  private final Said saidOfTrack =
      new Said() {
        @Override
        public boolean keeps(String kind, Finding.Subject about, Priority priority, long atMillis) {
          return Judge.this.keeps(kind, about, priority, atMillis);
        }
      };
  private final Said saidOfScene = new Said();
  private Law everywhere;
  private List<Law> areas = List.of();
  private Rules lookingUnder;
  private SecondOpinion second;

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
  private record Law(
      String fence,
      Rules rules,
      Detectors detectors,
      Map<Occasion, List<Detector.OfTrack>> lookers) {

    static Law of(String fence, Rules rules, Detectors detectors) {
      Map<Occasion, List<Detector.OfTrack>> lookers = new EnumMap<>(Occasion.class);
      for (Occasion occasion : Occasion.values()) {
        lookers.put(
            occasion, detectors.ofTracks().stream().filter(one -> one.looksOn(occasion)).toList());
      }
      return new Law(fence, rules, detectors, lookers);
    }

    /** Who looks on an occasion, in the order of the list. */
    List<Detector.OfTrack> lookersOn(Occasion occasion) {
      return lookers.get(occasion);
    }
  }

  /** The rules from now on. */
  void follow(Rules rules) {
    everywhere = Law.of(null, rules, detectorsUnder.apply(rules));
    book.follow(rules);
    lookingUnder = rules;
    List<Law> all = new ArrayList<>();
    for (AreaRules area : rules.areas()) {
      Rules other = rules.in(area);
      all.add(Law.of(area.fence(), other, detectorsUnder.apply(other)));
    }
    areas = List.copyOf(all);
  }

  Rules rules() {
    return everywhere.rules();
  }

  /** From now on detectors look for another watch too. */
  void lookAlsoFor(SecondOpinion opinion) {
    second = opinion;
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
    if (isLate) {
      letLook(subject, Occasion.LATE_REPORT);
    } else {
      boolean isDue = subject.isDueAt(scene.nowMillis());
      letLook(subject, isDue ? Occasion.DUE_REPORT : Occasion.REPORT);
    }
  }

  /**
   * Ten seconds have passed.
   *
   * @param isMine whether everybody is due here, whatever the time
   * @param isTheirs whether everybody is due in the watch for which detectors look too
   */
  void lookAgain(Watched subject, boolean isMine, boolean isTheirs) {
    boolean isHalfMinute = subject.isDueByHalfMinutes(scene.nowMillis());
    boolean flies = subject.mayFly();
    lookAgain(
        subject,
        isMine || isHalfMinute || flies ? Occasion.TEN_SECONDS : null,
        isTheirs || isHalfMinute || flies ? Occasion.TEN_SECONDS : null);
    lookAgain(
        subject,
        halfMinute(subject, isHalfMinute, isMine),
        halfMinute(subject, isHalfMinute, isTheirs));
  }

  private Occasion halfMinute(Watched subject, boolean isHalfMinute, boolean isEverybody) {
    if (isEverybody) {
      return Occasion.SILENT_HALF_MINUTE;
    }
    boolean isSilent = isHalfMinute && !subject.wasLookedAtLately(scene.nowMillis());
    return isSilent ? Occasion.SILENT_HALF_MINUTE : isHalfMinute ? Occasion.HALF_MINUTE : null;
  }

  /** On an occasion of this watch and one of the other; null for none. */
  private void lookAgain(Watched subject, Occasion mine, Occasion theirs) {
    if (second == null || mine == theirs) {
      letLook(subject, mine);
      return;
    }
    letLookAlone(subject, mine);
    second.judge().letLookAlone(second.watched(subject), theirs);
  }

  /** As time passes over a track of which nothing is heard. */
  void lookAtLost(Watched subject) {
    letLook(subject, Occasion.LOST);
  }

  private void letLook(Watched subject, Occasion occasion) {
    if (occasion == null) {
      return;
    }
    if (second == null || !second.isUnder(everywhere.rules())) {
      letLookAlone(subject, occasion);
      if (second != null) {
        second.judge().letLookAlone(second.watched(subject), occasion);
      }
    } else if (!everywhere.lookersOn(occasion).isEmpty()) {
      second.look(everywhere.lookersOn(occasion), subject);
    }
  }

  private void letLookAlone(Watched subject, Occasion occasion) {
    if (occasion == null) {
      return;
    }
    Law law = lawFor(subject.track());
    for (Detector.OfTrack detector : law.lookersOn(occasion)) {
      look(detector, subject, law);
    }
  }

  /** Lets a detector look once under the rules for everywhere, unless it has failed on this one. */
  void look(Detector.OfTrack detector, Watched subject) {
    look(detector, subject, everywhere);
  }

  private void look(Detector.OfTrack detector, Watched subject, Law law) {
    if (!subject.isOff(detector)) {
      look(detector, subject, law, scene, saidOfTrack);
    }
  }

  /** Lets a detector look at a scene that may be another's; whether it could. */
  boolean look(Detector.OfTrack detector, Watched subject, Scene seen, Said said) {
    return look(detector, subject, everywhere, seen, said);
  }

  private boolean look(Detector.OfTrack detector, Watched subject, Law law, Scene seen, Said said) {
    lookingUnder = law.rules();
    said.begin();
    boolean hasFailed = false;
    try {
      detector.look(subject.track(), seen, said);
    } catch (RuntimeException bug) {
      hasFailed = true;
      failed(detector, subject, bug);
    }
    // What it said before it failed holds all the same.
    boolean hasTaken = take(detector, subject, law, said);
    lookingUnder = everywhere.rules();
    return hasTaken && !hasFailed;
  }

  /** What was found of a craft goes through the sieve; whether it could. */
  boolean take(Detector.OfTrack detector, Watched subject, Said said) {
    return take(detector, subject, everywhere, said);
  }

  private boolean take(Detector.OfTrack detector, Watched subject, Law law, Said said) {
    List<Finding> findings = said.findings();
    try {
      for (int i = 0; i < findings.size(); i++) {
        sieve.take(subject, findings.get(i), law.rules());
      }
      return true;
    } catch (RuntimeException bug) {
      failed(detector, subject, bug);
      return false;
    }
  }

  private void failed(Detector.OfTrack detector, Watched subject, RuntimeException bug) {
    subject.turnOff(detector);
    out.accept(new Change.DetectorFailed(detector.kind(), subject.track().name(), bug.toString()));
  }

  /** As {@link Said#keeps}, under the rules for whom is being looked at. */
  boolean keeps(String kind, Finding.Subject about, Priority priority, long atMillis) {
    return sieve.keeps(kind, about, priority, atMillis, lookingUnder);
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
    boolean isShared = second != null && second.isUnder(everywhere.rules());
    for (Detector.OfScene detector : everywhere.detectors().ofScenes()) {
      if (isShared) {
        second.look(detector);
      } else {
        look(detector);
      }
    }
    if (second != null && !isShared) {
      second.judge().lookAtScene();
    }
  }

  /** Lets a detector look at the scene once. */
  void look(Detector.OfScene detector) {
    look(detector, scene, saidOfScene);
  }

  /** Lets a detector look at a scene that may be another's; whether it could. */
  boolean look(Detector.OfScene detector, Scene seen, Said said) {
    said.begin();
    boolean hasFailed = false;
    try {
      detector.look(seen, said);
    } catch (RuntimeException bug) {
      hasFailed = true;
      out.accept(new Change.DetectorFailed(detector.kind(), null, bug.toString()));
    }
    take(said);
    return !hasFailed;
  }

  /** What was found in the scene goes to the book directly. */
  void take(Said said) {
    said.findings().forEach(finding -> book.holds(finding, rules().version()));
  }
}
