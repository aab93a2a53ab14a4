package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.Verdict;
import bz.keelbill.json.AlertJson;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** {@code /api/alerts}: the list, acknowledging, and closing with a verdict. */
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
    router.post("/api/alerts/:id/close").handler(this::close);
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
        items.add(AlertJson.forClients(alert));
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
      Replies.json(request, AlertJson.forClients(alert));
    }
  }

  private void acknowledge(RoutingContext request) {
    Alert alert = wanted(request, "ack");
    if (alert != null) {
      submit(request, new Order.Acknowledge(act(request), alert.id()), alert.id());
    }
  }

  /** The body says what it was: {@code {"verdict": "true", "note": "panga, two engines"}}. */
  private void close(RoutingContext request) {
    Alert alert = wanted(request, "close");
    JsonObject body = alert == null ? null : Bodies.object(request);
    if (body == null) {
      return;
    }
    Verdict.Ruling ruling = Verdict.Ruling.ofWord(String.valueOf(body.getValue("verdict")));
    Object note = body.getValue("note", "");
    if (ruling == null) {
      refuse(request, "/verdict", "true, false, nuisance or test");
    } else if (!(note instanceof String text) || text.length() > Verdict.LONGEST_NOTE) {
      refuse(request, "/note", "a text of " + Verdict.LONGEST_NOTE + " characters at most");
    } else {
      Order order = new Order.CloseAlert(act(request), alert.id(), ruling, text.strip());
      submit(request, order, alert.id());
    }
  }

  /** The alert, if that can be done with it now; else null, and the request has been answered. */
  private Alert wanted(RoutingContext request, String act) {
    Alert alert = board.alert(request.pathParam("id"));
    if (alert == null) {
      Problem.answer(request, 404, "No such alert", "There is no alert of this id.");
    } else if (!alert.allowedActs().contains(act)) {
      refuse(request, alert);
    } else {
      return alert;
    }
    return null;
  }

  private Order.Act act(RoutingContext request) {
    return new Order.Act(Officer.of(request).name(), clock.getAsLong());
  }

  private void submit(RoutingContext request, Order order, String id) {
    desk.submit(order)
        .onSuccess(done -> Replies.json(request, AlertJson.forClients(board.alert(id))))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static void refuse(RoutingContext request, String pointer, String detail) {
    JsonObject problem =
        Problem.of(request, 422, "Verdict not accepted", "Nothing was changed.")
            .put("errors", Problem.at(pointer, detail));
    Problem.answer(request, 422, problem);
  }

  private static void refuse(RoutingContext request, Alert alert) {
    JsonObject problem =
        Problem.of(
                request,
                409,
                "Not possible as things stand",
                "The alert is " + alert.state().word() + ".")
            .put("state", alert.state().word())
            .put("allowed", new JsonArray(alert.allowedActs()));
    Problem.answer(request, 409, problem);
  }
}
