package bz.keelbill.web;

import bz.keelbill.record.Timeline;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What a recorded period holds, as the page's timeline wants it. Stateless. */
final class TimelineJson {
  private static final String[] KEPT = {"time", "headline", "message", "position", "state"};

  private TimelineJson() {}

  static JsonObject of(Replays.Wish wish, Timeline timeline) {
    JsonArray feeds = new JsonArray();
    for (Map.Entry<String, long[]> feed : timeline.lines().entrySet()) {
      feeds.add(new JsonObject().put("feed", feed.getKey()).put("lines", counts(feed.getValue())));
    }
    JsonArray alerts = new JsonArray();
    timeline.marks().forEach(mark -> alerts.add(mark(mark)));
    return new JsonObject()
        .put("from", Replies.time(wish.fromMillis()))
        .put("to", Replies.time(wish.toMillis()))
        .put("pieceSeconds", timeline.pieceMillis() / 1_000.0)
        .put("watchedSeconds", counts(timeline.watched()))
        .put("feeds", feeds)
        .put("alerts", alerts)
        .put("problems", new JsonArray(timeline.problems()));
  }

  private static JsonArray counts(long[] counts) {
    JsonArray array = new JsonArray();
    for (long count : counts) {
      array.add(count);
    }
    return array;
  }

  private static JsonObject mark(Timeline.Mark mark) {
    JsonObject alert = new JsonObject(mark.json());
    JsonObject json =
        new JsonObject()
            .put("id", mark.id())
            .put("at", Replies.time(mark.atMillis()))
            .put("kind", mark.kind())
            .put("priority", mark.priority());
    for (String key : KEPT) {
      if (alert.containsKey(key)) {
        json.put(key, alert.getValue(key));
      }
    }
    return json;
  }
}
