package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.fence.Fence;
import bz.keelbill.json.AlertJson;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.Backtest.Trial;
import bz.keelbill.replay.Backtest.Way;
import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.replay.ReplayScript.Period;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Order.PutFence;
import bz.keelbill.watch.Order.RemoveFence;
import bz.keelbill.watch.Order.SetRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
  private static final Period WHOLE =
      new Period(Desk.START_MILLIS, Desk.START_MILLIS + 1_501_000, 0);
  private static final Order.Act ACT = new Order.Act("Ana", Desk.START_MILLIS);

  @TempDir static Path dir;

  @BeforeAll
  static void recordTheScene() throws Exception {
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene();
    }
  }

  private static ReplayScript script(Period period, Law law, Order... before) {
    Recordings recordings = Recordings.in(RecordSettings.in(dir));
    return new ReplayScript(
        recordings, period, Desk.setup(), List.of(before), law, Desk.WordDecoder::new);
  }

  private static Comparison run(Law law, Order... proposed) throws Exception {
    return run(law, Set.of(), proposed);
  }

  private static Comparison run(Law law, Set<String> knownTrue, Order... proposed)
      throws Exception {
    Proposal proposal = new Proposal(List.of(proposed));
    return new Backtest(new Trial(script(WHOLE, law), proposal, knownTrue)).run(Way.PLAIN);
  }

  private static Order put(String id, double south, Priority priority) {
    return new PutFence(ACT, Desk.box(id, south, priority));
  }

  /** The fences whose entry was raised; other kinds follow from a change as well. */
  private static List<String> fences(List<Raised> raised) {
    return raised.stream()
        .filter(BacktestTest::isEntry)
        .map(each -> each.alert().finding().subject().fence())
        .toList();
  }

  private static boolean isEntry(Raised raised) {
    return raised.alert().finding().kind().equals("fence-entry");
  }

  private static List<Comparison.Changed> changedEntries(Comparison comparison) {
    return comparison.difference().changed().stream()
        .filter(each -> isEntry(each.before()))
        .toList();
  }

  @Test
  void whatIsInForceAlreadyMakesNoDifference() throws Exception {
    Comparison comparison = run(Law.OF_TODAY, put("first", 17.20, Priority.WARNING));
    assertTrue(comparison.difference().isNone());
    assertTrue(comparison.difference().same() >= 3, comparison.toString());
    assertEquals(comparison.before(), comparison.after());
    assertTrue(comparison.basis().lines() > 600);
    assertEquals(List.of(), comparison.basis().problems());
  }

  /**
   * With the memory of the live watch: what it predicts is what a watch says in which the change is
   * made at that moment, byte for byte; and as things are, what the live watch said.
   */
  @Test
  void thePredictionIsWhatIsRaisedWhenTheChangeIsMade(@TempDir Path live, @TempDir Path changed)
      throws Exception {
    Order change = put("second", 17.28, Priority.ALARM);
    List<String> said;
    Checkpoint memory;
    try (Desk desk = new Desk(live, Desk.START_MILLIS)) {
      desk.playScene(0, 300);
      memory = desk.checkpoint(false);
      desk.playScene(301, 499);
      int before = desk.alertLines.size();
      desk.playScene(500, 1_500);
      said = desk.alertLines.subList(before, desk.alertLines.size());
    }
    List<String> really;
    try (Desk desk = new Desk(changed, Desk.START_MILLIS)) {
      desk.playScene(0, 499);
      int before = desk.alertLines.size();
      desk.order(change);
      desk.playScene(500, 1_500);
      really = desk.alertLines.subList(before, desk.alertLines.size());
    }
    ReplayScript script =
        new ReplayScript(
                Recordings.in(RecordSettings.in(live)),
                new Period(Desk.START_MILLIS + 500_000, WHOLE.toMillis(), 400_000),
                Desk.setup(),
                List.of(),
                Law.OF_THAT_TIME,
                Desk.WordDecoder::new)
            .remembering(memory, Journal.ordersIn(live));
    List<String> predicted = new ArrayList<>();
    Comparison comparison =
        new Backtest(
                new Trial(script, new Proposal(List.of(change)), Set.of()),
                told -> predicted.add(told.what() + " " + AlertJson.line(told.alert())))
            .run(Way.PLAIN);
    assertEquals(really, predicted);
    assertFalse(said.equals(really));
    assertEquals(
        said.stream().filter(line -> line.startsWith("RAISED")).count(),
        comparison.before().alerts());
  }

  @Test
  void aNewFenceAddsAnAlertAndARemovedOneLosesIt() throws Exception {
    Comparison comparison =
        run(Law.OF_TODAY, put("new", 17.30, Priority.ALARM), new RemoveFence(ACT, "first"));
    assertEquals(List.of("new"), fences(comparison.difference().added()));
    assertEquals(List.of("first"), fences(comparison.difference().lost()));
    assertEquals(List.of(), changedEntries(comparison));
    Load.OfWatch watch = comparison.after().watches().get(0);
    assertTrue(watch.alarms() > comparison.before().watches().get(0).alarms());
    int gained = comparison.difference().added().size() - comparison.difference().lost().size();
    assertEquals(comparison.before().alerts() + gained, comparison.after().alerts());
    assertEquals(0, watch.startMillis() % (12 * 3_600_000L));
  }

  @Test
  void anotherPriorityIsAChangeAndNeitherNewNorLost() throws Exception {
    Comparison comparison = run(Law.OF_TODAY, put("first", 17.20, Priority.ALARM));
    assertEquals(List.of(), fences(comparison.difference().added()));
    assertEquals(List.of(), fences(comparison.difference().lost()));
    Comparison.Changed changed = changedEntries(comparison).get(0);
    assertEquals(Priority.WARNING, changed.before().highest());
    assertEquals(Priority.ALARM, changed.after().highest());
    assertEquals(changed.before().atMillis(), changed.after().atMillis());
  }

  @Test
  void aFenceThatReachesFurtherRaisesTheSameSituationEarlier() throws Exception {
    Fence near = Desk.box("first", 17.20, Priority.WARNING);
    Fence wide =
        new Fence(
            near.id(),
            near.label(),
            bz.keelbill.geo.Area.of(
                new org.locationtech.jts.geom.GeometryFactory()
                    .toGeometry(
                        new org.locationtech.jts.geom.Envelope(-87.63, -87.50, 17.20, 17.25))),
            near.scope(),
            near.band(),
            near.hours(),
            near.limits());
    Comparison comparison = run(Law.OF_TODAY, new PutFence(ACT, wide));
    assertEquals(List.of(), fences(comparison.difference().added()));
    assertEquals(List.of(), fences(comparison.difference().lost()));
    Comparison.Changed changed = changedEntries(comparison).get(0);
    assertTrue(changed.after().atMillis() < changed.before().atMillis());
  }

  @Test
  void aTrueCaseThatWouldBeMissedIsNamed() throws Exception {
    List<Raised> lost = run(Law.OF_TODAY, new RemoveFence(ACT, "first")).difference().lost();
    String id = lost.stream().filter(BacktestTest::isEntry).findFirst().orElseThrow().alert().id();
    Set<String> marked = Set.of(id, "fe-of-another-year");
    Comparison.Known known = run(Law.OF_TODAY, marked, new RemoveFence(ACT, "first")).known();
    assertEquals(1, known.raisedBefore());
    assertEquals(List.of(id), known.missed().stream().map(each -> each.alert().id()).toList());
    known = run(Law.OF_TODAY, marked, put("first", 17.20, Priority.ALARM)).known();
    assertEquals(List.of(), known.missed(), "a changed one is not missed");
  }

  @Test
  void underTheLawOfThatTimeTheProposalKeepsTheLastWord() throws Exception {
    // The recorded orders put "second" at 200 s and remove "first" at 950 s.
    Comparison comparison =
        run(
            Law.OF_THAT_TIME,
            put("second", 17.30, Priority.ALARM),
            new SetRules(ACT, Map.of("feed-silent.minSeconds", 3_000.0)));
    List<Comparison.Changed> changed = changedEntries(comparison);
    assertEquals(
        List.of("second"), fences(changed.stream().map(Comparison.Changed::after).toList()));
    assertEquals(Priority.ALARM, changed.get(0).after().highest());
    assertEquals(List.of(), fences(comparison.difference().added()));
  }

  @Test
  void aConditionIsTriedToo() throws Exception {
    Comparison comparison =
        run(
            Law.OF_TODAY,
            new SetRules(ACT, Map.of(), Map.of("fence-entry", "mmsi <> 312000001"), null));
    assertEquals(List.of("first"), fences(comparison.difference().lost()));
  }

  @Test
  void aMistakenProposalIsRefusedWithItsPlace() {
    ReplayScript script = script(WHOLE, Law.OF_TODAY);
    Proposal mistaken =
        new Proposal(List.of(new SetRules(ACT, Map.of(), Map.of("fence-entry", "sped > 3"), null)));
    String objection = mistaken.objection(script);
    assertTrue(objection.startsWith("fence-entry, column 1"), objection);
    Proposal nowhere = new Proposal(List.of(new RemoveFence(ACT, "nowhere")));
    assertEquals("there is no fence nowhere", nowhere.objection(script));
    Proposal good =
        new Proposal(List.of(put("new", 17.3, Priority.ALARM), new RemoveFence(ACT, "new")));
    assertNull(good.objection(script));
    assertThrows(IllegalArgumentException.class, () -> new Proposal(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Proposal(List.of(new Order.Acknowledge(ACT, "fe-1"))));
  }

  @Test
  void twoThreadsSayTheSameAsOne() throws Exception {
    Proposal proposal = new Proposal(List.of(put("new", 17.30, Priority.ALARM)));
    Trial trial = new Trial(script(WHOLE, Law.OF_THAT_TIME), proposal, Set.of());
    Comparison alone = new Backtest(trial).run(Way.PLAIN);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      assertEquals(alone, new Backtest(trial).run(new Way(two, () -> {})));
    } finally {
      two.shutdown();
    }
  }

  @Test
  void itTellsHowFarItIsAndCanBeCancelled() throws Exception {
    Proposal proposal = new Proposal(List.of(put("new", 17.30, Priority.ALARM)));
    Trial trial = new Trial(script(WHOLE, Law.OF_TODAY), proposal, Set.of());
    Backtest whole = new Backtest(trial);
    List<Double> progress = new ArrayList<>();
    whole.run(new Way(Runnable::run, () -> progress.add(whole.progress())));
    assertEquals(0, progress.get(0));
    assertEquals(progress.stream().sorted().toList(), progress);
    assertEquals(1, whole.progress());
    Backtest cut = new Backtest(trial);
    cut.cancel();
    assertThrows(CancellationException.class, () -> cut.run(Way.PLAIN));
    assertTrue(cut.progress() <= 1);
  }

  @Test
  void aPeriodOfWhichNothingIsRecordedGivesNoResult() {
    Period never = new Period(Desk.START_MILLIS - 900_000, Desk.START_MILLIS - 600_000, 0);
    Proposal proposal = new Proposal(List.of(put("new", 17.30, Priority.ALARM)));
    Backtest backtest = new Backtest(new Trial(script(never, Law.OF_TODAY), proposal, Set.of()));
    BacktestFailure failure = assertThrows(BacktestFailure.class, () -> backtest.run(Way.PLAIN));
    assertTrue(failure.getMessage().startsWith("nothing is recorded from "));
  }

  /** The promise: what is predicted is what then comes. */
  @Test
  void thePredictionIsWhatAReplayGivesOnceTheChangeIsMade() throws Exception {
    Order change = put("first", 17.19, Priority.ALARM);
    List<String> predicted = new ArrayList<>();
    Trial trial = new Trial(script(WHOLE, Law.OF_TODAY), new Proposal(List.of(change)), Set.of());
    new Backtest(trial, each -> predicted.add(each.what() + AlertJson.line(each.alert())))
        .run(Way.PLAIN);
    List<String> came = new ArrayList<>();
    try (ReplaySession session =
        new ReplaySession(
            script(WHOLE, Law.OF_TODAY, change),
            new ReplaySession.Audience() {
              @Override
              public void changed(bz.keelbill.watch.Change each) {
                if (each instanceof bz.keelbill.watch.Change.AlertChanged changed) {
                  came.add(changed.what() + AlertJson.line(changed.alert()));
                }
              }

              @Override
              public void jumped(bz.keelbill.watch.Watch watch) {}
            })) {
      session.run();
    }
    assertFalse(came.isEmpty());
    assertEquals(came, predicted);
  }
}
