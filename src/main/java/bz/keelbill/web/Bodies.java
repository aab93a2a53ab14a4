package bz.keelbill.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/** Request bodies. */
final class Bodies {
  private static final int MAX_DEPTH = 32;
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Bodies() {}

  /** The body as a JSON object; null if it is none, and then the request has been answered. */
  static JsonObject object(RoutingContext request) {
    try {
      JsonObject body = request.body().asJsonObject();
      if (body != null) {
        refuseTraps(request.body().buffer());
        return body;
      }
    } catch (DecodeException | ClassCastException | IOException notAnObject) {
      // Answered below.
    }
    Problem.answer(request, 400, "Not JSON", "The body must be a JSON object.");
    return null;
  }

  /** Deep nesting, and keys that stand twice so that two readers see two things. */
  private static void refuseTraps(Buffer body) throws IOException {
    try (JsonParser json = STRICT.createParser(body.getBytes())) {
      while (json.nextToken() != null) {
        // Only whether it can be read matters here.
      }
    }
  }
}
