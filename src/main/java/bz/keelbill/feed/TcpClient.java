package bz.keelbill.feed;

import bz.keelbill.net.BackOff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.lang.System.Logger.Level;

/**
 * Connects to a sender and reads, again and again: after each failure it waits a random time up to
 * a limit that doubles from half a second to a minute, and begins anew after a minute of good data.
 *
 * <p>A connection that has gone silent may be half open (the far end gone without a word), so it is
 * dropped and made again.
 */
final class TcpClient implements Transport {

  private static final System.Logger LOG = System.getLogger(TcpClient.class.getName());

  private final Vertx vertx;
  private final Feed feed;
  private final AttemptSpacing spacing;
  private final NetClient client;
  private final BackOff backOff;
  private NetSocket socket;
  private boolean closed;

  TcpClient(Vertx vertx, Feed feed, AttemptSpacing spacing) {
    this.vertx = vertx;
    this.feed = feed;
    this.spacing = spacing;
    client =
        vertx.createNetClient(
            new NetClientOptions()
                .setConnectTimeout(feed.timing().connectMillis())
                .setReceiveBufferSize(Feed.RECEIVE_BUFFER_BYTES)
                .setTcpKeepAlive(true));
    backOff = feed.timing().newBackOff();
  }

  @Override
  public void start() {
    attemptAfter(0);
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
    return client.close();
  }

  private void attemptAfter(long waitMillis) {
    later(waitMillis, () -> later(spacing.waitMillis(Feed.monotonicMillis()), this::attempt));
  }

  private void later(long waitMillis, Runnable act) {
    if (waitMillis <= 0) {
      act.run();
    } else {
      vertx.setTimer(waitMillis, ignored -> act.run());
    }
  }

  private void attempt() {
    if (!closed) {
      FeedConfig.Endpoint far = feed.config().endpoint();
      client.connect(far.port(), far.host()).onSuccess(this::connected).onFailure(this::failed);
    }
  }

  private void failed(Throwable reason) {
    if (!closed) {
      LOG.log(Level.DEBUG, "feed {0}: {1}", feed.config().name(), reason.getMessage());
      feed.become(FeedState.State.DOWN);
      attemptAfter(backOff.nextMillis());
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
    if (inlet.goodMillis() >= feed.timing().goodMillis()) {
      backOff.reset();
    }
    feed.lost();
    attemptAfter(backOff.nextMillis());
  }
}
