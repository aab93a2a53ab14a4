package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.json.AlertJson;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Feeds, audit, health and metrics. */
final class SystemRoutes {
  /** Among so many of the newest entries an officer's own are looked for. */
  private static final int OWN_AMONG = 5_000;

  private final WatchDesk desk;
  private final Attendance attendance;
  private final PrometheusMeterRegistry metrics;

  SystemRoutes(WatchDesk desk, Attendance attendance, PrometheusMeterRegistry metrics) {
    this.desk = desk;
    this.attendance = attendance;
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
    Officer officer = Officer.of(request);
    int limit = Replies.limit(request);
    desk.audit(officer.readsAllAudit() ? limit : OWN_AMONG)
        .onSuccess(entries -> Replies.items(request, audit(own(entries, officer, limit))))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  /** Who does not read all of it reads what he did himself. */
  private static List<WatchDesk.AuditEntry> own(
      List<WatchDesk.AuditEntry> entries, Officer officer, int limit) {
    return entries.stream()
        .filter(entry -> officer.readsAllAudit() || entry.actor().equals(officer.name()))
        .limit(limit)
        .toList();
  }

  private static JsonArray audit(List<WatchDesk.AuditEntry> entries) {
    JsonArray items = new JsonArray();
    entries.forEach(entry -> items.add(audit(entry)));
    return items;
  }

  private static JsonObject audit(WatchDesk.AuditEntry entry) {
    JsonArray said = new JsonArray();
    entry.detail().forEach(piece -> said.add(piece.json()));
    JsonObject json =
        new JsonObject()
            .put("seq", entry.sequence())
            .put("at", Replies.time(entry.atMillis()))
            .put("actor", entry.actor())
            .put("act", entry.act())
            .put("detail", entry.detail().stream().map(Worded::text).collect(Collectors.joining()))
            .put("said", said);
    return entry.alert() == null ? json : json.mergeIn(message(entry.alert()));
  }

  /** What the alert says, for other languages; nothing of one whose sentence has no pattern. */
  private static JsonObject message(Alert alert) {
    Object message = new JsonObject(AlertJson.forClients(alert)).getValue("message");
    return message == null ? new JsonObject() : new JsonObject().put("message", message);
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
    List<String> troubles = new ArrayList<>(desk.troubles());
    Long alone = attendance.unattendedSinceMillis();
    if (alone != null) {
      troubles.add("no attended watch console since " + Replies.time(alone));
    }
    request.response().setStatusCode(ready ? 200 : 503);
    JsonObject json = new JsonObject().put("status", ready ? "ready" : "starting");
    // Strangers learn whether it runs; what is wrong with it is for those who came in.
    if (Door.visitor(request) != null) {
      json.put(
          "checks",
          new JsonObject()
              .put("picture", ready ? "restored" : "restoring")
              .put("troubles", new JsonArray(troubles)));
    }
    Replies.json(request, json);
  }
}
