package bz.keelbill.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** {@code /api/recordings} and {@code /api/replays}. */
final class ReplayRoutes {
  private static final double SLOWEST = 0.1;
  private static final double FASTEST = 10_000;
  private static final int PIECES = 288;
  private static final Set<String> CONTROLS = Set.of("speed", "at", "state");
  private static final Set<String> WISHES = Set.of("from", "to", "speed", "rules");
  private static final String PLAYING = "playing";

  private final Replays replays;
  private final WatchDesk desk;
  private final LongSupplier clock;

  ReplayRoutes(Replays replays, WatchDesk desk, LongSupplier clock) {
    this.clock = clock;
    this.replays = replays;
    this.desk = desk;
  }

  void mount(Router router) {
    router.get("/api/recordings").handler(this::recordings);
    router.post("/api/replays").handler(this::open);
    router.get("/api/replays/:id").handler(this::one);
    router.get("/api/replays/:id/index").handler(this::index);
    router.patch("/api/replays/:id").handler(this::control);
    router.delete("/api/replays/:id").handler(this::end);
  }

  private void recordings(RoutingContext request) {
    desk.recordings()
        .onSuccess(days -> Replies.items(request, json(days)))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static JsonArray json(List<WatchDesk.RecordedDay> days) {
    JsonArray items = new JsonArray();
    days.forEach(day -> items.add(json(day)));
    return items;
  }

  private static JsonObject json(WatchDesk.RecordedDay day) {
    JsonObject json = new JsonObject().put("day", day.day());
    if (day.fromMillis() != null) {
      json.put("from", Replies.time(day.fromMillis())).put("to", Replies.time(day.toMillis()));
    }
    json.put("lines", day.lines()).put("bytes", day.bytes());
    return day.problem() == null ? json : json.put("problem", day.problem());
  }

  private void open(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Long from = time(body.getValue("from"));
    Long to = time(body.getValue("to"));
    Double speed = speed(body.getValue("speed", 1));
    Object rules = body.getValue("rules", "then");
    boolean isKnown =
        WISHES.containsAll(body.fieldNames()) && (rules.equals("then") || rules.equals("today"));
    if (from == null || to == null || from >= to || speed == null || !isKnown) {
      refuse(
          request,
          "from and to must be times with to after from, speed 0.1 to 10000, rules then or today");
      return;
    }
    if (!Officer.of(request).mayLookBackTo(from, clock.getAsLong())) {
      Problem.answer(request, 403, "Too far back", Problem.TOO_FAR_BACK);
      return;
    }
    boolean today = rules.equals("today");
    replays
        .open(new Replays.Wish(from, to, speed, today, Officer.of(request).name()))
        .onSuccess(
            replay -> {
              request.response().setStatusCode(201);
              Replies.json(request, replay.json());
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private void one(RoutingContext request) {
    Replay replay = wanted(request);
    if (replay != null) {
      Replies.json(request, replay.json());
    }
  }

  /** What lies in the whole period, also where the replay has not come yet. */
  private void index(RoutingContext request) {
    Replay replay = wanted(request);
    if (replay != null) {
      Replays.Wish wish = replay.wish();
      request
          .vertx()
          .executeBlocking(
              () ->
                  desk.takeout().recordings().timeline(wish.fromMillis(), wish.toMillis(), PIECES),
              false)
          .onSuccess(timeline -> Replies.json(request, TimelineJson.of(wish, timeline)))
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  private void control(RoutingContext request) {
    Replay replay = own(request);
    JsonObject body = replay == null ? null : Bodies.object(request);
    if (body == null) {
      return;
    }
    Future<Void> done = controlled(replay, body);
    if (done == null) {
      refuse(request, "one of speed (0.1 to 10000), state (playing, paused), at (a time)");
      return;
    }
    done.onSuccess(applied -> Replies.json(request, replay.json()))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  /** Carries out what the body asks for; null, and nothing is done, if any of it is not known. */
  private static Future<Void> controlled(Replay replay, JsonObject body) {
    Object speed = body.getValue("speed");
    Object at = body.getValue("at");
    Object state = body.getValue("state");
    boolean isKnown =
        CONTROLS.containsAll(body.fieldNames())
            && (speed != null || at != null || state != null)
            && (speed == null || speed(speed) != null)
            && (at == null || time(at) != null)
            && (state == null || state.equals(PLAYING) || state.equals("paused"));
    if (!isKnown) {
      return null;
    }
    Future<Void> done = Future.succeededFuture();
    if (speed != null) {
      done = done.compose(go -> replay.setSpeed(speed(speed)));
    }
    if (at != null) {
      done = done.compose(go -> replay.seek(time(at)));
    }
    return state == null ? done : done.compose(go -> replay.play(state.equals(PLAYING)));
  }

  private void end(RoutingContext request) {
    if (own(request) != null) {
      replays.end(request.pathParam("id"));
      request.response().setStatusCode(204).end();
    }
  }

  private Replay wanted(RoutingContext request) {
    Replay replay = replays.find(request.pathParam("id"));
    if (replay == null || !replay.maySee(Officer.of(request))) {
      Problem.answer(
          request, 404, "No such replay", "There is no replay of this id; it may have ended.");
      return null;
    }
    return replay;
  }

  /** Only who opened it steers and ends it. */
  private Replay own(RoutingContext request) {
    Replay replay = wanted(request);
    if (replay != null && !replay.isOf(Officer.of(request))) {
      Problem.answer(request, 403, "Not yours", "Another officer opened this replay.");
      return null;
    }
    return replay;
  }

  private static void refuse(RoutingContext request, String detail) {
    Problem.answer(request, 422, "Replay not possible", detail);
  }

  private static Double speed(Object value) {
    boolean allowed =
        value instanceof Number speed
            && speed.doubleValue() >= SLOWEST
            && speed.doubleValue() <= FASTEST;
    return allowed ? ((Number) value).doubleValue() : null;
  }

  private static Long time(Object value) {
    try {
      return value instanceof String text ? Instant.parse(text).toEpochMilli() : null;
    } catch (DateTimeException | ArithmeticException notATime) {
      return null;
    }
  }
}
