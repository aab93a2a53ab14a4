package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  @ParameterizedTest
  @CsvSource({"A00001,N1", "A00002,N1A", "A00003,N1AA", "A0001B,N1B", "ADF7C7,N99999"})
  void knownMarksComeOut(String address, String mark) {
    assertEquals(mark, Registration.ofAddress(Integer.parseInt(address, 16)));
  }

  @Test
  void addressesOutsideTheBlockHaveNoMark() {
    assertNull(Registration.ofAddress(0xA00000));
    assertNull(Registration.ofAddress(0xADF7C8));
    assertNull(Registration.ofAddress(0x0AB001));
  }

  /** The slow way: write down all marks in order, as a human would. */
  @Test
  void everyAddressOfTheBlockAgreesWithTheListOfAllMarks() {
    int address = 0xA00001;
    for (int first = 1; first <= 9; first++) {
      address = list("N" + first, 4, address);
    }
    assertEquals(0xADF7C8, address);
  }

  private static int list(String mark, int digitsLeft, int from) {
    int address = expect(mark, from);
    if (digitsLeft == 0) {
      return address;
    }
    for (char one : LETTERS.toCharArray()) {
      address = expect(mark + one, address);
      for (char two : digitsLeft > 1 ? LETTERS.toCharArray() : new char[0]) {
        address = expect(mark + one + two, address);
      }
    }
    for (char digit = '0'; digit <= '9'; digit++) {
      address = list(mark + digit, digitsLeft - 1, address);
    }
    return address;
  }

  private static int expect(String mark, int address) {
    assertEquals(mark, Registration.ofAddress(address));
    return address + 1;
  }
}
