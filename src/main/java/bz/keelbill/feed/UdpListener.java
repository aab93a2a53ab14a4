package bz.keelbill.feed;

import bz.keelbill.net.BackOff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.datagram.DatagramSocketOptions;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes datagrams: several lines in each, the last line end may lack, and the prefix of IEC
 * 61162-450 may stand before them.
 *
 * <p>A sender of datagrams cannot be made to wait: what comes while the intake is full is dropped
 * and counted.
 */
final class UdpListener implements Transport {

  private static final System.Logger LOG = System.getLogger(UdpListener.class.getName());

  /** IEC 61162-450, 7.2.2: token of a datagram of sentences. */
  private static final byte[] PREFIX = {'U', 'd', 'P', 'b', 'C', 0};

  private static final int RECEIVE_BUFFER_BYTES = 1 << 20;
  private static final int MAX_SENDERS = 64;

  private final Vertx vertx;
  private final Feed feed;
  private final BackOff backOff;

  /** Each sender's own framing and decoder; the one that was quiet longest is forgotten first. */
  private final Map<String, Inlet> senders =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Inlet> eldest) {
          return size() > MAX_SENDERS;
        }
      };

  private DatagramSocket socket;
  private boolean closed;

  UdpListener(Vertx vertx, Feed feed) {
    this.vertx = vertx;
    this.feed = feed;
    backOff = feed.timing().newBackOff();
  }

  @Override
  public void start() {
    if (closed) {
      return;
    }
    socket =
        vertx.createDatagramSocket(
            new DatagramSocketOptions().setReceiveBufferSize(RECEIVE_BUFFER_BYTES));
    socket.handler(this::received);
    socket.exceptionHandler(
        reason -> LOG.log(Level.DEBUG, "feed {0}: {1}", feed.config().name(), reason.getMessage()));
    bind().onSuccess(bound -> feed.bound(bound.localAddress().port())).onFailure(this::notBound);
  }

  @Override
  public void pause() {
    // Nothing: datagrams are dropped as they come.
  }

  @Override
  public void resume() {
    // Nothing: the next datagram finds room.
  }

  @Override
  public void silent() {
    // Whoever has something to say sends it to us.
  }

  @Override
  public Future<?> close() {
    closed = true;
    return socket == null ? Future.succeededFuture() : socket.close();
  }

  private Future<DatagramSocket> bind() {
    FeedConfig.Endpoint ours = feed.config().endpoint();
    if (!isMulticast(ours.host())) {
      return socket.listen(ours.port(), ours.host());
    }
    return socket
        .listen(ours.port(), "0.0.0.0")
        .compose(bound -> bound.listenMulticastGroup(ours.host()).map(bound));
  }

  private void notBound(Throwable reason) {
    if (!closed) {
      feed.notBound(reason);
      socket.close();
      vertx.setTimer(backOff.nextMillis() + 1, ignored -> start());
    }
  }

  private void received(DatagramPacket packet) {
    String sender = packet.sender().hostAddress();
    if (!feed.config().endpoint().allow().allows(sender)) {
      return;
    }
    byte[] bytes = packet.data().getBytes();
    int start = hasPrefix(bytes) ? PREFIX.length : 0;
    if (feed.isFull()) {
      feed.drop(lines(bytes, start));
      return;
    }
    senders
        .computeIfAbsent(sender, fresh -> feed.newInlet())
        .readWhole(bytes, start, bytes.length - start);
  }

  private static boolean hasPrefix(byte[] bytes) {
    return bytes.length >= PREFIX.length
        && Arrays.equals(bytes, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  private static long lines(byte[] bytes, int start) {
    long lines = bytes.length > start && bytes[bytes.length - 1] != '\n' ? 1 : 0;
    for (int at = start; at < bytes.length; at++) {
      lines += bytes[at] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** 224.0.0.0/4, as a literal address. */
  private static boolean isMulticast(String host) {
    return host.matches("(22[4-9]|23[0-9])(\\.[0-9]{1,3}){3}");
  }
}
