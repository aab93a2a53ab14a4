package bz.keelbill.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver ashore: whoever connects hears what it says; it outlives the watch that listens. */
final class ShoreStation implements AutoCloseable {
  private final ServerSocket door;
  private final List<Socket> listeners = new CopyOnWriteArrayList<>();

  ShoreStation() throws IOException {
    door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread porter = new Thread(this::letIn, "shore station");
    porter.setDaemon(true);
    porter.start();
  }

  private void letIn() {
    try {
      while (true) {
        listeners.add(door.accept());
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Waits until somebody listens. */
  void awaitListener() {
    Patience.until("the watch listens to the shore station", 20, () -> !listeners.isEmpty());
  }

  /** Says sentences to all who listen; who has gone is forgotten. */
  void say(List<String> sentences) {
    for (String sentence : sentences) {
      say(sentence);
    }
  }

  /** Says one sentence to all who listen; who has gone is forgotten. */
  void say(String sentence) {
    byte[] line = (sentence + "\r\n").getBytes(StandardCharsets.US_ASCII);
    for (Socket listener : listeners) {
      try {
        listener.getOutputStream().write(line);
      } catch (IOException gone) {
        listeners.remove(listener);
      }
    }
  }

  /** Forgets whoever listened, so that {@link #awaitListener} waits for the next. */
  void hangUp() {
    for (Socket listener : listeners) {
      closeQuietly(listener);
    }
    listeners.clear();
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    hangUp();
  }
}
