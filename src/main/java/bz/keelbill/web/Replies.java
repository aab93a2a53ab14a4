package bz.keelbill.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;

/** How routes answer: one form for lists, objects and times. */
final class Replies {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private Replies() {}

  static void json(RoutingContext request, String json) {
    request.response().putHeader("Content-Type", "application/json").end(json);
  }

  static void json(RoutingContext request, JsonObject json) {
    json(request, json.encode());
  }

  /** A list whose items are JSON already. */
  static void items(RoutingContext request, List<String> items, String next) {
    String end = next == null ? "]}" : "],\"next\":\"" + next + "\"}";
    json(request, "{\"items\":[" + String.join(",", items) + end);
  }

  static void items(RoutingContext request, JsonArray items) {
    json(request, new JsonObject().put("items", items));
  }

  /** Epoch milliseconds as RFC 3339 UTC; null stays null. */
  static String time(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).toString();
  }

  /** The whole-number query parameter, within bounds; a wrong one is the default. */
  static int number(RoutingContext request, String name, int otherwise, int max) {
    String text = request.queryParams().get(name);
    try {
      return text == null ? otherwise : Math.max(1, Math.min(max, Integer.parseInt(text)));
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  static int limit(RoutingContext request) {
    return number(request, "limit", DEFAULT_LIMIT, MAX_LIMIT);
  }
}
