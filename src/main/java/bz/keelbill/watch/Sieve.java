package bz.keelbill.watch;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.CraftFacts;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.KnownGood.Entry;
import bz.keelbill.detect.Scene;
import bz.keelbill.rule.Condition;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.util.Objects;

/**
 * What a detector has said of a track passes through here on its way to the book. What is known to
 * be good, or does not meet the condition of the rules, stays here, in sight, with its reason.
 */
final class Sieve {
  private static final String IDENTITY_CONFLICT = "identity-conflict";

  private final Scene scene;
  private final AlertBook book;

  Sieve(Scene scene, AlertBook book) {
    this.scene = scene;
    this.book = book;
  }

  /** Lets a finding through, or keeps it with the track. */
  void take(Watched subject, Finding finding, Rules rules) {
    Suppression why = suppression(subject.track(), finding, rules);
    if (why == null) {
      book.holds(finding, rules.version());
      return;
    }
    subject.holdBack(why);
    Alert open = why.by() == Suppression.By.KNOWN_GOOD ? open(subject.track(), finding) : null;
    if (open != null) {
      book.explained(open.id(), why.why());
    }
  }

  /** Keeps an alert alive, where nothing can keep it quiet and nothing new would be told. */
  boolean keeps(
      String kind, Finding.Subject subject, Priority priority, long atMillis, Rules rules) {
    boolean isLetThrough = rules.condition(kind) == null && scene.knownGood().entries().isEmpty();
    return isLetThrough && book.keeps(kind, subject, priority, atMillis);
  }

  /** Why a finding is no alert; null if it is one. */
  Suppression suppression(Track track, Finding finding, Rules rules) {
    Condition condition = rules.condition(finding.kind());
    if (condition != null && !condition.allows(new CraftFacts(track, finding, scene))) {
      return suppression(finding, Suppression.By.CONDITION, condition.text(), null);
    }
    Entry entry = known(track, finding);
    // Who has rung does not become good by turning into a corridor.
    if (entry == null || !entry.namesCraft() && open(track, finding) != null) {
      return null;
    }
    return suppression(finding, Suppression.By.KNOWN_GOOD, entry.paper().reason(), entry.id());
  }

  private Suppression suppression(
      Finding finding, Suppression.By by, String why, String entryOrNull) {
    Finding.Subject about = finding.subject();
    return new Suppression(
        finding.kind(),
        about.fence() == null ? about.partner() : about.fence(),
        by,
        why,
        entryOrNull,
        finding.words().headline(),
        scene.nowMillis());
  }

  /** Two craft together are good only if both are. */
  private Entry known(Track track, Finding finding) {
    if (scene.knownGood().entries().isEmpty()) {
      return null;
    }
    Entry entry = known(track, finding.kind());
    String partner = finding.subject().partner();
    if (entry == null || partner == null) {
      return entry;
    }
    boolean isPartner = partner.equals(track.name());
    Track other = named(isPartner ? finding.subject().lineage() : partner);
    return other != null && known(other, finding.kind()) != null ? entry : null;
  }

  private Entry known(Track track, String kind) {
    Entry entry = scene.knownGood().match(track, kind, scene.nowMillis(), scene.fences());
    return entry != null && entry.namesCraft() && isDoubted(track) ? null : entry;
  }

  /** A number can be anybody's: while it is doubted it speaks for nobody. */
  private boolean isDoubted(Track track) {
    for (Finding doubt : scene.open(IDENTITY_CONFLICT)) {
      if (doubt.subject().tracks().contains(track.name())) {
        return true;
      }
    }
    return false;
  }

  private Track named(String name) {
    for (Track track : scene.picture().tracks()) {
      if (track.name().equals(name)) {
        return track;
      }
    }
    return null;
  }

  private Alert open(Track track, Finding finding) {
    for (Alert alert : book.open()) {
      Finding.Subject subject = alert.finding().subject();
      boolean isSame =
          alert.finding().kind().equals(finding.kind())
              && Objects.equals(subject.fence(), finding.subject().fence())
              && subject.tracks().contains(track.name());
      if (isSame) {
        return alert;
      }
    }
    return null;
  }
}
