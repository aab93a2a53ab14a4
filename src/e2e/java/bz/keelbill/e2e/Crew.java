package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The people of a watch with accounts; all have the same password. */
final class Crew {
  static final String PASSWORD = "three pelicans at dawn";
  private static final String ADMIN = "Rosa Tun";

  private final WatchProgram watch;
  private final HttpClient client = HttpClient.newHttpClient();
  private String cookie = "";
  private String guard = "";

  private Crew(WatchProgram watch) {
    this.watch = watch;
  }

  /** Makes the first account, an admin's: the demo is over. */
  static Crew setUp(WatchProgram watch) {
    Crew crew = new Crew(watch);
    HttpResponse<String> answer = crew.post("/api/setup", person(ADMIN));
    assertEquals(200, answer.statusCode(), answer.body());
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    crew.cookie = set.substring(0, set.indexOf(';'));
    crew.guard = new JsonObject(answer.body()).getString("guard");
    return crew;
  }

  private static JsonObject person(String name) {
    return new JsonObject().put("name", name).put("password", PASSWORD);
  }

  /** Adds somebody of a role. */
  Crew with(String name, String role) {
    HttpResponse<String> answer = post("/api/users", person(name).put("role", role));
    assertEquals(201, answer.statusCode(), answer.body());
    return this;
  }

  /** The page as somebody sees it who has signed in. */
  Console open(String name, String origin) {
    Console console = Console.arrive(watch, origin);
    console.find(".door [name=name]").fill(name);
    console.find(".door [name=password]").fill(PASSWORD);
    console.page().keyboard().press("Enter");
    console.find(".chip.officer").waitFor();
    console.await("the page is live", 15, () -> console.is("link", "live"));
    return console;
  }

  /** The answer to a GET by the admin. */
  JsonObject get(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Cookie", cookie);
    HttpResponse<String> answer = WatchProgram.send(client, request.build());
    assertEquals(200, answer.statusCode(), path + " " + answer.body());
    return new JsonObject(answer.body());
  }

  private HttpResponse<String> post(String path, JsonObject body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Origin", watch.origin())
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie).header("X-Keelbill-Guard", guard);
    }
    return WatchProgram.send(client, request.build());
  }

  private URI uri(String path) {
    return URI.create(watch.origin() + path);
  }
}
