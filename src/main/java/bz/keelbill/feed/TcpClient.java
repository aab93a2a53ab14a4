package bz.keelbill.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.lang.System.Logger.Level;

/**
 * Connects to a sender and reads, again and again; {@link Attempts} says when.
 *
 * <p>A connection that has gone silent may be half open (the far end gone without a word), so it is
 * dropped and made again.
 */
final class TcpClient implements Transport {

  private static final System.Logger LOG = System.getLogger(TcpClient.class.getName());

  private final Feed feed;
  private final NetClient client;
  private final Attempts attempts;
  private NetSocket socket;
  private boolean closed;

  TcpClient(Vertx vertx, Feed feed, AttemptSpacing spacing) {
    this.feed = feed;
    client =
        vertx.createNetClient(
            new NetClientOptions()
                .setConnectTimeout(feed.timing().connectMillis())
                .setReceiveBufferSize(Feed.RECEIVE_BUFFER_BYTES)
                .setTcpKeepAlive(true));
    attempts = new Attempts(vertx, feed, spacing, this::attempt);
  }

  @Override
  public void start() {
    attempts.begin();
  }

  @Override
  public void pause() {
    if (socket != null) {
      socket.pause();
    }
  }

  @Override
  public void resume() {
    if (socket != null) {
      socket.resume();
    }
  }

  @Override
  public void silent() {
    if (socket != null) {
      socket.close();
    }
  }

  @Override
  public Future<?> close() {
    closed = true;
    attempts.stop();
    return client.close();
  }

  private void attempt() {
    FeedConfig.Endpoint far = feed.config().endpoint();
    client.connect(far.port(), far.host()).onSuccess(this::connected).onFailure(this::failed);
  }

  private void failed(Throwable reason) {
    if (!closed) {
      LOG.log(Level.DEBUG, "feed {0}: {1}", feed.config().name(), reason.getMessage());
      feed.become(FeedState.State.DOWN);
      attempts.again();
    }
  }

  private void connected(NetSocket fresh) {
    if (closed) {
      fresh.close();
      return;
    }
    socket = fresh;
    feed.connected();
    Inlet inlet = feed.newInlet();
    fresh.handler(buffer -> inlet.read(buffer.getBytes()));
    fresh.exceptionHandler(ignored -> {}); // a reset ends the stream like any other end
    // The end comes after all that was read, unlike the close, which overtakes a paused socket.
    fresh.endHandler(ignored -> lost(inlet));
    if (feed.isPaused()) {
      fresh.pause();
    }
  }

  private void lost(Inlet inlet) {
    socket = null;
    if (closed) {
      return;
    }
    inlet.cut();
    attempts.ended(inlet);
    feed.lost();
    attempts.again();
  }
}
