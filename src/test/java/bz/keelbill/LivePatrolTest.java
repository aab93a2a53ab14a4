package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patrols and fishing vessels, from their words on a socket to what a client reads. */
class LivePatrolTest {
  private static final String FEEDS =
      """
        - {name: patrols, format: cot, transport: tcp-listen, port: 0, trusted: true}
        - {name: strangers, format: cot, transport: tcp-listen, port: 0}
        - {name: fleet, format: vms, transport: tcp-listen, port: 0}
      """;

  @TempDir Path folder;

  private static String event(String uid) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return "<event version='2.0' uid='%s' type='a-f-S-X-L' time='%s' start='%s' stale='%s' how='m-g'>"
            .formatted(uid, now, now, now.plusSeconds(75))
        + "<point lat='17.4' lon='-87.9' hae='9999999.0' ce='10' le='9999999.0'/>"
        + "<detail><contact callsign='%s &lt;b&gt;'/></detail></event>".formatted(uid);
  }

  private static String record() {
    DateTimeFormatter form =
        DateTimeFormatter.ofPattern("'//DA/'yyyyMMdd'//TI/'HHmm").withZone(ZoneOffset.UTC);
    return "//SR//TM/POS//RC/V3AA//NA/SEA STAR//FS/BLZ"
        + form.format(Instant.now())
        + "//LT/+17.200//LG/-087.900//SP/80//CO/90//ER//";
  }

  private static JsonObject row(LiveFloor floor, String id) {
    floor.awaitTrack(id);
    for (Object each : floor.items("/api/tracks")) {
      if (id.equals(((JsonObject) each).getString("id"))) {
        return (JsonObject) each;
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void aPatrolIsOursOnTheTrustedFeedOnlyAndATrackingBoxIsAFishingVessel() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket patrols = floor.dial("patrols");
        Socket strangers = floor.dial("strangers");
        Socket fleet = floor.dial("fleet")) {
      LiveFloor.say(patrols, event("BZ-1"));
      LiveFloor.say(strangers, event("XX-1"));
      LiveFloor.say(fleet, record());

      JsonObject patrol = row(floor, "cot:BZ-1");
      assertTrue(patrol.getBoolean("own"));
      assertEquals("BZ-1 <b>", patrol.getString("name"));
      assertEquals("COT", patrol.getString("source"));
      assertFalse(row(floor, "cot:XX-1").getBoolean("own"));
      JsonObject ship = row(floor, "vms:V3AA");
      assertEquals("fishing", ship.getString("kind"));
      assertEquals("SEA STAR", ship.getString("name"));
      assertEquals("BZ", ship.getString("country"));
      JsonObject detail = new JsonObject(floor.get("/api/tracks/vms:V3AA").body());
      JsonArray sources = detail.getJsonArray("sources", new JsonArray());
      assertTrue(detail.encode().contains("fleet") || !sources.isEmpty(), detail.encode());
    }
  }
}
