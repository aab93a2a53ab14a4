package bz.keelbill.feed;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;

/** A service that feeds subscribe to, byte by byte (RFC 6455), so that it can misbehave. */
final class WebSocketFarEnd implements Closeable {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final String KEY = "not-a-real-key";

  private static final int FINAL = 0x80;
  private static final int PATIENCE_MILLIS = 15_000;

  private final ServerSocket server;

  WebSocketFarEnd() throws IOException {
    this(ServerSocketFactory.getDefault());
  }

  WebSocketFarEnd(ServerSocketFactory sockets) throws IOException {
    server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setSoTimeout(PATIENCE_MILLIS);
  }

  FeedConfig feed(String name) {
    return feed(name, "ws", "127.0.0.1");
  }

  FeedConfig feed(String name, String scheme, String host) {
    URI url = URI.create(scheme + "://" + host + ":" + server.getLocalPort() + "/v0/stream?a=b");
    FeedConfig.Wish wish =
        new FeedConfig.Wish(
            new Secret(KEY),
            List.of(new FeedConfig.Box(14.5, -90.5, 19.5, -84.5)),
            List.of(12_000_001),
            List.of("PositionReport"));
    return FeedConfig.online(
        name,
        Format.AISSTREAM,
        FeedConfig.Transport.WEBSOCKET,
        new FeedConfig.Online(url, 60_000, wish));
  }

  /** Waits for a connection and reads the request for the upgrade. */
  Session accept() throws IOException {
    Socket socket = server.accept();
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new Session(socket, head(socket));
  }

  /** Waits for a connection and answers the upgrade. */
  Session upgraded() throws IOException {
    Session session = accept();
    session.upgrade();
    return session;
  }

  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("gone before its request ended: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** One connection. */
  static final class Session implements Closeable {
    final String head;
    private final Socket socket;

    private Session(Socket socket, String head) {
      this.socket = socket;
      this.head = head;
    }

    /** Answers without an upgrade. */
    void refuse(String answer) throws IOException {
      write(answer.getBytes(StandardCharsets.US_ASCII));
      socket.close();
    }

    void upgrade() throws IOException {
      String name = "sec-websocket-key: ";
      int at = head.toLowerCase(java.util.Locale.ROOT).indexOf(name) + name.length();
      String key = head.substring(at, head.indexOf('\r', at));
      write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accepted(key)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
    }

    private static String accepted(String key) {
      try {
        byte[] both =
            (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(both));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /** The next text that the feed sends. */
    String hear() throws IOException {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readUnsignedByte();
      int length = in.readUnsignedByte() & 0x7F;
      length = length == 126 ? in.readUnsignedShort() : length;
      byte[] mask = in.readNBytes(4);
      byte[] text = in.readNBytes(length);
      for (int at = 0; at < text.length; at++) {
        text[at] ^= mask[at % 4];
      }
      return new String(text, StandardCharsets.UTF_8);
    }

    void say(String text) throws IOException {
      frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    void frame(int kind, boolean isFinal, byte[] bytes) throws IOException {
      write(bytesOfFrame(kind, isFinal, bytes));
    }

    static byte[] bytesOfFrame(int kind, boolean isFinal, byte[] bytes) {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.write((isFinal ? FINAL : 0) | kind);
      if (bytes.length < 126) {
        frame.write(bytes.length);
      } else {
        boolean isLong = bytes.length > 0xFFFF;
        frame.write(isLong ? 127 : 126);
        for (int shift = isLong ? 56 : 8; shift >= 0; shift -= 8) {
          frame.write((int) ((long) bytes.length >> shift));
        }
      }
      frame.writeBytes(bytes);
      return frame.toByteArray();
    }

    void closeWith(int code) throws IOException {
      frame(CLOSE, true, new byte[] {(byte) (code >> 8), (byte) code});
    }

    void write(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    /** Ends the connection as a crash does: a reset, without a word (the code is then 1006). */
    void vanish() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
