package bz.keelbill.watch;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.Findings;
import bz.keelbill.detect.Scene;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Why.Outcome;
import bz.keelbill.watch.Why.Stop;
import java.util.Set;

/**
 * Asks detectors why they say nothing of a track, by the same look that would have raised an alert;
 * nothing changes by it.
 */
final class Inquiry {
  private static final Set<String> OWN_TOO = Set.of("distress", "identity-conflict");
  private static final long LATELY_MILLIS = 15_000;

  private final Scene scene;
  private final AlertBook book;
  private final Sieve sieve;

  Inquiry(Scene scene, AlertBook book, Sieve sieve) {
    this.scene = scene;
    this.book = book;
    this.sieve = sieve;
  }

  Why why(Detector.OfTrack detector, Watched subject, Rules rules) {
    String kind = detector.kind();
    Alert open = open(subject.track(), kind);
    if (open != null) {
      return new Why(kind, Outcome.ALERT, open.id(), null, null);
    }
    if (subject.isOff(detector)) {
      return new Why(kind, Outcome.FAILED, null, null, null);
    }
    Setting enabled = Tunables.find(kind + ".enabled");
    if (enabled != null && !rules.isOn(enabled)) {
      return new Why(kind, Outcome.OFF, null, null, null);
    }
    Stop stop = notLookedAt(detector, subject.track());
    return stop == null
        ? asked(detector, subject, rules)
        : new Why(kind, Outcome.NOT_LOOKED_AT, null, null, stop);
  }

  private static Why stopped(String kind, Stop stop) {
    return new Why(kind, Outcome.STOPPED, null, null, stop);
  }

  /** What is not sure to be a craft, or is lost, is not looked at. */
  private Stop notLookedAt(Detector.OfTrack detector, Track track) {
    if (!track.isConfirmed()) {
      return new Stop("not confirmed", Double.NaN, "", Double.NaN);
    }
    boolean isLost = track.freshness(scene.nowMillis()) == Freshness.LOST;
    double minutes = (scene.nowMillis() - track.heardAtMillis()) / 60_000.0;
    return isLost && !detector.judgesLost()
        ? new Stop("lost", Math.floor(minutes), "min", Double.NaN)
        : null;
  }

  private Why asked(Detector.OfTrack detector, Watched subject, Rules rules) {
    String kind = detector.kind();
    Heard heard = new Heard(kind);
    detector.look(subject.track(), scene, heard);
    if (heard.finding != null) {
      Suppression quiet = sieve.suppression(subject.track(), heard.finding, rules);
      return new Why(kind, quiet == null ? Outcome.ALERT : Outcome.SUPPRESSED, null, quiet, null);
    }
    Suppression lately = lately(subject, kind);
    if (lately != null) {
      return new Why(kind, Outcome.SUPPRESSED, null, lately, null);
    }
    return heard.nearest == null
        ? new Why(kind, Outcome.NOT_CONCERNED, null, null, null)
        : heard.nearest;
  }

  private Suppression lately(Watched subject, String kind) {
    long now = scene.nowMillis();
    for (Suppression quiet : subject.heldBack()) {
      if (quiet.kind().equals(kind) && now - quiet.atMillis() <= LATELY_MILLIS) {
        return quiet;
      }
    }
    boolean isOwn = scene.ownForces().contains(subject.track().identity(), now);
    return isOwn && !OWN_TOO.contains(kind)
        ? new Suppression(
            kind, null, Suppression.By.OWN_FORCE, "one of our own forces", null, null, now)
        : null;
  }

  private Alert open(Track track, String kind) {
    for (Alert alert : book.open()) {
      boolean isAbout = alert.finding().subject().tracks().contains(track.name());
      if (isAbout && alert.finding().kind().equals(kind)) {
        return alert;
      }
    }
    return null;
  }

  /** Takes what one look says: the finding, or of several conditions the nearest. */
  private static final class Heard implements Findings {
    private final String kind;
    private Finding finding;
    private Why nearest;

    Heard(String kind) {
      this.kind = kind;
    }

    @Override
    public void holds(Finding said) {
      finding = said;
    }

    @Override
    public boolean isAsked() {
      return true;
    }

    @Override
    public void stoppedBy(String condition, double value, String unit, double limit) {
      Why why = stopped(kind, new Stop(condition, value, unit, limit));
      nearest = nearest == null || why.isNearerThan(nearest) ? why : nearest;
    }
  }
}
