package bz.keelbill.web;

import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One client of the live websocket: what it still has to be told, and whether it keeps up.
 *
 * <p>Track moves wait and are told by their latest state; alerts wait in a queue and none is
 * dropped: a client that lets a thousand pile up, or takes none for half a minute, is cut and
 * resumes.
 */
final class Console {
  static final short TOO_SLOW = 4008;
  private static final int MAX_WAITING = 1_000;
  private static final long STUCK_MILLIS = 30_000;

  private final ServerWebSocket socket;
  private final Seat seat;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Set<Long> behindOn = new LinkedHashSet<>();
  private final LongSupplier clock;
  private boolean greeted;
  private long waitingSinceMillis;

  Console(ServerWebSocket socket, Seat seat, LongSupplier clock) {
    this.socket = socket;
    this.seat = seat;
    this.clock = clock;
    socket.drainHandler(ready -> flush());
  }

  Seat seat() {
    return seat;
  }

  ServerWebSocket socket() {
    return socket;
  }

  boolean isGreeted() {
    return greeted;
  }

  void greet() {
    greeted = true;
  }

  /** Whether it takes nothing now, be it full or gone. */
  boolean isFull() {
    return socket.isClosed() || socket.writeQueueFull();
  }

  /** Moves it was not told of because it was full. */
  Set<Long> behindOn() {
    return behindOn;
  }

  /** Sends something that must not be lost. */
  void sendSurely(String text) {
    if (socket.isClosed()) {
      return;
    }
    if (waiting.isEmpty() && !socket.writeQueueFull()) {
      socket.writeTextMessage(text);
      return;
    }
    if (waiting.isEmpty()) {
      waitingSinceMillis = clock.getAsLong();
    }
    waiting.addLast(text);
    cutIfStuck();
  }

  /** Sends something that will be said again anyway, unless the client is full. */
  void sendIfRoom(String text) {
    if (!isFull()) {
      socket.writeTextMessage(text);
    }
  }

  /** Whether the client was cut for not keeping up. */
  boolean cutIfStuck() {
    boolean stuck = !waiting.isEmpty() && clock.getAsLong() - waitingSinceMillis > STUCK_MILLIS;
    if (stuck || waiting.size() > MAX_WAITING) {
      waiting.clear();
      socket.close(TOO_SLOW, "too slow; resume");
      return true;
    }
    return false;
  }

  private void flush() {
    while (!waiting.isEmpty() && !isFull()) {
      socket.writeTextMessage(waiting.removeFirst());
      waitingSinceMillis = clock.getAsLong();
    }
  }
}
