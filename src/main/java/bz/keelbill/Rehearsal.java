package bz.keelbill;

import bz.keelbill.replay.ReplaySession;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import bz.keelbill.web.Replays;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Goes through the last recorded hour once after each start, as an analyst would who jumps about in
 * it: a record that cannot be replayed is known before anybody needs it, and whoever comes first
 * does not wait until Java has compiled what a jump takes.
 *
 * <p>On a worker of Vert.x; {@link #start} and {@link #stop} are for any thread.
 */
final class Rehearsal {
  private static final System.Logger LOG = System.getLogger(Rehearsal.class.getName());
  private static final long AFTER_MILLIS = 500;
  private static final long BACK_MILLIS = 3_600_000;

  /** Where in that hour it jumps to, minutes; each jump is one that begins elsewhere. */
  private static final List<Integer> JUMPS = List.of(19, 59, 38, 8, 49, 28);

  private final Replays.Source source;
  private final Runnable giveWay;
  private volatile Future<Void> done = Future.succeededFuture();
  private volatile boolean isStopped;

  /**
   * Of a record.
   *
   * @param giveWay waits until the live watch has nothing to do
   */
  Rehearsal(Replays.Source source, Runnable giveWay) {
    this.source = source;
    this.giveWay = giveWay;
  }

  /**
   * Begins, once those who have waited for the watch have been told how it stands.
   *
   * @param endMillis the last recorded moment; {@code Long.MIN_VALUE} if nothing was recorded
   */
  void start(Vertx vertx, long endMillis) {
    if (endMillis != Long.MIN_VALUE) {
      vertx.setTimer(
          AFTER_MILLIS, timer -> done = vertx.executeBlocking(() -> tell(endMillis), false));
    }
  }

  private Void tell(long endMillis) {
    if (!isStopped) {
      problems(endMillis).forEach(problem -> LOG.log(Level.WARNING, problem));
    }
    return null;
  }

  /** Goes through the hour that ends at a time; what could not be read, a sentence each. */
  List<String> problems(long endMillis) {
    long from = endMillis - BACK_MILLIS;
    Replays.Wish wish =
        new Replays.Wish(from, endMillis, Double.POSITIVE_INFINITY, false, "rehearsal");
    try (ReplaySession session = source.open(wish, new Nobody())) {
      session.pause();
      for (int i = 0; i < JUMPS.size() && !isStopped; i++) {
        session.seek(from + JUMPS.get(i) * 60_000L);
        arrive(session);
      }
      return session.status().problems();
    } catch (IOException | RuntimeException failed) {
      return List.of("the record cannot be replayed: " + failed);
    }
  }

  private void arrive(ReplaySession session) {
    while (session.isSeeking() && !isStopped) {
      giveWay.run();
      session.step(System.nanoTime() / 1_000_000);
    }
  }

  /** Ends it; succeeds when it has given the record back. */
  Future<Void> stop() {
    isStopped = true;
    return done;
  }

  /** Who sees each picture whole, as a page does. */
  private static final class Nobody implements ReplaySession.Audience {
    @Override
    public void changed(Change change) {
      // Nobody looks.
    }

    @Override
    public void jumped(Watch watch) {
      watch.picture().tracks().forEach(watch::state);
    }
  }
}
