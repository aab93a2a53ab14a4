package bz.keelbill;

import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.escalation.Escalator;
import bz.keelbill.feed.BatchQueue;
import bz.keelbill.feed.DecoderSource;
import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.FeedTiming;
import bz.keelbill.feed.Feeds;
import bz.keelbill.feed.Format;
import bz.keelbill.feed.Surroundings;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.CheckpointFiles;
import bz.keelbill.record.JournalContents;
import bz.keelbill.relay.Relay;
import bz.keelbill.replay.Restart;
import bz.keelbill.report.Canary;
import bz.keelbill.takeout.Rerun;
import bz.keelbill.takeout.Takeout;
import bz.keelbill.track.Coverage;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Watch;
import bz.keelbill.web.Backtests;
import bz.keelbill.web.Board;
import bz.keelbill.web.Door;
import bz.keelbill.web.Etags;
import bz.keelbill.web.Jobs;
import bz.keelbill.web.Proposals;
import bz.keelbill.web.ProposalsFile;
import bz.keelbill.web.Pusher;
import bz.keelbill.web.Replays;
import bz.keelbill.web.SystemSpeaker;
import bz.keelbill.web.WatchDesk;
import bz.keelbill.web.WebVerticle;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The live watch with everything around it, put together by hand, opened and closed in its order:
 * record, feeds, AIS out, web, and the demo's simulated world if the configuration asks for one.
 */
final class WatchFloor implements FloorDesk.Floor {
  private static final Logger LOG = System.getLogger(WatchFloor.class.getName());
  private static final int WAITING_LINES = 20_000;
  private static final long RECORD_WAIT_MILLIS = 20;
  private static final long LONGEST_WAY_MILLIS = 1_000;
  private static final long LOOK_MILLIS = 500;

  private final Vertx vertx;
  private final Config config;
  private final CoastFile coastFile;
  private final SteadyClock clock;
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Telling telling;
  private final Relay relay;
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Setup setup;
  private GeodataJson geodata;
  private RecordLedger ledger;
  private FloorDesk desk;
  private CoverageKeeper coverageKeeper;
  private CheckpointKeeper checkpointKeeper;
  private Restart.Outcome restart;
  private LiveWatch live;
  private Context watchThread;
  private Board board;
  private Pusher pusher;
  private Replays replays;
  private Backtests backtests;
  private Door door;
  private Jobs jobs;
  private Proposals proposals;
  private Escalator escalator;
  private CanaryKeeper canaryKeeper;
  private BatchQueue queue;
  private WebVerticle web;
  private DemoWorld demo;
  private volatile Future<Void> landKept = Future.succeededFuture();
  private volatile Rehearsal rehearsal;
  private volatile Feeds feeds;
  private volatile boolean ready;

  private WatchFloor(Vertx vertx, Config config, LongSupplier machineClock) {
    this.vertx = vertx;
    clock = new SteadyClock(machineClock, System::nanoTime);
    telling = new Telling(clock, metrics);
    this.config = config;
    coastFile = new CoastFile(config.serving().record().dir());
    notes.addAll(config.notes());
    relay = AisOut.open(config.serving().aisOut(), metrics);
  }

  /**
   * Opens a watch; succeeds when the picture is restored and feeds are being taken.
   *
   * <p>Not to be called on a thread of Vert.x, for AIS out has its own.
   *
   * @param vertx stays the caller's to close
   */
  static Future<WatchFloor> open(Vertx vertx, Config config) {
    return open(vertx, config, System::currentTimeMillis);
  }

  /** The same on a machine with this clock. */
  static Future<WatchFloor> open(Vertx vertx, Config config, LongSupplier machineClock) {
    WatchFloor floor = new WatchFloor(vertx, config, machineClock);
    return floor
        .begin()
        .map(floor)
        .recover(failure -> floor.close().transform(closed -> Future.failedFuture(failure)));
  }

  private Future<Void> begin() {
    watchThread = vertx.getOrCreateContext();
    Config.Record record = config.serving().record();
    Future<Void> layers = vertx.executeBlocking(this::readLayers, false);
    // What cannot be read ahead is read again, and complained of, when it is opened.
    Future<JournalContents> ahead =
        vertx
            .executeBlocking(() -> RecordLedger.ahead(record), false)
            .otherwise((JournalContents) null);
    // Beside each other, and all to their ends: what was opened must be closed. Nothing is opened
    // for files that are refused.
    return Future.join(
            layers.compose(read -> ahead).compose(this::openRecord),
            vertx.executeBlocking(() -> WebVerticle.prepared(vertx), false))
        .compose(read -> vertx.executeBlocking(this::restore, false))
        .compose(restored -> openWeb())
        .compose(opened -> openFeeds())
        .onSuccess(opened -> beginListening());
  }

  private void beginListening() {
    ledger.tell(problems, restart.gap());
    checkpointKeeper.start(live, config.serving().record().checkpointSeconds());
    Config.Escalation escalation = config.serving().escalation();
    escalator =
        new Escalator(
            escalation.waits(),
            escalation.contacts(),
            desk::submit,
            new Escalator.World(
                vertx, clock, metrics, (word, text) -> desk.note(null, word, text)));
    vertx.setPeriodic(LOOK_MILLIS, second -> web.onLoop(this::lookWhoWaits));
    canaryKeeper.mayCallBy(escalator::tellUnwell);
    ready = true;
    rehearsal.start(vertx, ledger.endedAtMillis());
    landKept = vertx.executeBlocking(coastFile::write, false);
    vertx.executeBlocking(geodata::gazetteer, false);
    vertx
        .executeBlocking(ledger::pastAlerts, false)
        .onSuccess(past -> web.onLoop(() -> pusher.remember(past)));
  }

  private void lookWhoWaits() {
    if (ready) {
      canaryKeeper.look(board.canaries());
      escalator.look(board.alerts(), door.attendance().unattendedSinceMillis());
    }
  }

  /** What the watch is told once; on a worker. */
  private Void readLayers() {
    demo = DemoWorld.of(config, clock);
    geodata = WatchSetup.geodata(config, coastFile, notes::add);
    setup = demo.completed(WatchSetup.ofListening(config, geodata));
    return null;
  }

  /** The journal and the record as they were left. */
  private Future<Void> openRecord(JournalContents ahead) {
    Config.Record record = config.serving().record();
    return vertx.executeBlocking(
        () -> {
          ledger = RecordLedger.open(record, ahead, watchThread, clock, metrics);
          return null;
        },
        false);
  }

  /** Brings the watch to where it was; on a worker, before it has its thread. */
  private Void restore() throws Exception {
    Config.Record record = config.serving().record();
    live =
        new LiveWatch(
            setup, ledger, watchThread, new LiveWatch.Outside(clock, telling::told, metrics));
    coverageKeeper = new CoverageKeeper(record.dir(), vertx);
    CheckpointFiles checkpoints =
        new CheckpointFiles(record.dir().resolve(RecordLedger.CHECKPOINTS));
    checkpointKeeper = new CheckpointKeeper(checkpoints, ledger, vertx, metrics);
    FeedDecoders decoders = new FeedDecoders(config);
    restart =
        live.restore(
            fresh ->
                ledger.restart(
                    () -> withCoverage(fresh.get()),
                    decoders::forFeed,
                    checkpoints,
                    record.restoreMinutes()));
    clock.beginAt(live.timeMillis());
    notes.add(restart.sentence());
    problems.addAll(restart.problems());
    Takeout takeout =
        ledger.takeout(new Rerun(setup, decoders::forFeed), EvidenceSetup.files(config));
    desk =
        new FloorDesk(
            this, new FloorDesk.Behind(vertx, config, setup, geodata, live, ledger, takeout));
    door = DoorSetup.door(config, clock);
    ledger.recall(door.handovers());
    board = new Board(live.fences(), live.rules());
    live.states().forEach(state -> board.apply(new Change.TrackChanged(state)));
    ledger.alerts().forEach(alert -> board.apply(new Change.AlertChanged(What.REVISED, alert)));
    pusher =
        new Pusher(
            board,
            ledger.alertLog(),
            new SystemSpeaker(desk, Keelbill.Version.number(), firstView(), door),
            clock);
    RecordedScripts recorded = ledger.scripts(setup, decoders::forFeed);
    replays = new Replays(recorded::replay, board.fences(), board.rules(), this::giveWay, clock);
    rehearsal = new Rehearsal(recorded::replay, this::giveWay);
    proposals = proposals(new ProposalsFile(record.dir()));
    backtests = new Backtests(recorded::backtest, proposals, this::giveWay, clock);
    canaryKeeper = canaryKeeper();
    jobs = new Jobs(desk.takeout().recordings().tempDir(), this::giveWay, clock);
    FloorMetrics.register(door.attendance(), canaryKeeper, pusher, board, metrics);
    notes.addAll(problems);
    notes.forEach(note -> LOG.log(Level.INFO, note));
    return null;
  }

  private Proposals proposals(ProposalsFile file) {
    Proposals kept =
        new Proposals(
            config.serving().budget(),
            order -> Etags.now(board, order),
            clock,
            all -> vertx.executeBlocking(() -> file.write(all)),
            desk::note);
    String problem = file.read(kept);
    if (problem != null) {
      problems.add(problem);
    }
    return kept;
  }

  private Watch withCoverage(Watch watch) {
    coverageKeeper.load(watch.coverage(), notes::add);
    return watch;
  }

  /** Waits until the live watch has done what it has to do now; a second at most. */
  private void giveWay() {
    try {
      live.ask(Watch::timeMillis)
          .toCompletionStage()
          .toCompletableFuture()
          .get(LONGEST_WAY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException busy) {
      // Whoever waits here gets his turn nevertheless, or he would wait all day.
    }
  }

  private SystemSpeaker.Area firstView() {
    Config.MapArea area = config.area();
    return new SystemSpeaker.Area(area.west(), area.south(), area.east(), area.north());
  }

  private Future<Void> openWeb() {
    Config.Web address = config.serving().web();
    web =
        new WebVerticle(
            DoorSetup.address(address),
            new WebVerticle.Behind(
                desk, board, pusher, replays, backtests, jobs, proposals, door, metrics),
            clock);
    return vertx.deployVerticle(web).onSuccess(id -> beginTelling()).mapEmpty();
  }

  private void beginTelling() {
    telling.begin(new Telling.Listeners(web::onLoop, board, pusher, canaryKeeper::told));
  }

  private Future<Void> openFeeds() {
    queue =
        new BatchQueue(
            WAITING_LINES,
            task -> watchThread.runOnContext(go -> whenRecorded(task)),
            live::accept);
    watchThread.runOnContext(go -> live.start());
    coverageKeeper.start(this::learned);
    Surroundings around = around(AisOut.overhearing(config.formats(), relay));
    return demo.serve(vertx)
        .compose(
            demoFeeds -> {
              List<FeedConfig> all = new ArrayList<>(config.feeds());
              all.addAll(demoFeeds);
              return Feeds.deploy(vertx, all, around);
            })
        .onSuccess(deployed -> feeds = deployed)
        .mapEmpty();
  }

  private Surroundings around(DecoderSource decoders) {
    return new Surroundings(
        decoders,
        queue,
        (feed, state, at) -> {},
        metrics,
        () -> Instant.ofEpochMilli(clock.getAsLong()),
        FeedTiming.LIVE);
  }

  /** The canary's line comes by a feed like any other; nobody else is given it. */
  private Future<Feeds> hearCanary(int port) {
    FeedConfig feed = FeedConfig.tcp(Canary.NAME, Format.AIS, "127.0.0.1", port);
    return Feeds.deploy(vertx, List.of(feed), around(config.formats()));
  }

  private CanaryKeeper canaryKeeper() {
    return new CanaryKeeper(
        new CanaryFile(config.serving().record().dir()),
        config.serving().canary(),
        new CanaryKeeper.World(vertx, clock, pusher, this::hearCanary, desk::submit, desk::note));
  }

  /**
   * Lines wait for a record that is behind: the queue fills, the feeds stop reading and the sender
   * feels it, instead of rows being lost. Ticks and orders go on.
   */
  private void whenRecorded(Runnable turn) {
    if (ledger.isBehind()) {
      vertx.setTimer(RECORD_WAIT_MILLIS, ignored -> whenRecorded(turn));
    } else {
      turn.run();
    }
  }

  private Future<Coverage.Snapshot> learned() {
    return live.ask(watch -> watch.coverage().snapshot());
  }

  /** The port of the page. */
  int port() {
    return web.port();
  }

  /** What makes the first account of a watch that others can reach; else null. */
  String setUpCode() {
    return door.setUpCode();
  }

  /** The port that a listening AIS output has bound; 0 while it has none. */
  int aisOutPort(String output) {
    return relay.port(output);
  }

  /**
   * Stops feeds and what they are given on to, flushes the record, tells the clients; done within
   * seconds.
   */
  Future<Void> close() {
    boolean wasReady = ready;
    ready = false;
    Future<Void> feedsClosed = feeds == null ? Future.succeededFuture() : feeds.close();
    return feedsClosed
        .transform(done -> demo == null ? Future.succeededFuture() : demo.close())
        .transform(done -> relay == null ? Future.<Void>succeededFuture() : relay.close())
        .transform(
            done ->
                web == null || web.deploymentID() == null
                    ? Future.<Void>succeededFuture()
                    : vertx.undeploy(web.deploymentID()))
        .transform(
            done -> wasReady ? coverageKeeper.write(this::learned) : Future.<Void>succeededFuture())
        .transform(done -> landKept)
        .transform(done -> rehearsal == null ? Future.<Void>succeededFuture() : rehearsal.stop())
        .transform(done -> wasReady ? lastCheckpoint() : Future.<Checkpoint>succeededFuture())
        .transform(
            last ->
                vertx.executeBlocking(
                    () -> {
                      if (ledger != null) {
                        ledger.close();
                      }
                      return last.result() == null ? null : checkpointKeeper.written(last.result());
                    }));
  }

  private Future<Checkpoint> lastCheckpoint() {
    live.stop();
    return checkpointKeeper.copy(live, true);
  }

  @Override
  public Feeds feeds() {
    return feeds;
  }

  @Override
  public WatchDesk.Canary canary() {
    return canaryKeeper;
  }

  @Override
  public void onWebLoop(Runnable task) {
    web.onLoop(task);
  }

  @Override
  public List<String> troubles() {
    List<String> troubles = new ArrayList<>(ledger.troubles());
    troubles.addAll(clock.troubles());
    troubles.addAll(coverageKeeper.troubles());
    troubles.addAll(checkpointKeeper.troubles());
    troubles.addAll(canaryKeeper.troubles());
    troubles.addAll(escalator == null ? List.of() : escalator.troubles());
    return troubles;
  }

  @Override
  public boolean isReady() {
    return ready;
  }
}
