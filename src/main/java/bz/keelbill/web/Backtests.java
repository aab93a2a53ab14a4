package bz.keelbill.web;

import bz.keelbill.replay.Backtest;
import bz.keelbill.watch.Order;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The back-tests that were asked for: one runs at a time, a few wait, the latest results are kept.
 * Belongs to the web's event loop.
 */
public final class Backtests {
  private static final int MOST_WAITING = 3;
  private static final int MOST_KEPT = 10;

  /**
   * What somebody would like to see tried.
   *
   * @param fromMillis first moment, Unix milliseconds
   * @param toMillis first moment after it
   * @param lawOfToday against today's fences and rules instead of those of that time
   * @param orders fences put or removed, rules set
   */
  public record Wish(long fromMillis, long toMillis, boolean lawOfToday, List<Order> orders) {
    /** Copies the list. */
    public Wish {
      orders = List.copyOf(orders);
    }
  }

  /** Where recordings come from. */
  public interface Source {
    /**
     * Makes a back-test ready; called on a worker thread.
     *
     * @throws WatchDesk.Refused if the proposal cannot be put in force
     */
    Backtest open(Wish wish);
  }

  private final Source source;
  private final Proposals proposals;
  private final Runnable giveWay;
  private final LongSupplier clock;
  private final Map<String, BacktestRun> runs = new LinkedHashMap<>();
  private Vertx vertx;
  private Context loop;
  private int asked;
  private int opening;

  /**
   * None yet.
   *
   * @param proposals is told what each change would do
   * @param giveWay called by the running one again and again; waits for the live watch
   */
  public Backtests(Source source, Proposals proposals, Runnable giveWay, LongSupplier clock) {
    this.source = source;
    this.proposals = proposals;
    this.giveWay = giveWay;
    this.clock = clock;
  }

  void start(Vertx onVertx) {
    vertx = onVertx;
    loop = onVertx.getOrCreateContext();
  }

  /** Takes one; fails with {@link WatchDesk.Refused} if it cannot be, or too many wait. */
  Future<BacktestRun> ask(Wish wish) {
    if (waiting().size() + opening >= MOST_WAITING) {
      return Future.failedFuture(
          new WatchDesk.Refused(
              MOST_WAITING + " back-tests wait already; cancel one or come back later"));
    }
    asked++;
    opening++;
    String id = "b-" + asked;
    return vertx
        .executeBlocking(() -> source.open(wish), false)
        .onComplete(opened -> opening--)
        .map(
            ready -> {
              BacktestRun run = new BacktestRun(id, wish, ready, clock.getAsLong());
              runs.put(id, run);
              forgetOldest();
              next();
              return run;
            });
  }

  /** All that are known, the newest first. */
  List<BacktestRun> all() {
    List<BacktestRun> newestFirst = new ArrayList<>(runs.values());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** The one of an id, or null. */
  BacktestRun find(String id) {
    return runs.get(id);
  }

  /** How many are to run before one that waits. */
  int before(BacktestRun run) {
    return waiting().indexOf(run) + (isRunning() ? 1 : 0);
  }

  /** Ends one that is not done; forgets one that is. */
  void end(String id) {
    BacktestRun run = runs.get(id);
    if (run.state().isOver()) {
      runs.remove(id);
    } else {
      run.cancel();
    }
  }

  void close() {
    runs.values().forEach(BacktestRun::cancel);
  }

  private List<BacktestRun> waiting() {
    return runs.values().stream().filter(run -> run.state() == RunState.WAITING).toList();
  }

  private boolean isRunning() {
    return runs.values().stream().anyMatch(run -> run.state() == RunState.RUNNING);
  }

  private void next() {
    if (!isRunning() && !waiting().isEmpty()) {
      BacktestRun run = waiting().get(0);
      run.begin();
      Thread thread =
          new Thread(
              () -> {
                BacktestRun.Outcome outcome = run.work(giveWay);
                loop.runOnContext(
                    go -> {
                      run.finish(outcome);
                      if (outcome.burden() != null) {
                        proposals.tried(run.wish().orders(), outcome.burden());
                      }
                      next();
                    });
              },
              "back-test");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  private void forgetOldest() {
    Iterator<BacktestRun> oldest = runs.values().iterator();
    while (runs.size() > MOST_KEPT && oldest.hasNext()) {
      if (oldest.next().state().isOver()) {
        oldest.remove();
      }
    }
  }
}
