package bz.keelbill;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A plain client of the live websocket that keeps all it is told. */
final class Onlooker implements WebSocket.Listener, AutoCloseable {
  private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private volatile int closedWith;
  private WebSocket socket;

  static Onlooker connect(LiveFloor floor, String path) throws Exception {
    return connect(floor, path, Map.of());
  }

  static Onlooker connect(LiveFloor floor, String path, Map<String, String> headers)
      throws Exception {
    Onlooker onlooker = new Onlooker();
    WebSocket.Builder builder = floor.http().newWebSocketBuilder();
    headers.forEach(builder::header);
    onlooker.socket =
        builder
            .subprotocols("keelbill.v1")
            .buildAsync(URI.create("ws://127.0.0.1:" + floor.port() + path), onlooker)
            .get(20, TimeUnit.SECONDS);
    return onlooker;
  }

  /** Connects and says hello. */
  static Onlooker greet(LiveFloor floor) throws Exception {
    Onlooker onlooker = connect(floor, "/ws/watch");
    onlooker.say("{\"type\":\"hello\"}");
    onlooker.await("welcome");
    return onlooker;
  }

  /** Connects and resumes. */
  static Onlooker resume(LiveFloor floor, String epoch, long seq) throws Exception {
    Onlooker onlooker = connect(floor, "/ws/watch");
    JsonObject resume = new JsonObject().put("epoch", epoch).put("seq", seq);
    onlooker.say(new JsonObject().put("type", "hello").put("resume", resume).encode());
    onlooker.await("welcome");
    return onlooker;
  }

  void say(String text) throws Exception {
    socket.sendText(text, true).get(20, TimeUnit.SECONDS);
  }

  List<JsonObject> all(String type) {
    return heard.stream().filter(each -> type.equals(each.getString("type"))).toList();
  }

  JsonObject await(String type) {
    return await(type, message -> true);
  }

  JsonObject await(String type, Predicate<JsonObject> fits) {
    Patience.until(
        "message " + type, () -> all(type).stream().anyMatch(fits), () -> heard.toString());
    return all(type).stream().filter(fits).findFirst().orElseThrow();
  }

  /** The numbers of the alert messages, in the order in which they came. */
  List<Long> alertNumbers() {
    return all("alert").stream().map(each -> each.getLong("seq")).toList();
  }

  long lastNumber() {
    List<Long> numbers = alertNumbers();
    return numbers.isEmpty() ? await("welcome").getLong("seq") : numbers.get(numbers.size() - 1);
  }

  /** The types in the order in which they were first heard. */
  List<String> types() {
    return heard.stream().map(each -> each.getString("type")).distinct().toList();
  }

  /** The code with which the server closed; 0 while it is open. */
  int closedWith() {
    return closedWith;
  }

  /** The link is cut without a word. */
  void cut() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      heard.add(new JsonObject(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closedWith = code;
    return null;
  }
}
