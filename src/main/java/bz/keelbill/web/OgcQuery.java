package bz.keelbill.web;

import bz.keelbill.geo.Position;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Which features of a collection are wanted.
 *
 * @param box west, south, east, north; null for everywhere
 * @param fromMillis of a feature's own time; features without one are always wanted
 * @param from so many are passed over
 */
record OgcQuery(double[] box, long fromMillis, long toMillis, int from, int limit, String words) {
  private static final int LIMIT = 1_000;
  private static final int MOST = 10_000;

  /** The first of all. */
  static OgcQuery first(int limit) {
    return new OgcQuery(null, Long.MIN_VALUE, Long.MAX_VALUE, 0, limit, "");
  }

  /** Reads it; null if it is none, and then the request has been answered. */
  static OgcQuery read(RoutingContext request) {
    String box = request.queryParams().get("bbox");
    String datetime = request.queryParams().get("datetime");
    try {
      double[] corners = box == null ? null : box(box);
      long[] times =
          datetime == null ? new long[] {Long.MIN_VALUE, Long.MAX_VALUE} : times(datetime);
      int limit = number(request, "limit", LIMIT, 1);
      int from = number(request, "cursor", 0, 0);
      String words =
          (box == null ? "" : "&bbox=" + box) + (datetime == null ? "" : "&datetime=" + datetime);
      return new OgcQuery(corners, times[0], times[1], from, Math.min(MOST, limit), words);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      Problem.answer(
          request,
          400,
          "Not readable",
          "bbox is west,south,east,north; datetime a time or two with a slash; limit a number from 1.");
      return null;
    }
  }

  private static double[] box(String text) {
    double[] box = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    if (box.length == 6) {
      box = new double[] {box[0], box[1], box[3], box[4]};
    }
    if (box.length != 4 || !Arrays.stream(box).allMatch(Double::isFinite) || box[1] > box[3]) {
      throw new IllegalArgumentException("no box");
    }
    return box;
  }

  private static long[] times(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length > 2) {
      throw new IllegalArgumentException("no times");
    }
    String last = ends[ends.length - 1];
    return new long[] {
      isOpen(ends[0]) ? Long.MIN_VALUE : Instant.parse(ends[0]).toEpochMilli(),
      isOpen(last) ? Long.MAX_VALUE : Instant.parse(last).toEpochMilli()
    };
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static int number(RoutingContext request, String word, int otherwise, int least) {
    String text = request.queryParams().get(word);
    int number = text == null ? otherwise : Integer.parseInt(text);
    if (number < least) {
      throw new IllegalArgumentException(word);
    }
    return number;
  }

  /** Whether a feature is wanted. */
  boolean holds(JsonObject feature) {
    Object time = feature.getJsonObject("properties").getValue("time");
    if (time instanceof String text) {
      long at = Instant.parse(text).toEpochMilli();
      if (at < fromMillis || at > toMillis) {
        return false;
      }
    }
    JsonObject geometry = feature.getJsonObject("geometry");
    return box == null || geometry != null && touches(geometry.getJsonArray("coordinates"));
  }

  /** Whether a place is wanted. */
  boolean holds(Position at) {
    return box == null || meets(at.longitude(), at.latitude(), at.longitude(), at.latitude());
  }

  /** Whether the box around its positions meets the wanted one, also over the date line. */
  private boolean touches(JsonArray coordinates) {
    double[] own = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    widen(own, coordinates);
    return meets(own[0], own[1], own[2], own[3]);
  }

  private boolean meets(double west, double south, double east, double north) {
    boolean isBeside =
        box[0] <= box[2] ? east < box[0] || west > box[2] : east < box[0] && west > box[2];
    return !isBeside && north >= box[1] && south <= box[3];
  }

  private static void widen(double[] own, JsonArray coordinates) {
    if (coordinates.getValue(0) instanceof Number) {
      own[0] = Math.min(own[0], coordinates.getDouble(0));
      own[1] = Math.min(own[1], coordinates.getDouble(1));
      own[2] = Math.max(own[2], coordinates.getDouble(0));
      own[3] = Math.max(own[3], coordinates.getDouble(1));
    } else {
      for (int i = 0; i < coordinates.size(); i++) {
        widen(own, coordinates.getJsonArray(i));
      }
    }
  }

  /** The query of the next page. */
  String next(int cursor) {
    return "?cursor=" + cursor + "&limit=" + limit + words;
  }
}
