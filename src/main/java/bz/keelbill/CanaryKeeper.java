package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.Verdict;
import bz.keelbill.feed.Feeds;
import bz.keelbill.report.Canary;
import bz.keelbill.sim.CanaryCraft;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import bz.keelbill.web.CanaryState;
import bz.keelbill.web.CanaryState.Step;
import bz.keelbill.web.CanaryState.Word;
import bz.keelbill.web.Pusher;
import bz.keelbill.web.WatchDesk;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Proves, each night and whenever somebody asks, that a line becomes an alert on the page: a marked
 * test craft speaks on a socket of its own, and goes the way of every other. Belongs to the web's
 * event loop.
 */
final class CanaryKeeper implements WatchDesk.Canary {
  /** In whose name the canary's alerts are put away; no account may have it. */
  private static final String WATCH = "watch";

  private static final Logger LOG = System.getLogger(CanaryKeeper.class.getName());
  private static final String LOOPBACK = "127.0.0.1";
  private static final ZoneId BELIZE = ZoneId.of("America/Belize");
  private static final long NO_PAGE_MILLIS = 5_000;
  private static final long STALE_MILLIS = 26 * 3_600_000L;

  private final CanaryFile file;
  private final Config.Canary plan;
  private final World world;
  private volatile CanaryState state;
  private String craft;
  private String alertId;
  private long sentAtMillis;
  private NetServer server;
  private Feeds feed;
  private Consumer<String> shout = words -> {};

  /**
   * What it needs of the watch.
   *
   * @param hear begins to hear the canary's feed at a port of this machine
   * @param note writes into the journal who did what
   */
  record World(
      Vertx vertx,
      LongSupplier clock,
      Pusher pusher,
      IntFunction<Future<Feeds>> hear,
      Function<Order, Future<Void>> orders,
      Note note) {}

  /** Writes into the journal. */
  interface Note {
    void write(String person, String what, String text);
  }

  CanaryKeeper(CanaryFile file, Config.Canary plan, World world) {
    this.file = file;
    this.plan = plan;
    this.world = world;
    long next = nextAfter(world.clock().getAsLong());
    CanaryState kept = file.read();
    state = kept == null ? CanaryState.unproved(next) : kept.next(next);
  }

  /** Whoever can be reached is told when one does not come through. */
  void mayCallBy(Consumer<String> contacts) {
    shout = contacts;
  }

  private long nextAfter(long millis) {
    if (plan.at() == null) {
      return 0;
    }
    ZonedDateTime now = Instant.ofEpochMilli(millis).atZone(BELIZE);
    ZonedDateTime tonight = now.with(plan.at());
    return (tonight.isAfter(now) ? tonight : tonight.plusDays(1)).toInstant().toEpochMilli();
  }

  @Override
  public CanaryState state() {
    return state;
  }

  @Override
  public boolean begin(String person) {
    if (state.word() == Word.RUNNING) {
      return false;
    }
    long now = world.clock().getAsLong();
    craft = "mmsi:" + CanaryCraft.mmsi(now);
    alertId = null;
    String line = CanaryCraft.line(Canary.PLACE, now) + "\r\n";
    put(Word.RUNNING, now, 0, Step.NOTHING, 0);
    world.note().write(person, "canary-sent", craft);
    server = world.vertx().createNetServer().connectHandler(socket -> socket.write(line));
    server
        .listen(0, LOOPBACK)
        .compose(listening -> world.hear().apply(listening.actualPort()))
        .onSuccess(hearing -> feed = hearing)
        .onFailure(failure -> LOG.log(Level.ERROR, "the canary cannot be sent", failure));
    return true;
  }

  /** A change that clients are told of; after they were. */
  void told(Change change) {
    if (state.word() != Word.RUNNING) {
      return;
    }
    if (change instanceof Change.TrackChanged moved && moved.track().isCanary()) {
      reached(moved.track().contacts().contains(craft) ? Step.TRACK : Step.NOTHING);
    } else if (change instanceof Change.AlertChanged changed && isOurs(changed.alert())) {
      alertId = changed.alert().id();
      sentAtMillis = world.clock().getAsLong();
      reached(Step.SENT);
    }
  }

  private boolean isOurs(Alert alert) {
    return alert.finding().isCanary() && alert.finding().subject().tracks().contains(craft);
  }

  /** Looks how far the canary is, and whether it is time for another; twice a second. */
  void look(List<Alert> canaries) {
    long now = world.clock().getAsLong();
    if (state.word() == Word.RUNNING) {
      lookAfter(now);
    } else {
      putAway(canaries, now);
      if (state.nextAtMillis() > 0 && now >= state.nextAtMillis()) {
        state = state.next(nextAfter(now));
        begin(WATCH);
      }
    }
  }

  private void lookAfter(long now) {
    if (feed != null && feed.states().get(0).counts().lines() > 0) {
      reached(Step.LINE);
    }
    int pages = alertId == null ? 0 : world.pusher().pagesShowing(alertId);
    boolean isSent = state.reached() == Step.SENT;
    boolean nobodyLooks = world.pusher().pagesSeen() == 0;
    if (pages > 0) {
      end(Word.ALIVE, now, Step.PAGE, pages);
    } else if (isSent && nobodyLooks && now - sentAtMillis > NO_PAGE_MILLIS) {
      end(Word.ALIVE, sentAtMillis, Step.SENT, 0);
    } else if (now - state.atMillis() > plan.limitMillis()) {
      end(Word.FAILED, now, state.reached(), 0);
    }
  }

  private void reached(Step step) {
    if (step.compareTo(state.reached()) > 0) {
      put(Word.RUNNING, state.atMillis(), 0, step, 0);
    }
  }

  private void put(Word word, long at, long took, Step reached, int pages) {
    long proved = word == Word.ALIVE ? at : state.provedAtMillis();
    state = new CanaryState(word, at, took, reached, pages, proved, state.nextAtMillis());
  }

  private void end(Word word, long endMillis, Step reached, int pages) {
    put(word, state.atMillis(), endMillis - state.atMillis(), reached, pages);
    if (feed != null) {
      feed.close();
      feed = null;
    }
    server.close();
    String seconds = String.format(Locale.ROOT, "%.1f s", state.tookMillis() / 1_000.0);
    if (word == Word.ALIVE) {
      world.note().write(null, "canary-alive", seconds + ", shown by " + pages + " pages");
    } else {
      String words = trouble();
      world.note().write(null, "canary-failed", words);
      LOG.log(Level.ERROR, words);
      shout.accept(words);
    }
    world.vertx().executeBlocking(() -> file.write(state));
  }

  /** The canary's alerts are nobody's work. */
  private void putAway(List<Alert> canaries, long now) {
    Order.Act act = new Order.Act(WATCH, now);
    for (Alert alert : canaries) {
      if (alert.canBeAcknowledged()) {
        world.orders().apply(new Order.Acknowledge(act, alert.id()));
      } else if (alert.isOpen() && alert.canBeClosed()) {
        world.orders().apply(new Order.CloseAlert(act, alert.id(), Verdict.Ruling.TEST, ""));
      }
    }
  }

  /** What is wrong, in sentences. */
  List<String> troubles() {
    if (state.word() == Word.FAILED) {
      return List.of(trouble());
    }
    long now = world.clock().getAsLong();
    boolean isStale = state.provedAtMillis() > 0 && now - state.provedAtMillis() > STALE_MILLIS;
    return plan.at() != null && isStale
        ? List.of("the chain was last proved alive " + time(state.provedAtMillis()))
        : List.of();
  }

  private String trouble() {
    String far =
        switch (state.reached()) {
          case NOTHING -> "no feed took its line";
          case LINE -> "its line was heard and became no track";
          case TRACK, ALERT -> "it became a track and no alert";
          case SENT, PAGE -> "its alert was sent and no page showed it";
        };
    return "the canary of " + time(state.atMillis()) + " did not come through: " + far;
  }

  private static String time(long millis) {
    return Instant.ofEpochSecond(millis / 1_000).toString();
  }

  /** How long the last proof took, in seconds; NaN before the first. From any thread. */
  double seconds() {
    return state.atMillis() == 0 ? Double.NaN : state.tookMillis() / 1_000.0;
  }

  /** 0 when the last proof failed, else 1. From any thread. */
  int alive() {
    return state.word() == Word.FAILED ? 0 : 1;
  }
}
