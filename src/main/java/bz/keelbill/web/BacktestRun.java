package bz.keelbill.web;

import bz.keelbill.replay.Backtest;
import bz.keelbill.replay.BacktestFailure;
import bz.keelbill.replay.ComparisonJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;

/**
 * One back-test on the page. Belongs to the web's event loop; only {@link #work} runs on its
 * thread.
 */
final class BacktestRun {
  private static final Logger LOG = System.getLogger(BacktestRun.class.getName());
  private static final int MOST_ROWS = 500;

  /** Where it stands. */
  enum State {
    /** Another one runs. */
    WAITING("waiting"),
    /** It is at work. */
    RUNNING("running"),
    /** It has a result. */
    DONE("done"),
    /** Somebody ended it. */
    CANCELLED("cancelled"),
    /** It came to no result. */
    FAILED("failed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    boolean isOver() {
      return this != WAITING && this != RUNNING;
    }
  }

  /**
   * What came of it.
   *
   * @param result the comparison as JSON; null if there is none
   * @param failure why there is none, one sentence; null if nobody needs to know
   */
  record Outcome(State state, String result, String failure) {}

  private final String id;
  private final Backtests.Wish wish;
  private final long askedAtMillis;
  private Backtest backtest;
  private State state = State.WAITING;
  private Outcome outcome;

  BacktestRun(String id, Backtests.Wish wish, Backtest backtest, long askedAtMillis) {
    this.id = id;
    this.wish = wish;
    this.backtest = backtest;
    this.askedAtMillis = askedAtMillis;
  }

  String id() {
    return id;
  }

  State state() {
    return state;
  }

  void begin() {
    state = State.RUNNING;
  }

  void cancel() {
    if (state == State.WAITING) {
      finish(new Outcome(State.CANCELLED, null, null));
    } else if (state == State.RUNNING) {
      backtest.cancel();
    }
  }

  void finish(Outcome how) {
    outcome = how;
    state = how.state();
    // Its two watches are large.
    backtest = null;
  }

  /** Runs it to its end, on a thread of its own. */
  Outcome work(Runnable giveWay) {
    Backtest mine = backtest;
    try {
      String result =
          ComparisonJson.object(mine.run(new Backtest.Way(Runnable::run, giveWay)), MOST_ROWS);
      return new Outcome(State.DONE, result, null);
    } catch (CancellationException cancelled) {
      return new Outcome(State.CANCELLED, null, null);
    } catch (BacktestFailure failure) {
      return new Outcome(State.FAILED, null, failure.getMessage());
    } catch (IOException unreadable) {
      return new Outcome(
          State.FAILED, null, "the record cannot be read: " + unreadable.getMessage());
    } catch (RuntimeException | OutOfMemoryError bug) {
      LOG.log(Level.ERROR, "a back-test failed", bug);
      return new Outcome(State.FAILED, null, "internal error");
    }
  }

  /** How it stands, without its result. */
  JsonObject json(int before) {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("state", state.word())
            .put("progress", progress())
            .put("from", Replies.time(wish.fromMillis()))
            .put("to", Replies.time(wish.toMillis()))
            .put("against", wish.lawOfToday() ? "today" : "then")
            .put("askedAt", Replies.time(askedAtMillis));
    if (state == State.WAITING) {
      json.put("before", before);
    }
    if (outcome != null && outcome.failure() != null) {
      json.put("failure", outcome.failure());
    }
    return json;
  }

  /** The same with its result, if it has one, as text: it may be long. */
  String text(int before) {
    String json = json(before).encode();
    return state == State.DONE
        ? json.substring(0, json.length() - 1) + ",\"result\":" + outcome.result() + "}"
        : json;
  }

  private double progress() {
    if (state.isOver()) {
      return state == State.DONE ? 1 : 0;
    }
    return state == State.WAITING ? 0 : Math.floor(backtest.progress() * 1_000) / 1_000;
  }
}
