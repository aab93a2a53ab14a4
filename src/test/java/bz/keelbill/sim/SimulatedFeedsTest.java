package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real loopback sockets. */
class SimulatedFeedsTest {
  private final Vertx vertx = Vertx.vertx();
  private SimulatedFeeds feeds;

  @BeforeEach
  void open() throws Exception {
    feeds = await(SimulatedFeeds.serve(vertx, Layers.begin("demo", 1), Map.of()));
  }

  @AfterEach
  void shut() throws Exception {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private Socket connect(String feed) throws IOException {
    Socket socket = new Socket("127.0.0.1", feeds.port(feed));
    socket.setSoTimeout(15_000);
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  @Test
  void eachFeedSpeaksItsOwnFormatToEveryClient() throws Exception {
    Map<String, String> starts =
        Map.of(
            Spoken.AIS, "\\s:ais-",
            Spoken.RADAR, "\\s:radar-",
            Spoken.FLIGHTS, "MSG,",
            Spoken.PLANS, "FF ");
    for (String feed : SimulatedFeeds.FEEDS) {
      assertNotEquals(0, feeds.port(feed));
      try (Socket one = connect(feed);
          Socket other = connect(feed)) {
        assertTrue(reader(one).readLine().startsWith(starts.get(feed)), feed);
        assertTrue(reader(other).readLine().startsWith(starts.get(feed)), feed);
      }
    }
  }

  @Test
  void aClientThatReadsNothingHoldsUpNobody() throws Exception {
    try (Socket idle = connect(Spoken.FLIGHTS);
        Socket keen = connect(Spoken.FLIGHTS)) {
      BufferedReader lines = reader(keen);
      for (int i = 0; i < 12; i++) {
        assertTrue(lines.readLine().startsWith("MSG,"));
      }
      assertTrue(idle.isConnected());
    }
  }

  @Test
  void aNewcomerIsToldThePlansOnFile() throws Exception {
    try (Socket first = connect(Spoken.PLANS)) {
      String heading = reader(first).readLine();
      Thread.sleep(600);
      try (Socket late = connect(Spoken.PLANS)) {
        assertEquals(heading, reader(late).readLine());
      }
    }
  }

  @Test
  void aTakenPortIsAnError() {
    Map<String, Integer> taken = Map.of(Spoken.AIS, feeds.port(Spoken.AIS));
    assertThrows(
        Exception.class, () -> await(SimulatedFeeds.serve(vertx, Layers.begin("demo", 2), taken)));
  }

  @Test
  void closingFreesThePorts() throws Exception {
    int port = feeds.port(Spoken.RADAR);
    await(feeds.close());
    // The kernel may still finish a handshake that was on its way when the port was closed.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    boolean isOpen = isOpen(port);
    while (isOpen && System.nanoTime() < end) {
      isOpen = isOpen(port);
    }
    assertFalse(isOpen);
  }

  private static boolean isOpen(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (ConnectException refused) {
      return false;
    }
  }
}
