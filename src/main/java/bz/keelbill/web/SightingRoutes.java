package bz.keelbill.web;

import bz.keelbill.json.SightingJson;
import bz.keelbill.sighting.Column;
import bz.keelbill.sighting.Sighting;
import bz.keelbill.sighting.SightingTable;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.SightingBook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/** {@code /api/sightings}: what people saw, told in words, in fields or as a table. */
final class SightingRoutes {
  private final WatchDesk desk;
  private final LongSupplier clock;

  SightingRoutes(WatchDesk desk, LongSupplier clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/sightings").handler(this::list);
    router.post("/api/sightings").handler(this::report);
    router.post("/api/sightings/read").handler(this::read);
    router.post("/api/sightings/import").handler(this::bringIn);
    router.get("/api/sightings/:id").handler(this::one);
    router.put("/api/sightings/:id").handler(this::change);
    router.delete("/api/sightings/:id").handler(this::withdraw);
  }

  /** The newest first; the cursor is the id of the last one given. */
  private void list(RoutingContext request) {
    desk.sightings()
        .onSuccess(entries -> list(request, entries))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static void list(RoutingContext request, List<SightingBook.Entry> entries) {
    List<SightingBook.Entry> newest = new ArrayList<>(entries);
    Collections.reverse(newest);
    String cursor = request.queryParams().get("cursor");
    List<String> ids = newest.stream().map(SightingBook.Entry::id).toList();
    int from = cursor == null ? 0 : ids.indexOf(cursor) + 1;
    int to = Math.min(newest.size(), from + Replies.limit(request));
    List<String> items = newest.subList(from, to).stream().map(SightingJson::entry).toList();
    Replies.items(request, items, to < newest.size() ? ids.get(to - 1) : null);
  }

  private void one(RoutingContext request) {
    answer(request, 200, request.pathParam("id"));
  }

  private void answer(RoutingContext request, int status, String id) {
    desk.sightings()
        .onSuccess(
            entries -> {
              SightingBook.Entry entry = find(entries, id);
              if (entry == null) {
                noSuchSighting(request);
              } else {
                request.response().setStatusCode(status);
                Replies.json(request, SightingJson.entry(entry));
              }
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static SightingBook.Entry find(List<SightingBook.Entry> entries, String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst().orElse(null);
  }

  private static void noSuchSighting(RoutingContext request) {
    Problem.answer(request, 404, "No such sighting", "There is no sighting of this id.");
  }

  /** What would be understood; nothing is recorded. */
  private void read(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    SightingBody read = new SightingBody(body, desk.gazetteer(), clock.getAsLong());
    JsonObject fields = read.fields();
    Sighting sighting = read.sighting(null);
    JsonObject answer = new JsonObject().put("fields", fields).put("errors", read.errors());
    if (sighting != null) {
      answer.put("sighting", new JsonObject(SightingJson.forOfficers(sighting)));
    }
    Replies.json(request, answer);
  }

  private void report(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body != null) {
      submit(request, body, null, 201);
    }
  }

  private void change(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    String id = request.pathParam("id");
    desk.sightings()
        .onSuccess(
            entries -> {
              if (find(entries, id) == null) {
                noSuchSighting(request);
              } else {
                submit(request, body, id, 200);
              }
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private void submit(RoutingContext request, JsonObject body, String idOrNull, int status) {
    SightingBody read = new SightingBody(body, desk.gazetteer(), clock.getAsLong());
    Sighting sighting = read.sighting(idOrNull);
    if (sighting == null) {
      Problem.answer(
          request,
          422,
          Problem.of(request, 422, "Sighting not accepted", "Nothing was changed.")
              .put("errors", read.errors())
              .put("fields", read.fields()));
      return;
    }
    desk.submit(new Order.ReportSightings(act(request), List.of(sighting)))
        .onSuccess(done -> answer(request, status, sighting.id()))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private Order.Act act(RoutingContext request) {
    return new Order.Act(Officer.of(request).name(), clock.getAsLong());
  }

  /** A table is taken whole or not at all. */
  private void bringIn(RoutingContext request) {
    Order.Act act = act(request);
    byte[] bytes =
        request.body().buffer() == null ? new byte[0] : request.body().buffer().getBytes();
    SightingTable table = SightingTable.read(bytes, desk.gazetteer(), act.atMillis());
    if (!table.faults().isEmpty() || table.sightings().isEmpty()) {
      Problem.answer(
          request,
          422,
          Problem.of(request, 422, "Table not accepted", "Nothing was taken.")
              .put("errors", errors(table))
              .put("unknownColumns", new JsonArray(table.unknown())));
      return;
    }
    desk.submit(new Order.ReportSightings(act, table.sightings()))
        .onSuccess(done -> Replies.json(request, taken(table)))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static JsonArray errors(SightingTable table) {
    JsonArray errors = new JsonArray();
    for (SightingTable.RowFault each : table.faults()) {
      Column column = each.fault().column();
      String place = column == null ? "" : "/" + column.word();
      errors.add(
          SightingBody.json(each.fault())
              .put("line", each.line())
              .put("pointer", "/" + each.line() + place));
    }
    return errors;
  }

  private static JsonObject taken(SightingTable table) {
    List<String> ids = table.sightings().stream().map(Sighting::id).toList();
    return new JsonObject()
        .put("taken", ids.size())
        .put("ids", new JsonArray(ids))
        .put("unknownColumns", new JsonArray(table.unknown()));
  }

  private void withdraw(RoutingContext request) {
    String id = request.pathParam("id");
    desk.sightings()
        .onSuccess(
            entries -> {
              if (find(entries, id) == null) {
                noSuchSighting(request);
              } else {
                desk.submit(new Order.WithdrawSighting(act(request), id))
                    .onSuccess(done -> answer(request, 200, id))
                    .onFailure(failure -> Problem.failed(request, failure));
              }
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }
}
