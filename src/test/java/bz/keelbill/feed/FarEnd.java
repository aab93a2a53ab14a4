package bz.keelbill.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A sender that TCP feeds connect to. */
final class FarEnd implements Closeable {

  private static final int PATIENCE_MILLIS = 15_000;

  /** Small, so that a test feels it when nobody reads. */
  private static final int SEND_BUFFER_BYTES = 1 << 16;

  private final ServerSocket server;

  FarEnd(int port) {
    try {
      server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      server.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  FarEnd() {
    this(0);
  }

  int port() {
    return server.getLocalPort();
  }

  FeedConfig feed(String name) {
    return FeedConfig.tcp(name, Format.NMEA, "127.0.0.1", port());
  }

  /** Waits for the next connection. */
  Socket accept() throws IOException {
    Socket socket = server.accept();
    socket.setSendBufferSize(SEND_BUFFER_BYTES);
    return socket;
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
