package bz.keelbill.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server that answers as it was told, one answer after the other, byte by byte. */
final class HttpFarEnd implements Closeable {

  /** One answer, perhaps a bad one; it may leave the connection open. */
  interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

  /** What came, its body behind its head, and when on the monotonic clock. */
  record Asked(String head, long atNanos) {}

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Socket> open = new ArrayList<>();
  private int atOnce;
  private int mostAtOnce;

  /** The answers in order; the last one is given again and again. */
  HttpFarEnd(Answer... answers) throws IOException {
    this.answers.addAll(List.of(answers));
    Thread accepting = new Thread(this::accept, "http far end");
    accepting.setDaemon(true);
    accepting.start();
  }

  FeedConfig feed(Format format, long intervalMillis, String pathAndQuery) {
    URI url = URI.create("http://user:pass@127.0.0.1:" + server.getLocalPort() + pathAndQuery);
    FeedConfig.Wish wish =
        new FeedConfig.Wish(
            new Secret("AH_NOT_REAL"),
            List.of(new FeedConfig.Box(14.5, -90.5, 19.5, -84.5)),
            List.of(),
            List.of());
    return FeedConfig.online(
        "a", format, FeedConfig.Transport.HTTP, new FeedConfig.Online(url, intervalMillis, wish));
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  static Answer ok(String body, String... headers) {
    return answer("200 OK", body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static Answer status(String status, String... headers) {
    return answer(status, new byte[0], headers);
  }

  static Answer answer(String status, byte[] body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return out -> {
      out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
    };
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        synchronized (this) {
          open.add(socket);
        }
        Thread serving = new Thread(() -> serve(socket), "http far end");
        serving.setDaemon(true);
        serving.start();
      }
    } catch (IOException closed) {
      // as meant
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      for (String head = head(socket); !head.isEmpty(); head = head(socket)) {
        begin(head).write(socket.getOutputStream());
        end();
      }
    } catch (IOException gone) {
      end();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Answer begin(String head) {
    asked.add(new Asked(head, System.nanoTime()));
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    return answers.size() > 1 ? answers.poll() : answers.peek();
  }

  private synchronized void end() {
    atOnce = Math.max(0, atOnce - 1);
  }

  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = socket.getInputStream().read(); next >= 0; ) {
      head.append((char) next);
      if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head + body(socket, head.toString());
      }
      next = socket.getInputStream().read();
    }
    return "";
  }

  private static String body(Socket socket, String head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    int count = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
