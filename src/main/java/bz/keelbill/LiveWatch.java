package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.detect.FlightVerdict;
import bz.keelbill.feed.Batch;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.json.FlightVerdictJson;
import bz.keelbill.json.ReachJson;
import bz.keelbill.json.SlackJson;
import bz.keelbill.json.WhyJson;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.History;
import bz.keelbill.track.Reach;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.SightingBook;
import bz.keelbill.watch.TrackState;
import bz.keelbill.watch.Watch;
import bz.keelbill.web.WatchDesk;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The Watch at work: batches and orders in, the record kept, changes out.
 *
 * <p>Everything runs on one event loop, the {@code thread} it is given. An order is checked,
 * recorded durably, then applied, then answered; an alert is recorded durably, then shown.
 */
final class LiveWatch {
  private static final long TICK_MILLIS = 1_000;

  /**
   * Where changes go.
   *
   * @param change the change
   * @param alertSequence the number of an alert's message; 0 for other changes
   * @param receivedAtMillis when the line arrived that led to it; 0 if none did
   */
  record Told(Change change, long alertSequence, long receivedAtMillis) {}

  private final Setup setup;
  private Watch watch;
  private final Ledger ledger;
  private final Context thread;
  private final LongSupplier clock;
  private final Consumer<List<Told>> out;
  private final Map<Report.Kind, Counter> reportCounters = new EnumMap<>(Report.Kind.class);
  private final MeterRegistry metrics;
  private volatile double lagSeconds;
  private List<Told> pending = new ArrayList<>();
  private Future<?> lastOrder = Future.succeededFuture();
  private Future<?> lastTelling = Future.succeededFuture();
  private long receivedAtMillis;
  private long lastTickMillis;
  private long ticking;
  private long countedCopies;
  private boolean isRestoring;

  LiveWatch(Setup setup, Ledger ledger, Context thread, Outside outside) {
    this.setup = setup;
    this.ledger = ledger;
    this.thread = thread;
    this.clock = outside.clock();
    this.out = outside.told();
    this.metrics = outside.metrics();
    for (Report.Kind kind : Report.Kind.values()) {
      String word = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      reportCounters.put(kind, metrics.counter("keelbill.reports", "kind", word));
    }
    Gauge.builder("keelbill.watch.lag.seconds", () -> lagSeconds).register(metrics);
  }

  /** What the live watch needs of the world. */
  record Outside(LongSupplier clock, Consumer<List<Told>> told, MeterRegistry metrics) {}

  /** What brings a new watch to where the one before it stopped; the last that it takes stands. */
  interface Restoring<T> {
    T restore(Supplier<Watch> fresh) throws IOException;
  }

  /**
   * Restores the watch, before its thread has begun. Positions heard again are neither recorded nor
   * told; what becomes of alerts is.
   */
  <T> T restore(Restoring<T> restoring) throws IOException {
    isRestoring = true;
    try {
      return restoring.restore(this::fresh);
    } finally {
      isRestoring = false;
      countedCopies = watch.copies();
    }
  }

  private Watch fresh() {
    watch = new Watch(setup, this::changed);
    return watch;
  }

  /** How far the watch is; before its thread has begun. */
  long timeMillis() {
    return watch.timeMillis();
  }

  /** The fences in force; before the watch's thread has begun, or on it. */
  FenceMap fences() {
    return watch.fences();
  }

  /** The rules in force; before the watch's thread has begun, or on it. */
  Rules rules() {
    return watch.rules();
  }

  /** Every track as it stands; before the watch has its thread, or on it. */
  List<TrackState> states() {
    return watch.picture().tracks().stream().map(watch::state).toList();
  }

  /** Starts the seconds; on the watch's thread. The first tick comes before the first line. */
  void start() {
    tick(clock.getAsLong());
    ticking = thread.owner().setPeriodic(TICK_MILLIS, timer -> tick(clock.getAsLong()));
  }

  /** Time passes no more; from any thread. */
  void stop() {
    thread.runOnContext(go -> thread.owner().cancelTimer(ticking));
  }

  /** Takes one batch of lines with what they said; on the watch's thread. */
  void accept(Batch batch) {
    ledger.lines(batch.lines());
    for (Report report : batch.reports()) {
      receivedAtMillis = report.origin().receivedAtMillis();
      reportCounters.get(report.kind()).increment();
      watch.apply(report);
    }
    countCopies(batch.feed());
    receivedAtMillis = 0;
    if (!batch.lines().isEmpty()) {
      lagSeconds = (clock.getAsLong() - batch.lines().get(0).receivedAtMillis()) / 1000.0;
    }
    flush();
  }

  private void countCopies(String feed) {
    long copies = watch.copies();
    if (copies > countedCopies) {
      metrics.counter("keelbill.feed.duplicates", "feed", feed).increment(copies - countedCopies);
      countedCopies = copies;
    }
  }

  /** Time passes; on the watch's thread. */
  void tick(long nowMillis) {
    if (nowMillis <= lastTickMillis) {
      return;
    }
    lastTickMillis = nowMillis;
    ledger.tick(nowMillis);
    watch.tick(nowMillis);
    flush();
  }

  /** Has an order carried out; from any thread. Orders are taken one after the other. */
  Future<Void> submit(Order order) {
    Promise<Void> done = Promise.promise();
    thread.runOnContext(
        go -> {
          lastOrder = lastOrder.transform(before -> carryOut(order));
          lastOrder.<Void>mapEmpty().onComplete(done);
        });
    return done.future();
  }

  private Future<Void> carryOut(Order order) {
    String objection = watch.objectionTo(order);
    if (objection != null) {
      return Future.failedFuture(new WatchDesk.Refused(objection));
    }
    return ledger
        .order(order)
        .compose(
            recorded -> {
              watch.apply(order);
              flush();
              // Whoever reads the answer finds the alerts as the order left them.
              return lastTelling.transform(told -> Future.<Void>succeededFuture());
            });
  }

  /** What only the watch knows of a track; from any thread. */
  Future<WatchDesk.Detail> detail(long serial, int minutes) {
    Promise<WatchDesk.Detail> done = Promise.promise();
    thread.runOnContext(go -> done.complete(detailNow(serial, minutes)));
    return done.future();
  }

  /** The flight plans and what they explain; from any thread. */
  Future<WatchDesk.Plans> plans() {
    Promise<WatchDesk.Plans> done = Promise.promise();
    thread.runOnContext(
        go ->
            done.complete(
                new WatchDesk.Plans(
                    watch.plans().plans(),
                    watch.planMatches(),
                    watch.plans().loose(),
                    watch.plans().counts())));
    return done.future();
  }

  /** What people saw; from any thread. */
  Future<List<SightingBook.Entry>> sightings() {
    Promise<List<SightingBook.Entry>> done = Promise.promise();
    thread.runOnContext(go -> done.complete(watch.sightings().entries()));
    return done.future();
  }

  /** Asks the watch something that changes nothing; from any thread, answered on the watch's. */
  <T> Future<T> ask(Function<Watch, T> question) {
    Promise<T> done = Promise.promise();
    thread.runOnContext(
        go -> {
          try {
            done.complete(question.apply(watch));
          } catch (RuntimeException bug) {
            done.fail(bug);
          }
        });
    return done.future();
  }

  private WatchDesk.Detail detailNow(long serial, int minutes) {
    Track track = watch.picture().find(serial);
    if (track == null) {
      return null;
    }
    History history = track.history();
    List<WatchDesk.Point> points = new ArrayList<>();
    long from = track.heardAtMillis() - minutes * 60_000L;
    for (int i = history.firstAtOrAfter(from); i < history.size(); i++) {
      points.add(
          new WatchDesk.Point(
              history.position(i),
              history.atMillis(i),
              history.speedKnots(i),
              history.altitudeFeet(i)));
    }
    FlightVerdict verdict = watch.verdict(track);
    return new WatchDesk.Detail(
        points,
        stays(track),
        watch.notes(track),
        verdict == null ? null : FlightVerdictJson.text(verdict, track),
        track.revisions() == 0
            ? null
            : new WatchDesk.Revised(track.revisions(), track.revisedAtMillis()),
        SlackJson.text(watch.slack(track)),
        watch.suppressions(track).stream().map(WhyJson::text).toList());
  }

  /** What each detector makes of a track; from any thread. */
  Future<WatchDesk.Reasons> why(long serial) {
    return ask(
        asked -> {
          Track track = asked.picture().find(serial);
          if (track == null) {
            return null;
          }
          long at = asked.timeMillis();
          return new WatchDesk.Reasons(
              at,
              asked.why(track).stream().map(why -> WhyJson.text(track.name(), at, why)).toList());
        });
  }

  /**
   * Where a craft may be, to be worked out; from any thread. Null if there is no such track, or it
   * has no place or does not move.
   */
  Future<ReachJson.Question> reach(long serial, Integer minutes) {
    Promise<ReachJson.Question> done = Promise.promise();
    thread.runOnContext(go -> done.complete(reachNow(serial, minutes)));
    return done.future();
  }

  private ReachJson.Question reachNow(long serial, Integer minutes) {
    Track track = watch.picture().find(serial);
    Reach reach = track == null ? null : watch.reach(track);
    if (reach == null) {
      return null;
    }
    long now = Math.max(watch.timeMillis(), reach.seenAtMillis());
    long at = minutes == null ? now : reach.seenAtMillis() + minutes * 60_000L;
    return new ReachJson.Question(track.name(), reach, at);
  }

  private List<WatchDesk.Stay> stays(Track track) {
    return watch.stays(track).stream()
        .map(
            stay ->
                new WatchDesk.Stay(
                    stay.fenceId(),
                    stay.enteredAtMillis(),
                    stay.seenEntering(),
                    stay.isOpen() ? null : stay.leftAtMillis()))
        .toList();
  }

  private void changed(Change change) {
    if (!isRestoring && !isCanary(change)) {
      ledger.change(change);
    }
    if (change instanceof Change.AlertChanged changed) {
      tellDurably(changed.what(), changed.alert(), receivedAtMillis);
    } else if (!isRestoring) {
      pending.add(new Told(change, 0, receivedAtMillis));
    }
  }

  /** The test craft is no part of what was seen at sea. */
  private static boolean isCanary(Change change) {
    return change instanceof Change.TrackChanged moved && moved.track().isCanary();
  }

  private void tellDurably(What what, Alert alert, long receivedAt) {
    boolean isNew = what == What.RAISED || what == What.ROSE;
    if (isNew && !alert.finding().isCanary()) {
      metrics
          .counter(
              "keelbill.alerts",
              "kind",
              alert.finding().kind(),
              "priority",
              alert.priority().word())
          .increment();
    }
    lastTelling =
        ledger
            .alert(what, alert)
            .onSuccess(
                sequence ->
                    out.accept(
                        List.of(
                            new Told(new Change.AlertChanged(what, alert), sequence, receivedAt))));
  }

  private void flush() {
    if (!pending.isEmpty()) {
      List<Told> told = pending;
      pending = new ArrayList<>();
      out.accept(told);
    }
  }
}
