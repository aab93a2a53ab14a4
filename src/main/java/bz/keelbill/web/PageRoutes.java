package bz.keelbill.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.HEAD;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page, its libraries and the map's layers, all from the class path by the program's own
 * loader: no file of the machine can be reached through here.
 */
final class PageRoutes {
  private static final String PAGE_ROOT = "web/";
  private static final String LAYER_ROOT = "geodata/";
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "/lib/ol/", "META-INF/resources/webjars/ol/10.7.0/",
          "/lib/lit-html/", "META-INF/resources/webjars/lit-html/3.3.2/");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "geojson", "application/geo+json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "md", "text/plain; charset=utf-8",
          "yaml", "application/yaml");

  /** Names of files: a last part without an ending may be a folder, which would be listed. */
  private static final Pattern SAFE_PATH =
      Pattern.compile("([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  private final Map<String, Buffer> loaded = new HashMap<>();

  void mount(Router router) {
    router
        .route("/")
        .method(GET)
        .method(HEAD)
        .handler(request -> send(request, PAGE_ROOT + "index.html"));
    router.get("/api/openapi.yaml").handler(request -> send(request, PAGE_ROOT + "openapi.yaml"));
    router.get("/geodata/*").handler(request -> sendBelow(request, "/geodata/", LAYER_ROOT));
    LIBRARIES.forEach(
        (path, root) -> router.get(path + "*").handler(request -> sendBelow(request, path, root)));
    router.get("/*").handler(request -> sendBelow(request, "/", PAGE_ROOT));
  }

  private void sendBelow(RoutingContext request, String prefix, String root) {
    String path = request.normalizedPath();
    String rest = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
    if (SAFE_PATH.matcher(rest).matches() && !path.startsWith("/api/")) {
      send(request, root + rest);
    } else {
      request.next();
    }
  }

  private void send(RoutingContext request, String resource) {
    // What is not there is not remembered, or strangers' guesses would fill the memory.
    Buffer content = loaded.computeIfAbsent(resource, PageRoutes::load);
    if (content == null) {
      Problem.answer(request, 404, "Nothing here", "There is no such page.");
      return;
    }
    String ending = resource.substring(resource.lastIndexOf('.') + 1);
    boolean ofVersion = resource.startsWith("META-INF/");
    request
        .response()
        .putHeader("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"))
        .putHeader("Cache-Control", ofVersion ? "max-age=86400, immutable" : "no-cache")
        .end(content);
  }

  private static Buffer load(String resource) {
    try (InputStream in = PageRoutes.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
