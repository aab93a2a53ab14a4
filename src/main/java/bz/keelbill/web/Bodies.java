package bz.keelbill.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Request bodies. */
final class Bodies {
  private Bodies() {}

  /** The body as a JSON object; null if it is none, and then the request has been answered. */
  static JsonObject object(RoutingContext request) {
    try {
      JsonObject body = request.body().asJsonObject();
      if (body != null) {
        return body;
      }
    } catch (DecodeException | ClassCastException notAnObject) {
      // Answered below.
    }
    Problem.answer(request, 400, "Not JSON", "The body must be a JSON object.");
    return null;
  }
}
