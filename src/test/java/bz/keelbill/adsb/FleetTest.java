package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FleetTest {
  private static final int MOST = 8_192;

  private final Fleet fleet = new Fleet();

  @Test
  void anAddressAlwaysMeansTheSameAircraft() {
    assertNull(fleet.find(7));
    Aircraft seven = fleet.get(7);
    assertSame(seven, fleet.get(7));
    assertNull(fleet.find(8));
    assertSame(seven, fleet.find(7));
    assertNotSame(seven, fleet.get(Aircraft.key(7, false)));
    assertEquals(2, fleet.size());
  }

  @Test
  void aFloodOfAddressesForgetsThoseSilentLongest() {
    Aircraft talker = fleet.get(0xFFFFFF);
    for (int address = 0; address < 1_000_000; address++) {
      fleet.get(address).heardAtMillis = address;
      talker.heardAtMillis = address;
      assertTrue(fleet.size() <= MOST);
    }
    assertSame(talker, fleet.find(0xFFFFFF));
    for (int address = 1_000_000 - MOST / 2; address < 1_000_000; address++) {
      assertEquals(address, fleet.find(address).key);
    }
    assertNull(fleet.find(0));
  }
}
