package bz.keelbill.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert.State;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.detect.Finding;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlertBookTest {
  private static final long T0 = 1_795_230_000_000L;
  private static final long MINUTE = 60_000;

  private final List<What> heard = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final AlertBook book =
      new AlertBook(
          (what, alert) -> {
            heard.add(what);
            alerts.add(alert);
          });

  static Finding finding(String kind, String lineage, String fence, Priority priority, long at) {
    return new Finding(
        kind,
        priority,
        new Finding.Subject(lineage, List.of(lineage), fence),
        new Finding.Moment(at, at, new Position(17, -87.9)),
        new Finding.Words("headline", "alert." + kind, Map.of(), null, List.of()),
        List.of(),
        Finding.Outlook.NONE,
        List.of());
  }

  private static Finding goFast(Priority priority, long at) {
    return finding("go-fast", "radar:r/7@1", null, priority, at);
  }

  @Test
  void aSituationIsRaisedOnceHoweverOftenItHolds() {
    for (int i = 0; i < 10; i++) {
      book.holds(goFast(Priority.WARNING, T0 + i * 3_000), 1);
    }
    assertEquals(List.of(What.RAISED, What.REVISED), heard);
  }

  @Test
  void whatIsKeptAliveWithoutItsWordsIsAsIfItHadBeenSaidAgain() {
    SplittableRandom dice = new SplittableRandom(11);
    List<String> said = new ArrayList<>();
    AlertBook other = new AlertBook((what, alert) -> said.add(what + " " + alert));
    long at = T0;
    for (int i = 0; i < 2_000; i++) {
      at += dice.nextInt(50) == 0 ? 40 * MINUTE : dice.nextLong(8_000);
      Finding finding =
          finding(
              "go-fast",
              "radar:r/" + dice.nextInt(3) + "@1",
              dice.nextBoolean() ? "reef" : null,
              dice.nextInt(5) == 0 ? Priority.ALARM : Priority.WARNING,
              at);
      other.holds(finding, 1);
      if (!book.keeps(finding.kind(), finding.subject(), finding.priority(), at)) {
        book.holds(finding, 1);
      }
      book.advanceTo(at);
      other.advanceTo(at);
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      kept.add(heard.get(i) + " " + alerts.get(i));
    }
    assertEquals(said, kept);
    long revised = heard.stream().filter(what -> what == What.REVISED).count();
    assertTrue(revised < 1_200, revised + " of 2,000 had to be said");
  }

  @Test
  void theIdComesFromKindContactAndOnsetAndStays() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.holds(goFast(Priority.ALARM, T0 + MINUTE), 1);
    assertEquals(alerts.get(0).id(), alerts.get(1).id());
    assertEquals("gf-", alerts.get(0).id().substring(0, 3));
    AlertBook again = new AlertBook((what, alert) -> assertEquals(alerts.get(0).id(), alert.id()));
    again.holds(goFast(Priority.WARNING, T0), 1);
  }

  @Test
  void aRiseAsksAgainWhoeverAcknowledgedTheLesserAlert() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.acknowledge(alerts.get(0).id(), "Ana", T0 + 1);
    book.holds(goFast(Priority.ALARM, T0 + 2_000), 1);
    assertEquals(List.of(What.RAISED, What.ACKNOWLEDGED, What.ROSE), heard);
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, alerts.get(2).state());
    assertEquals(Priority.ALARM, alerts.get(2).priority());
    assertNull(alerts.get(2).history().acknowledgedBy());
  }

  @Test
  void priorityNeverFallsWhileTheAlertIsOpen() {
    book.holds(goFast(Priority.ALARM, T0), 1);
    book.holds(goFast(Priority.CAUTION, T0 + MINUTE), 1);
    assertEquals(Priority.ALARM, alerts.get(1).priority());
  }

  @Test
  void anUnseenAlertIsRectifiedAndASeenOneClosedHalfAnHourAfterItsConditionEnded() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.holds(finding("fence-entry", "mmsi:1", "f", Priority.WARNING, T0), 1);
    book.acknowledge(alerts.get(1).id(), "Ana", T0 + 1);
    book.advanceTo(T0 + 30 * MINUTE);
    assertEquals(3, heard.size());
    book.advanceTo(T0 + 31 * MINUTE);
    assertEquals(List.of(What.RECTIFIED, What.CLOSED), heard.subList(3, 5));
    assertEquals(1, book.open().size());
    book.acknowledge(alerts.get(0).id(), "Ana", T0 + 32 * MINUTE);
    assertEquals(State.CLOSED, alerts.get(5).state());
    assertEquals(0, book.open().size());
  }

  @Test
  void aCautionEndsWithoutAnybody() {
    book.holds(goFast(Priority.CAUTION, T0), 1);
    book.advanceTo(T0 + 31 * MINUTE);
    assertEquals(List.of(What.RAISED, What.CLOSED), heard);
  }

  @Test
  void aReturnWithinTheHoldTimeUpdatesTheSameAlert() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.holds(goFast(Priority.WARNING, T0 + 20 * MINUTE), 1);
    book.advanceTo(T0 + 45 * MINUTE);
    assertEquals(List.of(What.RAISED, What.REVISED), heard);
  }

  @Test
  void alertsThatShareATrackShareACaseEvenAfterTheFirstIsClosed() {
    book.holds(goFast(Priority.CAUTION, T0), 1);
    book.advanceTo(T0 + 40 * MINUTE);
    book.holds(finding("fence-entry", "radar:r/7@1", "f", Priority.WARNING, T0 + 60 * MINUTE), 1);
    book.holds(goFast(Priority.WARNING, T0 + 61 * MINUTE), 1);
    assertEquals(alerts.get(0).caseId(), alerts.get(2).caseId());
    assertEquals(List.of(alerts.get(2).id()), alerts.get(3).linked());
    book.holds(finding("go-fast", "radar:r/8@9", null, Priority.WARNING, T0), 1);
    assertNotEquals(alerts.get(0).caseId(), alerts.get(4).caseId());
  }

  @Test
  void acknowledgingWhatIsNotThereOrAlreadyDoneGivesNothing() {
    assertNull(book.acknowledge("gf-none", "Ana", T0));
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.acknowledge(alerts.get(0).id(), "Ana", T0);
    assertNull(book.acknowledge(alerts.get(0).id(), "Ben", T0));
  }

  @Test
  void theAlertOfATrackThatBecameAnothersGoesOnUnderTheSameId() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.merged("radar:r/7@1", "mmsi:312000001");
    book.holds(finding("go-fast", "mmsi:312000001", null, Priority.ALARM, T0 + MINUTE), 1);
    assertEquals(List.of(What.RAISED, What.ROSE), heard);
    assertEquals(alerts.get(0).id(), alerts.get(1).id());
    assertEquals(1, book.open().size());
  }

  @Test
  void whatIsSaidAgainAtOnceAfterTwoTracksBecameOneIsNoSecondAlert() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.merged("radar:r/7@1", "mmsi:312000001");
    Finding again = finding("go-fast", "mmsi:312000001", null, Priority.WARNING, T0 + 5_000);
    book.holds(again, 1);
    assertEquals(1, book.open().size());
    assertTrue(book.keeps("go-fast", again.subject(), Priority.WARNING, T0 + 6_000));
    assertEquals(1, book.open().size());
    assertEquals(List.of(What.RAISED), heard);
  }

  @Test
  void aRestoredBookGoesOnWhereTheOldOneStopped() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    List<What> later = new ArrayList<>();
    AlertBook restored = new AlertBook((what, alert) -> later.add(what));
    restored.restore(book.open());
    restored.holds(goFast(Priority.WARNING, T0 + 5_000), 1);
    assertEquals(List.of(), later);
    assertEquals(1, restored.open().size());
  }

  @Test
  void whereBothTracksHadTheSameAlertTheOneOfTheTrackThatIsGoneIsDone() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.holds(finding("go-fast", "mmsi:312000001", null, Priority.WARNING, T0), 1);
    book.merged("radar:r/7@1", "mmsi:312000001");
    assertEquals(List.of(What.RAISED, What.RAISED, What.CLOSED), heard);
    assertEquals(alerts.get(0).id(), alerts.get(2).id());
    assertEquals(List.of(alerts.get(1)), List.copyOf(book.open()));
  }

  @Test
  void anAlertAboutTheCraftOfTwoCasesMakesThemOne() {
    book.holds(finding("go-fast", "a", null, Priority.CAUTION, T0), 1);
    book.holds(finding("ais-gap", "b", null, Priority.CAUTION, T0), 1);
    book.holds(meeting("a", "b", T0 + MINUTE), 1);
    assertEquals(
        1, book.open().stream().map(Alert::caseId).distinct().count(), "one situation, one case");
    assertEquals(alerts.get(0).caseId(), book.find(alerts.get(1).id()).caseId());
  }

  @Test
  void aMeetingOfCraftThatAreAlreadyACaseIsAnAlarm() {
    book.holds(finding("go-fast", "a", null, Priority.WARNING, T0), 1);
    book.holds(meeting("a", "b", T0 + MINUTE), 1);
    assertEquals(Priority.ALARM, alerts.get(1).priority());
    assertEquals("another open case", alerts.get(1).finding().terms().get(0).term());
  }

  private static Finding run(String boat, Priority priority, long at) {
    return new Finding(
        "go-fast",
        priority,
        new Finding.Subject(boat, List.of(boat, "icao:0ab001"), null),
        new Finding.Moment(at, at, new Position(17, -87.9)),
        new Finding.Words("headline", "alert.go-fast", Map.of(), null, List.of()),
        List.of(),
        Finding.Outlook.NONE,
        List.of());
  }

  @Test
  void ofManyBoatsOfOneCaseTwoRing() {
    for (int i = 0; i < 6; i++) {
      book.holds(run("radar:r/" + i + "@1", Priority.WARNING, T0 + i * 20_000), 1);
    }
    book.holds(run("radar:r/5@1", Priority.ALARM, T0 + 5 * MINUTE), 1);
    List<Priority> all = book.open().stream().map(Alert::priority).toList();
    assertEquals(6, all.size(), "none is dropped");
    assertEquals(2, all.stream().filter(Priority::rings).count());
    assertEquals(1, book.open().stream().map(Alert::caseId).distinct().count());
    Alert last = alerts.get(alerts.size() - 1);
    assertEquals("others of its case ring", last.finding().terms().get(0).term());
  }

  private static Finding drop(long at) {
    return finding("airdrop", "icao:0ab001", null, Priority.ALARM, at);
  }

  @Test
  void boatsThatRunFromADropAreOfItsCaseThoughNobodySawThemThere() {
    book.holds(drop(T0), 1);
    for (int i = 0; i < 4; i++) {
      String boat = "radar:r/" + i + "@1";
      Finding run = finding("go-fast", boat, null, Priority.WARNING, T0 + (10 + i) * MINUTE);
      book.holds(run, 1);
    }
    assertEquals(1, book.open().stream().map(Alert::caseId).distinct().count());
    assertEquals(3, book.open().stream().filter(alert -> alert.priority().rings()).count());
  }

  @Test
  void boatsThatRunFromUnderAnEchoThatFliesAreOfItsCase() {
    book.holds(finding("unreported-flight", "radar:r/9@1", null, Priority.ALARM, T0), 1);
    book.holds(finding("unreported-flight", "icao:0ab001", null, Priority.ALARM, T0), 1);
    book.holds(finding("go-fast", "radar:r/1@1", null, Priority.WARNING, T0 + 20 * MINUTE), 1);
    List<String> cases = book.open().stream().map(Alert::caseId).toList();
    assertEquals(cases.get(0), cases.get(2));
    assertNotEquals(cases.get(0), cases.get(1));
  }

  @Test
  void aBoatThatRunsLongAfterADropOrFarFromItIsNotOfItsCase() {
    book.holds(drop(T0), 1);
    Finding late = finding("go-fast", "radar:r/1@1", null, Priority.WARNING, T0 + 31 * MINUTE);
    book.holds(late, 1);
    Finding.Moment far = new Finding.Moment(T0, T0 + MINUTE, new Position(17.3, -87.9));
    Finding away = finding("go-fast", "radar:r/2@1", null, Priority.WARNING, T0 + MINUTE);
    book.holds(away.withMoment(far), 1);
    book.holds(finding("ais-gap", "radar:r/3@1", null, Priority.WARNING, T0 + MINUTE), 1);
    assertEquals(4, book.open().stream().map(Alert::caseId).distinct().count());
  }

  /** Three boats of one case run, and the third goes on for so long. */
  private Alert thirdAfter(long minutes) {
    for (int i = 0; i < 3; i++) {
      book.holds(run("radar:r/" + i + "@1", Priority.WARNING, T0 + i), 1);
    }
    String third = alerts.get(2).id();
    for (long at = T0; at < T0 + minutes * MINUTE; at += MINUTE) {
      book.holds(run("radar:r/2@1", Priority.WARNING, at), 1);
      book.advanceTo(at);
    }
    return book.find(third);
  }

  @Test
  void oneOfManyRingsOnceTheOthersAreForgotten() {
    assertEquals(Priority.CAUTION, thirdAfter(85).priority());
    assertEquals(Priority.WARNING, thirdAfter(95).priority());
  }

  @Test
  void oneOfManyRingsOnceSomebodyClosedAnother() {
    Alert third = thirdAfter(1);
    book.acknowledge(alerts.get(0).id(), "Ana", T0 + MINUTE);
    book.close(alerts.get(0).id(), nuisance(T0 + MINUTE));
    book.holds(run("radar:r/2@1", Priority.WARNING, T0 + 2 * MINUTE), 1);
    assertEquals(Priority.WARNING, book.find(third.id()).priority());
  }

  @Test
  void manyPairsOfOneCaseAreOneAlarm() {
    book.holds(meeting("a", "b", T0), 1);
    book.holds(meeting("a", "c", T0 + 1), 1);
    book.holds(meeting("b", "c", T0 + 2), 1);
    book.holds(finding("ais-gap", "b", null, Priority.WARNING, T0 + MINUTE), 1);
    List<Priority> meetings =
        book.open().stream()
            .filter(alert -> alert.finding().kind().equals("rendezvous"))
            .map(Alert::priority)
            .toList();
    assertEquals(List.of(Priority.ALARM, Priority.CAUTION, Priority.CAUTION), meetings);
  }

  @Test
  void aMeetingRisesToAnAlarmWhenTheCaseBeginsAfterIt() {
    book.holds(meeting("a", "b", T0), 1);
    book.holds(finding("ais-gap", "b", null, Priority.WARNING, T0 + 5 * MINUTE), 1);
    assertEquals(List.of(What.RAISED, What.RAISED, What.ROSE), heard);
    assertEquals("rendezvous", alerts.get(2).finding().kind());
    assertEquals(T0 + 5 * MINUTE, alerts.get(2).finding().moment().atMillis());
  }

  @Test
  void aCautionOrAFenceIsNoCompany() {
    book.holds(meeting("a", "b", T0), 1);
    book.holds(finding("ais-gap", "b", null, Priority.CAUTION, T0), 1);
    book.holds(finding("fence-entry", "a", "f", Priority.WARNING, T0), 1);
    assertEquals(List.of(What.RAISED, What.RAISED, What.RAISED), heard);
  }

  @Test
  void moreThanTenRingingAlertsInTenMinutesAreOneDigestThatDropsNothing() {
    for (int i = 0; i < 12; i++) {
      String kind = List.of("go-fast", "ais-gap", "on-land").get(i % 3);
      Priority priority = i < 4 ? Priority.ALARM : Priority.WARNING;
      book.holds(finding(kind, "t" + i, null, priority, T0 + i * 40_000), 1);
    }
    List<Alert> storms =
        book.open().stream().filter(a -> a.finding().kind().equals("alert-storm")).toList();
    assertEquals(1, storms.size());
    assertEquals(13, book.open().size(), "all twelve are there, and the digest");
    assertEquals(12.0, storms.get(0).finding().terms().get(0).value());
    assertEquals(7, storms.get(0).linked().size());
    storms.get(0).linked().forEach(id -> assertEquals(Priority.WARNING, book.find(id).priority()));
  }

  @Test
  void sixAlertsByOneRuleAreAStormAndTenInAnHourAreNone() {
    for (int i = 0; i < 10; i++) {
      book.holds(finding("go-fast", "t" + i, null, Priority.WARNING, T0 + i * 6 * MINUTE), 1);
    }
    assertEquals(10, heard.size());
    for (int i = 0; i < 6; i++) {
      book.holds(finding("ais-gap", "s" + i, null, Priority.WARNING, T0 + 70 * MINUTE + i), 1);
    }
    assertEquals("alert-storm", alerts.get(16).finding().kind());
  }

  private static Finding meeting(String first, String partner, long at) {
    return finding("rendezvous", first, null, Priority.CAUTION, at)
        .withSubject(new Finding.Subject(first, List.of(first, partner), null, partner));
  }

  private static Verdict nuisance(long at) {
    return new Verdict("Ana", at, Verdict.Ruling.NUISANCE, "sport fishing");
  }

  @Test
  void anAlertIsClosedByWhoeverHasItAndDoesNotComeBackWhileItsSituationLasts() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    String id = alerts.get(0).id();
    assertNull(book.close(id, nuisance(T0)), "nobody has seen it yet");
    book.acknowledge(id, "Ana", T0 + 1);
    assertEquals(State.CLOSED, book.close(id, nuisance(T0 + 2)).state());
    assertEquals(0, book.open().size());
    assertNull(book.close(id, nuisance(T0 + 3)), "it has been judged");
    for (int minute = 1; minute < 90; minute++) {
      book.holds(goFast(Priority.WARNING, T0 + minute * MINUTE), 1);
      book.advanceTo(T0 + minute * MINUTE);
    }
    assertEquals(List.of(What.RAISED, What.ACKNOWLEDGED, What.CLOSED), heard);
    assertTrue(book.saidLately("go-fast", "radar:r/7@1", null, T0 + 89 * MINUTE));
    book.advanceTo(T0 + 120 * MINUTE);
    book.holds(goFast(Priority.WARNING, T0 + 121 * MINUTE), 1);
    assertEquals(What.RAISED, heard.get(3), "another time is another alert");
    assertNotEquals(id, alerts.get(3).id());
  }

  @Test
  void aClosedAlertThatBecomesMoreUrgentIsOnTheDeskAgain() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    String id = alerts.get(0).id();
    book.acknowledge(id, "Ana", T0 + 1);
    book.close(id, nuisance(T0 + 2));
    book.holds(goFast(Priority.ALARM, T0 + MINUTE), 1);
    Alert risen = book.find(id);
    assertEquals(What.ROSE, heard.get(3));
    assertEquals(Priority.ALARM, risen.priority());
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, risen.state());
    assertNull(risen.history().verdict());
  }

  @Test
  void whatEndedByItselfCanStillBeJudgedAlsoAfterARestart() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    String id = alerts.get(0).id();
    book.acknowledge(id, "Ana", T0 + 1);
    book.advanceTo(T0 + 31 * MINUTE);
    AlertBook next = new AlertBook((what, alert) -> heard.add(what));
    next.restore(List.of(alerts.get(2)));
    Alert judged = next.close(id, nuisance(T0 + 40 * MINUTE));
    assertEquals(Verdict.Ruling.NUISANCE, judged.history().verdict().ruling());
    assertEquals(List.of(), judged.allowedActs());
    assertEquals(What.CLOSED, heard.get(3));
  }

  @Test
  void aSituationThatWasClosedStaysClosedWhenItsTrackTurnsOutToBeAnother() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.acknowledge(alerts.get(0).id(), "Ana", T0 + 1);
    book.close(alerts.get(0).id(), nuisance(T0 + 2));
    book.merged("radar:r/7@1", "mmsi:1");
    book.holds(finding("go-fast", "mmsi:1", null, Priority.WARNING, T0 + MINUTE), 1);
    assertEquals(3, heard.size());
  }

  @Test
  void theSameThingHoursLaterIsAnotherAlertAlsoWhenNobodyHasSeenTheFirst() {
    book.holds(goFast(Priority.WARNING, T0), 1);
    book.advanceTo(T0 + 31 * MINUTE);
    assertEquals(List.of(What.RAISED, What.RECTIFIED), heard);
    book.holds(goFast(Priority.WARNING, T0 + 300 * MINUTE), 1);
    assertEquals(What.RAISED, heard.get(2));
    String first = alerts.get(0).id();
    String second = alerts.get(2).id();
    assertNotEquals(first, second);
    assertEquals(State.RECTIFIED_UNACKNOWLEDGED, book.find(first).state());
    AlertBook next = new AlertBook((what, alert) -> heard.add(what));
    next.restore(book.open());
    assertEquals(List.of(first, second), next.open().stream().map(Alert::id).toList());
    next.holds(goFast(Priority.WARNING, T0 + 301 * MINUTE), 1);
    assertEquals(3 + 1, heard.size(), "the second goes on, and the first does not come back");
    assertEquals(State.CLOSED, book.acknowledge(first, "Ana", T0 + 302 * MINUTE).state());
    assertEquals(List.of(second), book.open().stream().map(Alert::id).toList());
  }

  /** A recorded day: a station's clock that was slow all the time rang each second of an hour. */
  @Test
  void whatBeganWhenTheFirstDidIsTheFirstAlsoHoursLater() {
    Finding first = goFast(Priority.WARNING, T0);
    book.holds(first, 1);
    book.advanceTo(T0 + 31 * MINUTE);
    for (int second = 0; second < 5; second++) {
      long at = T0 + 76 * MINUTE + second * 1_000;
      book.holds(first.withMoment(new Finding.Moment(T0, at, first.moment().position())), 1);
      book.advanceTo(at);
    }
    assertEquals(List.of(What.RAISED, What.RECTIFIED, What.REVISED), heard);
    assertEquals(1, book.open().size());
    assertEquals(State.ACTIVE_UNACKNOWLEDGED, book.open().iterator().next().state());
  }
}
