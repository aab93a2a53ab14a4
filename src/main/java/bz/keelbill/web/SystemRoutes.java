package bz.keelbill.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Feeds, audit, health and metrics. */
final class SystemRoutes {
  private final WatchDesk desk;
  private final PrometheusMeterRegistry metrics;

  SystemRoutes(WatchDesk desk, PrometheusMeterRegistry metrics) {
    this.desk = desk;
    this.metrics = metrics;
  }

  void mount(Router router) {
    router.get("/api/feeds").handler(request -> Replies.items(request, feeds(desk.feeds())));
    router.get("/api/audit").handler(this::audit);
    router.get("/metrics").handler(this::metrics);
    router.get("/health/live").handler(request -> Replies.json(request, alive()));
    router.get("/health/ready").handler(this::ready);
  }

  static JsonArray feeds(List<WatchDesk.Feed> feeds) {
    JsonArray items = new JsonArray();
    feeds.forEach(feed -> items.add(feed(feed)));
    return items;
  }

  private static JsonObject feed(WatchDesk.Feed feed) {
    JsonObject rejects = new JsonObject();
    feed.traffic().rejectsByReason().forEach(rejects::put);
    JsonObject messages = new JsonObject();
    feed.traffic().messagesByType().forEach(messages::put);
    return new JsonObject()
        .put("name", feed.name())
        .put("format", feed.format())
        .put("transport", feed.transport())
        .put("address", feed.address())
        .put("state", feed.state())
        .put("since", Replies.time(feed.sinceMillis()))
        .put("lastLineAt", Replies.time(feed.lastLineAtMillis()))
        .put("lines", feed.traffic().lines())
        .put("linesPerSecond", Math.round(feed.traffic().linesPerSecond() * 10) / 10.0)
        .put("reports", feed.traffic().reports())
        .put("rejects", rejects)
        .put("messages", messages)
        .put("notes", notes(feed.remarks()));
  }

  private static JsonArray notes(List<WatchDesk.Remark> remarks) {
    JsonArray notes = new JsonArray();
    for (WatchDesk.Remark remark : remarks) {
      notes.add(
          new JsonObject()
              .put("kind", remark.note().kind().word())
              .put("about", remark.note().about())
              .put("value", remark.note().value())
              .put("text", remark.note().text())
              .put("since", Replies.time(remark.sinceMillis())));
    }
    return notes;
  }

  private void audit(RoutingContext request) {
    desk.audit(Replies.limit(request))
        .onSuccess(entries -> Replies.items(request, audit(entries)))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static JsonArray audit(List<WatchDesk.AuditEntry> entries) {
    JsonArray items = new JsonArray();
    for (WatchDesk.AuditEntry entry : entries) {
      items.add(
          new JsonObject()
              .put("seq", entry.sequence())
              .put("at", Replies.time(entry.atMillis()))
              .put("actor", entry.actor())
              .put("act", entry.act())
              .put("detail", entry.detail()));
    }
    return items;
  }

  private void metrics(RoutingContext request) {
    request
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .end(metrics.scrape());
  }

  private static JsonObject alive() {
    return new JsonObject().put("status", "live");
  }

  private void ready(RoutingContext request) {
    boolean ready = desk.isReady();
    JsonArray troubles = new JsonArray(List.copyOf(desk.troubles()));
    request.response().setStatusCode(ready ? 200 : 503);
    Replies.json(
        request,
        new JsonObject()
            .put("status", ready ? "ready" : "starting")
            .put(
                "checks",
                new JsonObject()
                    .put("picture", ready ? "restored" : "restoring")
                    .put("troubles", troubles)));
  }
}
