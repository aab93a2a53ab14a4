package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.json.AlertJson;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** {@code /api/alerts}: the list, and acknowledging. */
final class AlertRoutes {
  private final Board board;
  private final WatchDesk desk;
  private final LongSupplier clock;

  AlertRoutes(Board board, WatchDesk desk, LongSupplier clock) {
    this.board = board;
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/alerts").handler(this::list);
    router.get("/api/alerts/:id").handler(this::one);
    router.post("/api/alerts/:id/ack").handler(this::acknowledge);
  }

  /** Newest first; the cursor is the id of the last one given. */
  private void list(RoutingContext request) {
    List<Alert> newestFirst = new ArrayList<>(board.alerts());
    java.util.Collections.reverse(newestFirst);
    String state = request.queryParams().get("state");
    String priority = request.queryParams().get("priority");
    String cursor = request.queryParams().get("cursor");
    int limit = Replies.limit(request);
    List<String> items = new ArrayList<>();
    String last = null;
    boolean reached = cursor == null;
    for (Alert alert : newestFirst) {
      if (!reached) {
        reached = alert.id().equals(cursor);
      } else if (matches(alert, state, priority)) {
        if (items.size() == limit) {
          Replies.items(request, items, last);
          return;
        }
        items.add(AlertJson.object(alert));
        last = alert.id();
      }
    }
    Replies.items(request, items, null);
  }

  private static boolean matches(Alert alert, String state, String priority) {
    boolean stateFits =
        state == null
            || alert.state().word().equals(state)
            || ("open".equals(state) && alert.isOpen());
    return stateFits && (priority == null || alert.priority().word().equals(priority));
  }

  private void one(RoutingContext request) {
    Alert alert = board.alert(request.pathParam("id"));
    if (alert == null) {
      Problem.answer(request, 404, "No such alert", "There is no alert of this id.");
    } else {
      Replies.json(request, AlertJson.object(alert));
    }
  }

  private void acknowledge(RoutingContext request) {
    String id = request.pathParam("id");
    Alert alert = board.alert(id);
    if (alert == null) {
      Problem.answer(request, 404, "No such alert", "There is no alert of this id.");
      return;
    }
    if (!alert.canBeAcknowledged()) {
      refuse(request, alert);
      return;
    }
    Order.Act act = new Order.Act(Officer.of(request).name(), clock.getAsLong());
    desk.submit(new Order.Acknowledge(act, id))
        .onSuccess(done -> Replies.json(request, AlertJson.object(board.alert(id))))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static void refuse(RoutingContext request, Alert alert) {
    JsonObject problem =
        Problem.of(
                request,
                409,
                "Not possible as things stand",
                "The alert is " + alert.state().word() + ".")
            .put("state", alert.state().word())
            .put("allowed", new JsonArray());
    Problem.answer(request, 409, problem);
  }
}
