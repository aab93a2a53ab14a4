package bz.keelbill.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Long work that was asked for: one at a time, a few wait; of the results the latest are kept, no
 * more than fit. Belongs to the web's event loop.
 */
public final class Jobs {
  private static final int MOST_WAITING = 3;
  private static final int MOST_KEPT = 10;
  private static final long MOST_BYTES = 2L << 30;

  private final Path folder;
  private final Runnable giveWay;
  private final LongSupplier clock;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private Vertx vertx;
  private Context loop;
  private boolean isCleared;
  private int asked;

  /**
   * None yet.
   *
   * @param folder where results lie; what an earlier run left there is taken away
   * @param giveWay called by the one at work again and again; waits for the live watch
   */
  public Jobs(Path folder, Runnable giveWay, LongSupplier clock) {
    this.folder = folder;
    this.giveWay = giveWay;
    this.clock = clock;
  }

  void start(Vertx onVertx) {
    vertx = onVertx;
    loop = onVertx.getOrCreateContext();
    vertx.executeBlocking(this::clear, false).onComplete(done -> cleared());
  }

  /** Only now may one begin: what is taken away goes by its name, as a new result has. */
  private void cleared() {
    isCleared = true;
    next();
  }

  private Void clear() throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "job-*")) {
        left.forEach(Job::delete);
      }
    }
    return null;
  }

  /**
   * Takes one.
   *
   * @throws WatchDesk.Refused if too many wait
   */
  Job ask(Job.Wish wish) {
    if (waiting().size() >= MOST_WAITING) {
      throw new WatchDesk.Refused(
          MOST_WAITING + " jobs wait already; cancel one or come back later");
    }
    asked++;
    Job job = new Job("j-" + clock.getAsLong() + "-" + asked, wish, clock.getAsLong());
    jobs.put(job.id(), job);
    forgetOldest();
    next();
    return job;
  }

  /** All that are known, the newest first. */
  List<Job> all() {
    List<Job> newestFirst = new ArrayList<>(jobs.values());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** The one of an id, or null. */
  Job find(String id) {
    return jobs.get(id);
  }

  /** How many are done before one that waits. */
  int before(Job job) {
    return waiting().indexOf(job) + (isRunning() ? 1 : 0);
  }

  /** Ends one that is not done; forgets one that is, and its file. */
  void end(Job job) {
    if (job.state().isOver()) {
      forget(job);
    } else {
      job.cancel();
    }
  }

  void close() {
    jobs.values().forEach(Job::cancel);
  }

  private List<Job> waiting() {
    return jobs.values().stream().filter(job -> job.state() == RunState.WAITING).toList();
  }

  private boolean isRunning() {
    return jobs.values().stream().anyMatch(job -> job.state() == RunState.RUNNING);
  }

  private void next() {
    if (!isCleared || isRunning() || waiting().isEmpty()) {
      return;
    }
    Job job = waiting().get(0);
    job.begin(folder.resolve("job-" + job.id()));
    Thread thread = new Thread(() -> finish(job, job.work(giveWay)), "job " + job.id());
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private void finish(Job job, Job.Outcome outcome) {
    loop.runOnContext(
        go -> {
          job.finish(outcome);
          forgetOldest();
          next();
        });
  }

  /** The newest result stays, however large it is. */
  private void forgetOldest() {
    long bytes = 0;
    int kept = 0;
    for (Job job : all()) {
      bytes += job.bytes();
      kept++;
      if (job.state().isOver() && kept > 1 && (kept > MOST_KEPT || bytes > MOST_BYTES)) {
        forget(job);
      }
    }
  }

  private void forget(Job job) {
    jobs.remove(job.id());
    Path file = job.file();
    if (file != null) {
      vertx.executeBlocking(
          () -> {
            Job.delete(file);
            return null;
          },
          false);
    }
  }
}
