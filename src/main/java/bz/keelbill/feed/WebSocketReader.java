package bz.keelbill.feed;

import bz.keelbill.report.Reject;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger.Level;
import java.net.URI;

/**
 * Subscribes to a service over a websocket, again and again: says what the format asks for, and
 * takes each message, text or binary, in one frame or in several, as one line.
 *
 * <p>A connection that has gone silent is given up at once and made again, without waiting for a
 * far end that may be gone.
 */
final class WebSocketReader implements Transport {

  private static final System.Logger LOG = System.getLogger(WebSocketReader.class.getName());

  /** Longer messages are counted and passed over. */
  static final int MAX_MESSAGE_BYTES = Format.MAX_JSON_BYTES;

  /** A frame longer than this ends the connection. */
  static final int MAX_FRAME_BYTES = 1 << 20;

  private final Context context;
  private final Feed feed;
  private final WebSocketClient client;
  private final Attempts attempts;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private boolean overlong;
  private boolean isGone;
  private WebSocket socket;
  private Inlet inlet;
  private boolean closed;

  WebSocketReader(Vertx vertx, Feed feed, AttemptSpacing spacing) {
    this.context = vertx.getOrCreateContext();
    this.feed = feed;
    client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout(feed.timing().connectMillis())
                .setMaxFrameSize(MAX_FRAME_BYTES)
                .setMaxMessageSize(MAX_FRAME_BYTES)
                .setClosingTimeout(1)
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
      lostOnceRead(socket);
    }
  }

  @Override
  public void silent() {
    if (socket != null) {
      WebSocket mute = socket;
      lost(mute);
      mute.close();
    }
  }

  @Override
  public Future<?> close() {
    closed = true;
    attempts.stop();
    return client.close();
  }

  private void attempt() {
    client.connect(options()).onSuccess(this::connected).onFailure(this::failed);
  }

  private WebSocketConnectOptions options() {
    URI url = Request.address(feed.config());
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setAbsoluteURI(url.toString())
            .setTimeout(feed.timing().connectMillis());
    String authorization = Request.authorization(feed.config().online().url());
    if (authorization != null) {
      options.putHeader("Authorization", authorization);
    }
    return options;
  }

  private void failed(Throwable reason) {
    if (closed) {
      return;
    }
    if (reason instanceof UpgradeRejectedException rejected) {
      feed.answered(rejected.getStatus());
      feed.become(FeedState.State.DOWN);
      String retryAfter = rejected.getHeaders().get("Retry-After");
      attempts.againAfter(RetryAfter.millis(retryAfter, feed.nowMillis()));
    } else {
      LOG.log(Level.DEBUG, "feed {0}: {1}", feed.config().name(), reason.getClass().getName());
      feed.become(FeedState.State.DOWN);
      attempts.again();
    }
  }

  private void connected(WebSocket fresh) {
    if (closed) {
      fresh.close();
      return;
    }
    socket = fresh;
    isGone = false;
    inlet = feed.newInlet();
    feed.connected();
    endMessage();
    fresh.frameHandler(frame -> take(fresh, frame));
    fresh.exceptionHandler(reason -> broken(fresh, reason));
    fresh.endHandler(ignored -> lost(fresh));
    fresh.closeHandler(ignored -> gone(fresh));
    if (feed.isPaused()) {
      fresh.pause();
    }
    String opening = Request.opening(feed.config());
    if (opening != null) {
      fresh.writeTextMessage(opening);
    }
  }

  private void take(WebSocket from, WebSocketFrame frame) {
    if (from != socket || !(frame.isText() || frame.isBinary() || frame.isContinuation())) {
      return;
    }
    byte[] bytes = frame.binaryData().getBytes();
    overlong |= message.size() + bytes.length > MAX_MESSAGE_BYTES;
    if (!overlong) {
      message.writeBytes(bytes);
    }
    if (frame.isFinal()) {
      take();
    }
  }

  private void take() {
    byte[] whole = message.toByteArray();
    boolean isWhole = !overlong;
    endMessage();
    if (isWhole) {
      inlet.message(whole);
    } else {
      feed.refuse(0, Reject.Reason.TOO_LONG);
    }
  }

  private void endMessage() {
    message.reset();
    overlong = false;
  }

  private void broken(WebSocket from, Throwable reason) {
    if (from == socket && reason instanceof CorruptedWebSocketFrameException) {
      feed.refuse(0, Reject.Reason.TOO_LONG);
    }
  }

  /** A reset has no end behind what was read; while reading is stopped, that comes first. */
  private void gone(WebSocket from) {
    if (from == socket) {
      isGone = true;
      lostOnceRead(from);
    }
  }

  private void lostOnceRead(WebSocket from) {
    if (isGone && !feed.isPaused()) {
      context.runOnContext(ignored -> lost(from));
    }
  }

  private void lost(WebSocket gone) {
    if (gone != socket) {
      return;
    }
    socket = null;
    if (closed) {
      return;
    }
    if (message.size() > 0) {
      feed.refuse(0, Reject.Reason.SHORT);
    }
    attempts.ended(inlet);
    feed.lost();
    attempts.again();
  }
}
