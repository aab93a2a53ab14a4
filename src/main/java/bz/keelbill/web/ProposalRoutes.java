package bz.keelbill.web;

import bz.keelbill.watch.Order;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** {@code /api/proposals}: the changes that wait for a second person, and that person's word. */
final class ProposalRoutes {
  private static final int LONGEST_REASON = 1_000;

  private final Proposals proposals;
  private final Function<Order, Future<Void>> carryOut;
  private final LongSupplier clock;
  private final Function<RoutingContext, Officer> who;

  /**
   * Routes.
   *
   * @param carryOut does what is confirmed, as {@link WatchDesk#submit}
   * @param who makes a request
   */
  ProposalRoutes(
      Proposals proposals,
      Function<Order, Future<Void>> carryOut,
      LongSupplier clock,
      Function<RoutingContext, Officer> who) {
    this.proposals = proposals;
    this.carryOut = carryOut;
    this.clock = clock;
    this.who = who;
  }

  void mount(Router router) {
    router.get("/api/proposals").handler(this::list);
    router.get("/api/proposals/:id").handler(this::one);
    router.post("/api/proposals/:id/confirm").handler(this::confirm);
    router.delete("/api/proposals/:id").handler(this::withdraw);
  }

  private void list(RoutingContext request) {
    JsonArray items = new JsonArray();
    proposals.all().forEach(change -> items.add(change.json()));
    Replies.items(request, items);
  }

  private void one(RoutingContext request) {
    HeldChange change = wanted(request);
    if (change != null) {
      Replies.json(request, change.json());
    }
  }

  private void withdraw(RoutingContext request) {
    HeldChange change = wanted(request);
    if (change != null) {
      proposals
          .withdraw(change, who.apply(request).name())
          .onSuccess(dropped -> request.response().setStatusCode(204).end())
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  /** The body says why it is made all the same: {@code {"reason": "…"}}. */
  private void confirm(RoutingContext request) {
    HeldChange change = wanted(request);
    JsonObject body = change == null ? null : Bodies.object(request);
    if (body == null) {
      return;
    }
    Officer officer = who.apply(request);
    Object reason = body.getValue("reason");
    if (officer.name().equals(change.order().act().person())) {
      refuseTheSame(request, officer);
    } else if (!(reason instanceof String text)
        || text.isBlank()
        || text.length() > LONGEST_REASON) {
      JsonObject problem =
          Problem.of(request, 422, "Not confirmed", "Nothing was changed.")
              .put("errors", Problem.at("/reason", "say why, in 1 to 1000 characters"));
      Problem.answer(request, 422, problem);
    } else if (proposals.isStale(change)) {
      proposals.drop(change);
      Problem.answer(
          request, 412, "Changed meanwhile", "Somebody changed it since; propose it again.");
    } else {
      make(request, change, new Order.Confirmation(officer.name(), text.strip()));
    }
  }

  private static void refuseTheSame(RoutingContext request, Officer officer) {
    String alone =
        officer.demo()
            ? " Without accounts there is only one person here; set up accounts for two."
            : "";
    Problem.answer(
        request,
        403,
        "Another person is needed",
        officer.name() + " proposed the change and cannot confirm it." + alone);
  }

  private void make(RoutingContext request, HeldChange change, Order.Confirmation confirmation) {
    Order order = change.confirmed(confirmation, clock.getAsLong());
    proposals
        .make(change, () -> carryOut.apply(order))
        .onSuccess(done -> request.response().setStatusCode(204).end())
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private HeldChange wanted(RoutingContext request) {
    HeldChange change = proposals.find(request.pathParam("id"));
    if (change == null) {
      Problem.answer(request, 404, "No such proposal", "Nothing of this id waits any more.");
    }
    return change;
  }
}
