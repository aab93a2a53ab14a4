package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bz.keelbill.record.RecordCheck;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program itself, of which from one moment on no file may grow, as on a full disk. Needs no
 * rights but {@code prlimit} of util-linux; a disk that is really full is that of {@code
 * FullDiskTest}, which may have to mount one.
 */
class ServeDiskTest {
  private static final String FENCE =
      """
      {"type":"Feature","properties":{"name":"North box","kind":"restricted"},
       "geometry":{"type":"Polygon","coordinates":
        [[[-87.5,17.6],[-87.4,17.6],[-87.4,17.7],[-87.5,17.7],[-87.5,17.6]]]}}
      """;
  @TempDir Path folder;

  @Test
  void aFullDiskStopsNothingIsToldAndIsRecoveredFrom() throws Exception {
    assumeTrue(canLimit(), "no prlimit here: a full disk cannot be shown without a mount");
    try (ServeProcess serve = new ServeProcess(folder, 1)) {
      serve.start();
      try (Socket ais = serve.dial()) {
        enter(serve, ais, 1);
        Patience.until("rows", () -> hasRows(serve), serve::troubles);
        fill(serve, true);
        enter(serve, ais, 2);
        HttpResponse<String> refused = put(serve, "while-full");
        assertTrue(refused.statusCode() >= 400, refused.body());
        assertTrue(refused.body().contains("not recorded"), refused.body());
        Patience.until(
            "word of it",
            () ->
                serve.troubles().contains("journal degraded")
                    && serve.troubles().contains("recording degraded"),
            serve::troubles);
        enter(serve, ais, 3);
        fill(serve, false);
        Patience.until("recovery", () -> !serve.troubles().contains("degraded"), serve::troubles);
        assertEquals(201, put(serve, "after").statusCode());
      }
      serve.stop();
      assertNoFlaws(serve);
      serve.start();
      assertEquals(3, alerts(serve).size());
      assertEquals(200, serve.get("/api/fences/after").statusCode());
      assertEquals(404, serve.get("/api/fences/while-full").statusCode());
      assertFalse(serve.troubles().contains("damaged"), serve.troubles());
    }
  }

  private static boolean canLimit() throws InterruptedException {
    return run("prlimit", "--version");
  }

  private static void fill(ServeProcess serve, boolean full) throws InterruptedException {
    String soft = full ? "0" : "unlimited";
    assertTrue(run("prlimit", "--pid", "" + serve.pid(), "--fsize=" + soft + ":"));
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static HttpResponse<String> put(ServeProcess serve, String id) throws Exception {
    return serve.send("PUT", "/api/fences/" + id, FENCE, "If-None-Match", "*");
  }

  /** The picture and the alerts go on. */
  private static void enter(ServeProcess serve, Socket ais, int boat) throws Exception {
    double latitude = 17.21 + boat * 0.01;
    LiveFloor.say(
        ais,
        Spoken.crossing(312_000_100 + boat, latitude, LiveFloor.EDGE, System.currentTimeMillis()));
    Patience.until("alert " + boat, () -> alerts(serve).size() == boat, serve::troubles);
    assertEquals(200, serve.get("/api/tracks/mmsi:" + (312_000_100 + boat)).statusCode());
  }

  private static boolean hasRows(ServeProcess serve) {
    try {
      return serve
          .get("/metrics")
          .body()
          .lines()
          .anyMatch(line -> line.matches("keelbill_record_rows_total(\\{.*})? [1-9].*"));
    } catch (IOException | InterruptedException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static JsonArray alerts(ServeProcess serve) {
    try {
      return new JsonObject(serve.get("/api/alerts").body()).getJsonArray("items");
    } catch (IOException | InterruptedException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private void assertNoFlaws(ServeProcess serve) throws IOException {
    RecordCheck check = new RecordCheck(Files.createDirectory(folder.resolve("verify")));
    check.data(serve.data());
    assertEquals(List.of(), check.flaws());
  }
}
