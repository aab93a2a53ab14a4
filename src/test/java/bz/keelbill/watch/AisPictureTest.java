package bz.keelbill.watch;

import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static bz.keelbill.ais.AisEncoder.withChecksum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.track.Track;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the picture makes of AIS: from sentences on the air to one track for one ship. */
class AisPictureTest {
  private static final int SHIP = 312_000_001;
  private static final int OTHER = 312_000_002;

  private final Listening watch = new Listening();

  private static String longRange(double latitude, double longitude) {
    return message(27, SHIP, 96)
        .put(44, 18, (int) Math.round(longitude * 600))
        .put(62, 17, (int) Math.round(latitude * 600))
        .put(79, 6, 63)
        .put(85, 9, 511)
        .sentence();
  }

  private static String name(int mmsi, String name) {
    return message(24, mmsi, 160).text(40, 20, name).sentence();
  }

  private static String partB(int mmsi, int shipType, String callsign) {
    return message(24, mmsi, 168)
        .put(38, 2, 1)
        .put(40, 8, shipType)
        .text(90, 7, callsign)
        .sentence();
  }

  private Track ship() {
    return watch.track(SHIP);
  }

  @Test
  void aLongRangePositionDoesNotMoveAShipWithARecentFineOne() {
    watch.hear("mast", position(SHIP, 17.2012, -87.5034, 60).sentence()).pass(120);
    watch.hear("mast", longRange(17.2, -87.5));
    assertEquals(new Position(17.2012, -87.5034), ship().position());
    assertEquals(1, ship().history().size());
  }

  @Test
  void aLongRangePositionCountsWhenTheFineOneIsOld() {
    watch.hear("mast", position(SHIP, 17.2012, -87.5034, 60).sentence()).pass(181);
    watch.hear("mast", longRange(17.2, -87.5));
    assertEquals(new Position(17.2, -87.5), ship().position());
  }

  @Test
  void longRangePositionsFollowEachOther() {
    watch.hear("mast", longRange(17.2, -87.5)).pass(60).hear("mast", longRange(17.21, -87.5));
    assertEquals(new Position(17.21, -87.5), ship().position());
  }

  @Test
  void aFinePositionFollowsALongRangeOneAtOnce() {
    watch.hear("mast", longRange(17.2, -87.5)).pass(5);
    watch.hear("mast", position(SHIP, 17.2012, -87.5034, 60).sentence());
    assertEquals(new Position(17.2012, -87.5034), ship().position());
  }

  @Test
  void nullIslandIsNobodysPlace() {
    watch.hear("mast", position(SHIP, 0, 0, 60).sentence());
    assertNotNull(ship());
    assertNull(ship().position());
  }

  @Test
  void aShipWithoutAPositionIsInThePictureWithItsMotion() {
    watch.hear("mast", position(SHIP, 91, 181, 60).put(50, 10, 74).sentence());
    assertNull(ship().position());
    assertEquals(7.4, ship().speedKnots(), 1e-9);
  }

  @Test
  void bothHalvesOfType24JoinTheRightShipInAnyOrder() {
    for (List<String> order :
        List.of(
            List.of(partB(SHIP, 37, "V3AA"), name(OTHER, "SECOND"), name(SHIP, "FIRST")),
            List.of(name(SHIP, "FIRST"), name(OTHER, "SECOND"), partB(SHIP, 37, "V3AA")))) {
      Listening each = new Listening();
      order.forEach(sentence -> each.hear("mast", sentence).pass(1));
      assertEquals("FIRST", each.track(SHIP).identity().name());
      assertEquals("V3AA", each.track(SHIP).identity().vessel().callsign());
      assertEquals(37, each.track(SHIP).identity().shipType());
      assertEquals("SECOND", each.track(OTHER).identity().name());
      assertNull(each.track(OTHER).identity().vessel().callsign());
    }
  }

  @Test
  void theClassComesFromPositionsAndNeverFromType24() {
    watch.hear("mast", position(SHIP, 17.2, -87.5, 60).sentence()).pass(1);
    watch.hear("mast", name(SHIP, "CLASS A ALL THE SAME")).pass(1);
    assertEquals(Fix.Source.AIS_CLASS_A, ship().latest().state().source());
  }

  @Test
  void ownShipIsNoTarget() {
    String body = position(SHIP, 17.2, -87.5, 60).sentence().replace("!AIVDM", "AIVDO");
    String own = body.substring(0, body.indexOf('*'));
    watch.hear("mast", withChecksum(own.substring(1)));
    assertNull(ship());
  }
}
