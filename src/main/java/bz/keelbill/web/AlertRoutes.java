package bz.keelbill.web;

import bz.keelbill.account.Account;
import bz.keelbill.account.AccountBook;
import bz.keelbill.account.Deed;
import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertAct;
import bz.keelbill.alert.Tending;
import bz.keelbill.json.AlertJson;
import bz.keelbill.watch.Order;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * {@code /api/alerts}: the list, and everything that officers do with an alert. An act that cannot
 * be done as things stand is answered with 409, the alert's state and what can be done.
 */
final class AlertRoutes {
  private final Board board;
  private final WatchDesk desk;
  private final AccountBook accounts;
  private final AlertActs bodies;
  private final Repeats repeats;
  private final LongSupplier clock;

  AlertRoutes(Board board, WatchDesk desk, AccountBook accounts, LongSupplier clock) {
    this.board = board;
    this.desk = desk;
    this.accounts = accounts;
    this.bodies = new AlertActs(accounts);
    this.repeats = new Repeats(clock);
    this.clock = clock;
  }

  /** What a request asks for. */
  private interface Wish {
    Order of(Order.Act act, String id, JsonObject body) throws AlertActs.NotAccepted;
  }

  void mount(Router router) {
    router.get("/api/alerts").handler(this::list);
    router.get("/api/alerts/:id").handler(this::one);
    router.get("/api/officers").handler(this::officers);
    plain(router, AlertAct.ACK, (act, id, body) -> new Order.Acknowledge(act, id));
    plain(router, AlertAct.SILENCE, (act, id, body) -> new Order.Silence(act, id));
    plain(router, AlertAct.ACCEPT, (act, id, body) -> new Order.Accept(act, id));
    plain(router, AlertAct.UNSHELVE, (act, id, body) -> new Order.Unshelve(act, id));
    plain(
        router,
        AlertAct.ESCALATE,
        (act, id, body) -> new Order.Escalate(act, id, Tending.Step.CONTACT));
    withBody(router, AlertAct.ASSIGN, bodies::assign);
    withBody(router, AlertAct.SHELVE, bodies::shelve);
    withBody(router, AlertAct.COMMENT, bodies::comment);
    withBody(router, AlertAct.CLOSE, bodies::close);
  }

  private void plain(Router router, AlertAct act, Wish wish) {
    router
        .post("/api/alerts/:id/" + act.word())
        .handler(request -> act(request, act, wish, new JsonObject()));
  }

  private void withBody(Router router, AlertAct act, Wish wish) {
    router
        .post("/api/alerts/:id/" + act.word())
        .handler(
            request -> {
              if (board.alert(request.pathParam("id")) == null) {
                noSuch(request);
                return;
              }
              JsonObject body = Bodies.object(request);
              if (body != null) {
                act(request, act, wish, body);
              }
            });
  }

  /** Newest first; the cursor is the id of the last one given. */
  private void list(RoutingContext request) {
    List<Alert> newestFirst = new ArrayList<>(board.alerts());
    Collections.reverse(newestFirst);
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
      noSuch(request);
    } else {
      Replies.json(request, AlertJson.forClients(alert));
    }
  }

  /** To whom an alert can be given. */
  private void officers(RoutingContext request) {
    JsonArray items = new JsonArray();
    for (Account account : accounts.accounts()) {
      if (Deed.ACT.isFor(account.role()) && !account.isDisabled()) {
        items.add(new JsonObject().put("name", account.name()).put("role", account.role().word()));
      }
    }
    Replies.items(request, items);
  }

  private void act(RoutingContext request, AlertAct act, Wish wish, JsonObject body) {
    Alert alert = board.alert(request.pathParam("id"));
    if (alert == null) {
      noSuch(request);
      return;
    }
    if (!repeats.isGood(request)) {
      return;
    }
    Future<String> before = repeats.before(request);
    if (before != null) {
      before
          .onSuccess(json -> Replies.json(request, json))
          .onFailure(failure -> failed(request, alert.id(), failure));
    } else if (isAcknowledgedAgain(request, act, alert) || isSaidAgain(request, act, alert, body)) {
      Replies.json(request, AlertJson.forClients(alert));
    } else if (!act.isPossible(alert)) {
      refuse(request, alert, "The alert is " + alert.state().word() + ".");
    } else {
      carryOut(request, alert.id(), wish, body);
    }
  }

  /**
   * One that was answered by a watch that was killed then: the key is forgotten, the deed is not.
   */
  private static boolean isAcknowledgedAgain(RoutingContext request, AlertAct act, Alert alert) {
    return act == AlertAct.ACK
        && request.request().getHeader("Idempotency-Key") != null
        && !act.isPossible(alert)
        && Officer.of(request).name().equals(alert.history().acknowledgedBy());
  }

  /**
   * The same for a comment, which could be made any number of times: the very words that somebody
   * said shortly before this watch began, under a key that it does not know.
   */
  private boolean isSaidAgain(RoutingContext request, AlertAct act, Alert alert, JsonObject body) {
    return act == AlertAct.COMMENT
        && request.request().getHeader("Idempotency-Key") != null
        && alert.tending().comments().stream()
            .anyMatch(
                comment ->
                    repeats.isFromJustBefore(comment.atMillis())
                        && comment.person().equals(Officer.of(request).name())
                        && comment.text().equals(String.valueOf(body.getValue("text")).strip()));
  }

  private void carryOut(RoutingContext request, String id, Wish wish, JsonObject body) {
    try {
      Order.Act act = new Order.Act(Officer.of(request).name(), clock.getAsLong());
      Order order = wish.of(act, id, body);
      repeats
          .first(
              request, () -> desk.submit(order).map(done -> AlertJson.forClients(board.alert(id))))
          .onSuccess(json -> Replies.json(request, json))
          .onFailure(failure -> failed(request, id, failure));
    } catch (AlertActs.NotAccepted wrong) {
      JsonObject problem =
          Problem.of(request, 422, "Not accepted", "Nothing was changed.")
              .put("errors", Problem.at(wrong.pointer(), wrong.getMessage()));
      Problem.answer(request, 422, problem);
    }
  }

  private void failed(RoutingContext request, String id, Throwable failure) {
    if (failure instanceof WatchDesk.Refused refused && board.alert(id) != null) {
      refuse(request, board.alert(id), refused.getMessage());
    } else {
      Problem.failed(request, failure);
    }
  }

  private static void noSuch(RoutingContext request) {
    Problem.answer(request, 404, "No such alert", "There is no alert of this id.");
  }

  private static void refuse(RoutingContext request, Alert alert, String detail) {
    JsonObject problem =
        Problem.of(request, 409, "Not possible as things stand", detail)
            .put("state", alert.state().word())
            .put("allowed", new JsonArray(alert.allowedActs()));
    Problem.answer(request, 409, problem);
  }
}
