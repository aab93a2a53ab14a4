package bz.keelbill.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import bz.keelbill.account.Deed;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What each route is for, and so who may use it. A route without a row is reached by nobody.
 *
 * <p>Rows are tried in their order; {@code {id}} is one part of a path, {@code {name}} may hold
 * slashes, as the names of radar tracks do.
 */
final class Access {

  /**
   * One route.
   *
   * @param path as the contract in {@code openapi.yaml} writes it
   */
  record Row(HttpMethod method, String path, Deed deed, Pattern pattern) {
    private static Row of(HttpMethod method, String path, Deed deed) {
      String pattern =
          Pattern.compile("\\{(\\w+)}")
              .matcher(path)
              .replaceAll(part -> part.group(1).equals("name") ? ".+" : "[^/]+");
      return new Row(method, path, deed, Pattern.compile(pattern));
    }
  }

  static final List<Row> ROWS =
      List.of(
          Row.of(GET, "/api/openapi.yaml", Deed.SEE),
          Row.of(GET, "/metrics", Deed.SEE),
          // The picture for geographic information systems.
          Row.of(GET, "/ogc", Deed.SEE),
          Row.of(GET, "/ogc/api", Deed.SEE),
          Row.of(GET, "/ogc/conformance", Deed.SEE),
          Row.of(GET, "/ogc/collections", Deed.SEE),
          Row.of(GET, "/ogc/collections/{id}", Deed.SEE),
          Row.of(GET, "/ogc/collections/{id}/items", Deed.SEE),
          Row.of(GET, "/ogc/collections/{id}/items/{name}", Deed.SEE),
          // Who one is.
          Row.of(GET, "/api/session", Deed.ENTER),
          Row.of(POST, "/api/session", Deed.ENTER),
          Row.of(DELETE, "/api/session", Deed.OWN),
          Row.of(POST, "/api/session/lock", Deed.OWN),
          Row.of(POST, "/api/session/unlock", Deed.OWN),
          Row.of(PUT, "/api/session/password", Deed.OWN),
          Row.of(POST, "/api/session/second-factor", Deed.OWN),
          Row.of(PUT, "/api/session/second-factor", Deed.OWN),
          Row.of(POST, "/api/setup", Deed.ENTER),
          Row.of(GET, "/api/users", Deed.ADMINISTER),
          Row.of(POST, "/api/users", Deed.ADMINISTER),
          Row.of(PATCH, "/api/users/{id}", Deed.ADMINISTER),
          Row.of(GET, "/api/tokens", Deed.ADMINISTER),
          Row.of(POST, "/api/tokens", Deed.ADMINISTER),
          Row.of(DELETE, "/api/tokens/{id}", Deed.ADMINISTER),
          // The picture.
          Row.of(GET, "/api/alerts", Deed.SEE),
          Row.of(GET, "/api/alerts/{id}", Deed.SEE),
          Row.of(POST, "/api/alerts/{id}/ack", Deed.ACT),
          Row.of(POST, "/api/alerts/{id}/silence", Deed.ACT),
          Row.of(POST, "/api/alerts/{id}/assign", Deed.ACT),
          Row.of(POST, "/api/alerts/{id}/accept", Deed.ACT),
          Row.of(POST, "/api/alerts/{id}/shelve", Deed.ACT),
          Row.of(POST, "/api/alerts/{id}/unshelve", Deed.ACT),
          Row.of(POST, "/api/alerts/{id}/escalate", Deed.ACT),
          Row.of(POST, "/api/alerts/{id}/comment", Deed.ACT),
          Row.of(POST, "/api/alerts/{id}/close", Deed.ACT),
          Row.of(GET, "/api/officers", Deed.ACT),
          Row.of(GET, "/api/handover", Deed.SEE),
          Row.of(POST, "/api/handover", Deed.ACT),
          Row.of(POST, "/api/handover/sign", Deed.ACT),
          Row.of(DELETE, "/api/handover", Deed.ACT),
          Row.of(GET, "/api/tracks", Deed.SEE),
          Row.of(GET, "/api/tracks/{name}/points", Deed.SEE),
          Row.of(GET, "/api/tracks/{name}/reach", Deed.SEE),
          Row.of(GET, "/api/tracks/{name}/voyage", Deed.SEE),
          Row.of(GET, "/api/tracks/{name}/why", Deed.SEE),
          Row.of(GET, "/api/tracks/{name}", Deed.SEE),
          Row.of(GET, "/api/port-calls", Deed.SEE),
          Row.of(GET, "/api/coverage", Deed.SEE),
          Row.of(GET, "/api/coverage/at", Deed.SEE),
          Row.of(GET, "/api/feeds", Deed.SEE),
          Row.of(GET, "/api/stations", Deed.SEE),
          Row.of(GET, "/api/canary", Deed.SEE),
          Row.of(POST, "/api/canary", Deed.PROVE),
          Row.of(GET, "/api/audit", Deed.AUDIT),
          // What officers write down.
          Row.of(GET, "/api/plans", Deed.SEE),
          Row.of(POST, "/api/plans", Deed.ACT),
          Row.of(POST, "/api/plans/import", Deed.ACT),
          Row.of(GET, "/api/plans/{id}", Deed.SEE),
          Row.of(DELETE, "/api/plans/{id}", Deed.ACT),
          Row.of(GET, "/api/sightings", Deed.SEE),
          Row.of(POST, "/api/sightings", Deed.ACT),
          Row.of(POST, "/api/sightings/read", Deed.ACT),
          Row.of(POST, "/api/sightings/import", Deed.ACT),
          Row.of(GET, "/api/sightings/{id}", Deed.SEE),
          Row.of(PUT, "/api/sightings/{id}", Deed.ACT),
          Row.of(DELETE, "/api/sightings/{id}", Deed.ACT),
          // What rings.
          Row.of(GET, "/api/fences", Deed.SEE),
          Row.of(GET, "/api/fences/{id}", Deed.SEE),
          Row.of(GET, "/api/fences/{id}/history", Deed.SEE),
          Row.of(POST, "/api/fences/shapes", Deed.DRAFT),
          Row.of(PUT, "/api/fences/{id}", Deed.PUBLISH),
          Row.of(DELETE, "/api/fences/{id}", Deed.PUBLISH),
          Row.of(GET, "/api/rules", Deed.SEE),
          Row.of(PUT, "/api/rules", Deed.PUBLISH),
          Row.of(POST, "/api/rules/check", Deed.DRAFT),
          Row.of(GET, "/api/proposals", Deed.SEE),
          Row.of(GET, "/api/proposals/{id}", Deed.SEE),
          Row.of(POST, "/api/proposals/{id}/confirm", Deed.PUBLISH),
          Row.of(DELETE, "/api/proposals/{id}", Deed.PUBLISH),
          Row.of(GET, "/api/known-good", Deed.SEE),
          Row.of(POST, "/api/known-good", Deed.PUBLISH),
          Row.of(GET, "/api/known-good/{id}", Deed.SEE),
          Row.of(PUT, "/api/known-good/{id}", Deed.PUBLISH),
          Row.of(POST, "/api/known-good/{id}/review", Deed.PUBLISH),
          Row.of(POST, "/api/known-good/{id}/end", Deed.PUBLISH),
          Row.of(GET, "/api/watchlists", Deed.SEE),
          Row.of(POST, "/api/watchlists/preview", Deed.PUBLISH),
          Row.of(GET, "/api/watchlists/{id}", Deed.SEE),
          Row.of(GET, "/api/watchlists/{id}/history", Deed.SEE),
          Row.of(PUT, "/api/watchlists/{id}", Deed.PUBLISH),
          Row.of(DELETE, "/api/watchlists/{id}", Deed.PUBLISH),
          Row.of(GET, "/api/backtests", Deed.DRAFT),
          Row.of(POST, "/api/backtests", Deed.DRAFT),
          Row.of(GET, "/api/backtests/{id}", Deed.DRAFT),
          Row.of(DELETE, "/api/backtests/{id}", Deed.DRAFT),
          // What is recorded.
          Row.of(GET, "/api/recordings", Deed.LOOK_BACK),
          Row.of(GET, "/api/recordings/tracks", Deed.LOOK_BACK),
          Row.of(GET, "/api/recordings/export", Deed.EXPORT),
          Row.of(POST, "/api/recordings/evidence/{id}", Deed.EXPORT),
          Row.of(GET, "/api/recordings/reports/{id}", Deed.EXPORT),
          Row.of(GET, "/api/jobs", Deed.EXPORT),
          Row.of(GET, "/api/jobs/{id}", Deed.EXPORT),
          Row.of(DELETE, "/api/jobs/{id}", Deed.EXPORT),
          Row.of(GET, "/api/jobs/{id}/result", Deed.EXPORT),
          Row.of(POST, "/api/replays", Deed.LOOK_BACK),
          Row.of(GET, "/api/replays/{id}", Deed.LOOK_BACK),
          Row.of(GET, "/api/replays/{id}/index", Deed.LOOK_BACK),
          Row.of(PATCH, "/api/replays/{id}", Deed.LOOK_BACK),
          Row.of(DELETE, "/api/replays/{id}", Deed.LOOK_BACK));

  private Access() {}

  /** What a request is for; null if no row says so. */
  static Deed deed(HttpMethod method, String path) {
    for (Row row : ROWS) {
      if (row.method().equals(method) && row.pattern().matcher(path).matches()) {
        return row.deed();
      }
    }
    return null;
  }
}
