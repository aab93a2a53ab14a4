package bz.keelbill.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The cable between a browser and the watch, which can be cut while the watch goes on. */
final class Cable implements AutoCloseable {
  private final ServerSocket door;
  private final int watchPort;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile boolean isCut;

  /** A cable to a watch. */
  Cable(WatchProgram watch) throws IOException {
    watchPort = URI.create(watch.origin()).getPort();
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    begin("cable", this::letIn);
  }

  /** The page's address by this cable. */
  String origin() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** Nothing passes any more, and whoever tries is turned away. */
  void cut() throws IOException {
    isCut = true;
    for (Socket end : ends) {
      end.close();
    }
    ends.clear();
  }

  /** It carries again. */
  void mend() {
    isCut = false;
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void letIn() {
    try {
      while (true) {
        Socket browser = door.accept();
        if (isCut) {
          browser.close();
        } else {
          join(browser, new Socket(InetAddress.getLoopbackAddress(), watchPort));
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void join(Socket browser, Socket watch) {
    ends.add(browser);
    ends.add(watch);
    begin("cable up", () -> carry(browser, watch));
    begin("cable down", () -> carry(watch, browser));
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException cut) {
      // One end has gone: the other follows.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
