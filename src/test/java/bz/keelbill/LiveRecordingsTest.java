package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was heard is asked for and taken away beside the live watch, the open day included. */
class LiveRecordingsTest {
  @TempDir Path folder;

  @Test
  void theOpenDayIsSearchedAndTakenAway() throws Exception {
    long now = System.currentTimeMillis();
    String period =
        "from="
            + Instant.ofEpochMilli(now - 600_000)
            + "&to="
            + Instant.ofEpochMilli(now + 600_000);
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, now));
      floor.awaitAlerts(1);
      String search = "/api/recordings/tracks?" + period;
      Patience.until("the record", () -> floor.items(search).size() == 1);
      JsonObject found =
          floor.items(search + "&mmsi=312000101&fence=closed-water").getJsonObject(0);
      assertEquals("mmsi:312000101", found.getString("track"));
      assertEquals("in", found.getJsonArray("crossings").getJsonObject(0).getString("how"));
      assertEquals(1, floor.items(search + "&near=17.22,-87.60&withinNm=2").size());
      assertEquals(0, floor.items(search + "&near=16.22,-87.60").size());
      for (String format : new String[] {"geojson", "csv", "kml", "gpx", "parquet"}) {
        HttpResponse<String> file =
            floor.get("/api/recordings/export?format=" + format + "&" + period);
        assertEquals(200, file.statusCode(), format);
        assertTrue(file.body().contains("mmsi:312000101"), format + " " + file.body());
        assertTrue(
            file.headers().firstValue("Content-Disposition").orElse("").contains(format), format);
      }
      for (String wrong :
          new String[] {
            "/api/recordings/tracks",
            search + "&near=x",
            search + "&fence=nowhere",
            search + "&cursor=%25",
            "/api/recordings/export?" + period,
            "/api/recordings/export?format=doc&" + period
          }) {
        HttpResponse<String> answer = floor.get(wrong);
        assertEquals(422, answer.statusCode(), wrong + " " + answer.body());
        assertTrue(new JsonObject(answer.body()).containsKey("detail"));
      }
    }
  }
}
