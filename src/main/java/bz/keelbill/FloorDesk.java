package bz.keelbill;

import bz.keelbill.detect.KnownGood;
import bz.keelbill.feed.Feeds;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Position;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.json.ReachJson;
import bz.keelbill.json.VoyageJson;
import bz.keelbill.sighting.Gazetteer;
import bz.keelbill.takeout.Takeout;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.RadarBias;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Lookout;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.PortLog;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.SightingBook;
import bz.keelbill.watch.Watch;
import bz.keelbill.web.WatchDesk;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the web may ask of the live watch and of what stands around it, and order it to do. Answers
 * come on the web's event loop.
 */
final class FloorDesk implements WatchDesk {
  /** What is there only when the floor has been put together. */
  interface Floor {
    /** The feeds that run; null as long as none do. */
    Feeds feeds();

    /** What proves the chain alive. */
    Canary canary();

    /** What is wrong, in sentences. */
    List<String> troubles();

    /** Whether the picture is restored and feeds are being taken. */
    boolean isReady();

    /** Does something on the event loop of the web. */
    void onWebLoop(Runnable task);
  }

  /**
   * Who answers.
   *
   * @param vertx whose workers read files
   * @param setup what the watch was told once
   * @param geodata of the same layers as the setup, with the gazetteer
   */
  record Behind(
      Vertx vertx,
      Config config,
      Setup setup,
      GeodataJson geodata,
      LiveWatch live,
      RecordLedger ledger,
      Takeout takeout) {}

  private final Floor floor;
  private final Vertx vertx;
  private final Config config;
  private final Setup setup;
  private final GeodataJson geodata;
  private final LiveWatch live;
  private final RecordLedger ledger;
  private final Takeout takeout;

  FloorDesk(Floor floor, Behind behind) {
    this.floor = floor;
    vertx = behind.vertx();
    config = behind.config();
    setup = behind.setup();
    geodata = behind.geodata();
    live = behind.live();
    ledger = behind.ledger();
    takeout = behind.takeout();
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
                            () -> ReachJson.text(question, setup.geography().coast()), false)));
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
    return setup.geography().routes();
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
                  .map(
                      station ->
                          DeskViews.station(station, watch.hearing(), biases.get(station.id())))
                  .toList();
            }));
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
    Promise<T> promise = Promise.promise();
    answer.onComplete(result -> floor.onWebLoop(() -> promise.handle(result)));
    return promise.future();
  }

  @Override
  public List<Feed> feeds() {
    Feeds running = floor.feeds();
    return running == null ? List.of() : running.states().stream().map(DeskViews::feed).toList();
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
    return floor.canary();
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
    return floor.troubles();
  }

  @Override
  public boolean isReady() {
    return floor.isReady();
  }
}
