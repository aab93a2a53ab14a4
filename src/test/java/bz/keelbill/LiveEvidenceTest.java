package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence is taken from the live watch and from the shell, and proved by one command. */
class LiveEvidenceTest {
  @TempDir Path folder;

  @Test
  void theEvidenceForALiveAlertIsProvedOffline() throws Exception {
    String id;
    Path taken = folder.resolve("taken.zip");
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(
          ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, System.currentTimeMillis()));
      id = floor.awaitAlerts(1).getJsonObject(0).getString("id");
      assertEquals(200, floor.request("POST", "/api/alerts/" + id + "/ack", "").statusCode());
      Patience.pause(2_500);
      String evidence = "/api/recordings/evidence/";
      assertEquals(404, floor.request("POST", evidence + "gf-none", "").statusCode());
      String result = made(floor, floor.request("POST", evidence + id, "")).getString("result");
      HttpResponse<Path> answer =
          floor
              .http()
              .send(
                  HttpRequest.newBuilder(floor.uri(result)).build(),
                  HttpResponse.BodyHandlers.ofFile(taken));
      assertEquals(200, answer.statusCode(), () -> text(taken));
      assertEquals(
          "attachment; filename=\"evidence-" + id + ".zip\"",
          answer.headers().firstValue("Content-Disposition").orElseThrow());
      String job = result.replace("/result", "");
      assertEquals(job, "/api/jobs/" + floor.items("/api/jobs").getJsonObject(0).getString("id"));
      assertEquals(204, floor.request("DELETE", job, "").statusCode());
      assertEquals(404, floor.get(result).statusCode(), "it is forgotten");
      HttpResponse<String> report = floor.get("/api/recordings/reports/" + id);
      assertEquals(200, report.statusCode(), report.body());
      assertTrue(report.body().startsWith("%PDF-1.4"), report.body());
      assertTrue(report.body().contains(id), "the alert's id");
      assertEquals(404, floor.get("/api/recordings/reports/gf-none").statusCode());
      assertTrue(floor.get("/api/audit").body().contains("evidence"));
    }
    ConsoleRun proved = ConsoleRun.of("verify", taken.toString());
    assertEquals(0, proved.exitCode(), proved.toString());
    assertTrue(proved.out().contains("the same alert"), proved.out());
    assertTrue(proved.out().contains("acknowledged by"), proved.out());

    Path config = folder.resolve("config/keelbill.yaml");
    Path packed = folder.resolve("packed.zip");
    ConsoleRun export =
        ConsoleRun.of(
            "export", "--config", config.toString(), "--evidence", id, "--out", packed.toString());
    assertEquals(0, export.exitCode(), export.toString());
    Path pdf = folder.resolve("report.pdf");
    ConsoleRun report =
        ConsoleRun.of(
            "export", "--config", config.toString(), "--report", id, "--out", pdf.toString());
    assertEquals(0, report.exitCode(), report.toString());
    assertTrue(Files.size(pdf) > 2_000);
    assertEquals(0, ConsoleRun.of("verify", packed.toString()).exitCode());
    Path data = ConfigReader.read(config).serving().record().dir();
    assertEquals(0, ConsoleRun.of("verify", data.toString()).exitCode());
    for (Path kept : List.of(data.resolve("journal"), data.resolve("days"))) {
      assertEquals(0, ConsoleRun.of("verify", kept.toString()).exitCode());
    }
    assertEquals(2, ConsoleRun.of("verify", folder.resolve("nothing").toString()).exitCode());
  }

  /** The job as it stands when it is done. */
  private static JsonObject made(LiveFloor floor, HttpResponse<String> asked) {
    assertEquals(202, asked.statusCode(), asked.body());
    String job = asked.headers().firstValue("Location").orElseThrow();
    Patience.until(
        "the bundle",
        () -> floor.get(job).body().contains("\"done\""),
        () -> floor.get(job).body());
    JsonObject done = new JsonObject(floor.get(job).body());
    assertEquals(1.0, done.getDouble("progress"));
    assertTrue(done.getLong("bytes") > 1_000, done.encode());
    return done;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
