package bz.keelbill.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.HEAD;

import bz.keelbill.json.ChartLayer;
import bz.keelbill.json.Layers;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
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
 * loader: no file of the machine can be reached through here. What a browser has already it is not
 * sent again.
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

  private final Map<String, Piece> loaded = new HashMap<>();
  private final Map<String, Future<Piece>> drawn = new HashMap<>();

  /** Content with its entity tag; weak, for it goes out compressed in more than one way. */
  private record Piece(Buffer content, String tag) {
    static Piece of(byte[] bytes) {
      return new Piece(Buffer.buffer(bytes), "W/\"" + Etags.hash(bytes) + '"');
    }
  }

  void mount(Router router) {
    router
        .route("/")
        .method(GET)
        .method(HEAD)
        .handler(request -> send(request, PAGE_ROOT + "index.html"));
    router.get("/api/openapi.yaml").handler(request -> send(request, PAGE_ROOT + "openapi.yaml"));
    router.get("/geodata/*").handler(request -> sendBelow(request, "/geodata/", LAYER_ROOT));
    router.get("/chart/:layer.json").handler(this::sendDrawn);
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

  /** A layer as the chart draws it is worked out when it is first asked for, beside the loop. */
  private void sendDrawn(RoutingContext request) {
    String layer = request.pathParam("layer");
    if (!Layers.names().contains(layer)) {
      request.next();
      return;
    }
    drawn
        .computeIfAbsent(
            layer,
            name -> request.vertx().executeBlocking(() -> Piece.of(ChartLayer.bytes(name)), false))
        .onSuccess(piece -> send(request, piece, "json"))
        .onFailure(request::fail);
  }

  private void send(RoutingContext request, String resource) {
    // What is not there is not remembered, or strangers' guesses would fill the memory.
    Piece piece = loaded.computeIfAbsent(resource, PageRoutes::load);
    if (piece == null) {
      Problem.answer(request, 404, "Nothing here", "There is no such page.");
    } else {
      send(request, piece, resource.substring(resource.lastIndexOf('.') + 1));
    }
  }

  private static void send(RoutingContext request, Piece piece, String ending) {
    HttpServerResponse response =
        request
            .response()
            .putHeader("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"))
            .putHeader("Cache-Control", "no-cache")
            .putHeader("ETag", piece.tag());
    if (piece.tag().equals(request.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
    } else {
      response.end(piece.content());
    }
  }

  private static Piece load(String resource) {
    try (InputStream in = PageRoutes.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : Piece.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
