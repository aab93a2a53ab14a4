package bz.keelbill.feed;

import bz.keelbill.net.TcpPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
final class TcpListener implements Transport, TcpPort.Keeper {

  private static final System.Logger LOG = System.getLogger(TcpListener.class.getName());

  private final Feed feed;
  private final TcpPort port;

  /** Connected senders and when each last spoke, the longest silent one first. */
  private final Map<NetSocket, Long> senders = new LinkedHashMap<>(16, 0.75f, true);

  TcpListener(Vertx vertx, Feed feed) {
    this.feed = feed;
    FeedConfig.Endpoint ours = feed.config().endpoint();
    NetServerOptions options =
        new NetServerOptions()
            .setHost(ours.host())
            .setPort(ours.port())
            .setReceiveBufferSize(Feed.RECEIVE_BUFFER_BYTES)
            .setTcpKeepAlive(true);
    port = new TcpPort(vertx, options, feed.timing().newBackOff(), this);
  }

  @Override
  public void start() {
    port.open();
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
    return port.close();
  }

  @Override
  public void bound(int actualPort) {
    feed.bound(actualPort);
  }

  @Override
  public void notBound(Throwable reason) {
    feed.notBound(reason);
  }

  @Override
  public void connected(NetSocket sender) {
    if (!isWelcome(sender)) {
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
