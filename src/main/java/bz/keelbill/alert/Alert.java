package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import bz.keelbill.rule.Priority;
import java.util.List;

/**
 * A finding with a life on the officer's desk.
 *
 * @param id derived from kind, first contact and onset, so that a replay gives the same one
 * @param caseId the case that it belongs to
 * @param priority never falls while the alert is open
 * @param state where it stands
 * @param finding what was said last; its onset and subject lineage are those of the first time
 * @param ruleVersion of the rules that decided
 * @param history what people and time did with it
 * @param linked ids of the other alerts of its case
 */
public record Alert(
    String id,
    String caseId,
    Priority priority,
    State state,
    Finding finding,
    int ruleVersion,
    History history,
    List<String> linked) {

  /** Copies the list. */
  public Alert {
    linked = List.copyOf(linked);
  }

  /**
   * What happened to an alert.
   *
   * @param revision counts from 1
   * @param raisedAtMillis event time of the first decision
   * @param lastTrueAtMillis event time at which the finding last held
   * @param acknowledgedBy who acknowledged it, or null
   * @param acknowledgedAtMillis when, Unix milliseconds; 0 while {@code acknowledgedBy} is null
   * @param verdict what it turned out to be; null until somebody has said so
   * @param tending what else people and time did with it
   */
  public record History(
      int revision,
      long raisedAtMillis,
      long lastTrueAtMillis,
      String acknowledgedBy,
      long acknowledgedAtMillis,
      Verdict verdict,
      Tending tending) {

    /** Of an alert that nobody has judged or touched otherwise than by acknowledging it. */
    public History(
        int revision,
        long raisedAtMillis,
        long lastTrueAtMillis,
        String acknowledgedBy,
        long acknowledgedAtMillis) {
      this(
          revision,
          raisedAtMillis,
          lastTrueAtMillis,
          acknowledgedBy,
          acknowledgedAtMillis,
          null,
          Tending.untouched(raisedAtMillis));
    }

    History revised() {
      return tended(tending);
    }

    History tended(Tending now) {
      return next(acknowledgedBy, acknowledgedAtMillis, verdict, now);
    }

    History judged(Verdict said) {
      return next(acknowledgedBy, acknowledgedAtMillis, said, tending);
    }

    History acknowledged(String person, long atMillis) {
      return next(person, atMillis, null, tending.settled());
    }

    /** Nobody has it any more. */
    History waiting(long sinceMillis) {
      return next(null, 0, null, tending.waiting(sinceMillis));
    }

    History trueAt(long atMillis) {
      return new History(
          revision,
          raisedAtMillis,
          Math.max(atMillis, lastTrueAtMillis),
          acknowledgedBy,
          acknowledgedAtMillis,
          verdict,
          tending);
    }

    private History next(String person, long atMillis, Verdict said, Tending now) {
      return new History(
          revision + 1, raisedAtMillis, lastTrueAtMillis, person, atMillis, said, now);
    }
  }

  /** Where an alert stands, after IMO MSC.302(87). */
  public enum State {
    /** The condition holds or held lately, and nobody has acknowledged it. */
    ACTIVE_UNACKNOWLEDGED("active-unacknowledged"),
    /** Likewise, and its sound is off for half a minute. */
    ACTIVE_SILENCED("active-silenced"),
    /** The condition holds or held lately, and somebody has it. */
    ACTIVE_ACKNOWLEDGED("active-acknowledged"),
    /** Somebody gave it to somebody, who has accepted it or not yet. */
    RESPONSIBILITY_TRANSFERRED("responsibility-transferred"),
    /** Laid aside for some hours; what is said of it meanwhile does not ring. */
    SHELVED("shelved"),
    /** The condition is over, but nobody has seen the alert. */
    RECTIFIED_UNACKNOWLEDGED("rectified-unacknowledged"),
    /** Done. */
    CLOSED("closed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in JSON. */
    public String word() {
      return word;
    }

    /** The state of a word, or null. */
    public static State ofWord(String word) {
      for (State state : values()) {
        if (state.word.equals(word)) {
          return state;
        }
      }
      return null;
    }
  }

  /** Whether it is still on the desk. */
  public boolean isOpen() {
    return state != State.CLOSED;
  }

  /** What people and time did with it. */
  public Tending tending() {
    return history.tending();
  }

  /** Whether somebody can acknowledge it now. */
  public boolean canBeAcknowledged() {
    return AlertAct.ACK.isPossible(this);
  }

  /**
   * Whether somebody can close it now and say what it was: one that somebody has, or one that is
   * closed and that nobody has judged.
   */
  public boolean canBeClosed() {
    return AlertAct.CLOSE.isPossible(this);
  }

  /** What somebody can do with it now, in the words of the acts. */
  public List<String> allowedActs() {
    return AlertAct.possible(this).stream().map(AlertAct::word).toList();
  }

  /** Whether it was given to somebody who has not accepted it yet. */
  public boolean isGivenButNotAccepted() {
    return state == State.RESPONSIBILITY_TRANSFERRED && !tending().transfer().isAccepted();
  }

  /** Whether it is open and somebody has it. */
  public boolean isInHand() {
    return state == State.ACTIVE_ACKNOWLEDGED
        || state == State.RESPONSIBILITY_TRANSFERRED && tending().transfer().isAccepted();
  }

  /** Whether its condition holds or held lately, and nobody has it. */
  public boolean waitsForSomebody() {
    return state == State.ACTIVE_UNACKNOWLEDGED
        || state == State.ACTIVE_SILENCED
        || isGivenButNotAccepted();
  }

  /** Its key in the book: the same situation again is the same alert. */
  public String key() {
    return finding.key();
  }

  Alert with(Finding newFinding) {
    return new Alert(id, caseId, priority, state, newFinding, ruleVersion, history, linked);
  }

  Alert with(State newState) {
    return in(newState, history.revised());
  }

  Alert tended(State newState, Tending tending) {
    return in(newState, history.tended(tending));
  }

  Alert in(State newState, History newHistory) {
    return new Alert(id, caseId, priority, newState, finding, ruleVersion, newHistory, linked);
  }

  Alert judged(Verdict verdict) {
    return in(State.CLOSED, history.judged(verdict));
  }

  Alert inCase(String otherCase) {
    return new Alert(
        id, otherCase, priority, state, finding, ruleVersion, history.revised(), linked);
  }

  Alert at(Priority newPriority) {
    return new Alert(id, caseId, newPriority, state, finding, ruleVersion, history, linked);
  }

  Alert linkedTo(List<String> others) {
    return new Alert(id, caseId, priority, state, finding, ruleVersion, history, others);
  }

  /** Become more urgent at a time: whoever acknowledged the lesser alert is asked again. */
  Alert risenAt(long atMillis) {
    Finding.Moment was = finding.moment();
    Finding.Moment moment = new Finding.Moment(was.onsetMillis(), atMillis, was.position());
    return Transitions.waiting(this, atMillis).with(finding.withMoment(moment));
  }
}
