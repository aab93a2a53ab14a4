package bz.keelbill.web;

import bz.keelbill.fence.FenceMap;
import bz.keelbill.replay.ReplaySession;
import bz.keelbill.rule.Rules;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The replays that are open beside the live watch. Belongs to the web's event loop. */
public final class Replays {
  private static final int MOST = 8;
  private static final long STEP_MILLIS = 100;
  private static final long MOVES_MILLIS = 300;
  private static final long HEARTBEAT_MILLIS = 2_000;
  private static final long IDLE_MILLIS = 10 * 60_000;

  /**
   * What somebody wants to see again.
   *
   * @param fromMillis first moment, Unix milliseconds
   * @param toMillis first moment after it
   * @param speed seconds of the recording per second
   * @param lawOfToday with today's fences and rules instead of those of that time
   * @param person who wants it
   */
  public record Wish(
      long fromMillis, long toMillis, double speed, boolean lawOfToday, String person) {}

  /** Where recordings come from. */
  public interface Source {
    /** Opens a session; called on a worker thread. */
    ReplaySession open(Wish wish, ReplaySession.Audience audience) throws IOException;
  }

  private final Source source;
  private final Runnable giveWay;
  private final LongSupplier clock;
  private final FenceMap fences;
  private final Rules rules;
  private final Map<String, Replay> open = new LinkedHashMap<>();
  private Vertx vertx;
  private int opened;
  private int opening;

  /**
   * None open yet; a replay shows these fences and rules until its own watch has begun.
   *
   * @param giveWay waits for the live watch; called by what is done ahead of anybody's asking
   */
  public Replays(
      Source source, FenceMap fences, Rules rules, Runnable giveWay, LongSupplier clock) {
    this.source = source;
    this.giveWay = giveWay;
    this.fences = fences;
    this.rules = rules;
    this.clock = clock;
  }

  void start(Vertx onVertx) {
    vertx = onVertx;
    vertx.setPeriodic(STEP_MILLIS, timer -> step());
    vertx.setPeriodic(MOVES_MILLIS, timer -> open.values().forEach(r -> r.pusher().pushMoves()));
    vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> beat());
  }

  private void step() {
    open.values().forEach(Replay::step);
    // One after the other: each costs a processor, and a whole watch.
    open.values().stream()
        .filter(Replay::wantsScout)
        .findFirst()
        .ifPresent(replay -> replay.scout(giveWay));
  }

  /** Opens one; fails with {@link WatchDesk.Refused} when too many are open. */
  Future<Replay> open(Wish wish) {
    if (open.size() + opening >= MOST) {
      return Future.failedFuture(
          new WatchDesk.Refused("there are " + MOST + " replays open already; end one first"));
    }
    opened++;
    opening++;
    String id = "r-" + opened;
    Replay replay = new Replay(id, vertx, fences, rules, clock);
    replay.isFor(wish);
    return replay
        .open(source, wish)
        .onComplete(done -> opening--)
        .map(
            ready -> {
              open.put(id, replay);
              return replay;
            });
  }

  /** The replay of an id, or null. */
  Replay find(String id) {
    return open.get(id);
  }

  /** What tells of a replay; null if there is none of this id, or it is too old for an officer. */
  Pusher pusher(String id, Officer officer) {
    Replay replay = open.get(id);
    return replay == null || !replay.maySee(officer) ? null : replay.pusher();
  }

  void end(String id) {
    Replay replay = open.remove(id);
    if (replay != null) {
      replay.close();
    }
  }

  void lookAtSeats() {
    List.copyOf(open.values()).forEach(replay -> replay.pusher().lookAtSeats());
  }

  void close() {
    List.copyOf(open.keySet()).forEach(this::end);
  }

  private void beat() {
    for (Map.Entry<String, Replay> each : List.copyOf(open.entrySet())) {
      each.getValue().pusher().pushHeartbeat();
      if (each.getValue().idleMillis() > IDLE_MILLIS) {
        end(each.getKey());
      }
    }
  }
}
