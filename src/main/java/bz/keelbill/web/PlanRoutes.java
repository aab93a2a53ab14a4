package bz.keelbill.web;

import bz.keelbill.json.PlanJson;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanBook;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanText;
import bz.keelbill.report.Origin;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.watch.FlightOrders;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** {@code /api/plans}: the plans and clearances, typing one in, bringing in text, withdrawing. */
final class PlanRoutes {
  private static final Comparator<FlightPlan> BY_TIME =
      Comparator.comparingLong(PlanRoutes::timeOf).thenComparing(FlightPlan::id);

  private final WatchDesk desk;
  private final LongSupplier clock;

  PlanRoutes(WatchDesk desk, LongSupplier clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/plans").handler(this::list);
    router.post("/api/plans").handler(this::clear);
    router.post("/api/plans/import").handler(this::bringIn);
    router.get("/api/plans/:id").handler(this::one);
    router.delete("/api/plans/:id").handler(this::withdraw);
  }

  private static long timeOf(FlightPlan plan) {
    Long offBlock = plan.flight().offBlockAtMillis();
    return offBlock == null ? plan.times().filedAtMillis() : offBlock;
  }

  /** By time of departure; the cursor is the id of the last one given. */
  private void list(RoutingContext request) {
    desk.plans()
        .onSuccess(plans -> list(request, plans))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private void list(RoutingContext request, WatchDesk.Plans plans) {
    long now = clock.getAsLong();
    boolean openNow = "now".equals(request.queryParams().get("open"));
    String state = request.queryParams().get("state");
    List<FlightPlan> wanted = new ArrayList<>();
    for (FlightPlan plan : plans.plans()) {
      boolean open = plan.opensAtMillis() <= now && now <= plan.closesAtMillis();
      if ((!openNow || open) && (state == null || state.equals(word(plan)))) {
        wanted.add(plan);
      }
    }
    wanted.sort(BY_TIME);
    String cursor = request.queryParams().get("cursor");
    int from = cursor == null ? 0 : after(cursor, wanted);
    int to = Math.min(wanted.size(), from + Replies.limit(request));
    JsonObject answer = new JsonObject();
    JsonArray items = new JsonArray();
    wanted.subList(from, to).forEach(plan -> items.add(json(plan, plans, now)));
    answer.put("items", items);
    if (to < wanted.size()) {
      answer.put("next", wanted.get(to - 1).id());
    }
    JsonArray loose = new JsonArray();
    plans.loose().forEach(each -> loose.add(new JsonObject(PlanJson.loose(each))));
    Replies.json(request, answer.put("loose", loose).put("counts", counts(plans.counts())));
  }

  private static String word(FlightPlan plan) {
    return plan.stage().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static int after(String id, List<FlightPlan> plans) {
    for (int at = 0; at < plans.size(); at++) {
      if (plans.get(at).id().equals(id)) {
        return at + 1;
      }
    }
    return plans.size();
  }

  private static JsonObject counts(PlanBook.Counts counts) {
    return new JsonObject()
        .put("withoutPlan", counts.withoutPlan())
        .put("ofSeveralPlans", counts.ofSeveralPlans())
        .put("dropped", counts.dropped());
  }

  private static JsonObject json(FlightPlan plan, WatchDesk.Plans plans, long now) {
    Map<String, PlanMatch> matches = new LinkedHashMap<>();
    plans
        .matches()
        .forEach(
            (track, match) -> {
              boolean isIt = match.plan() != null && match.plan().id().equals(plan.id());
              if (isIt) {
                matches.put(track, match);
              }
            });
    return new JsonObject(PlanJson.plan(plan, matches, now));
  }

  private void one(RoutingContext request) {
    answer(request, 200, request.pathParam("id"));
  }

  private void answer(RoutingContext request, int status, String id) {
    desk.plans()
        .onSuccess(
            plans -> {
              FlightPlan plan = plans.find(id);
              if (plan == null) {
                noSuchPlan(request);
              } else {
                request.response().setStatusCode(status);
                Replies.json(request, json(plan, plans, clock.getAsLong()));
              }
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static void noSuchPlan(RoutingContext request) {
    Problem.answer(request, 404, "No such plan", "There is no plan of this id.");
  }

  private void clear(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    ClearanceBody read = new ClearanceBody(body);
    Order.ClearFlight order = read.order(act(request));
    if (!read.errors().isEmpty()) {
      Problem.answer(
          request,
          422,
          Problem.of(request, 422, "Clearance not accepted", "Nothing was changed.")
              .put("errors", read.errors()));
      return;
    }
    desk.submit(order)
        .compose(done -> desk.plans())
        .onSuccess(
            plans -> {
              FlightPlan plan = plans.byOrigin().get(FlightOrders.origin(order));
              request.response().setStatusCode(201);
              Replies.json(request, json(plan, plans, clock.getAsLong()));
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private Order.Act act(RoutingContext request) {
    return new Order.Act(Officer.of(request).name(), clock.getAsLong());
  }

  private void bringIn(RoutingContext request) {
    Order.Act act = act(request);
    byte[] bytes =
        request.body().buffer() == null ? new byte[0] : request.body().buffer().getBytes();
    PlanText text = PlanText.read(bytes, FlightOrders.IMPORT, act.person(), act.atMillis());
    if (text.taken().isEmpty()) {
      Problem.answer(
          request,
          422,
          Problem.of(request, 422, "No plans in this text", "Nothing was taken.")
              .put("taken", new JsonArray())
              .put("refused", refused(text)));
      return;
    }
    List<Order.FilePlans.Piece> pieces =
        text.taken().stream()
            .map(taken -> new Order.FilePlans.Piece(taken.line(), taken.text()))
            .toList();
    desk.submit(new Order.FilePlans(act, pieces))
        .compose(done -> desk.plans())
        .onSuccess(plans -> Replies.json(request, imported(text, plans)))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static JsonObject imported(PlanText text, WatchDesk.Plans plans) {
    JsonArray taken = new JsonArray();
    JsonArray refused = refused(text);
    Map<Origin, FlightPlan> byOrigin = plans.byOrigin();
    for (PlanText.Taken each : text.taken()) {
      PlanMessage message = each.message();
      FlightPlan plan = byOrigin.get(message.origin());
      if (plan == null && plans.isLoose(message)) {
        refused.add(refused(each.line(), "no-plan", "fits no plan, or several", message.text()));
      } else {
        taken.add(
            new JsonObject()
                .put("line", each.line())
                .put("type", message.type().name())
                .put("id", plan == null ? null : plan.id())
                .put("name", plan == null ? message.flight().callsign() : plan.name())
                .put("notUnderstood", new JsonArray(message.extras().notUnderstood())));
      }
    }
    List<JsonObject> byLine = new ArrayList<>();
    refused.forEach(each -> byLine.add((JsonObject) each));
    byLine.sort(Comparator.comparing(each -> each.getLong("line")));
    return new JsonObject().put("taken", taken).put("refused", new JsonArray(byLine));
  }

  private static JsonArray refused(PlanText text) {
    JsonArray refused = new JsonArray();
    text.refused()
        .forEach(
            each ->
                refused.add(
                    refused(each.line(), each.reason().word(), each.detail(), each.text())));
    return refused;
  }

  private static JsonObject refused(long line, String reason, String detail, String text) {
    return new JsonObject()
        .put("line", line)
        .put("reason", reason)
        .put("detail", detail)
        .put("text", text);
  }

  private void withdraw(RoutingContext request) {
    String id = request.pathParam("id");
    desk.plans()
        .onSuccess(
            plans -> {
              FlightPlan plan = plans.find(id);
              if (plan == null) {
                noSuchPlan(request);
              } else if (plan.stage() == FlightPlan.Stage.CANCELLED) {
                Problem.answer(
                    request, 409, "Not possible as things stand", "The plan is cancelled.");
              } else {
                desk.submit(new Order.WithdrawPlan(act(request), id))
                    .onSuccess(done -> answer(request, 200, id))
                    .onFailure(failure -> Problem.failed(request, failure));
              }
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }
}
