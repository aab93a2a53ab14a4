package bz.keelbill.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert.State;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.detect.Finding;
import bz.keelbill.rule.Priority;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The states of an alert: what people may do in each, and what time does. */
class AlertDeskTest {
  private static final long T0 = 1_795_230_000_000L;
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private final List<What> heard = new ArrayList<>();
  private final AlertBook book = new AlertBook((what, alert) -> heard.add(what));

  private String raise(Priority priority) {
    says(priority, T0);
    return book.open().iterator().next().id();
  }

  private void says(Priority priority, long at) {
    Finding finding = AlertBookTest.finding("fence-dwell", "mmsi:1", "reef", priority, at);
    book.holds(finding, 1);
  }

  /** The craft is inside and says so each minute, while seconds pass. */
  private void lasts(Priority priority, long from, long to) {
    for (long at = from; at <= to; at += SECOND) {
      if (at % MINUTE == 0) {
        says(priority, at);
      }
      book.advanceTo(at);
    }
  }

  private State state(String id) {
    Alert alert = book.findKnown(id);
    return alert == null ? null : alert.state();
  }

  private List<String> allowed(String id) {
    return book.findKnown(id).allowedActs();
  }

  private static Tending.Shelf shelf(long from, long millis) {
    return new Tending.Shelf("Ana", from, from + millis, "dredger at work");
  }

  @Test
  void aSilencedAlertSoundsAgainAfterThirtySeconds() {
    String id = raise(Priority.ALARM);
    assertNotNull(book.desk().silence(id, T0 + 400));
    assertEquals(State.ACTIVE_SILENCED, state(id));
    assertEquals(T0 + 30_400, book.find(id).tending().silencedUntilMillis());
    assertNull(book.desk().silence(id, T0 + 2 * SECOND), "it is silent already");
    book.advanceTo(T0 + 29 * SECOND);
    assertEquals(State.ACTIVE_SILENCED, state(id));
    book.advanceTo(T0 + 30 * SECOND);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, state(id));
    assertEquals(List.of(What.RAISED, What.SILENCED, What.RANG_AGAIN), heard);
    assertEquals(T0, book.find(id).tending().waitsSinceMillis(), "it waits since it was raised");
  }

  @Test
  void aSilencedAlertThatIsAcknowledgedStaysAcknowledged() {
    String id = raise(Priority.ALARM);
    book.desk().silence(id, T0);
    book.acknowledge(id, "Ana", T0 + SECOND);
    book.advanceTo(T0 + MINUTE);
    assertEquals(State.ACTIVE_ACKNOWLEDGED, state(id));
  }

  @Test
  void whatWasAcknowledgedHalfAnHourAgoAndLastsIsAskedAgain() {
    String id = raise(Priority.ALARM);
    book.acknowledge(id, "Ana", T0);
    lasts(Priority.ALARM, T0, T0 + 29 * MINUTE);
    assertEquals(State.ACTIVE_ACKNOWLEDGED, state(id));
    lasts(Priority.ALARM, T0 + 29 * MINUTE, T0 + 30 * MINUTE);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, state(id));
    assertNull(book.find(id).history().acknowledgedBy());
    assertEquals(T0 + 30 * MINUTE, book.find(id).tending().waitsSinceMillis());
  }

  @Test
  void anAcknowledgedDistressIsNotAskedForAgain() {
    String id = raise(Priority.EMERGENCY);
    book.acknowledge(id, "Ana", T0);
    lasts(Priority.EMERGENCY, T0, T0 + 3 * HOUR);
    assertEquals(State.ACTIVE_ACKNOWLEDGED, state(id));
    assertFalse(allowed(id).contains("shelve"), "nor is it ever laid aside");
  }

  @Test
  void whatIsAcknowledgedAndOverIsNotAskedForAgain() {
    String id = raise(Priority.ALARM);
    lasts(Priority.ALARM, T0, T0 + 15 * MINUTE);
    book.acknowledge(id, "Ana", T0 + 15 * MINUTE);
    for (long at = T0 + 15 * MINUTE; at <= T0 + 46 * MINUTE; at += SECOND) {
      book.advanceTo(at);
    }
    assertEquals(State.CLOSED, state(id));
    assertFalse(heard.contains(What.RANG_AGAIN));
  }

  @Test
  void anAlertThatIsGivenAndNotAcceptedComesBackAfterFiveMinutes() {
    String id = raise(Priority.WARNING);
    book.desk().assign(id, "Ana", "Luis", T0);
    assertEquals(State.RESPONSIBILITY_TRANSFERRED, state(id));
    assertEquals(List.of("ack", "assign", "accept", "escalate", "comment"), allowed(id));
    book.advanceTo(T0 + 5 * MINUTE - SECOND);
    assertEquals(State.RESPONSIBILITY_TRANSFERRED, state(id));
    book.advanceTo(T0 + 5 * MINUTE);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, state(id));
    assertNull(book.find(id).tending().transfer());
  }

  @Test
  void anAlertThatIsAcceptedIsInHandAndCanBeClosed() {
    String id = raise(Priority.WARNING);
    book.desk().assign(id, "Ana", "Luis", T0);
    assertNotNull(book.desk().accept(id, T0 + MINUTE));
    lasts(Priority.WARNING, T0 + MINUTE, T0 + 2 * HOUR);
    assertEquals(State.RESPONSIBILITY_TRANSFERRED, state(id));
    assertEquals(List.of("assign", "escalate", "comment", "close"), allowed(id));
    Verdict verdict = new Verdict("Luis", T0 + 2 * HOUR, Verdict.Ruling.TRUE, "");
    assertEquals(State.CLOSED, book.close(id, verdict).state());
  }

  @Test
  void whoTakesAnAlertHimselfHasIt() {
    String id = raise(Priority.WARNING);
    Alert mine = book.desk().assign(id, "Ana", "Ana", T0);
    assertTrue(mine.isInHand());
    says(Priority.ALARM, T0 + MINUTE);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, state(id), "a rise asks again");
    assertNull(book.find(id).tending().transfer());
  }

  @Test
  void whatIsLaidAsideDoesNotRingUntilItsTimeAndThenOnlyForWhatIsNewer() {
    String id = raise(Priority.WARNING);
    book.desk().shelve(id, shelf(T0, HOUR));
    lasts(Priority.WARNING, T0, T0 + HOUR - SECOND);
    assertEquals(State.SHELVED, state(id));
    book.advanceTo(T0 + HOUR + 2 * MINUTE);
    says(Priority.WARNING, T0 + HOUR - SECOND);
    assertEquals(State.SHELVED, state(id), "a position from before the end of the shelf");
    assertFalse(heard.contains(What.RANG_AGAIN));
    says(Priority.WARNING, T0 + HOUR + MINUTE);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, state(id));
    assertEquals(What.RANG_AGAIN, heard.get(heard.size() - 1));
    assertEquals(T0 + HOUR + MINUTE, book.find(id).tending().waitsSinceMillis());
  }

  @Test
  void whatIsOverWhenItsShelfEndsIsClosedWithoutASound() {
    String id = raise(Priority.WARNING);
    book.desk().shelve(id, shelf(T0, 8 * HOUR));
    book.advanceTo(T0 + 8 * HOUR);
    assertEquals(State.SHELVED, state(id), "the shelf holds although the craft left long since");
    book.advanceTo(T0 + 8 * HOUR + 10 * MINUTE);
    assertEquals(State.CLOSED, state(id));
    assertEquals(List.of(What.RAISED, What.SHELVED, What.CLOSED), heard);
  }

  @Test
  void aCraftThatLeavesAndComesBackWhileItsAlertIsLaidAsideDoesNotRing() {
    String id = raise(Priority.WARNING);
    book.desk().shelve(id, shelf(T0, 8 * HOUR));
    book.advanceTo(T0 + 3 * HOUR);
    says(Priority.WARNING, T0 + 3 * HOUR);
    assertEquals(State.SHELVED, state(id));
    assertEquals(1, book.open().size());
  }

  @Test
  void aRiseBreaksTheShelf() {
    String id = raise(Priority.WARNING);
    book.desk().shelve(id, shelf(T0, 8 * HOUR));
    says(Priority.ALARM, T0 + MINUTE);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, state(id));
    assertEquals(What.ROSE, heard.get(heard.size() - 1));
  }

  @Test
  void aShelvedAlertThatIsTakenBackRings() {
    String id = raise(Priority.WARNING);
    book.desk().shelve(id, shelf(T0, 8 * HOUR));
    assertEquals(List.of("unshelve", "comment"), allowed(id));
    book.desk().unshelve(id, T0 + MINUTE);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, state(id));
    assertEquals(What.RANG_AGAIN, heard.get(2));
  }

  @Test
  void commentsStayAndStepsBeginAnewWithEachTimeThatItWaits() {
    String id = raise(Priority.WARNING);
    book.desk().comment(id, new Tending.Comment("Ana", T0, "<b>no answer</b>"));
    book.desk().escalate(id, new Tending.Escalation(Tending.Step.SOUND, T0 + 1, "watch"));
    assertTrue(book.find(id).tending().has(Tending.Step.SOUND));
    says(Priority.ALARM, T0 + MINUTE);
    Tending tending = book.find(id).tending();
    assertEquals("<b>no answer</b>", tending.comments().get(0).text());
    assertFalse(tending.has(Tending.Step.SOUND), "the risen alert has been escalated by nobody");
  }

  @Test
  void whatTheStateDoesNotAllowIsNotDone() {
    String id = raise(Priority.WARNING);
    assertEquals(List.of("ack", "silence", "assign", "shelve", "escalate", "comment"), allowed(id));
    assertNull(book.desk().accept(id, T0));
    assertNull(book.desk().unshelve(id, T0));
    book.acknowledge(id, "Ana", T0);
    assertEquals(List.of("assign", "shelve", "escalate", "comment", "close"), allowed(id));
    assertNull(book.desk().silence(id, T0));
    assertNull(book.desk().silence("none", T0));
    assertEquals(List.of(What.RAISED, What.ACKNOWLEDGED), heard);
  }

  @Test
  void aRectifiedAlertIsOnlyAcknowledged() {
    String id = raise(Priority.WARNING);
    book.desk().silence(id, T0 + 31 * MINUTE - 500);
    book.advanceTo(T0 + 31 * MINUTE);
    assertEquals(State.RECTIFIED_UNACKNOWLEDGED, state(id));
    assertEquals(List.of("ack", "comment"), allowed(id));
    book.acknowledge(id, "Ana", T0 + 32 * MINUTE);
    assertEquals(State.CLOSED, state(id));
  }

  @Test
  void aRestoredBookEndsSilencesAndShelvesAsTheOldOneWouldHave() {
    String silent = raise(Priority.ALARM);
    says(Priority.ALARM, T0 + SECOND);
    book.holds(AlertBookTest.finding("go-fast", "mmsi:2", null, Priority.WARNING, T0), 1);
    String aside = List.copyOf(book.open()).get(1).id();
    book.desk().silence(silent, T0 + SECOND);
    book.desk().shelve(aside, shelf(T0 + SECOND, MINUTE));
    AlertBook next = new AlertBook((what, alert) -> {});
    next.restore(book.open());
    next.advanceTo(T0 + 2 * MINUTE);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, next.find(silent).state());
    assertEquals(State.SHELVED, next.find(aside).state());
    next.holds(AlertBookTest.finding("go-fast", "mmsi:2", null, Priority.WARNING, T0 + SECOND), 1);
    assertEquals(State.SHELVED, next.find(aside).state(), "an old position");
    next.holds(
        AlertBookTest.finding("go-fast", "mmsi:2", null, Priority.WARNING, T0 + 2 * MINUTE), 1);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, next.find(aside).state());
  }
}
