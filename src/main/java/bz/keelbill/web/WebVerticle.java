package bz.keelbill.web;

import bz.keelbill.account.Deed;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongSupplier;

/** The HTTP server: the page, REST, the websockets. Everything here runs on its one event loop. */
public final class WebVerticle extends VerticleBase {
  private static final Logger LOG = System.getLogger(WebVerticle.class.getName());
  private static final String SUB_PROTOCOL = "keelbill.v1";
  private static final String REPLAY = "replay=";
  private static final short NOT_ALLOWED = 4003;
  private static final short WRONG_VERSION = 4010;
  private static final long SEATS_MILLIS = 400;
  private static final long MOVES_MILLIS = 300;
  private static final long HEARTBEAT_MILLIS = 2_000;
  private static final int IDLE_SECONDS = 75;
  private static final int MAX_FRAME_BYTES = 16 * 1024;
  private static final int MAX_MESSAGE_BYTES = 64 * 1024;
  private static final long MAX_BODY_BYTES = 64 * 1024;
  private static final long MAX_TABLE_BYTES = 256 * 1024;
  private static final long MAX_LIST_BYTES = 16L << 20;
  private static final long MAX_FENCE_BYTES = 2 * 1024 * 1024;
  private static final long MAX_SHAPE_BYTES = 10L << 20;

  /**
   * Where to listen.
   *
   * @param host address to bind
   * @param port 0 for any free one
   * @param key for TLS; null: plain HTTP
   */
  public record Address(String host, int port, KeyCertOptions key) {}

  /** What stands behind the server. */
  public record Behind(
      WatchDesk desk,
      Board board,
      Pusher pusher,
      Replays replays,
      Backtests backtests,
      Jobs jobs,
      Proposals proposals,
      Door door,
      PrometheusMeterRegistry metrics) {}

  private final Address address;
  private final Behind behind;
  private final LongSupplier clock;
  private HttpServer server;
  private boolean unattended;
  private volatile Context loop;

  /** A server that is started by deploying it. */
  public WebVerticle(Address address, Behind behind, LongSupplier clock) {
    this.address = address;
    this.behind = behind;
    this.clock = clock;
  }

  /**
   * Has loaded what a server is made of, hundreds of classes: while a watch reads its files there
   * is time for that, and afterwards everybody waits.
   */
  public static Void prepared(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route("/api/*").handler(body(MAX_BODY_BYTES));
    vertx.createHttpServer(new HttpServerOptions()).requestHandler(router);
    return null;
  }

  @Override
  public Future<?> start() {
    loop = context;
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setCompressionSupported(true)
            // No browser asks for it, and a first request that did was once answered to nobody.
            .setHttp2ClearTextEnabled(false)
            .setMaxWebSocketFrameSize(MAX_FRAME_BYTES)
            .setMaxWebSocketMessageSize(MAX_MESSAGE_BYTES)
            .setWebSocketSubProtocols(List.of(SUB_PROTOCOL));
    if (address.key() != null) {
      options.setSsl(true).setKeyCertOptions(address.key());
    }
    vertx.setPeriodic(MOVES_MILLIS, tick -> behind.pusher().pushMoves());
    vertx.setPeriodic(HEARTBEAT_MILLIS, tick -> behind.pusher().pushHeartbeat());
    vertx.setPeriodic(SEATS_MILLIS, tick -> lookAtSeats());
    behind.door().tellRefusals((person, tried) -> behind.desk().note(person, "refused", tried));
    behind.replays().start(vertx);
    behind.backtests().start(vertx);
    behind.jobs().start(vertx);
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(router(vertx, behind, clock))
            .webSocketHandshakeHandler(this::shake)
            .webSocketHandler(this::seat);
    return server.listen();
  }

  private void seat(ServerWebSocket socket) {
    Visitor visitor = behind.door().visitor(socket.headers(), socket.authority());
    boolean isLive = socket.query() == null || !socket.query().startsWith(REPLAY);
    boolean named = socket.headers().contains("Sec-WebSocket-Protocol");
    if (named && !SUB_PROTOCOL.equals(socket.subProtocol())) {
      socket.close(WRONG_VERSION, "this watch speaks " + SUB_PROTOCOL);
    } else if (visitor == null) {
      socket.close(Pusher.SIGN_IN, "sign in");
    } else if (!visitor.officer().may(isLive ? Deed.SEE : Deed.LOOK_BACK)) {
      socket.close(NOT_ALLOWED, "your role may not look here");
    } else {
      Pusher pusher = isLive ? behind.pusher() : replay(socket.query(), visitor.officer());
      if (pusher == null) {
        socket.close((short) 4004, "there is no such replay");
      } else {
        pusher.open(socket, new Seat(behind.door(), visitor, isLive, clock));
      }
    }
  }

  private Pusher replay(String query, Officer officer) {
    return behind.replays().pusher(query.substring(REPLAY.length()), officer);
  }

  private void lookAtSeats() {
    behind.pusher().lookAtSeats();
    behind.replays().lookAtSeats();
    Long alone = behind.door().attendance().unattendedSinceMillis();
    if ((alone != null) != unattended) {
      unattended = alone != null;
      String what = unattended ? "watch-unattended" : "watch-attended";
      behind.desk().note(null, what, unattended ? "since " + Replies.time(alone) : "");
    }
  }

  @Override
  public Future<?> stop() {
    behind.pusher().close();
    behind.replays().close();
    behind.backtests().close();
    behind.jobs().close();
    return server == null ? Future.succeededFuture() : server.close();
  }

  /** Runs something on the server's event loop, after what was run there before. */
  public void onLoop(Runnable task) {
    loop.runOnContext(go -> task.run());
  }

  /** The port that is really listened on. */
  public int port() {
    return server.actualPort();
  }

  private void shake(ServerWebSocketHandshake handshake) {
    String origin = handshake.headers().get("Origin");
    boolean byCookie = handshake.headers().contains("Cookie");
    boolean signed = byCookie && !behind.door().isDemo();
    boolean ours =
        new Guard(behind.door().doorway()).isOurs(handshake.authority(), origin)
            && "/ws/watch".equals(handshake.path());
    // A browser says where its page is from; a cookie without that is no page's of ours.
    if (ours && !(signed && origin == null)) {
      handshake.accept();
    } else {
      handshake.reject(403);
    }
  }

  /** All routes, each before those that are less particular. */
  static Router router(Vertx vertx, Behind behind, LongSupplier clock) {
    Router router = Router.router(vertx);
    new Guard(behind.door().doorway()).mount(router);
    behind.door().mount(router);
    router.put("/api/fences/:id").handler(body(MAX_FENCE_BYTES));
    router.post("/api/fences/shapes").handler(body(MAX_SHAPE_BYTES));
    router.post("/api/backtests").handler(body(MAX_FENCE_BYTES));
    router.post("/api/plans/import").handler(body(MAX_TABLE_BYTES));
    router.post("/api/sightings/import").handler(body(MAX_TABLE_BYTES));
    router.put("/api/watchlists/:id").handler(body(MAX_LIST_BYTES));
    router.post("/api/watchlists/preview").handler(body(MAX_LIST_BYTES));
    router.route("/api/*").handler(body(MAX_BODY_BYTES));
    PasswordDesk passwords = new PasswordDesk(vertx, behind.door());
    new SessionRoutes(behind.door(), passwords, behind.desk(), clock).mount(router);
    new UserRoutes(behind.door(), passwords, behind.desk(), clock).mount(router);
    new TokenRoutes(behind.door(), passwords, behind.desk(), clock).mount(router);
    new AlertRoutes(behind.board(), behind.desk(), behind.door().book(), clock).mount(router);
    new HandoverRoutes(behind.door().handovers(), behind.board(), behind.desk(), clock)
        .mount(router);
    new TrackRoutes(behind.board(), behind.desk()).mount(router);
    new FenceRoutes(behind.board(), behind.desk(), behind.proposals(), clock).mount(router);
    new ShapeRoutes().mount(router);
    new PlanRoutes(behind.desk(), clock).mount(router);
    new SightingRoutes(behind.desk(), clock).mount(router);
    new WatchListRoutes(behind.desk(), clock).mount(router);
    new PortCallRoutes(behind.desk(), clock).mount(router);
    new CoverageRoutes(behind.desk()).mount(router);
    new RuleRoutes(behind.board(), behind.desk(), behind.proposals(), clock).mount(router);
    new ProposalRoutes(behind.proposals(), order -> behind.desk().submit(order), clock, Officer::of)
        .mount(router);
    new KnownGoodRoutes(behind.desk(), clock).mount(router);
    RecordWorkers workers = new RecordWorkers();
    new RecordingRoutes(behind.board(), behind.desk(), behind.jobs(), workers, clock).mount(router);
    new JobRoutes(behind.jobs()).mount(router);
    new ReplayRoutes(behind.replays(), behind.desk(), clock).mount(router);
    new BacktestRoutes(behind.backtests(), clock).mount(router);
    new StationRoutes(behind.desk()).mount(router);
    new CanaryRoutes(behind.desk()).mount(router);
    new SystemRoutes(behind.desk(), behind.door().attendance(), behind.metrics()).mount(router);
    OgcPicture picture = new OgcPicture(behind.board(), behind.desk());
    OgcTrackPoints points = new OgcTrackPoints(behind.desk(), workers, clock);
    new OgcRoutes(picture, points, clock).mount(router);
    new PageRoutes().mount(router);
    router
        .route("/api/*")
        .handler(
            request -> Problem.answer(request, 404, "Nothing here", "There is no such resource."));
    router.route().failureHandler(WebVerticle::failed);
    // A path that cannot be decoded reaches no route, and is no reason to write a trace.
    router.errorHandler(
        400,
        request -> Problem.answer(request, 400, "Not possible", "The address cannot be read."));
    return router;
  }

  private static BodyHandler body(long limit) {
    return BodyHandler.create(false).setBodyLimit(limit);
  }

  private static void failed(RoutingContext request) {
    int status = request.statusCode() < 400 ? 500 : request.statusCode();
    if (status == 500 && request.failure() != null) {
      LOG.log(Level.ERROR, "request failed: " + request.request().path(), request.failure());
    }
    String title = status == 500 ? "Internal error" : "Not possible";
    String detail = status == 413 ? "The body is too large." : "The request could not be answered.";
    if (!request.response().ended()) {
      Problem.answer(request, status, title, detail);
    }
  }
}
