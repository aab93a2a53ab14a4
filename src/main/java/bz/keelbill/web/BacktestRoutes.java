package bz.keelbill.web;

import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.LongSupplier;

/** {@code /api/backtests}: a change of fences or rules tried on the record before it is made. */
final class BacktestRoutes {
  private final Backtests backtests;
  private final LongSupplier clock;

  BacktestRoutes(Backtests backtests, LongSupplier clock) {
    this.backtests = backtests;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/backtests").handler(this::list);
    router.post("/api/backtests").handler(this::ask);
    router.get("/api/backtests/:id").handler(this::one);
    router.delete("/api/backtests/:id").handler(this::end);
  }

  private void list(RoutingContext request) {
    JsonArray items = new JsonArray();
    backtests.all().forEach(run -> items.add(run.json(backtests.before(run))));
    Replies.items(request, items);
  }

  /** Conditions are read on a worker: the first one takes the parser a second or two to load. */
  private void ask(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Order.Act act = new Order.Act(Officer.of(request).name(), clock.getAsLong());
    request
        .vertx()
        .executeBlocking(() -> BacktestBody.read(body, act), false)
        .onSuccess(read -> submit(request, read))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private void submit(RoutingContext request, BacktestBody read) {
    if (read.wish() == null) {
      JsonObject problem =
          Problem.of(request, 422, "Back-test not possible", "Nothing was tried.")
              .put("errors", read.errors());
      Problem.answer(request, 422, problem);
      return;
    }
    backtests
        .ask(read.wish())
        .onSuccess(
            run -> {
              request
                  .response()
                  .setStatusCode(202)
                  .putHeader("Location", "/api/backtests/" + run.id());
              Replies.json(request, run.json(backtests.before(run)));
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private void one(RoutingContext request) {
    BacktestRun run = wanted(request);
    if (run != null) {
      Replies.json(request, run.text(backtests.before(run)));
    }
  }

  private void end(RoutingContext request) {
    BacktestRun run = wanted(request);
    if (run != null) {
      backtests.end(run.id());
      request.response().setStatusCode(204).end();
    }
  }

  private BacktestRun wanted(RoutingContext request) {
    BacktestRun run = backtests.find(request.pathParam("id"));
    if (run == null) {
      Problem.answer(
          request, 404, "No such back-test", "There is none of this id; only the latest are kept.");
    }
    return run;
  }
}
