package bz.keelbill.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets senders connect to us: a bound address, a list of who may, a bound on how many at a time.
 *
 * <p>A sender that has said nothing for longer than the feed's patience gives up its place when
 * another one wants it, for it may be long gone without a word.
 */
final class TcpListener implements Transport {

  private static final System.Logger LOG = System.getLogger(TcpListener.class.getName());

  private final Vertx vertx;
  private final Feed feed;
  private final BackOff backOff;

  /** Connected senders and when each last spoke, the longest silent one first. */
  private final Map<NetSocket, Long> senders = new LinkedHashMap<>(16, 0.75f, true);

  private NetServer server;
  private boolean closed;

  TcpListener(Vertx vertx, Feed feed) {
    this.vertx = vertx;
    this.feed = feed;
    backOff = BackOff.of(feed.timing());
  }

  @Override
  public void start() {
    if (closed) {
      return;
    }
    FeedConfig.Endpoint ours = feed.config().endpoint();
    server =
        vertx
            .createNetServer(new NetServerOptions().setTcpKeepAlive(true))
            .connectHandler(this::connected);
    server
        .listen(ours.port(), ours.host())
        .onSuccess(bound -> feed.bound(bound.actualPort()))
        .onFailure(this::notBound);
  }

  @Override
  public void pause() {
    senders.keySet().forEach(NetSocket::pause);
  }

  @Override
  public void resume() {
    List.copyOf(senders.keySet()).forEach(NetSocket::resume);
  }

  @Override
  public void silent() {
    // Whoever has something to say comes to us.
  }

  @Override
  public Future<?> close() {
    closed = true;
    return server == null ? Future.succeededFuture() : server.close();
  }

  private void notBound(Throwable reason) {
    if (!closed) {
      feed.notBound(reason);
      vertx.setTimer(backOff.nextMillis() + 1, ignored -> start());
    }
  }

  private void connected(NetSocket sender) {
    if (closed || !isWelcome(sender)) {
      sender.close();
      return;
    }
    senders.put(sender, Feed.monotonicMillis());
    Inlet inlet = feed.newInlet();
    sender.handler(
        buffer -> {
          senders.put(sender, Feed.monotonicMillis());
          inlet.read(buffer.getBytes());
        });
    sender.exceptionHandler(ignored -> {}); // a reset ends the stream like any other end
    sender.endHandler(
        ignored -> {
          senders.remove(sender);
          inlet.cut();
        });
    if (feed.isPaused()) {
      sender.pause();
    }
  }

  private boolean isWelcome(NetSocket sender) {
    FeedConfig.Endpoint ours = feed.config().endpoint();
    String address = sender.remoteAddress().hostAddress();
    if (!ours.allow().allows(address)) {
      LOG.log(Level.WARNING, "feed {0}: {1} may not send", feed.config().name(), address);
      return false;
    }
    return senders.size() < ours.maxClients() || makePlace();
  }

  private boolean makePlace() {
    Map.Entry<NetSocket, Long> longest = senders.entrySet().iterator().next();
    long quietMillis = Feed.monotonicMillis() - longest.getValue();
    // While we do not read, nobody can be blamed for saying nothing.
    if (feed.isPaused() || quietMillis < feed.timing().silenceMillis()) {
      LOG.log(Level.WARNING, "feed {0}: too many senders", feed.config().name());
      return false;
    }
    senders.remove(longest.getKey());
    longest.getKey().close();
    return true;
  }
}
