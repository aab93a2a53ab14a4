package bz.keelbill.web;

import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.replay.ReplaySession;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * One replay on the page: a session on a worker thread, and the board and pusher that show it.
 *
 * <p>Belongs to the web's event loop; only {@link #session} is touched on the worker, one call at a
 * time.
 */
final class Replay implements ReplaySession.Audience, Pusher.Speaker {
  /** Who was away for longer is given a picture of what the replay has come to meanwhile. */
  private static final int ALERTS_KEPT = 500;

  private final String id;
  private final Vertx vertx;
  private final Board board;
  private final AlertLog log;
  private final Pusher pusher;
  private final LongSupplier clock;
  private final List<Change> heard = new ArrayList<>();
  private Replays.Wish wish;
  private ReplaySession session;
  private ReplaySession.Status status;
  private Future<?> lastWork = Future.succeededFuture();
  private boolean jumped;
  private boolean stepping;
  private boolean isSeeking;
  private boolean scouting;
  private boolean wantsScout;
  private boolean isClosed;
  private long idleSinceMillis;

  Replay(String id, Vertx vertx, FenceMap fences, Rules rules, LongSupplier clock) {
    this.id = id;
    this.vertx = vertx;
    this.clock = clock;
    this.board = new Board(fences, rules);
    this.log = new AlertLog("replay-" + id, 0, ALERTS_KEPT);
    this.pusher = new Pusher(board, log, this, clock);
    this.idleSinceMillis = clock.getAsLong();
  }

  /** Makes the session ready; reads files. */
  Future<Void> open(Replays.Source source, Replays.Wish wish) {
    return work(
        () -> {
          session = source.open(wish, this);
          session.setSpeed(wish.speed());
          return null;
        });
  }

  /** Says what was wished for. */
  void isFor(Replays.Wish wished) {
    wish = wished;
  }

  /** Whether an officer's role may look so far back. */
  boolean maySee(Officer officer) {
    return officer.mayLookBackTo(wish.fromMillis(), clock.getAsLong());
  }

  /** Whether it is an officer's own, to steer and to end. */
  boolean isOf(Officer officer) {
    return officer.name().equals(wish.person());
  }

  /** What was wished for. */
  Replays.Wish wish() {
    return wish;
  }

  Pusher pusher() {
    return pusher;
  }

  /** Lets it go on, unless it is still busy; called several times a second. */
  void step() {
    if (pusher.clients() > 0) {
      idleSinceMillis = clock.getAsLong();
    }
    if (session == null || stepping || isClosed) {
      return;
    }
    stepping = true;
    work(() -> {
          session.step(System.nanoTime() / 1_000_000);
          return null;
        })
        .onComplete(done -> goOn());
  }

  private void goOn() {
    stepping = false;
    hurry();
  }

  /** Who is on his way to a time does not wait for the next beat. */
  private void hurry() {
    if (isSeeking) {
      step();
    }
  }

  /** Whether there is a part of the way that should be gone ahead, for whoever jumps there. */
  boolean wantsScout() {
    return wantsScout && !isClosed;
  }

  /**
   * Goes ahead piece by piece, for as long as that is wanted.
   *
   * @param giveWay waits for the live watch before each of them; who steers waits for neither
   */
  void scout(Runnable giveWay) {
    if (scouting || !wantsScout()) {
      return;
    }
    scouting = true;
    vertx
        .executeBlocking(Executors.callable(giveWay), false)
        .transform(free -> wantsScout() ? scoutOn() : Future.succeededFuture())
        .onComplete(done -> scouting = false)
        .onSuccess(done -> scout(giveWay));
  }

  private Future<Void> scoutOn() {
    return work(
        () -> {
          session.scout();
          return null;
        });
  }

  long idleMillis() {
    return clock.getAsLong() - idleSinceMillis;
  }

  Future<Void> play(boolean playing) {
    return work(
        () -> {
          if (playing) {
            session.play();
          } else {
            session.pause();
          }
          return null;
        });
  }

  Future<Void> setSpeed(double speed) {
    return work(
        () -> {
          session.setSpeed(speed);
          return null;
        });
  }

  /** Goes to a time, the first step of the way at once. */
  Future<Void> seek(long toMillis) {
    return work(() -> {
          session.seek(toMillis);
          session.step(System.nanoTime() / 1_000_000);
          return null;
        })
        .onSuccess(begun -> hurry());
  }

  Future<Void> close() {
    isClosed = true;
    pusher.close();
    return work(
        () -> {
          if (session != null) {
            session.close();
          }
          return null;
        });
  }

  JsonObject json() {
    JsonObject json = new JsonObject().put("type", "replay").put("id", id);
    if (status != null) {
      json.put("from", Replies.time(status.period().fromMillis()))
          .put("to", Replies.time(status.period().toMillis()))
          .put("at", Replies.time(status.atMillis()))
          .put("speed", Double.isInfinite(status.speed()) ? null : status.speed())
          .put("state", status.state().word())
          .put("problems", new JsonArray(List.copyOf(status.problems())));
      if (status.goalMillis() != null) {
        json.put("goal", Replies.time(status.goalMillis()));
      }
    }
    return json.put("socket", "/ws/watch?replay=" + id);
  }

  /** One piece of work after the other on a worker, then what it changed on the event loop. */
  private Future<Void> work(Callable<Void> task) {
    Future<Void> done =
        lastWork.transform(
            before ->
                vertx
                    .executeBlocking(
                        () -> {
                          task.call();
                          return session == null
                              ? null
                              : new Shown(
                                  session.status(),
                                  taken(),
                                  tookJump(),
                                  session.isSeeking(),
                                  session.wantsScout());
                        },
                        false)
                    .onSuccess(this::show)
                    .mapEmpty());
    lastWork = done;
    return done;
  }

  private record Shown(
      ReplaySession.Status status,
      List<Change> changes,
      boolean jumped,
      boolean isSeeking,
      boolean wantsScout) {}

  private List<Change> taken() {
    List<Change> changes = List.copyOf(heard);
    heard.clear();
    return changes;
  }

  private boolean tookJump() {
    boolean was = jumped;
    jumped = false;
    return was;
  }

  private void show(Shown shown) {
    if (shown == null) {
      return;
    }
    if (shown.jumped()) {
      board.clear();
      shown.changes().forEach(board::apply);
      pusher.restartPicture();
    } else {
      shown.changes().forEach(this::show);
    }
    isSeeking = shown.isSeeking();
    wantsScout = shown.wantsScout();
    boolean news = !shown.status().equals(status);
    status = shown.status();
    if (news) {
      pusher.sendToAll(json().encode());
    }
  }

  private void show(Change change) {
    board.apply(change);
    if (change instanceof Change.AlertChanged changed) {
      pusher.alert(log.sequence() + 1, changed.alert());
    }
  }

  @Override
  public void changed(Change change) {
    heard.add(change);
  }

  @Override
  public void jumped(Watch watch) {
    heard.clear();
    jumped = true;
    heard.add(new Change.FencesChanged(watch.fences()));
    heard.add(new Change.RulesChanged(watch.rules()));
    for (Track track : watch.picture().tracks()) {
      heard.add(new Change.TrackChanged(watch.state(track)));
    }
    watch.alerts().open().forEach(alert -> heard.add(new Change.AlertChanged(What.REVISED, alert)));
  }

  @Override
  public void welcome(JsonObject message) {
    message.put("mode", "replay").put("replay", json());
  }

  @Override
  public void heartbeat(JsonObject message) {
    message.put("replay", json());
  }

  @Override
  public JsonArray feeds() {
    return null;
  }
}
