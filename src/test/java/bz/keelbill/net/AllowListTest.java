package bz.keelbill.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3,        10.1.2.3,        true",
    "10.1.2.3,        10.1.2.4,        false",
    "10.0.0.0/8,      10.255.0.1,      true",
    "10.0.0.0/8,      11.0.0.1,        false",
    "192.168.4.0/22,  192.168.7.255,   true",
    "192.168.4.0/22,  192.168.8.0,     false",
    "0.0.0.0/0,       200.1.2.3,       true",
    "0.0.0.0/0,       ::1,             false",
    "::1,             0:0:0:0:0:0:0:1, true",
    "2001:db8::/33,   2001:db8:7fff::, true",
    "2001:db8::/33,   2001:db8:8000::, false",
    "10.0.0.0/8,      not.an.address!, false"
  })
  void allowsAddressesOfItsBlocks(String block, String sender, boolean allowed) {
    assertEquals(allowed, AllowList.parse(List.of(block)).allows(sender));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "10.0.0", "10.0.0.0/33", "10.0.0.0/x", "300.1.1.1", "", "/8"})
  void refusesWhatIsNoAddressAndNamesIt(String entry) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> AllowList.parse(List.of(entry)));
    assertTrue(refusal.getMessage().contains("'" + entry + "'"), refusal.getMessage());
  }

  @Test
  void anEmptyListAllowsEveryone() {
    assertTrue(AllowList.parse(List.of()).allows("203.0.113.7"));
  }
}
