package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisEncoder;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Report;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * AIS sentences in bursts over TCP, into a watch slower than their sender: nothing is lost, nothing
 * out of order, and the sender waits instead of our memory growing.
 *
 * <p>{@code -Dburst.messages=2600000} sends as many as a day of a national feed has.
 */
class BurstTest {
  private static final int MESSAGES = Integer.getInteger("burst.messages", 250_000);
  private static final int BOUND_LINES = 5_000;
  private static final long PAUSE_MILLIS = 5;

  /** What kernel and network layer hold of one connection: some 4 MB of 50-byte sentences. */
  private static final int HELD_ON_THE_WAY = 120_000;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger furthestAhead = new AtomicInteger();
  private final AtomicLong mostWaiting = new AtomicLong();
  private final CountDownLatch all = new CountDownLatch(1);

  @Test
  void aSlowWatchHoldsItsSenderBackAndLosesNothing() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (FarEnd far = new FarEnd()) {
      Context watch = vertx.getOrCreateContext();
      BatchQueue[] queue = new BatchQueue[1];
      queue[0] =
          new BatchQueue(
              BOUND_LINES,
              task -> watch.runOnContext(go -> task.run()),
              batch -> takeSlowly(batch, queue[0]));
      FeedConfig feed = FeedConfig.tcp("ais", Format.AIS, "127.0.0.1", far.port());
      Surroundings around =
          Surroundings.live(
              new Formats(List.of()), queue[0], (name, state, at) -> {}, new SimpleMeterRegistry());
      Feeds feeds =
          Feeds.deploy(vertx, List.of(feed), around)
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      Thread sender = new Thread(() -> send(far));
      sender.start();
      assertTrue(all.await(MESSAGES / 1_000 + 60, TimeUnit.SECONDS), () -> taken + " taken");
      sender.join();
      assertEquals(MESSAGES, taken.get(), "seed " + seed);
      assertEquals(0, feeds.states().get(0).counts().rejects().size(), "seed " + seed);
      assertTrue(furthestAhead.get() > BOUND_LINES, "never slower than its sender");
      assertTrue(mostWaiting.get() < 2 * BOUND_LINES, mostWaiting + " waited");
      assertTrue(furthestAhead.get() < HELD_ON_THE_WAY, furthestAhead + " ahead, seed " + seed);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  /** The order of numbers is the proof: each message's sender is its number. */
  private void takeSlowly(Batch batch, BatchQueue queue) {
    mostWaiting.accumulateAndGet(queue.waitingLines(), Math::max);
    for (Report report : batch.reports()) {
      int number = ((ContactId.Mmsi) report.contact()).number();
      if (number != taken.get()) {
        throw new IllegalStateException(number + " came instead of " + taken + ", seed " + seed);
      }
      furthestAhead.accumulateAndGet(sent.get() - taken.incrementAndGet(), Math::max);
    }
    Desk.pause(PAUSE_MILLIS);
    if (taken.get() == MESSAGES) {
      all.countDown();
    }
  }

  private void send(FarEnd far) {
    List<Burst> bursts = bursts();
    try (Socket socket = far.accept()) {
      for (Burst burst : bursts) {
        socket.getOutputStream().write(burst.bytes());
        sent.set(burst.lastNumber() + 1);
      }
      all.await();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** Some messages that are sent at once. */
  private record Burst(byte[] bytes, int lastNumber) {}

  private List<Burst> bursts() {
    List<Burst> bursts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int number = 0, left = random.nextInt(3_000); number < MESSAGES; number++, left--) {
      text.append(sentences(number));
      if (left == 0 || number == MESSAGES - 1) {
        bursts.add(new Burst(text.toString().getBytes(StandardCharsets.ISO_8859_1), number));
        text.setLength(0);
        left = 1 + random.nextInt(3_000);
      }
    }
    return bursts;
  }

  private static String sentences(int number) {
    if (number % 20 == 0) {
      List<String> parts =
          AisEncoder.message(5, number, 424)
              .text(112, 20, "NUMBER " + number)
              .sentences(2, Integer.toString(number / 20 % 10), "A");
      return parts.get(0) + "\r\n" + parts.get(1) + "\r\n";
    }
    return AisEncoder.position(number, 17.5, -88 + number * 1e-6, 60).sentence() + "\r\n";
  }
}
