package bz.keelbill.web;

import bz.keelbill.replay.Backtest;
import bz.keelbill.replay.BacktestFailure;
import bz.keelbill.replay.Comparison;
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

  /**
   * What came of it.
   *
   * @param result the comparison as JSON; null if there is none
   * @param burden what the change would lay upon the officers; null likewise
   * @param failure why there is none, one sentence; null if nobody needs to know
   */
  record Outcome(RunState state, String result, Burden burden, String failure) {
    static Outcome without(RunState state, String failure) {
      return new Outcome(state, null, null, failure);
    }
  }

  private final String id;
  private final Backtests.Wish wish;
  private final long askedAtMillis;
  private Backtest backtest;
  private RunState state = RunState.WAITING;
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

  Backtests.Wish wish() {
    return wish;
  }

  RunState state() {
    return state;
  }

  void begin() {
    state = RunState.RUNNING;
  }

  void cancel() {
    if (state == RunState.WAITING) {
      finish(Outcome.without(RunState.CANCELLED, null));
    } else if (state == RunState.RUNNING) {
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
      Comparison comparison = mine.run(new Backtest.Way(Runnable::run, giveWay));
      String result = ComparisonJson.object(comparison, MOST_ROWS);
      return new Outcome(RunState.DONE, result, Burden.of(comparison), null);
    } catch (CancellationException cancelled) {
      return Outcome.without(RunState.CANCELLED, null);
    } catch (BacktestFailure failure) {
      return Outcome.without(RunState.FAILED, failure.getMessage());
    } catch (IOException unreadable) {
      return Outcome.without(
          RunState.FAILED, "the record cannot be read: " + unreadable.getMessage());
    } catch (RuntimeException | OutOfMemoryError bug) {
      LOG.log(Level.ERROR, "a back-test failed", bug);
      return Outcome.without(RunState.FAILED, "internal error");
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
    if (state == RunState.WAITING) {
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
    return state == RunState.DONE
        ? json.substring(0, json.length() - 1) + ",\"result\":" + outcome.result() + "}"
        : json;
  }

  private double progress() {
    if (state.isOver()) {
      return state == RunState.DONE ? 1 : 0;
    }
    return state == RunState.WAITING ? 0 : Math.floor(backtest.progress() * 1_000) / 1_000;
  }
}
