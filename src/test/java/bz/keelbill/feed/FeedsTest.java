package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {

  @TempDir Path folder;

  @Test
  void fiftyFlappingFeedsDoNotStormTheFarEndNorLeakSockets() throws Exception {
    long spacingMillis = 20;
    FeedTiming timing = new FeedTiming(1, 50, 60_000, 60_000, 2_000, 50, 50, spacingMillis);
    AtomicInteger accepted = new AtomicInteger();
    AtomicInteger gone = new AtomicInteger();
    FarEnd far = new FarEnd();
    Thread flapping = new Thread(() -> acceptAndClose(far, accepted, gone));
    flapping.start();
    long begun = System.nanoTime();
    FeedConfig[] fifty =
        IntStream.range(0, 50).mapToObj(n -> far.feed("f" + n)).toArray(FeedConfig[]::new);
    try (Desk desk = Desk.with(timing, TinyDecoder.source(), fifty)) {
      desk.until("each feed had its turn", () -> desk.changes().size() >= 50);
      desk.until("more rounds", () -> accepted.get() >= 120);
      int attempts = accepted.get();
      double elapsedMillis = (System.nanoTime() - begun) / 1e6;
      assertTrue(
          attempts <= elapsedMillis / spacingMillis + 5,
          attempts + " attempts in " + elapsedMillis + " ms");
    }
    far.close();
    flapping.join();
    assertEquals(accepted.get(), gone.get(), "every socket's other end has closed it");
  }

  private static void acceptAndClose(FarEnd far, AtomicInteger accepted, AtomicInteger gone) {
    try {
      while (true) {
        try (Socket socket = far.accept()) {
          accepted.incrementAndGet();
          socket.shutdownOutput();
          socket.setSoTimeout(10_000);
          gone.addAndGet(socket.getInputStream().read() < 0 ? 1 : 0);
        }
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  @Test
  void statesComeInTheOrderOfTheConfiguration() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "N one\n");
    try (FarEnd far = new FarEnd();
        Desk desk =
            Desk.with(
                far.feed("first"),
                FeedConfig.udp("second", Format.AIS, "127.0.0.1", 0),
                FeedConfig.file("third", Format.SBS, FeedConfig.Source.of(file)))) {
      desk.until("the file", () -> desk.stateOf("third") == FeedState.State.DONE);
      assertEquals("first nmea tcp", line(desk.states().get(0)));
      assertEquals("second ais udp", line(desk.states().get(1)));
      assertEquals("third sbs file", line(desk.states().get(2)));
      assertEquals(List.of("third up", "third done"), desk.changes());
    }
  }

  private static String line(FeedState state) {
    return state.name() + " " + state.format() + " " + state.transport();
  }

  @Test
  void aFeedWhoseDecoderCannotBeMadeIsAFaultAtTheStart() {
    DecoderSource broken =
        (format, reading, recorded) -> {
          throw new IllegalArgumentException("no such station");
        };
    Path file = folder.resolve("a");
    FeedConfig config = FeedConfig.file("f", Format.SBS, FeedConfig.Source.of(file));
    assertThrows(IllegalStateException.class, () -> Desk.with(Desk.QUICK, broken, config));
  }
}
