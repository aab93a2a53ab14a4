package bz.keelbill.relay;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/**
 * One connected reader and its queue. A full queue takes no more; what a reader says is thrown away
 * unread, and not faster than it is worth.
 */
final class TcpReader {
  static final int QUEUE_BYTES = 256 * 1024;

  private static final int HEARD_BYTES = 64 * 1024;

  private final NetSocket socket;
  private final long stuckMillis;
  private boolean isFull;
  private long fullSinceMillis;
  private int heardBytes;

  TcpReader(NetSocket socket, long stuckMillis) {
    this.socket = socket;
    this.stuckMillis = stuckMillis;
    socket.setWriteQueueMaxSize(QUEUE_BYTES);
    socket.exceptionHandler(ignored -> {}); // a reset ends the stream like any other end
    socket.handler(this::heard);
  }

  String address() {
    return socket.remoteAddress().hostAddress();
  }

  /** Queues whole lines, or says that there is no room. */
  boolean give(Buffer lines, long nowMillis) {
    if (socket.writeQueueFull()) {
      full(nowMillis);
      return false;
    }
    isFull = false;
    socket.write(lines);
    return true;
  }

  private void full(long nowMillis) {
    if (!isFull) {
      isFull = true;
      fullSinceMillis = nowMillis;
      socket.drainHandler(drained -> isFull = false);
    }
  }

  /** Whether the queue has been full all the while. */
  boolean isStuck(long nowMillis) {
    if (socket.writeQueueFull()) {
      full(nowMillis);
    }
    return isFull && nowMillis - fullSinceMillis > stuckMillis;
  }

  /** Hears what the reader may say until the next time. */
  void listen() {
    if (heardBytes >= HEARD_BYTES) {
      socket.resume();
    }
    heardBytes = 0;
  }

  private void heard(Buffer nothing) {
    heardBytes += nothing.length();
    if (heardBytes >= HEARD_BYTES) {
      socket.pause();
    }
  }

  /** Ends the connection now. An ordinary close would wait until the queue has been taken. */
  void cut() {
    ((NetSocketInternal) socket).channelHandlerContext().close();
  }
}
