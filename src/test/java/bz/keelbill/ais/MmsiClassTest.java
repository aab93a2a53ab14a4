package bz.keelbill.ais;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MmsiClassTest {

  @ParameterizedTest
  @CsvSource({
    "312000001, SHIP",
    "200000000, SHIP",
    "799999999, SHIP",
    "3120001, COAST_STATION",
    "31200001, GROUP",
    "1193046, IRREGULAR",
    "0, IRREGULAR",
    "12345, IRREGULAR",
    "111312001, SAR_AIRCRAFT",
    "111112001, IRREGULAR",
    "112312001, IRREGULAR",
    "970012345, SART",
    "972012345, MAN_OVERBOARD",
    "974012345, EPIRB",
    "971012345, IRREGULAR",
    "983121234, AUXILIARY_CRAFT",
    "993121001, AID_TO_NAVIGATION",
    "993126001, VIRTUAL_AID",
    "993129999, AID_TO_NAVIGATION",
    "983126001, AUXILIARY_CRAFT",
    "831200001, HANDHELD",
    "800000001, HANDHELD",
    "999999999, AID_TO_NAVIGATION",
    "1000000000, IRREGULAR",
    "1073741823, IRREGULAR"
  })
  void theFirstDigitsTell(int mmsi, MmsiClass expected) {
    assertEquals(expected, MmsiClass.of(mmsi));
  }

  @Test
  void onlyBeaconsAreDistressInThemselves() {
    assertTrue(MmsiClass.of(970_000_001).isDistress());
    assertTrue(MmsiClass.of(972_000_001).isDistress());
    assertTrue(MmsiClass.of(974_000_001).isDistress());
    assertFalse(MmsiClass.of(312_000_001).isDistress());
  }

  @ParameterizedTest
  @CsvSource({
    "9074729, true",
    "9074728, false",
    "1000019, true",
    "907472, false",
    "90747290, false",
    "0, false"
  })
  void theLastDigitOfAnImoNumberIsACheck(int number, boolean expected) {
    assertEquals(expected, ImoNumber.isValid(number));
  }
}
