package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.escalation.Escalator;
import bz.keelbill.feed.BatchQueue;
import bz.keelbill.feed.DecoderSource;
import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.FeedState;
import bz.keelbill.feed.FeedTiming;
import bz.keelbill.feed.Feeds;
import bz.keelbill.feed.Format;
import bz.keelbill.feed.Surroundings;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.json.ReachJson;
import bz.keelbill.json.VoyageJson;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.CheckpointFiles;
import bz.keelbill.record.JournalContents;
import bz.keelbill.relay.Relay;
import bz.keelbill.replay.Restart;
import bz.keelbill.sighting.Gazetteer;
import bz.keelbill.takeout.Rerun;
import bz.keelbill.takeout.Takeout;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.RadarBias;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Lookout;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.PortLog;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.SightingBook;
import bz.keelbill.watch.Watch;
import bz.keelbill.web.Attendance;
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
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The live watch with everything around it, put together by hand: record, feeds, AIS out, web, and
 * the demo's simulated world if the configuration asks for one.
 */
final class WatchFloor implements WatchDesk {
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
  private final Timer alertLatency =
      Timer.builder("keelbill.alert.latency")
          .serviceLevelObjectives(objectives())
          .register(metrics);
  private final Relay relay;
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Setup setup;
  private GeodataJson geodata;
  private RecordLedger ledger;
  private volatile Takeout takeout;
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
  private final List<LiveWatch.Told> beforeOpening = new ArrayList<>();
  private boolean showing;
  private volatile Future<Void> landKept = Future.succeededFuture();
  private volatile Rehearsal rehearsal;
  private volatile Geography geography;
  private volatile Feeds feeds;
  private volatile boolean ready;

  private WatchFloor(Vertx vertx, Config config, LongSupplier machineClock) {
    this.vertx = vertx;
    clock = new SteadyClock(machineClock, System::nanoTime);
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
            this::submit,
            new Escalator.World(vertx, clock, metrics, (word, text) -> note(null, word, text)));
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
    geography = setup.geography();
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
            setup, ledger, watchThread, new LiveWatch.Outside(clock, this::told, metrics));
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
    notes.add(restarted(restart));
    problems.addAll(restart.problems());
    door = DoorSetup.door(config, clock);
    ledger.recall(door.handovers());
    board = new Board(live.fences(), live.rules());
    live.states().forEach(state -> board.apply(new Change.TrackChanged(state)));
    ledger.alerts().forEach(alert -> board.apply(new Change.AlertChanged(What.REVISED, alert)));
    pusher =
        new Pusher(
            board,
            ledger.alertLog(),
            new SystemSpeaker(this, Keelbill.Version.number(), firstView(), door),
            clock);
    Replays.Source recorded = ledger.replays(setup, decoders::forFeed);
    replays = new Replays(recorded, board.fences(), board.rules(), this::giveWay, clock);
    rehearsal = new Rehearsal(recorded, this::giveWay);
    proposals = proposals(new ProposalsFile(record.dir()));
    backtests =
        new Backtests(ledger.backtests(setup, decoders::forFeed), proposals, this::giveWay, clock);
    canaryKeeper = canaryKeeper();
    takeout = ledger.takeout(new Rerun(setup, decoders::forFeed), EvidenceSetup.files(config));
    jobs = new Jobs(takeout.recordings().tempDir(), this::giveWay, clock);
    register();
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
            this::note);
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

  private static String restarted(Restart.Outcome restart) {
    boolean remembers = restart.rememberedAtMillis() != Long.MIN_VALUE;
    return "restart: %d open alerts, %d orders, %s, %d lines heard again, %d s without a record"
        .formatted(
            restart.alerts(),
            restart.orders(),
            remembers
                ? "a checkpoint of " + Instant.ofEpochMilli(restart.rememberedAtMillis())
                : "no checkpoint",
            restart.lines(),
            restart.gap() == null ? 0 : restart.gap().millis() / 1000);
  }

  private Future<Void> openWeb() {
    Config.Web address = config.serving().web();
    web =
        new WebVerticle(
            DoorSetup.address(address),
            new WebVerticle.Behind(
                this, board, pusher, replays, backtests, jobs, proposals, door, metrics),
            clock);
    return vertx.deployVerticle(web).onSuccess(id -> beginShowing()).mapEmpty();
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
    FeedConfig feed = FeedConfig.tcp(bz.keelbill.report.Canary.NAME, Format.AIS, "127.0.0.1", port);
    return Feeds.deploy(vertx, List.of(feed), around(config.formats()));
  }

  private CanaryKeeper canaryKeeper() {
    return new CanaryKeeper(
        new CanaryFile(config.serving().record().dir()),
        config.serving().canary(),
        new CanaryKeeper.World(
            vertx,
            clock,
            pusher,
            this::hearCanary,
            this::submit,
            (by, act, text) -> note(by, act, text)));
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

  private void register() {
    Gauge.builder("keelbill.consoles.attended", door.attendance(), Attendance::consoles)
        .register(metrics);
    Gauge.builder("keelbill.canary.alive", canaryKeeper, CanaryKeeper::alive).register(metrics);
    Gauge.builder("keelbill.canary.seconds", canaryKeeper, CanaryKeeper::seconds).register(metrics);
    Gauge.builder("keelbill.ws.clients", pusher, Pusher::clients).register(metrics);
    io.micrometer.core.instrument.FunctionCounter.builder(
            "keelbill.ws.dropped.frames", pusher, Pusher::droppedFrames)
        .register(metrics);
    Gauge.builder("keelbill.tracks", board, each -> each.count("sea"))
        .tag("domain", "sea")
        .register(metrics);
    Gauge.builder("keelbill.tracks", board, each -> each.count("air"))
        .tag("domain", "air")
        .register(metrics);
  }

  /** Changes arrive on the watch's thread and go on to the web's. */
  private synchronized void told(List<LiveWatch.Told> changes) {
    if (showing) {
      web.onLoop(() -> changes.forEach(this::show));
    } else {
      beforeOpening.addAll(changes);
    }
  }

  private synchronized void beginShowing() {
    showing = true;
    told(List.copyOf(beforeOpening));
    beforeOpening.clear();
  }

  private void show(LiveWatch.Told told) {
    board.apply(told.change());
    if (told.change() instanceof Change.DetectorFailed failed) {
      LOG.log(Level.ERROR, "a detector failed and is off for this track: " + failed);
    }
    if (told.change() instanceof Change.AlertChanged changed) {
      Alert alert = changed.alert();
      pusher.alert(told.alertSequence(), alert);
      if (told.receivedAtMillis() > 0) {
        alertLatency.record(
            Duration.ofMillis(Math.max(0, clock.getAsLong() - told.receivedAtMillis())));
      }
    }
    canaryKeeper.told(told.change());
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
  public Future<Void> submit(Order order) {
    return onWebLoop(live.submit(order));
  }

  @Override
  public Future<Detail> detail(long serial, int minutes) {
    return onWebLoop(live.detail(serial, minutes));
  }

  /** The watch says what it knows of the craft; what follows from that takes a worker a moment. */
  @Override
  public Future<String> reach(long serial, Integer minutes) {
    return onWebLoop(
        live.reach(serial, minutes)
            .compose(
                question ->
                    question == null
                        ? Future.succeededFuture()
                        : vertx.executeBlocking(
                            () -> ReachJson.text(question, geography.coast()), false)));
  }

  @Override
  public Future<Reasons> why(long serial) {
    return onWebLoop(live.why(serial));
  }

  @Override
  public Future<KnownGood> knownGood() {
    return onWebLoop(live.ask(Watch::knownGood));
  }

  @Override
  public List<Course> routes() {
    return geography.routes();
  }

  @Override
  public Future<Plans> plans() {
    return onWebLoop(live.plans());
  }

  @Override
  public Future<List<SightingBook.Entry>> sightings() {
    return onWebLoop(live.sightings());
  }

  @Override
  public Future<WatchLists> watchLists() {
    return onWebLoop(
        live.ask(watch -> new WatchLists(watch.lists().inForce(), watch.lists().history())));
  }

  @Override
  public Future<String> voyage(long serial) {
    return onWebLoop(
        live.ask(
            watch -> {
              Track track = watch.picture().find(serial);
              return track == null
                  ? null
                  : VoyageJson.text(watch.voyage(track), watch.timeMillis());
            }));
  }

  @Override
  public Future<List<PortLog.Entry>> portCalls() {
    return onWebLoop(live.ask(watch -> watch.portLog().newestFirst()));
  }

  @Override
  public Gazetteer gazetteer() {
    return geodata.gazetteer();
  }

  @Override
  public FenceMap configuredFences() {
    return setup.fences();
  }

  @Override
  public Future<List<Station>> stations() {
    return onWebLoop(
        live.ask(
            watch -> {
              Map<String, RadarBias.Learned> biases = new HashMap<>();
              watch.biases().forEach(biases::put);
              return config.stations().stream()
                  .filter(station -> station.position() != null)
                  .map(station -> station(station, watch.hearing(), biases.get(station.id())))
                  .toList();
            }));
  }

  private static Station station(
      Config.Station station, Hearing hearing, RadarBias.Learned learned) {
    Hearing.Station heard = hearing.station(station.id());
    Config.Noise noise = station.noise();
    return new Station(
        station.id(),
        station.kind().name().toLowerCase(Locale.ROOT),
        station.position(),
        station.rangeNauticalMiles(),
        heard == null ? null : heard.feed(),
        station.kind() == Config.StationKind.RADAR
            ? new Radar(noise.bearingBiasDegrees(), noise.rangeBiasMetres(), learned)
            : null);
  }

  @Override
  public Future<CoverageMap> coverage(Coverage.Kind kind, String station) {
    return onWebLoop(
        live.ask(
            watch ->
                new CoverageMap(
                    watch.coverage().sensors(),
                    watch.coverage().cells(kind, station),
                    watch.coverage().untilMillis())));
  }

  @Override
  public Future<List<Lookout.View>> lookAt(Position place) {
    return onWebLoop(live.ask(watch -> Lookout.at(watch, place)));
  }

  /** Answers come after the changes that were told before them. */
  private <T> Future<T> onWebLoop(Future<T> answer) {
    io.vertx.core.Promise<T> promise = io.vertx.core.Promise.promise();
    answer.onComplete(result -> web.onLoop(() -> promise.handle(result)));
    return promise.future();
  }

  @Override
  public List<Feed> feeds() {
    Feeds running = feeds;
    return running == null ? List.of() : running.states().stream().map(WatchFloor::feed).toList();
  }

  private static Feed feed(FeedState state) {
    FeedState.Counts counts = state.counts();
    return new Feed(
        state.name(),
        state.format(),
        state.transport(),
        state.address(),
        state.state().word(),
        state.sinceMillis(),
        state.lastLineAtMillis(),
        new Traffic(
            counts.lines(),
            counts.linesPerSecond(),
            counts.reports(),
            counts.rejects(),
            counts.messages()),
        state.remarks().stream()
            .map(remark -> new Remark(remark.note(), remark.sinceMillis()))
            .toList());
  }

  @Override
  public Future<List<AuditEntry>> audit(int limit) {
    return vertx.executeBlocking(() -> ledger.audit(limit));
  }

  @Override
  public Future<Void> note(String person, String what, String text) {
    return onWebLoop(ledger.note(person, what, text));
  }

  @Override
  public Canary canary() {
    return canaryKeeper;
  }

  @Override
  public Takeout takeout() {
    return takeout;
  }

  @Override
  public Future<List<RecordedDay>> recordings() {
    return vertx.executeBlocking(ledger::recordings);
  }

  @Override
  public List<String> troubles() {
    if (ledger == null) {
      return List.of();
    }
    List<String> troubles = new ArrayList<>(ledger.troubles());
    troubles.addAll(clock.troubles());
    troubles.addAll(coverageKeeper == null ? List.of() : coverageKeeper.troubles());
    troubles.addAll(checkpointKeeper == null ? List.of() : checkpointKeeper.troubles());
    troubles.addAll(canaryKeeper == null ? List.of() : canaryKeeper.troubles());
    troubles.addAll(escalator == null ? List.of() : escalator.troubles());
    return troubles;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  private static Duration[] objectives() {
    return new Duration[] {
      Duration.ofMillis(5),
      Duration.ofMillis(10),
      Duration.ofMillis(20),
      Duration.ofMillis(50),
      Duration.ofMillis(100),
      Duration.ofMillis(250),
      Duration.ofSeconds(1),
      Duration.ofSeconds(5)
    };
  }
}
