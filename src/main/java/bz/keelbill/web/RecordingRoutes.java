package bz.keelbill.web;

import bz.keelbill.fence.Fence;
import bz.keelbill.record.Spot;
import bz.keelbill.record.TrackQuery;
import bz.keelbill.record.TracksFound;
import bz.keelbill.takeout.Question;
import bz.keelbill.takeout.TrackFormat;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.LongSupplier;

/**
 * {@code /api/recordings/tracks}, {@code /api/recordings/export} and {@code
 * /api/recordings/evidence}: who was where, the same taken away as a file, and proof of an alert.
 */
final class RecordingRoutes {
  private final Board board;
  private final WatchDesk desk;
  private final Jobs jobs;
  private final LongSupplier clock;
  private final RecordWorkers workers;

  RecordingRoutes(
      Board board, WatchDesk desk, Jobs jobs, RecordWorkers workers, LongSupplier clock) {
    this.workers = workers;
    this.clock = clock;
    this.board = board;
    this.desk = desk;
    this.jobs = jobs;
  }

  void mount(Router router) {
    router.get("/api/recordings/tracks").handler(this::tracks);
    router.get("/api/recordings/export").handler(this::export);
    router.post("/api/recordings/evidence/:alert").handler(this::evidence);
    router.get("/api/recordings/reports/:alert").handler(this::report);
  }

  private void tracks(RoutingContext request) {
    TrackQuery query = query(request);
    String after = query == null ? null : after(request);
    if (after != null) {
      int limit = Replies.limit(request);
      workers
          .work(request, () -> desk.takeout().recordings().tracks(query, after, limit))
          .onSuccess(found -> Replies.json(request, json(found)))
          .onFailure(failure -> RecordWorkers.failed(request, failure));
    }
  }

  /** The name that a cursor stands for; null if it is none, and then the request is answered. */
  private static String after(RoutingContext request) {
    String cursor = request.queryParams().get("cursor");
    try {
      return cursor == null
          ? ""
          : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      refuse(request, "cursor is what an answer called next");
      return null;
    }
  }

  private static String cursor(String after) {
    byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static JsonObject json(TracksFound found) {
    JsonArray items = new JsonArray();
    found.tracks().forEach(track -> items.add(FoundTracks.json(track)));
    JsonObject json = new JsonObject().put("items", items);
    if (found.next() != null) {
      json.put("next", cursor(found.next()));
    }
    if (!found.problems().isEmpty()) {
      json.put("problems", new JsonArray(found.problems()));
    }
    return json;
  }

  private void export(RoutingContext request) {
    TrackQuery query = query(request);
    TrackFormat format = query == null ? null : TrackFormat.of(request.queryParams().get("format"));
    if (query != null && format == null) {
      refuse(request, "format is geojson, csv, kml, gpx or parquet");
    } else if (query != null) {
      HttpServerResponse response = request.response();
      response
          .setChunked(true)
          .putHeader("Content-Type", format.mediaType())
          .putHeader(
              "Content-Disposition", "attachment; filename=\"keelbill." + format.word() + "\"");
      workers
          .work(request, () -> write(query, format, response))
          .onSuccess(done -> response.end())
          .onFailure(failure -> brokenOff(request, failure));
    }
  }

  private Void write(TrackQuery query, TrackFormat format, HttpServerResponse response)
      throws IOException {
    try (ResponseStream out = new ResponseStream(response)) {
      desk.takeout().write(query, format, out);
    }
    return null;
  }

  /** The recording is played again for it, which may take minutes. */
  private void evidence(RoutingContext request) {
    String alert = request.pathParam("alert");
    workers
        .work(request, () -> desk.takeout().isKnown(alert))
        .onSuccess(
            known -> {
              if (known) {
                JobRoutes.begin(request, jobs, bundle(alert));
              } else {
                missing(request, new IOException("the journal has no alert " + alert));
              }
            })
        .onFailure(failure -> missing(request, failure));
  }

  private Job.Wish bundle(String alert) {
    return new Job.Wish(
        "evidence",
        alert,
        "application/zip",
        "evidence-" + alert + ".zip",
        (out, pace) -> desk.takeout().pack(alert, out, pace));
  }

  private void report(RoutingContext request) {
    String alert = request.pathParam("alert");
    workers
        .work(
            request,
            () -> {
              ByteArrayOutputStream pdf = new ByteArrayOutputStream();
              desk.takeout().report(alert, pdf);
              return Buffer.buffer(pdf.toByteArray());
            })
        .onSuccess(pdf -> request.response().putHeader("Content-Type", "application/pdf").end(pdf))
        .onFailure(failure -> missing(request, failure));
  }

  private static void missing(RoutingContext request, Throwable failure) {
    if (failure instanceof IOException) {
      Problem.answer(request, 404, "No evidence", failure.getMessage());
    } else {
      RecordWorkers.failed(request, failure);
    }
  }

  /** Half a file must not look like a whole one: the connection breaks. */
  private static void brokenOff(RoutingContext request, Throwable failure) {
    if (request.response().headWritten()) {
      request.request().connection().close();
    } else {
      request.response().setChunked(false).headers().remove("Content-Disposition");
      RecordWorkers.failed(request, failure);
    }
  }

  /** The question; null if it is none, and then the request is answered. */
  private TrackQuery query(RoutingContext request) {
    try {
      TrackQuery query = Question.read(word -> request.queryParams().get(word), this::area);
      if (Officer.of(request).mayLookBackTo(query.fromMillis(), clock.getAsLong())) {
        return query;
      }
      Problem.answer(request, 403, "Too far back", Problem.TOO_FAR_BACK);
      return null;
    } catch (IllegalArgumentException e) {
      refuse(request, e.getMessage());
      return null;
    }
  }

  private Spot area(String fenceId) {
    Fence fence = board.fences().find(fenceId);
    return fence == null ? null : new Spot.Within(fenceId, fence.area());
  }

  private static void refuse(RoutingContext request, String detail) {
    Problem.answer(request, 422, "Question not possible", detail);
  }
}
