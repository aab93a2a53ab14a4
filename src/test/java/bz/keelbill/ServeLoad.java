package bz.keelbill;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a busy hour brings to a watch in seconds: a thousand lines a second over a socket, boats
 * that enter closed water, officers who acknowledge and draw fences. Keeps what was answered as
 * done.
 */
final class ServeLoad {
  private static final int LINES_PER_SECOND = 1_000;
  private static final int BOAT_EVERY = 500;
  private static final int SHIPS = 300;
  private static final int FENCES = 20;

  private final ServeProcess serve;
  private final Random random;
  private final List<Long> sentAtMillis = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> answered = Collections.synchronizedSet(new HashSet<>());
  private final Set<String> asked = new HashSet<>();
  private final Deque<String> fences = new ArrayDeque<>();
  private final Thread sensors = new Thread(this::speak, "sensors");
  private final Thread officers = new Thread(this::act, "officers");
  private volatile boolean over;
  private int boats;

  ServeLoad(ServeProcess serve, long seed) {
    this.serve = serve;
    random = new Random(seed);
  }

  void begin() {
    sensors.start();
    officers.start();
  }

  /** What is sent from now on was not sent before the kill. */
  void killing() {
    over = true;
  }

  void end() throws InterruptedException {
    sensors.join();
    officers.join();
  }

  /** Lines sent in full. */
  int lines() {
    return sentAtMillis.size();
  }

  /** When a line was sent, by its place in the order of sending. */
  long sentAtMillis(int line) {
    return sentAtMillis.get(Math.max(0, line));
  }

  /** Orders that were answered as done. */
  Set<String> answered() {
    return Set.copyOf(answered);
  }

  private void speak() {
    try (Socket socket = serve.dial()) {
      OutputStream out = socket.getOutputStream();
      long begin = System.nanoTime();
      for (int i = 0; !over; i++) {
        long dueNanos = begin + i * 1_000_000_000L / LINES_PER_SECOND;
        while (System.nanoTime() < dueNanos && !over) {
          Thread.sleep(1);
        }
        say(out, i % BOAT_EVERY == 0 ? boat() : List.of(ship(i)));
      }
    } catch (IOException cut) {
      // As it must come.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(OutputStream out, List<String> lines) throws IOException {
    for (String line : lines) {
      out.write(line.getBytes(StandardCharsets.ISO_8859_1));
      sentAtMillis.add(System.currentTimeMillis());
    }
  }

  private String ship(int number) {
    int mmsi = 312_100_000 + number % SHIPS;
    double latitude = 16.2 + number % SHIPS * 0.005 + random.nextDouble() * 0.0001;
    return Spoken.ship(mmsi, latitude, -87.2 + random.nextDouble() * 0.0001);
  }

  private List<String> boat() {
    int mmsi = 312_200_000 + random.nextInt(90_000) + boats++ % 10;
    double latitude = 17.21 + random.nextDouble() * 0.08;
    String lines = Spoken.crossing(mmsi, latitude, LiveFloor.EDGE, System.currentTimeMillis());
    return lines.lines().map(line -> line + "\r\n").toList();
  }

  private void act() {
    try {
      for (int i = 0; !over; i++) {
        if (i % 4 == 3) {
          acknowledge();
        } else {
          draw();
        }
        Thread.sleep(20);
      }
    } catch (IOException cut) {
      // As it must come.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() throws IOException, InterruptedException {
    String id = "box-" + Long.toHexString(random.nextLong());
    double west = -86.5 + random.nextDouble();
    double south = 16 + random.nextDouble();
    JsonArray ring = new JsonArray();
    for (double[] corner : new double[][] {{0, 0}, {0.05, 0}, {0.05, 0.05}, {0, 0.05}, {0, 0}}) {
      ring.add(new JsonArray().add(west + corner[0]).add(south + corner[1]));
    }
    JsonObject fence =
        new JsonObject()
            .put("type", "Feature")
            .put("properties", new JsonObject().put("name", id).put("kind", "restricted"))
            .put(
                "geometry",
                new JsonObject()
                    .put("type", "Polygon")
                    .put("coordinates", new JsonArray().add(ring)));
    HttpResponse<String> answer =
        serve.send("PUT", "/api/fences/" + id, fence.encode(), "If-None-Match", "*");
    if (answer.statusCode() == 201) {
      answered.add("put " + id);
      fences.add(id + " " + answer.headers().firstValue("ETag").orElseThrow());
    }
    if (fences.size() > FENCES) {
      remove(fences.remove().split(" ", 2));
    }
  }

  private void remove(String[] fence) throws IOException, InterruptedException {
    if (serve.send("DELETE", "/api/fences/" + fence[0], "", "If-Match", fence[1]).statusCode() / 100
        == 2) {
      answered.add("remove " + fence[0]);
    }
  }

  private void acknowledge() throws IOException, InterruptedException {
    String open = serve.send("GET", "/api/alerts?state=active-unacknowledged", "").body();
    for (Object each : new JsonObject(open).getJsonArray("items")) {
      String id = ((JsonObject) each).getString("id");
      if (asked.add(id)) {
        if (serve.send("POST", "/api/alerts/" + id + "/ack", "").statusCode() == 200) {
          answered.add("ack " + id);
        }
        return;
      }
    }
  }
}
