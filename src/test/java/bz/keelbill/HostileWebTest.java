package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may try at the page's port, and what they get: a short refusal. */
class HostileWebTest {
  private static final Pattern INSIDES =
      Pattern.compile("Exception|\\.java|\\tat |io\\.vertx|java\\.|bz\\.keelbill|com\\.fasterxml");

  @TempDir static Path folder;

  private static LiveFloor floor;

  @BeforeAll
  static void open() throws Exception {
    floor = LiveFloor.open(folder, LiveFloor.AIS);
  }

  @AfterAll
  static void close() {
    floor.close();
  }

  /** Sends bytes as they are and reads what comes until the server closes. */
  private static String wire(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), floor.port())) {
      socket.setSoTimeout(15_000);
      LiveFloor.say(socket, request);
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.ISO_8859_1);
    }
  }

  /** Sends nonsense and hangs up; whatever is answered within a second. */
  private static String wireAndHangUp(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), floor.port())) {
      socket.setSoTimeout(1_000);
      LiveFloor.say(socket, request);
      socket.shutdownOutput();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketTimeoutException silent) {
        // No answer shows nothing either.
      }
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private static int statusOf(String answer) {
    return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
  }

  private static String plain(String method, String path, String headers) throws IOException {
    return wire(method + " " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
  }

  private static String ours() {
    return "Host: 127.0.0.1:" + floor.port() + "\r\n";
  }

  /** The first line that a websocket handshake is answered with. */
  private static String shake(String host, String origin) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), floor.port())) {
      return shake(socket, host, origin);
    }
  }

  private static String shake(Socket socket, String host, String origin) throws IOException {
    socket.setSoTimeout(15_000);
    LiveFloor.say(
        socket,
        "GET /ws/watch HTTP/1.1\r\nHost: "
            + host
            + "\r\n"
            + (origin == null ? "" : "Origin: " + origin + "\r\n")
            + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Protocol: keelbill.v1\r\n\r\n");
    byte[] head = socket.getInputStream().readNBytes(12);
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  private static List<String> foreignOrigins() {
    String own = "127.0.0.1:" + floor.port();
    return List.of(
        "null",
        "",
        "http://evil.example",
        "http://" + own + ".evil.example",
        "http://evil.example/" + own,
        "http://127.0.0.1",
        "http://127.0.0.1:" + (floor.port() + 1),
        "https://" + own,
        "HTTP://" + own,
        "http://" + own + "/",
        "http://127.0.0.1.:" + floor.port(),
        "http://localhost:" + floor.port(),
        "http://evil@" + own,
        "http://\u00a1" + own,
        "ws://" + own,
        "http://" + own + " http://evil.example");
  }

  @Test
  void aSocketFromAnotherOriginIsRefused() throws IOException {
    String host = "127.0.0.1:" + floor.port();
    assertEquals("HTTP/1.1 101", shake(host, null));
    assertEquals("HTTP/1.1 101", shake(host, "http://" + host));
    for (String origin : foreignOrigins()) {
      assertEquals("HTTP/1.1 403", shake(host, origin), origin);
    }
  }

  @Test
  void anActFromAnotherOriginIsRefused() throws IOException {
    List<String> acts =
        List.of(
            "POST /api/alerts/x/ack",
            "PUT /api/fences/x",
            "DELETE /api/fences/x",
            "PUT /api/rules",
            "POST /api/replays",
            "PATCH /api/replays/r-1",
            "DELETE /api/replays/r-1");
    for (String origin : foreignOrigins()) {
      for (String act : acts) {
        String[] words = act.split(" ");
        String headers = ours() + "Origin: " + origin + "\r\nContent-Length: 0\r\n";
        assertEquals(403, statusOf(plain(words[0], words[1], headers)), act + " " + origin);
      }
    }
  }

  @Test
  void aForeignNameForThisAddressReadsNothing() throws IOException {
    for (String host :
        List.of(
            "evil.example",
            "evil.example:" + floor.port(),
            "127.0.0.1.evil.example",
            "127.0.0.2:" + floor.port(),
            "localhost.:" + floor.port(),
            "0.0.0.0:" + floor.port(),
            "[::2]:" + floor.port())) {
      for (String path : List.of("/", "/api/tracks", "/api/alerts", "/metrics", "/js/main.js")) {
        String answer = plain("GET", path, "Host: " + host + "\r\n");
        assertEquals(403, statusOf(answer), host + path + " " + answer);
      }
      assertEquals("HTTP/1.1 403", shake(host, null), host);
      assertEquals("HTTP/1.1 403", shake(host, "http://" + host), host);
    }
    assertEquals(200, statusOf(plain("GET", "/api/tracks", ours())));
    String byName = "Host: localhost:" + floor.port() + "\r\n";
    assertEquals(200, statusOf(plain("GET", "/api/tracks", byName)));
  }

  @Test
  void noPathLeavesTheServedRoots() throws IOException {
    List<String> roots = List.of("/", "/geodata/", "/chart/", "/lib/ol/", "/js/", "/lib/lit-html/");
    List<String> ups =
        List.of(
            "../",
            "..%2f",
            "%2e%2e/",
            "%2e%2e%2f",
            "..\\",
            "..%5c",
            "....//",
            "%252e%252e%252f",
            "..%c0%af",
            "..;/",
            "./.././",
            "%00/../",
            "/",
            "//",
            "x/../../");
    List<String> targets =
        List.of(
            "etc/passwd",
            "META-INF/MANIFEST.MF",
            "config/keelbill.yaml",
            "bz/keelbill/Keelbill.class");
    int tried = 0;
    for (String root : roots) {
      for (String up : ups) {
        for (String target : targets) {
          String path = root + up.repeat(3) + target;
          String answer = plain("GET", path, ours());
          assertTrue(statusOf(answer) == 404 || statusOf(answer) == 400, path + " " + answer);
          assertFalse(answer.contains("root:") || answer.contains("stations:"), path);
          assertFalse(INSIDES.matcher(body(answer)).find(), path + " " + answer);
          tried++;
        }
      }
    }
    assertEquals(360, tried);
    for (String hidden : List.of("/.", "/..", "/geodata/", "/geodata", "/js", "/lib/ol/..")) {
      String answer = plain("GET", hidden, ours());
      boolean page = answer.contains("<!doctype html>") || answer.contains("<!DOCTYPE html>");
      assertTrue(statusOf(answer) == 404 || page, hidden + " " + answer);
    }
  }

  private static String body(String answer) {
    return answer.substring(Math.max(0, answer.indexOf("\r\n\r\n")));
  }

  @Test
  void bodiesAreBounded() {
    String large = "{\"x\":\"" + "y".repeat(70_000) + "\"}";
    String huge = "{\"x\":\"" + "y".repeat(2_200_000) + "\"}";
    assertEquals(413, floor.request("PUT", "/api/rules", large, "If-Match", "\"x\"").statusCode());
    assertEquals(413, floor.request("POST", "/api/replays", large).statusCode());
    assertEquals(413, floor.request("POST", "/api/alerts/x/ack", large).statusCode());
    String[] noneYet = {"If-None-Match", "*"};
    assertEquals(413, floor.request("PUT", "/api/fences/big", huge, noneYet).statusCode());
    HttpResponse<String> answer = floor.request("PUT", "/api/fences/big", large, noneYet);
    assertEquals(422, answer.statusCode(), "a fence may be larger than other bodies");
  }

  @Test
  void whatIsNoJsonObjectIsRefused() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("nothing", "");
    bodies.put("half", "{\"from\":");
    bodies.put("a list", "[1,2]");
    bodies.put("a number", "7");
    bodies.put("null", "null");
    bodies.put("not a number", "{\"speed\":NaN}");
    bodies.put("many digits", "{\"speed\":" + "9".repeat(50_000) + "}");
    bodies.put("deep lists", "{\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
    bodies.put("deep objects", "{\"x\":".repeat(9_000) + "1" + "}".repeat(9_000));
    bodies.put("rather deep lists", "{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}");
    bodies.put("a key twice", "{\"speed\":1,\"speed\":2}");
    bodies.put("a bomb of quotes", "\"".repeat(60_000));
    bodies.put("markup", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>");
    String rules = floor.get("/api/rules").headers().firstValue("ETag").orElseThrow();
    for (Map.Entry<String, String> each : bodies.entrySet()) {
      String body = each.getValue();
      assertRefused(400, floor.request("POST", "/api/replays", body), each.getKey());
      assertRefused(
          400, floor.request("PUT", "/api/fences/x", body, "If-None-Match", "*"), each.getKey());
      assertRefused(
          400, floor.request("PUT", "/api/rules", body, "If-Match", rules), each.getKey());
    }
    assertEquals(200, floor.get("/api/fences").statusCode());
  }

  private static void assertRefused(int status, HttpResponse<String> answer, String why) {
    assertEquals(status, answer.statusCode(), why + " " + answer.body());
    assertFalse(INSIDES.matcher(answer.body()).find(), why + " " + answer.body());
    assertEquals(status, new JsonObject(answer.body()).getInteger("status"), why);
  }

  @Test
  void errorAnswersShowNothingOfTheInsides() throws IOException {
    List<String> odd =
        List.of("x", "%00", "%ff", "%E0%A4%A", "<script>", "'", "a".repeat(3_000), "..%2f", "${x}");
    List<String> paths =
        List.of(
            "/api/tracks/",
            "/api/alerts/",
            "/api/fences/",
            "/api/replays/",
            "/api/",
            "/geodata/",
            "/lib/",
            "/");
    int refused = 0;
    for (String path : paths) {
      for (String each : odd) {
        for (String method : List.of("GET", "POST", "DELETE")) {
          String answer = plain(method, path + each, ours() + "Content-Length: 0\r\n");
          int status = statusOf(answer);
          assertTrue(status >= 400 && status < 500, method + " " + path + each + " " + answer);
          assertFalse(INSIDES.matcher(body(answer)).find(), answer);
          refused++;
        }
      }
    }
    assertTrue(refused >= 200, "tried " + refused);
    for (String query : List.of("limit=x", "limit=-1", "limit=99999999999", "cursor=%00")) {
      for (String list : List.of("tracks", "alerts", "audit")) {
        assertEquals(200, floor.get("/api/" + list + "?" + query).statusCode(), query);
      }
    }
    for (String nonsense : List.of("\0\0\0\0\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET\r\n\r\n")) {
      String answer = wireAndHangUp(nonsense);
      assertFalse(INSIDES.matcher(answer).find(), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/tracks", "/api/none", "/metrics", "/js/main.js"})
  void everyAnswerHasTheSecurityHeaders(String path) {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "connect-src 'self'; font-src 'self'; worker-src 'self' blob:; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; object-src 'none'");
    expected.put("X-Content-Type-Options", "nosniff");
    expected.put("X-Frame-Options", "DENY");
    expected.put("Referrer-Policy", "no-referrer");
    expected.put("Cross-Origin-Opener-Policy", "same-origin");
    expected.put("Cross-Origin-Resource-Policy", "same-origin");
    HttpResponse<String> answer = floor.get(path);
    expected.forEach(
        (name, value) -> assertEquals(List.of(value), answer.headers().allValues(name), name));
    assertTrue(answer.headers().firstValue("Permissions-Policy").isPresent());
    assertEquals(List.of(), answer.headers().allValues("Access-Control-Allow-Origin"));
    if (path.startsWith("/api/")) {
      assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
    }
  }

  /** A masked frame of text, its length told in so many bytes. */
  private static byte[] frame(int length, boolean masked) {
    ByteBuffer frame = ByteBuffer.allocate(14 + length).put((byte) 0x81);
    frame.put((byte) (masked ? 0xff : 0x7f)).putLong(length);
    if (masked) {
      frame.putInt(0);
    }
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) 'x');
    frame.put(text);
    return Arrays.copyOf(frame.array(), frame.position());
  }

  @Test
  void oversizedAndBrokenFramesEndTheirConnection() throws Exception {
    try (Onlooker honest = Onlooker.greet(floor)) {
      byte[] reserved = {(byte) 0xf3, (byte) 0x80, 0, 0, 0, 0};
      for (byte[] bad :
          List.of(frame(17_000, true), frame(300_000, true), frame(10, false), reserved)) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), floor.port())) {
          assertEquals("HTTP/1.1 101", shake(socket, "127.0.0.1:" + floor.port(), null));
          sendAsFarAsItGoes(socket, bad);
          assertTrue(ends(socket), "a frame of " + bad.length);
        }
      }
      int beats = honest.all("hb").size();
      Patience.until("another heartbeat", () -> honest.all("hb").size() > beats);
    }
  }

  private static void sendAsFarAsItGoes(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException cutWhileSpeaking) {
      // The end is what is wanted.
    }
  }

  private static boolean ends(Socket socket) {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException goesOn) {
      return false;
    } catch (IOException cut) {
      return true;
    }
  }

  @Test
  void senselessMessagesAreNotHeeded() throws Exception {
    for (String text :
        List.of("{\"type\":{\"a\":1}}", "[".repeat(10_000), "null", "7", "{\"type\":\"x\"}", "")) {
      try (Onlooker client = Onlooker.connect(floor, "/ws/watch")) {
        client.say(text);
        client.say("{\"type\":\"hello\"}");
        client.await("snapEnd");
      }
    }
    for (String resume :
        List.of("{\"epoch\":7,\"seq\":\"x\"}", "{\"epoch\":\"e\",\"seq\":1e400}", "[]", "null")) {
      try (Onlooker client = Onlooker.connect(floor, "/ws/watch")) {
        client.say("{\"type\":\"hello\",\"resume\":" + resume + "}");
        client.await("welcome", welcome -> !welcome.getBoolean("resumed"));
        client.await("snapEnd");
      }
    }
  }
}
