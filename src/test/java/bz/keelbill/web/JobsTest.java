package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long work: one at a time, bounded, ended when somebody says so, and no file left over. */
class JobsTest {
  @TempDir Path folder;
  private Vertx vertx;
  private Context loop;
  private Jobs jobs;
  private final CountDownLatch gate = new CountDownLatch(1);

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("job-left-over"), "of an earlier run");
    vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(1));
    loop = vertx.getOrCreateContext();
    jobs = started();
  }

  private Jobs started() throws Exception {
    Jobs made = new Jobs(folder, () -> {}, () -> 7);
    onLoop(
        () -> {
          made.start(vertx);
          return null;
        });
    return made;
  }

  @AfterEach
  void stop() throws Exception {
    gate.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private <T> T onLoop(Callable<T> call) throws Exception {
    java.util.concurrent.CompletableFuture<T> done = new java.util.concurrent.CompletableFuture<>();
    loop.runOnContext(
        go -> {
          try {
            done.complete(call.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(20, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  private static Job.Wish wish(Job.Work work) {
    return new Job.Wish("test", "x", "text/plain", "x.txt", work);
  }

  private Job ask(Job.Work work) throws Exception {
    return onLoop(() -> jobs.ask(wish(work)));
  }

  private void await(Job job, RunState state) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (onLoop(job::state) != state) {
      assertTrue(System.nanoTime() < end, () -> job.json(0).encode());
      Thread.sleep(5);
    }
  }

  private Job.Work untilTheGateOpens() {
    return (out, pace) -> {
      while (gate.getCount() > 0) {
        pace.at(0.25);
      }
      Files.writeString(out, "done");
    };
  }

  private List<Path> files() throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.toList();
    }
  }

  @Test
  void oneRunsAtATimeAndTheOthersWaitInOrderUntilTooManyDo() throws Exception {
    Job first = ask(untilTheGateOpens());
    Job second = ask(untilTheGateOpens());
    await(first, RunState.RUNNING);
    assertEquals(1, onLoop(() -> jobs.before(second)));
    ask(untilTheGateOpens());
    Job fourth = ask(untilTheGateOpens());
    assertThrows(WatchDesk.Refused.class, () -> ask(untilTheGateOpens()));
    gate.countDown();
    await(fourth, RunState.DONE);
    assertEquals("done", Files.readString(onLoop(first::file)));
  }

  @Test
  void theFirstResultIsNotTakenForOneLeftOverHoweverLateTheFolderIsCleared() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    vertx.executeBlocking(() -> busy.await(20, TimeUnit.SECONDS), false);
    jobs = started();
    Job first = ask((out, pace) -> Files.writeString(out, "done"));
    assertEquals(RunState.WAITING, onLoop(first::state));
    busy.countDown();
    await(first, RunState.DONE);
    assertEquals(List.of(onLoop(first::file)), files());
  }

  @Test
  void oneThatIsCancelledEndsAndLeavesNoFile() throws Exception {
    Job job = ask(untilTheGateOpens());
    Job waiting = ask(untilTheGateOpens());
    await(job, RunState.RUNNING);
    onLoop(
        () -> {
          jobs.end(waiting);
          jobs.end(job);
          return null;
        });
    await(waiting, RunState.CANCELLED);
    await(job, RunState.CANCELLED);
    assertEquals(List.of(), files());
  }

  @Test
  void oneThatFailsSaysWhyAndLeavesNoFile() throws Exception {
    Job job =
        ask(
            (out, pace) -> {
              Files.writeString(out, "half of it");
              throw new IOException("the disk is full");
            });
    await(job, RunState.FAILED);
    assertEquals("the disk is full", job.json(0).getString("failure"));
    assertFalse(job.json(0).containsKey("result"));
    Job broken =
        ask(
            (out, pace) -> {
              throw new IllegalStateException("a secret of ours");
            });
    await(broken, RunState.FAILED);
    assertEquals("internal error", broken.json(0).getString("failure"));
    assertEquals(List.of(), files());
  }

  @Test
  void theLatestTenAreKeptAndNoMoreBytesThanFit() throws Exception {
    for (int i = 0; i < 12; i++) {
      await(ask((out, pace) -> Files.writeString(out, "small")), RunState.DONE);
    }
    assertEquals(10, onLoop(() -> jobs.all().size()));
    Job large = ask((out, pace) -> sparse(out, 3L << 30));
    await(large, RunState.DONE);
    assertEquals(List.of(large), onLoop(jobs::all), "the newest stays, however large");
    Job next = ask((out, pace) -> Files.writeString(out, "small"));
    await(next, RunState.DONE);
    assertEquals(List.of(next), onLoop(jobs::all));
  }

  private static void sparse(Path file, long bytes) throws IOException {
    try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(bytes);
    }
  }
}
