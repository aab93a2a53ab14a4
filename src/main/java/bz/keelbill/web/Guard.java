package bz.keelbill.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * What every request passes first: the security headers, and the refusal of pages of other origins.
 */
final class Guard {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          + "connect-src 'self'; font-src 'self'; worker-src 'self' blob:; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'; object-src 'none'";
  private static final String STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Doorway doorway;

  Guard(Doorway doorway) {
    this.doorway = doorway;
  }

  void mount(Router router) {
    router.route().handler(this::addHeaders);
    router.route().handler(this::refuseForeign);
    router.route("/api/*").handler(Guard::neverStored);
  }

  /** Whether a request comes from this server's own page, or from no page at all. */
  boolean isOurs(HostAndPort authority, String origin) {
    return doorway.isOurName(authority)
        && (origin == null || doorway.isOurOrigin(authority, origin));
  }

  private void addHeaders(RoutingContext request) {
    request
        .response()
        .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader(
            "Permissions-Policy",
            "fullscreen=(self), clipboard-write=(self), autoplay=(self), geolocation=(), camera=(),"
                + " microphone=()");
    if (doorway.isSecure(request.request().authority())) {
      request.response().putHeader("Strict-Transport-Security", STRICT_TRANSPORT);
    }
    request.next();
  }

  private void refuseForeign(RoutingContext request) {
    boolean reading = READING.contains(request.request().method());
    boolean socket = request.request().path().startsWith("/ws/");
    HostAndPort authority = request.request().authority();
    String origin = request.request().getHeader("Origin");
    // Under a foreign name even reading is refused: a page of that name could read the answer.
    if (reading && !socket ? !doorway.isOurName(authority) : !isOurs(authority, origin)) {
      Problem.answer(request, 403, "Foreign origin", "Only this server's own page may do this.");
    } else {
      request.next();
    }
  }

  private static void neverStored(RoutingContext request) {
    request.response().putHeader("Cache-Control", "no-store");
    request.next();
  }
}
