package bz.keelbill.feed;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** One feed on its own event-loop context: its transport, its pipeline and its clock. */
final class FeedVerticle extends VerticleBase {

  private final FeedConfig config;
  private final Surroundings around;
  private final AttemptSpacing spacing;
  private final ServiceTurns turns;
  private volatile Feed feed;
  private Transport transport;

  FeedVerticle(FeedConfig config, Surroundings around, AttemptSpacing spacing, ServiceTurns turns) {
    this.config = config;
    this.around = around;
    this.spacing = spacing;
    this.turns = turns;
  }

  @Override
  public Future<?> start() {
    feed = new Feed(config, around, context);
    transport = transport();
    vertx.setPeriodic(around.timing().tickMillis(), ignored -> feed.tick());
    feed.begin(transport);
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return transport.close().eventually(() -> Future.succeededFuture(closeFeed()));
  }

  /** How the feed is now; from any thread, once started. */
  FeedState state() {
    return feed.state();
  }

  private Transport transport() {
    return switch (config.transport()) {
      case TCP -> new TcpClient(vertx, feed, spacing);
      case TCP_LISTEN -> new TcpListener(vertx, feed);
      case UDP -> new UdpListener(vertx, feed);
      case FILE -> new FileReader(vertx, feed);
      case SERIAL -> new SerialReader(vertx, feed, spacing);
      case WEBSOCKET -> new WebSocketReader(vertx, feed, spacing);
      case HTTP -> new HttpPoller(vertx, feed, spacing, turns);
    };
  }

  private Void closeFeed() {
    feed.close();
    return null;
  }
}
