package bz.keelbill.relay;

import bz.keelbill.net.BackOff;
import bz.keelbill.net.TcpPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Lets readers connect: a bound address, a list of who may, a bound on how many at a time. */
final class TcpDoor implements Door, TcpPort.Keeper {
  private static final System.Logger LOG = System.getLogger(TcpDoor.class.getName());

  /** Lines leave in pieces of about this size; a piece holds whole messages. */
  private static final int PIECE_BYTES = 16 * 1024;

  /** What the system holds for one reader besides its queue: old positions help nobody. */
  private static final int SEND_BUFFER_BYTES = 64 * 1024;

  private static final long LOG_EVERY_MILLIS = 60_000;

  /** How long readers have to take the last lines. */
  private static final long LAST_MILLIS = 1_000;

  private final Vertx vertx;
  private final OutputConfig config;
  private final OutputTally tally;
  private final RelayTiming timing;
  private final LongSupplier monotonicMillis;
  private final TcpPort port;
  private final Map<NetSocket, TcpReader> readers = new LinkedHashMap<>();
  private Buffer piece = Buffer.buffer();
  private int linesInPiece;
  private long turnedAwayAtMillis;
  private volatile int actualPort;

  TcpDoor(
      Vertx vertx,
      OutputConfig config,
      OutputTally tally,
      RelayTiming timing,
      LongSupplier monotonicMillis) {
    this.vertx = vertx;
    this.config = config;
    this.tally = tally;
    this.timing = timing;
    this.monotonicMillis = monotonicMillis;
    turnedAwayAtMillis = monotonicMillis.getAsLong() - LOG_EVERY_MILLIS;
    NetServerOptions options =
        new NetServerOptions()
            .setHost(config.endpoint().host())
            .setPort(config.endpoint().port())
            .setSendBufferSize(SEND_BUFFER_BYTES)
            .setTcpKeepAlive(true);
    BackOff backOff = BackOff.of(timing.firstBackOffMillis(), timing.mostBackOffMillis());
    port = new TcpPort(vertx, options, backOff, this);
  }

  /** The port it has bound; 0 while it has none. From any thread. */
  int port() {
    return actualPort;
  }

  @Override
  public void open() {
    port.open();
  }

  @Override
  public void bound(int bound) {
    actualPort = bound;
    String address = OutputConfig.Endpoint.of(config.endpoint().host(), bound).toString();
    LOG.log(Level.INFO, "AIS output {0} listens on {1}", config.name(), address);
  }

  @Override
  public void notBound(Throwable reason) {
    LOG.log(
        Level.WARNING,
        "AIS output {0} cannot listen on {1}: {2}; it will be tried again",
        config.name(),
        config.endpoint(),
        reason.getMessage());
  }

  @Override
  public void connected(NetSocket socket) {
    String address = socket.remoteAddress().hostAddress();
    boolean isAllowed = config.endpoint().allow().allows(address);
    if (!isAllowed || readers.size() >= config.endpoint().maxClients()) {
      turnedAway(address, isAllowed ? "there are too many readers" : "it may not read");
      socket.close();
      return;
    }
    readers.put(socket, new TcpReader(socket, timing.stuckMillis()));
    socket.closeHandler(closed -> left(socket));
    tally.clients(readers.size());
  }

  private void left(NetSocket socket) {
    readers.remove(socket);
    tally.clients(readers.size());
  }

  private void turnedAway(String address, String why) {
    long now = monotonicMillis.getAsLong();
    if (now - turnedAwayAtMillis >= LOG_EVERY_MILLIS) {
      turnedAwayAtMillis = now;
      LOG.log(Level.WARNING, "AIS output {0} turned {1} away: {2}", config.name(), address, why);
    }
  }

  @Override
  public void give(List<String> lines) {
    if (readers.isEmpty()) {
      return;
    }
    lines.forEach(line -> piece.appendBytes(line.getBytes(StandardCharsets.US_ASCII)));
    linesInPiece += lines.size();
    tally.lines(lines.size());
    if (piece.length() >= PIECE_BYTES) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (linesInPiece == 0) {
      return;
    }
    long now = monotonicMillis.getAsLong();
    for (TcpReader reader : List.copyOf(readers.values())) {
      if (!reader.give(piece, now)) {
        tally.dropped(OutputTally.SLOW_CLIENT, linesInPiece);
      }
    }
    piece = Buffer.buffer();
    linesInPiece = 0;
  }

  @Override
  public void tick() {
    long now = monotonicMillis.getAsLong();
    for (TcpReader reader : List.copyOf(readers.values())) {
      if (reader.isStuck(now)) {
        LOG.log(
            Level.WARNING,
            "AIS output {0}: {1} takes nothing and is cut",
            config.name(),
            reader.address());
        reader.cut();
      } else {
        reader.listen();
      }
    }
  }

  @Override
  public Future<Void> close() {
    flush();
    vertx.setTimer(LAST_MILLIS, over -> List.copyOf(readers.values()).forEach(TcpReader::cut));
    return port.close();
  }
}
