package bz.keelbill.relay;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.datagram.DatagramSocketOptions;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Throws datagrams at one address, several lines in each unless each line is to have its own.
 * Nobody answers, so nothing tells whether anybody hears.
 */
final class UdpDoor implements Door {
  private static final System.Logger LOG = System.getLogger(UdpDoor.class.getName());

  /** What passes every usual link in one piece. */
  private static final int MOST_BYTES = 1_400;

  /** Datagrams under way at most, such as while a host's name is being looked up. */
  private static final int MOST_UNDER_WAY = 256;

  private static final long LOG_EVERY_MILLIS = 60_000;

  private final Vertx vertx;
  private final OutputConfig config;
  private final OutputTally tally;
  private final LongSupplier monotonicMillis;
  private DatagramSocket socket;
  private Buffer datagram = Buffer.buffer();
  private int linesInDatagram;
  private int underWay;
  private long failedAtMillis;

  UdpDoor(Vertx vertx, OutputConfig config, OutputTally tally, LongSupplier monotonicMillis) {
    this.vertx = vertx;
    this.config = config;
    this.tally = tally;
    this.monotonicMillis = monotonicMillis;
    failedAtMillis = monotonicMillis.getAsLong() - LOG_EVERY_MILLIS;
  }

  @Override
  public void open() {
    socket =
        vertx.createDatagramSocket(
            new DatagramSocketOptions().setBroadcast(true).setIpV6(isIpV6()));
    socket.exceptionHandler(this::failed);
    LOG.log(Level.INFO, "AIS output {0} sends to {1}", config.name(), config.endpoint());
  }

  private boolean isIpV6() {
    return config.endpoint().host().indexOf(':') >= 0;
  }

  @Override
  public void give(List<String> lines) {
    for (String line : lines) {
      if (datagram.length() + line.length() > MOST_BYTES || config.form().onePerDatagram()) {
        flush();
      }
      tally.lines(1);
      datagram.appendBytes(line.getBytes(StandardCharsets.US_ASCII));
      linesInDatagram++;
    }
  }

  @Override
  public void flush() {
    if (linesInDatagram == 0) {
      return;
    }
    int lines = linesInDatagram;
    if (underWay < MOST_UNDER_WAY) {
      underWay++;
      OutputConfig.Endpoint theirs = config.endpoint();
      socket.send(datagram, theirs.port(), theirs.host()).onComplete(sent -> done(sent, lines));
    } else {
      tally.dropped(OutputTally.NOT_SENT, lines);
    }
    datagram = Buffer.buffer();
    linesInDatagram = 0;
  }

  private void done(AsyncResult<Void> sent, int lines) {
    underWay--;
    if (sent.failed()) {
      tally.dropped(OutputTally.NOT_SENT, lines);
      failed(sent.cause());
    }
  }

  private void failed(Throwable reason) {
    long now = monotonicMillis.getAsLong();
    if (now - failedAtMillis >= LOG_EVERY_MILLIS) {
      failedAtMillis = now;
      LOG.log(
          Level.WARNING,
          "AIS output {0} cannot send to {1}: {2}",
          config.name(),
          config.endpoint(),
          reason.getMessage());
    }
  }

  @Override
  public void tick() {
    // Nobody to look after.
  }

  @Override
  public Future<Void> close() {
    flush();
    return socket == null ? Future.succeededFuture() : socket.close();
  }
}
