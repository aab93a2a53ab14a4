package bz.keelbill.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.function.LongSupplier;

/** {@code /api/handover}: offering the watch, taking it, taking the offer back. */
final class HandoverRoutes {
  private final Handovers handovers;
  private final Board board;
  private final WatchDesk desk;
  private final LongSupplier clock;

  HandoverRoutes(Handovers handovers, Board board, WatchDesk desk, LongSupplier clock) {
    this.handovers = handovers;
    this.board = board;
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/handover").handler(this::standing);
    router.post("/api/handover").handler(this::offer);
    router.post("/api/handover/sign").handler(this::sign);
    router.delete("/api/handover").handler(this::withdraw);
  }

  private void standing(RoutingContext request) {
    Handovers.Offer offer = handovers.standing();
    Replies.json(request, new JsonObject().put("offer", offer == null ? null : offer.json()));
  }

  /** {@code {"note": "dredger off Dangriga until noon"}}; the note may be empty. */
  private void offer(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Fields fields = new Fields(body, Set.of("note"));
    String note = fields.has("note") ? fields.text("note").strip() : "";
    if (!fields.areGood(request)) {
      return;
    }
    Handovers.Offer standing = handovers.standing();
    String person = Officer.of(request).name();
    if (standing != null && !standing.from().equals(person)) {
      refuse(request, standing.from() + " offers the watch; sign that first.");
      return;
    }
    Handovers.Offer offer =
        new Handovers.Offer(person, clock.getAsLong(), note, Handovers.desk(board.alerts()));
    desk.note(person, Handovers.OFFERED, offer.words())
        .onSuccess(
            noted -> {
              handovers.offered(offer);
              Replies.json(request, new JsonObject().put("offer", offer.json()));
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private void sign(RoutingContext request) {
    Handovers.Offer offer = handovers.standing();
    String person = Officer.of(request).name();
    if (offer == null) {
      refuse(request, "Nobody offers the watch.");
    } else if (offer.from().equals(person)) {
      refuse(request, "Who takes the watch is somebody else than who offers it.");
    } else {
      settle(request, person, Handovers.SIGNED, "from " + offer.from());
    }
  }

  private void withdraw(RoutingContext request) {
    Handovers.Offer offer = handovers.standing();
    String person = Officer.of(request).name();
    if (offer == null || !offer.from().equals(person)) {
      refuse(request, "You do not offer the watch.");
    } else {
      settle(request, person, Handovers.WITHDRAWN, "");
    }
  }

  private void settle(RoutingContext request, String person, String what, String words) {
    desk.note(person, what, words)
        .onSuccess(
            noted -> {
              handovers.settled();
              Replies.json(request, new JsonObject().put("offer", null));
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static void refuse(RoutingContext request, String why) {
    Problem.answer(request, 409, "Not possible as things stand", why);
  }
}
