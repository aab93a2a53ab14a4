package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bz.keelbill.ais.AisEncoder;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who an AIS station is, from its sentences on a socket to what a client reads. */
class LiveIdentityTest {
  private static final int SHIP = 312_000_001;
  private static final int TENDER = 983_120_001;

  @TempDir Path folder;

  @Test
  void aTenderShowsItsParent() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, Spoken.ship(SHIP, 17.4, -87.9));
      LiveFloor.say(ais, Spoken.ship(TENDER, 17.41, -87.9));
      AisEncoder rest = AisEncoder.message(24, TENDER, 168).put(38, 2, 1).put(132, 30, SHIP);
      LiveFloor.say(ais, rest.sentence() + "\r\n");

      Patience.until("the parent", () -> row(floor, TENDER).containsKey("parentMmsi"));
      JsonObject tender = row(floor, TENDER);
      assertEquals(SHIP, tender.getInteger("parentMmsi"));
      assertEquals("auxiliary", tender.getString("kind"));
      assertEquals("auxiliary-craft", tender.getString("mmsiClass"));
      assertEquals("BZ", tender.getString("country"));
      assertFalse(tender.containsKey("lengthMetres"));
      assertFalse(row(floor, SHIP).containsKey("parentMmsi"));
    }
  }

  @Test
  void aClientIsToldWhenAnAidLeavesItsPlace() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais");
        Onlooker client = Onlooker.greet(floor)) {
      AisEncoder aid = AisEncoder.message(21, 993_121_001, 272).text(43, 20, "CAY LIGHT");
      aid.put(164, 28, -88 * 600_000).put(192, 27, 17 * 600_000).put(253, 6, 30);
      LiveFloor.say(ais, aid.sentence() + "\r\n");
      client.await("delta", message -> isSaid(message, false));
      LiveFloor.say(ais, aid.put(259, 1, 1).sentence() + "\r\n");
      client.await("delta", message -> isSaid(message, true));
    }
  }

  private static boolean isSaid(JsonObject delta, boolean offPosition) {
    return delta.getJsonArray("enter").stream()
        .map(JsonObject.class::cast)
        .anyMatch(row -> Boolean.valueOf(offPosition).equals(row.getBoolean("offPosition")));
  }

  private static JsonObject row(LiveFloor floor, int mmsi) {
    for (Object each : floor.items("/api/tracks")) {
      if (((JsonObject) each).getInteger("mmsi") == mmsi) {
        return (JsonObject) each;
      }
    }
    return new JsonObject();
  }
}
