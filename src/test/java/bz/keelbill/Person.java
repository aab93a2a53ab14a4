package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who is signed in at a browser: the cookie, the page's mark and the page's origin. */
record Person(LiveFloor floor, String cookie, String guard) {
  static final String PASSWORD = "three pelicans at dawn";

  /** Signs in, which must be possible. */
  static Person signIn(LiveFloor floor, String name, String password) {
    return of(floor, trySignIn(floor, name, password));
  }

  static HttpResponse<String> trySignIn(LiveFloor floor, String name, String password) {
    JsonObject body = new JsonObject().put("name", name).put("password", password);
    return floor.request("POST", "/api/session", body.encode());
  }

  /** Who was let in by an answer. */
  static Person of(LiveFloor floor, HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    String guard = new JsonObject(answer.body()).getString("guard");
    return new Person(floor, cookie.substring(0, cookie.indexOf(';')), guard);
  }

  String origin() {
    return "http://127.0.0.1:" + floor.port();
  }

  HttpResponse<String> get(String path) {
    return floor.request("GET", path, "", "Cookie", cookie);
  }

  JsonObject json(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), path + " " + answer.body());
    return new JsonObject(answer.body());
  }

  JsonArray items(String path) {
    return json(path).getJsonArray("items");
  }

  HttpResponse<String> request(String method, String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Cookie", cookie, "Origin", origin(), "X-Keelbill-Guard", guard));
    return floor.request(method, path, body, all.toArray(String[]::new));
  }

  HttpResponse<String> post(String path, JsonObject body) {
    return request("POST", path, body.encode());
  }

  /** Adds an account of a role with the usual password, as an admin. */
  void adds(String name, String role) {
    JsonObject body =
        new JsonObject().put("name", name).put("role", role).put("password", PASSWORD);
    HttpResponse<String> answer = post("/api/users", body);
    assertEquals(201, answer.statusCode(), answer.body());
  }

  HttpResponse<String> changes(String name, JsonObject change) {
    return request("PATCH", "/api/users/" + name.replace(" ", "%20"), change.encode());
  }

  /** Opens the websocket and says hello. */
  Onlooker watches() throws Exception {
    Onlooker onlooker =
        Onlooker.connect(floor, "/ws/watch", Map.of("Cookie", cookie, "Origin", origin()));
    onlooker.say("{\"type\":\"hello\"}");
    onlooker.await("welcome");
    return onlooker;
  }
}
