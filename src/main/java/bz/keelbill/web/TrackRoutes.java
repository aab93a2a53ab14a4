package bz.keelbill.web;

import bz.keelbill.json.TrackJson;
import bz.keelbill.watch.TrackState;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /api/tracks}: the list, one with its card, its way, why it is no alert, where it may be.
 */
final class TrackRoutes {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int CARD_MINUTES = 60;
  private static final int MAX_MINUTES = 6 * 60;

  private final Board board;
  private final WatchDesk desk;

  TrackRoutes(Board board, WatchDesk desk) {
    this.board = board;
    this.desk = desk;
  }

  void mount(Router router) {
    router.get("/api/tracks").handler(this::list);
    // Radar names hold a slash, so the name is whatever stands between.
    router.getWithRegex("/api/tracks/(?<name>.+)/points").handler(this::points);
    router.getWithRegex("/api/tracks/(?<name>.+)/reach").handler(this::reach);
    router.getWithRegex("/api/tracks/(?<name>.+)/voyage").handler(this::voyage);
    router.getWithRegex("/api/tracks/(?<name>.+)/why").handler(this::why);
    router.getWithRegex("/api/tracks/(?<name>.+)").handler(this::card);
  }

  /** In the order of birth; the cursor is the number of the last one given. */
  private void list(RoutingContext request) {
    int limit = Replies.limit(request);
    int after = Replies.number(request, "cursor", 0, Integer.MAX_VALUE);
    List<String> items = new ArrayList<>();
    String next = null;
    long last = 0;
    for (TrackState track : board.tracks()) {
      if (track.serial() > after) {
        if (items.size() == limit) {
          next = Long.toString(last);
          break;
        }
        items.add(json(track));
        last = track.serial();
      }
    }
    Replies.items(request, items, next);
  }

  private void card(RoutingContext request) {
    TrackState track = wanted(request);
    if (track != null) {
      desk.detail(track.serial(), CARD_MINUTES)
          .onSuccess(detail -> Replies.json(request, card(track, detail)))
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  private void points(RoutingContext request) {
    TrackState track = wanted(request);
    if (track != null) {
      int minutes = Replies.number(request, "minutes", CARD_MINUTES, MAX_MINUTES);
      desk.detail(track.serial(), minutes)
          .onSuccess(detail -> Replies.items(request, points(detail)))
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  /** As of now: what is in memory tells of no other time. */
  private void why(RoutingContext request) {
    TrackState track = wanted(request);
    if (track != null) {
      desk.why(track.serial())
          .onSuccess(reasons -> why(request, track, reasons))
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  private static void why(RoutingContext request, TrackState track, WatchDesk.Reasons reasons) {
    if (reasons == null) {
      Problem.answer(request, 404, "No such track", "There is no track of this name now.");
      return;
    }
    JsonArray items = new JsonArray();
    reasons.detectors().forEach(each -> items.add(new JsonObject(each)));
    JsonObject answer =
        new JsonObject()
            .put("track", track.name())
            .put("time", Replies.time(reasons.atMillis()))
            .put("items", items);
    if (request.queryParams().contains("time")) {
      answer.put("note", "As of now. For a past time ask recorded files: detect --why TRACK@TIME.");
    }
    Replies.json(request, answer);
  }

  /** Now, or so many minutes after it was seen. */
  private void reach(RoutingContext request) {
    TrackState track = wanted(request);
    if (track != null) {
      boolean isNow = !request.queryParams().contains("minutes");
      Integer minutes = isNow ? null : Replies.number(request, "minutes", 0, MAX_MINUTES);
      desk.reach(track.serial(), minutes)
          .onSuccess(feature -> reach(request, feature))
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  private static void reach(RoutingContext request, String feature) {
    if (feature == null) {
      Problem.answer(request, 404, "No reach", "This track has no place, or it does not move.");
    } else {
      request.response().putHeader("Content-Type", "application/geo+json").end(feature);
    }
  }

  private void voyage(RoutingContext request) {
    TrackState track = wanted(request);
    if (track != null) {
      desk.voyage(track.serial())
          .onSuccess(
              voyage -> {
                if (voyage == null) {
                  Problem.answer(request, 404, "No voyage", "This track is no vessel's.");
                } else {
                  Replies.json(request, voyage);
                }
              })
          .onFailure(failure -> Problem.failed(request, failure));
    }
  }

  private TrackState wanted(RoutingContext request) {
    TrackState track = board.track(request.pathParam("name"));
    if (track == null) {
      Problem.answer(request, 404, "No such track", "There is no track of this name now.");
    }
    return track;
  }

  private JsonObject card(TrackState track, WatchDesk.Detail detail) {
    JsonObject card = new JsonObject(json(track));
    if (detail != null) {
      JsonArray stays = new JsonArray();
      detail.stays().forEach(stay -> stays.add(stay(stay)));
      card.put("fences", stays)
          .put("fixes", detail.points().size())
          .put("notes", new JsonArray(List.copyOf(detail.notes())));
      if (detail.revised() != null) {
        card.put(
            "revised",
            new JsonObject()
                .put("reports", detail.revised().reports())
                .put("last", Replies.time(detail.revised().lastAtMillis())));
      }
      if (detail.flight() != null) {
        card.put("flight", new JsonObject(detail.flight()));
      }
      if (!detail.quiet().isEmpty()) {
        JsonArray quiet = new JsonArray();
        detail.quiet().forEach(each -> quiet.add(new JsonObject(each)));
        card.put("suppressed", quiet);
      }
      if (detail.slack() != null) {
        card.put("slack", new JsonObject(detail.slack()));
      }
    }
    return card;
  }

  private JsonObject stay(WatchDesk.Stay stay) {
    var fence = board.fences().find(stay.fence());
    return new JsonObject()
        .put("fence", stay.fence())
        .put("name", fence == null ? stay.fence() : fence.label().name())
        .put("entered", Replies.time(stay.enteredAtMillis()))
        .put("seenEntering", stay.seenEntering())
        .put("left", Replies.time(stay.leftAtMillis()));
  }

  private static JsonArray points(WatchDesk.Detail detail) {
    JsonArray points = new JsonArray();
    if (detail != null) {
      for (WatchDesk.Point point : detail.points()) {
        points.add(
            new JsonArray()
                .add(point.position().longitude())
                .add(point.position().latitude())
                .add(point.atMillis())
                .add(known(point.speedKnots()))
                .add(known(point.altitudeFeet())));
      }
    }
    return points;
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private String json(TrackState track) {
    return json(track, board);
  }

  static String json(TrackState track, Board board) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      TrackJson.writeMembers(track, board.isAlerted(track), out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
