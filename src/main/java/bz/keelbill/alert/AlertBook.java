package bz.keelbill.alert;

import bz.keelbill.alert.Alert.State;
import bz.keelbill.detect.Finding;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The open alerts: raises a situation once, revises it while it lasts, keeps it open for a while
 * after, and lets people act on it.
 *
 * <p>Belongs to the one thread of its Watch. Everything runs in event time.
 */
public final class AlertBook {
  /** What became of an alert. */
  public enum What {
    /** It is new. */
    RAISED,
    /** It became more urgent. */
    ROSE,
    /** Its words, place or terms changed. */
    REVISED,
    /** Somebody acknowledged it. */
    ACKNOWLEDGED,
    /** Somebody stopped its sound for a while. */
    SILENCED,
    /** Somebody gave it to somebody. */
    ASSIGNED,
    /** Whoever was given it has it. */
    ACCEPTED,
    /** Somebody laid it aside. */
    SHELVED,
    /** It waits for somebody again: a silence, a shelf or somebody's time with it is over. */
    RANG_AGAIN,
    /** Somebody wrote something beside it. */
    COMMENTED,
    /** Nobody answered, and others are told. */
    ESCALATED,
    /** Its condition is over, nobody has seen it. */
    RECTIFIED,
    /** It is done, or somebody has said of one that was done what it was. */
    CLOSED
  }

  /** Hears of every change, in order. */
  public interface Listener {
    /** The alert as it stands now, and what happened. */
    void changed(What what, Alert alert);
  }

  private static final long LATELY_MILLIS = 5_000;

  private static final long FORGET_EVERY_MILLIS = 10_000;

  private final Map<String, Alert> byKey = new LinkedHashMap<>();
  private final OpenAnswers answers = new OpenAnswers(byKey);
  private final Map<String, String> keyOfId = new LinkedHashMap<>();
  private final FirstNames names = new FirstNames();
  private final ClosedAlerts closed = new ClosedAlerts();
  private final Cases cases = new Cases();
  private final Storm storm = new Storm();
  private final UnaryOperator<Finding> completion;
  private final Listener listener;
  private Rules rules = Rules.defaults();

  /** Before this time none of the open alerts changes by time alone. */
  private long nextDueMillis = Long.MIN_VALUE;

  private long forgotAtMillis = Long.MIN_VALUE / 2;

  /** An empty book. */
  public AlertBook(Listener listener) {
    this(UnaryOperator.identity(), listener);
  }

  /**
   * An empty book.
   *
   * @param completion adds what only an officer needs, asked when an alert is raised or revised
   */
  public AlertBook(UnaryOperator<Finding> completion, Listener listener) {
    this.completion = completion;
    this.listener = listener;
  }

  /** The rules by which alerts are kept from now on. */
  public void follow(Rules newRules) {
    rules = newRules;
    nextDueMillis = Long.MIN_VALUE;
  }

  /** The open alerts in the order of their raising. */
  public Collection<Alert> open() {
    return Collections.unmodifiableCollection(byKey.values());
  }

  /** What people do with the open alerts. */
  public AlertDesk desk() {
    return new AlertDesk(this);
  }

  /** The open alert of an id, or null. */
  public Alert find(String id) {
    String key = keyOfId.get(id);
    return key == null ? null : byKey.get(key);
  }

  /** The alert of an id, open or closed lately; or null. */
  public Alert findKnown(String id) {
    Alert open = find(id);
    return open == null ? closed.find(id) : open;
  }

  /** Whether the same situation was said to hold within the last seconds before a time. */
  public boolean saidLately(String kind, String lineage, String with, long nowMillis) {
    String key = Finding.key(kind, names.of(lineage), names.of(with));
    Alert open = byKey.getOrDefault(key, closed.lasting(key));
    return open != null && nowMillis - open.history().lastTrueAtMillis() < LATELY_MILLIS;
  }

  /** Whether an alert is open about a track. */
  public boolean isOpen(String lineage) {
    return answers.areAbout(lineage);
  }

  /** Whether an alert of a kind is open in which a track takes part, by any of its names. */
  public boolean isOpen(String kind, String track) {
    return answers.areAbout(kind, track);
  }

  /** The findings of a kind that are open, in the order of their raising; immutable. */
  public List<Finding> open(String kind) {
    return answers.ofKind(kind);
  }

  /** One has come from a journal, or has another place among the others. */
  private void openChanged(Alert alert) {
    answers.moved(alert);
    nextDueMillis = Long.MIN_VALUE;
  }

  /**
   * A finding holds: raises it, or keeps its alert alive and revises it. One that somebody closed
   * while it lasts stays closed, unless it becomes more urgent.
   */
  public void holds(Finding said, int ruleVersion) {
    Finding finding = names.under(said);
    setAsideIfOver(finding);
    Alert open = byKey.get(finding.key());
    Alert settled = open == null ? closed.lasting(finding.key()) : null;
    if (settled != null) {
      holdsAlthoughClosed(settled, finding, ruleVersion);
    } else if (open == null) {
      raise(finding, ruleVersion);
    } else {
      renew(open, finding, ruleVersion);
    }
  }

  /**
   * Keeps an alert alive if its finding, said again, would not revise it.
   *
   * @return whether it did; if not, the finding is to be said
   */
  public boolean keeps(String kind, Finding.Subject subject, Priority priority, long atMillis) {
    Alert open = byKey.get(Finding.key(kind, names.under(subject)));
    boolean isKept = open != null && !Renewal.isDue(open, priority, atMillis);
    if (isKept) {
      cases.renew(open, atMillis);
      goesOn(open, atMillis);
    }
    return isKept;
  }

  /**
   * What was over for so long that it was rectified stays to be acknowledged, and does not come
   * alive again: the same thing hours later is another alert. What began when the first did, as a
   * clock that was wrong all the time, has its number and is the first.
   */
  private void setAsideIfOver(Finding finding) {
    Alert open = byKey.get(finding.key());
    boolean isOver =
        open != null
            && open.state() == State.RECTIFIED_UNACKNOWLEDGED
            && finding.moment().atMillis() - open.history().lastTrueAtMillis() > clearAfterMillis();
    if (isOver && !open.id().equals(AlertId.of(finding))) {
      setAside(open);
    }
  }

  private void setAside(Alert over) {
    String key = over.key() + "|" + over.id();
    byKey.remove(keyOfId.put(over.id(), key));
    byKey.put(key, over);
    openChanged(over);
  }

  private void holdsAlthoughClosed(Alert settled, Finding finding, int ruleVersion) {
    if (finding.priority().isAbove(settled.priority())) {
      closed.reopened(finding.key(), settled);
      renew(settled, finding, ruleVersion);
    } else {
      closed.stillTrue(finding.key(), Renewal.stillTrue(settled, finding.moment().atMillis()));
    }
  }

  /**
   * Lets time pass: alerts whose condition has been over for long are rectified or closed, and
   * silences, shelves and unanswered transfers end.
   */
  public void advanceTo(long nowMillis) {
    if (nowMillis >= nextDueMillis) {
      changeWhatIsDue(nowMillis);
    }
    if (nowMillis - forgotAtMillis >= FORGET_EVERY_MILLIS) {
      forgotAtMillis = nowMillis;
      closed.forgetBefore(nowMillis - clearAfterMillis());
      cases.forgetBefore(nowMillis - rules.millis(AlertSettings.CASE_MEMORY));
    }
  }

  /** What waits for somebody is over at some time; everything else may change at any. */
  private long dueMillis(Alert alert) {
    return switch (alert.state()) {
      case ACTIVE_UNACKNOWLEDGED -> alert.history().lastTrueAtMillis() + clearAfterMillis();
      case RECTIFIED_UNACKNOWLEDGED -> Long.MAX_VALUE;
      default -> Long.MIN_VALUE;
    };
  }

  private void changeWhatIsDue(long nowMillis) {
    List<Alert> due = new ArrayList<>();
    long lastTrueMillis = nowMillis - clearAfterMillis();
    nextDueMillis = Long.MAX_VALUE;
    for (Alert alert : byKey.values()) {
      long dueMillis = dueMillis(alert);
      boolean mayChange = dueMillis <= nowMillis;
      if (mayChange && isOtherAt(alert, lastTrueMillis, nowMillis)) {
        due.add(alert);
      } else {
        nextDueMillis = Math.min(nextDueMillis, dueMillis);
      }
    }
    for (Alert alert : due) {
      if (isOver(alert, lastTrueMillis)) {
        end(alert);
      } else {
        moveOn(alert, Transitions.afterTime(alert, nowMillis));
      }
    }
  }

  private static boolean isOtherAt(Alert alert, long lastTrueMillis, long nowMillis) {
    return isOver(alert, lastTrueMillis) || Transitions.afterTime(alert, nowMillis) != alert;
  }

  /** What is laid aside stays there until its time. */
  private static boolean isOver(Alert alert, long lastTrueMillis) {
    return alert.state() != State.RECTIFIED_UNACKNOWLEDGED
        && alert.state() != State.SHELVED
        && alert.history().lastTrueAtMillis() < lastTrueMillis;
  }

  private long clearAfterMillis() {
    return rules.millis(AlertSettings.CLEAR_AFTER);
  }

  private void end(Alert alert) {
    if (alert.waitsForSomebody() && alert.priority().rings()) {
      put(What.RECTIFIED, Transitions.rectified(alert));
    } else {
      close(alert);
    }
  }

  private void moveOn(Alert alert, Alert now) {
    if (now.isOpen()) {
      put(What.RANG_AGAIN, now);
    } else {
      close(alert);
    }
  }

  /**
   * Somebody acknowledges an alert.
   *
   * @return the alert as it stands now; null if it is not open or cannot be acknowledged
   */
  public Alert acknowledge(String id, String person, long atMillis) {
    Alert alert = find(id);
    if (alert == null || !alert.canBeAcknowledged()) {
      return null;
    }
    Alert seen = Transitions.acknowledged(alert, person, atMillis);
    if (alert.state() == State.RECTIFIED_UNACKNOWLEDGED) {
      return close(seen);
    }
    put(What.ACKNOWLEDGED, seen);
    return seen;
  }

  /**
   * Somebody closes an alert and says what it was, or says so of one that is closed already. While
   * its situation lasts it does not come back.
   *
   * @return the alert as it stands now; null if it is not known or cannot be closed
   */
  public Alert close(String id, Verdict verdict) {
    Alert alert = findKnown(id);
    if (alert == null || !alert.canBeClosed()) {
      return null;
    }
    Alert judged = alert.judged(verdict);
    if (alert.isOpen()) {
      String key = keyOfId.remove(id);
      byKey.remove(key);
      answers.went(alert);
      closed.settle(key, judged);
    } else {
      closed.add(judged);
    }
    listener.changed(What.CLOSED, judged);
    return judged;
  }

  /**
   * Word came that explains an alert: its condition is over at once, and it says by what.
   *
   * @param by the plan or clearance as an officer would name it
   */
  public void explained(String id, String by) {
    Alert alert = find(id);
    if (alert == null || alert.state() == State.RECTIFIED_UNACKNOWLEDGED) {
      return;
    }
    end(Renewal.explained(alert, by));
  }

  /**
   * Two tracks turned out to be one craft: what was open for one goes on for the other. Where both
   * had the same alert, the one of the track that is gone is done.
   */
  public void merged(String goneLineage, String keptLineage) {
    names.merged(goneLineage, keptLineage);
    closed.rename(names::under);
    if (!isOpen(goneLineage)) {
      return;
    }
    for (Alert alert : new ArrayList<>(byKey.values())) {
      Finding.Subject subject = alert.finding().subject();
      if (subject.lineage().equals(goneLineage) || goneLineage.equals(subject.partner())) {
        String key = names.under(alert.finding()).key();
        if (byKey.containsKey(key)) {
          close(alert);
        } else {
          byKey.remove(keyOfId.put(alert.id(), key));
          byKey.put(key, alert);
          openChanged(alert);
        }
      }
    }
  }

  /**
   * Takes over alerts from a journal, as after a restart, the closed ones in the order of closing;
   * nobody is told.
   */
  public void restore(Collection<Alert> alerts) {
    for (Alert alert : alerts) {
      if (alert.isOpen()) {
        Alert before = byKey.get(alert.key());
        if (before != null && !before.id().equals(alert.id())) {
          setAside(before);
        } else if (before != null) {
          openChanged(before);
        }
        byKey.put(alert.key(), alert);
        openChanged(alert);
        keyOfId.put(alert.id(), alert.key());
        cases.restore(alert);
      } else if (alert.history().verdict() == null) {
        closed.add(alert);
      } else {
        closed.settle(alert.key(), alert);
      }
    }
  }

  /**
   * Comes to agree with a journal after going over the same time again: the journal says which
   * alerts are open and who has seen them, the book since when they hold. What the journal does not
   * know yet is told.
   *
   * @param open the open alerts of the journal
   * @param knows whether the journal has an alert of an id, open or closed
   */
  public void agreeWith(Collection<Alert> open, Predicate<String> knows) {
    Map<String, Alert> journalled = new LinkedHashMap<>();
    open.forEach(alert -> journalled.put(alert.id(), alert));
    for (Alert mine : new ArrayList<>(byKey.values())) {
      Alert theirs = journalled.remove(mine.id());
      if (theirs != null) {
        agree(mine, theirs);
      } else if (knows.test(mine.id())) {
        byKey.remove(keyOfId.remove(mine.id()));
        openChanged(mine);
      } else {
        listener.changed(What.RAISED, mine);
      }
    }
    restore(journalled.values());
  }

  private void agree(Alert mine, Alert theirs) {
    int newer = Integer.compare(mine.history().revision(), theirs.history().revision());
    if (newer > 0) {
      listener.changed(What.REVISED, mine);
    } else if (newer < 0) {
      byKey.put(
          keyOfId.get(mine.id()), Renewal.stillTrue(theirs, mine.history().lastTrueAtMillis()));
      openChanged(mine);
      openChanged(theirs);
    }
  }

  private void raise(Finding said, int ruleVersion) {
    Finding finding = completion.apply(said);
    Cases.Joining joining = cases.join(finding, Origins.of(finding, byKey.values(), rules));
    joining.absorbed().forEach(caseId -> absorb(caseId, joining.id()));
    long at = finding.moment().atMillis();
    String id = AlertId.of(finding);
    Finding told = amongOthers(finding, joining.id(), id);
    Alert alert =
        new Alert(
            id,
            joining.id(),
            told.priority(),
            State.ACTIVE_UNACKNOWLEDGED,
            told,
            ruleVersion,
            new Alert.History(1, at, at, null, 0),
            others(joining.id(), null));
    alert = rises(alert) ? Renewal.lifted(alert) : alert;
    put(What.RAISED, alert);
    rang(alert, ruleVersion);
  }

  /** Two cases are one: the alerts of the younger go on in the older. */
  private void absorb(String gone, String kept) {
    for (Alert alert : new ArrayList<>(byKey.values())) {
      if (alert.caseId().equals(gone)) {
        put(What.REVISED, alert.inCase(kept));
      }
    }
  }

  /** Something rings: others of its case may rise beside it, and all together may be too many. */
  private void rang(Alert alert, int ruleVersion) {
    if (!alert.priority().rings()) {
      return;
    }
    for (Alert other : new ArrayList<>(byKey.values())) {
      if (!other.id().equals(alert.id()) && rises(other)) {
        Alert risen = Renewal.lifted(other).risenAt(alert.finding().moment().atMillis());
        put(What.ROSE, risen);
        countStorm(risen, ruleVersion);
      }
    }
    countStorm(alert, ruleVersion);
  }

  private boolean rises(Alert alert) {
    return Company.mayRise(alert)
        && Company.lifts(alert, answers.idsOfCase(alert.caseId()).stream().map(this::find));
  }

  private void countStorm(Alert alert, int ruleVersion) {
    Finding finding = storm.rings(alert, rules);
    if (finding == null) {
      return;
    }
    setAsideIfOver(finding);
    if (byKey.get(finding.key()) == null) {
      holds(finding, ruleVersion);
    }
    Alert digest = byKey.get(finding.key());
    if (digest != null) {
      put(What.REVISED, digest.with(finding).linkedTo(storm.folded(rules)));
    }
  }

  /** One more of many in a case does not ring for itself. */
  private Finding amongOthers(Finding finding, String caseId, String id) {
    boolean isRun = Origins.RUNS.contains(finding.kind());
    if (!isRun || !finding.priority().rings() || !isOneOfMany(finding, caseId, id)) {
      return finding;
    }
    List<Finding.Term> terms = new ArrayList<>(finding.terms());
    terms.add(Finding.Term.fact("others of its case ring", Double.NaN));
    return finding.withTerms(terms).at(Priority.CAUTION);
  }

  private boolean isOneOfMany(Finding finding, String caseId, String id) {
    long since = finding.moment().atMillis() - rules.millis(AlertSettings.CASE_MEMORY);
    long rang =
        Stream.concat(byKey.values().stream(), closed.lately().stream())
            .filter(other -> Company.rangBefore(other, finding, caseId, id, since))
            .map(Alert::id)
            .distinct()
            .count();
    return rang >= rules.value(AlertSettings.RINGING_OF_A_KIND);
  }

  private void renew(Alert old, Finding said, int ruleVersion) {
    Finding finding = old.priority().rings() ? said : amongOthers(said, old.caseId(), old.id());
    cases.renew(old, finding.moment().atMillis());
    if (Renewal.isDue(old, finding.priority(), finding.moment().atMillis())) {
      boolean rises = finding.priority().isAbove(old.priority());
      Alert renewed =
          Renewal.of(old, completion.apply(finding), ruleVersion, others(old.caseId(), old.id()));
      put(rises ? What.ROSE : Renewal.whatOf(old, renewed), renewed);
      if (rises) {
        rang(renewed, ruleVersion);
      }
    } else {
      goesOn(old, finding.moment().atMillis());
    }
  }

  /**
   * In its place: since two tracks became one that need not be the place of its finding's names.
   */
  private void goesOn(Alert open, long atMillis) {
    byKey.put(keyOfId.get(open.id()), Renewal.stillTrue(open, atMillis));
  }

  /** The ids of the open alerts of a case, in the order of their raising. */
  List<String> inCase(String caseId) {
    return List.copyOf(answers.idsOfCase(caseId));
  }

  private List<String> others(String caseId, String id) {
    List<String> others = new ArrayList<>(answers.idsOfCase(caseId));
    others.remove(id);
    return others;
  }

  private Alert close(Alert alert) {
    Alert done = alert.with(State.CLOSED);
    byKey.remove(keyOfId.remove(alert.id()));
    answers.went(alert);
    closed.add(done);
    listener.changed(What.CLOSED, done);
    return done;
  }

  void put(What what, Alert alert) {
    String key = keyOfId.getOrDefault(alert.id(), alert.key());
    Alert before = byKey.put(key, alert);
    if (before == null) {
      answers.came(alert);
    } else {
      answers.revised(before, alert);
    }
    nextDueMillis = Math.min(nextDueMillis, dueMillis(alert));
    keyOfId.put(alert.id(), key);
    listener.changed(what, alert);
  }

  /** The highest priority now open; null if none is. */
  public Priority highest() {
    Priority highest = null;
    for (Alert alert : byKey.values()) {
      highest = highest == null ? alert.priority() : highest.orAbove(alert.priority());
    }
    return highest;
  }
}
