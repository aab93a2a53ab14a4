package bz.keelbill.web;

import bz.keelbill.takeout.Pace;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * Long work that makes a file. Belongs to the web's event loop; only {@link #work} runs on a thread
 * of its own.
 */
final class Job {
  private static final Logger LOG = System.getLogger(Job.class.getName());

  /**
   * What is to be made.
   *
   * @param kind one word, as {@code evidence}
   * @param about what it is made of, as an alert's id
   * @param mediaType of the file
   * @param fileName by which a browser keeps it
   * @param work makes it
   */
  record Wish(String kind, String about, String mediaType, String fileName, Work work) {}

  /** Makes the file. */
  interface Work {
    /**
     * Called once, on the job's thread.
     *
     * @throws IOException if it cannot be made, with one sentence that says why
     */
    void into(Path out, Pace pace) throws IOException;
  }

  /** What came of it; {@code failure} is one sentence, or null. */
  record Outcome(RunState state, long bytes, String failure) {}

  private final String id;
  private final Wish wish;
  private final long askedAtMillis;
  private RunState state = RunState.WAITING;
  private Outcome outcome;
  private Path file;
  private volatile boolean cancelled;
  private volatile double progress;

  Job(String id, Wish wish, long askedAtMillis) {
    this.id = id;
    this.wish = wish;
    this.askedAtMillis = askedAtMillis;
  }

  String id() {
    return id;
  }

  Wish wish() {
    return wish;
  }

  RunState state() {
    return state;
  }

  /** The file, once it is done; before, null. */
  Path file() {
    return state == RunState.DONE ? file : null;
  }

  /** How large the file is; 0 while there is none. */
  long bytes() {
    return state == RunState.DONE ? outcome.bytes() : 0;
  }

  void begin(Path into) {
    file = into;
    state = RunState.RUNNING;
  }

  void cancel() {
    cancelled = true;
    if (state == RunState.WAITING) {
      finish(new Outcome(RunState.CANCELLED, 0, null));
    }
  }

  void finish(Outcome how) {
    outcome = how;
    state = how.state();
  }

  /** Does it, on a thread of its own; without a result no file is left. */
  Outcome work(Runnable giveWay) {
    Path mine = file;
    Outcome how = tryTo(mine, giveWay);
    if (how.state() != RunState.DONE) {
      delete(mine);
    }
    return how;
  }

  private Outcome tryTo(Path mine, Runnable giveWay) {
    try {
      Files.createDirectories(mine.getParent());
      wish.work().into(mine, done -> told(done, giveWay));
      return new Outcome(RunState.DONE, Files.size(mine), null);
    } catch (CancellationException ended) {
      return new Outcome(RunState.CANCELLED, 0, null);
    } catch (IOException impossible) {
      return new Outcome(RunState.FAILED, 0, impossible.getMessage());
    } catch (RuntimeException | OutOfMemoryError bug) {
      LOG.log(Level.ERROR, wish.kind() + " failed", bug);
      return new Outcome(RunState.FAILED, 0, "internal error");
    }
  }

  private void told(double done, Runnable giveWay) {
    progress = done;
    giveWay.run();
    if (cancelled) {
      throw new CancellationException();
    }
  }

  /** Takes a file away; one that is still being sent is sent to its end. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} stays: {1}", file, e.getMessage());
    }
  }

  /** How it stands. */
  JsonObject json(int before) {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("kind", wish.kind())
            .put("about", wish.about())
            .put("state", state.word())
            .put("progress", state == RunState.DONE ? 1 : Math.floor(progress * 1_000) / 1_000)
            .put("askedAt", Replies.time(askedAtMillis));
    if (state == RunState.WAITING) {
      json.put("before", before);
    }
    if (state == RunState.DONE) {
      json.put("bytes", outcome.bytes()).put("result", "/api/jobs/" + id + "/result");
    }
    if (outcome != null && outcome.failure() != null) {
      json.put("failure", outcome.failure());
    }
    return json;
  }
}
