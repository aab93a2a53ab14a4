package bz.keelbill.alert;

import bz.keelbill.alert.Alert.State;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.detect.Finding;
import bz.keelbill.rule.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an alert goes on when its finding is said again, or more becomes known. Stateless. */
final class Renewal {
  /** So often it is told anew how what rings stands. */
  private static final long EVERY_MILLIS = 15_000;

  /** Most of what is open does not ring, and is about craft that lie there for hours. */
  private static final long QUIET_EVERY_MILLIS = 60_000;

  /** Among a finding's values: the plan that explains what was seen. */
  private static final String EXPLAINED_BY = "explainedBy";

  private Renewal() {}

  /** Whether a finding said again at a time makes a revision; if not, it is merely still true. */
  static boolean isDue(Alert old, Priority priority, long atMillis) {
    long sinceRevision = atMillis - old.finding().moment().atMillis();
    long every = old.priority().rings() ? EVERY_MILLIS : QUIET_EVERY_MILLIS;
    return priority.isAbove(old.priority())
        || old.state() == State.RECTIFIED_UNACKNOWLEDGED
        || Transitions.isJudgedAfterShelf(old, atMillis)
        || sinceRevision >= every;
  }

  /**
   * The next revision. A rise is news: whoever acknowledged the lesser alert is asked again.
   *
   * @param finding as it is said now, complete
   * @param others the ids of the other open alerts of its case
   */
  static Alert of(Alert old, Finding finding, int ruleVersion, List<String> others) {
    long at = finding.moment().atMillis();
    boolean asks =
        finding.priority().isAbove(old.priority())
            || old.state() == State.RECTIFIED_UNACKNOWLEDGED
            || Transitions.isJudgedAfterShelf(old, at);
    Alert standing = asks ? Transitions.waiting(old, at) : old.with(old.state());
    Finding.Moment moment =
        new Finding.Moment(old.finding().moment().onsetMillis(), at, finding.moment().position());
    return new Alert(
        old.id(),
        old.caseId(),
        old.priority().orAbove(finding.priority()),
        standing.state(),
        finding.withMoment(moment),
        ruleVersion,
        standing.history().trueAt(at),
        others);
  }

  /** What is told of a revision that is no rise. */
  static What whatOf(Alert old, Alert renewed) {
    boolean returns = old.state() == State.SHELVED && renewed.state() != State.SHELVED;
    return returns ? What.RANG_AGAIN : What.REVISED;
  }

  /** The same alert, whose finding held at a time. */
  static Alert stillTrue(Alert old, long atMillis) {
    return old.in(old.state(), old.history().trueAt(atMillis));
  }

  /** An alarm, with the reason that its catalogue entry gives. */
  static Alert lifted(Alert alert) {
    List<Finding.Term> terms = new ArrayList<>(alert.finding().terms());
    terms.add(Finding.Term.fact("another open case", Double.NaN));
    return alert.with(alert.finding().withTerms(terms)).at(Priority.ALARM);
  }

  /** The same alert, explained by a plan or clearance as an officer would name it. */
  static Alert explained(Alert alert, String by) {
    Finding.Words words = alert.finding().words();
    Map<String, Object> values = new LinkedHashMap<>(words.values());
    values.put(EXPLAINED_BY, by);
    return alert.with(
        alert
            .finding()
            .withWords(
                new Finding.Words(
                    words.headline(),
                    words.messageKey(),
                    values,
                    words.wouldClear(),
                    words.unknown())));
  }
}
