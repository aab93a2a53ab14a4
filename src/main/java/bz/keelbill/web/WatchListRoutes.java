package bz.keelbill.web;

import bz.keelbill.detect.PublishedList;
import bz.keelbill.watch.ListBook;
import bz.keelbill.watch.Order;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * {@code /api/watchlists}: the lists in force and before, what a file would change, and putting it
 * in force.
 */
final class WatchListRoutes {
  private final WatchDesk desk;
  private final LongSupplier clock;

  WatchListRoutes(WatchDesk desk, LongSupplier clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/watchlists").handler(this::list);
    router.post("/api/watchlists/preview").handler(this::preview);
    router.get("/api/watchlists/:id").handler(this::one);
    router.get("/api/watchlists/:id/history").handler(this::history);
    router.put("/api/watchlists/:id").handler(this::put);
    router.delete("/api/watchlists/:id").handler(this::remove);
  }

  private void list(RoutingContext request) {
    withLists(
        request,
        lists -> {
          JsonArray items = new JsonArray();
          lists.inForce().published().forEach(list -> items.add(head(list, lists)));
          Replies.json(
              request,
              new JsonObject()
                  .put("items", items)
                  .put("ownEntries", lists.inForce().entries().size())
                  .put("portsOfConcern", new JsonArray(lists.inForce().portsOfConcern())));
        });
  }

  private void withLists(RoutingContext request, Consumer<WatchDesk.WatchLists> then) {
    desk.watchLists()
        .onSuccess(then::accept)
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static JsonObject head(PublishedList list, WatchDesk.WatchLists lists) {
    JsonObject head =
        new JsonObject()
            .put("id", list.id())
            .put("keeper", list.keeper())
            .put("asOf", list.asOf().toString())
            .put("version", list.version())
            .put("craft", list.entries().size())
            .put("etag", etag(list));
    for (ListBook.Version version : lists.history()) {
      if (version.id().equals(list.id()) && version.version() == list.version()) {
        putAct(version.by(), head);
      }
    }
    return head;
  }

  private static void putAct(Order.Act by, JsonObject into) {
    if (by != null) {
      into.put("by", by.person()).put("at", Replies.time(by.atMillis()));
    }
  }

  private static String etag(PublishedList list) {
    return "\"v%d-%s-%d\"".formatted(list.version(), list.asOf(), list.entries().size());
  }

  /** The craft in pages; the cursor is how many were given. */
  private void one(RoutingContext request) {
    withLists(
        request,
        lists -> {
          PublishedList list = lists.inForce().find(request.pathParam("id"));
          if (list == null) {
            noSuchList(request);
            return;
          }
          int from =
              Math.min(Replies.number(request, "cursor", 0, 1_000_000), list.entries().size());
          int to = Math.min(list.entries().size(), from + Replies.limit(request));
          JsonArray entries = new JsonArray();
          list.entries().subList(from, to).forEach(each -> entries.add(WatchListBody.json(each)));
          JsonObject answer = head(list, lists).put("items", entries);
          if (to < list.entries().size()) {
            answer.put("next", Integer.toString(to));
          }
          request.response().putHeader("ETag", etag(list));
          Replies.json(request, answer);
        });
  }

  private static void noSuchList(RoutingContext request) {
    Problem.answer(request, 404, "No such watch list", "There is no watch list of this id.");
  }

  /** The newest first. */
  private void history(RoutingContext request) {
    withLists(
        request,
        lists -> {
          JsonArray items = new JsonArray();
          List<ListBook.Version> all = lists.history();
          for (int at = all.size() - 1; at >= 0; at--) {
            if (all.get(at).id().equals(request.pathParam("id"))) {
              items.add(version(all.get(at)));
            }
          }
          if (items.isEmpty()) {
            noSuchList(request);
          } else {
            Replies.items(request, items);
          }
        });
  }

  private static JsonObject version(ListBook.Version version) {
    JsonObject json =
        new JsonObject()
            .put("version", version.version())
            .put("keeper", version.keeper())
            .put("asOf", version.asOf().toString())
            .put("craft", version.craft())
            .put("added", version.added())
            .put("removed", version.removed())
            .put("changed", version.changed());
    putAct(version.by(), json);
    return json;
  }

  /** Nothing is recorded. */
  private void preview(RoutingContext request) {
    withBody(
        request,
        request.queryParams().get("id"),
        body ->
            withLists(
                request,
                lists ->
                    Replies.json(
                        request,
                        body.preview(lists.inForce().find(body.id()))
                            .put("errors", body.errors()))));
  }

  /** A long file is read on a worker. */
  private void withBody(RoutingContext request, String id, Consumer<WatchListBody> then) {
    byte[] file =
        request.body().buffer() == null ? new byte[0] : request.body().buffer().getBytes();
    Future<WatchListBody> read =
        request
            .vertx()
            .executeBlocking(
                () -> new WatchListBody(id, request.queryParams(), file, clock.getAsLong()), false);
    read.onSuccess(then::accept).onFailure(failure -> Problem.failed(request, failure));
  }

  private void put(RoutingContext request) {
    withBody(
        request,
        request.pathParam("id"),
        body -> withLists(request, lists -> put(request, body, lists)));
  }

  private void put(RoutingContext request, WatchListBody body, WatchDesk.WatchLists lists) {
    PublishedList old = lists.inForce().find(body.id());
    if (!Conditions.ifMatch(request, old == null ? null : etag(old))) {
      return;
    }
    if (!body.errors().isEmpty()) {
      Problem.answer(
          request,
          422,
          Problem.of(request, 422, "Watch list not accepted", "Nothing was changed.")
              .put("errors", body.errors()));
      return;
    }
    desk.submit(new Order.PutWatchList(act(request), body.list()))
        .onSuccess(
            done -> {
              request.response().setStatusCode(old == null ? 201 : 200);
              one(request);
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private Order.Act act(RoutingContext request) {
    return new Order.Act(Officer.of(request).name(), clock.getAsLong());
  }

  private void remove(RoutingContext request) {
    String id = request.pathParam("id");
    withLists(
        request,
        lists -> {
          PublishedList old = lists.inForce().find(id);
          if (old == null) {
            noSuchList(request);
          } else if (Conditions.ifMatch(request, etag(old))) {
            desk.submit(new Order.RemoveWatchList(act(request), id))
                .onSuccess(done -> request.response().setStatusCode(204).end())
                .onFailure(failure -> Problem.failed(request, failure));
          }
        });
  }
}
