package bz.keelbill.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Errors as RFC 9457 problem documents; never a stack trace or a class name. */
final class Problem {
  static final String TOO_FAR_BACK = "Your role may not look so far back into the record.";

  private Problem() {}

  /** Ends a request with a problem. */
  static void answer(RoutingContext request, int status, String title, String detail) {
    answer(request, status, of(request, status, title, detail));
  }

  /** Ends a request with a problem that has members of its own. */
  static void answer(RoutingContext request, int status, JsonObject problem) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(problem.encode());
  }

  static JsonObject of(RoutingContext request, int status, String title, String detail) {
    return new JsonObject()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("instance", request.request().path());
  }

  /** One error with its place in the request. */
  static JsonArray at(String pointer, String detail) {
    return new JsonArray().add(new JsonObject().put("pointer", pointer).put("detail", detail));
  }

  /**
   * Ends a request whose answer failed: refused orders are the caller's affair, the rest is ours.
   */
  static void failed(RoutingContext request, Throwable failure) {
    if (failure instanceof WatchDesk.Refused refused) {
      answer(request, 409, "Not possible as things stand", refused.getMessage());
    } else {
      request.fail(500, failure);
    }
  }
}
