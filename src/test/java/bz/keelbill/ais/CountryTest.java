package bz.keelbill.ais;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

  @ParameterizedTest
  @CsvSource({
    "201, AL", "226, FR", "232, GB", "279, RS", "303, US", "306, AN", "312, BZ", "327, DO",
    "332, GT", "334, HN", "338, US", "345, MX", "353, PA", "374, PA", "401, AF", "412, CN",
    "477, HK", "503, AU", "538, MH", "578, WF", "601, ZA", "608, AC", "636, LR", "679, ZW",
    "701, AR", "730, CO", "775, VE"
  })
  void eachContinentHasItsDigits(int mid, String code) {
    assertEquals(code, Country.ofMid(mid));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 199, 200, 217, 280, 300, 313, 335, 402, 602, 700, 776, 799, 800, 999})
  void unassignedDigitsAreNobodys(int mid) {
    assertNull(Country.ofMid(mid));
  }

  /** A number assigned twice would be lost in the count. */
  @Test
  void theTableHasAllAssignedDigits() {
    List<String> codes =
        IntStream.rangeClosed(0, 999).mapToObj(Country::ofMid).filter(Objects::nonNull).toList();
    assertEquals(292, codes.size());
    assertEquals(230, Set.copyOf(codes).size());
  }

  @Test
  void everyCodeIsIsosButTheTwoReservedOnes() {
    Set<String> codes =
        IntStream.rangeClosed(0, 999)
            .mapToObj(Country::ofMid)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    codes.removeAll(Set.of(Locale.getISOCountries()));
    // Java's list still holds the withdrawn AN, or not, by its age.
    codes.remove("AN");
    assertEquals(Set.of("AC"), codes);
    assertTrue(Set.of(Locale.getISOCountries()).contains("BZ"));
  }

  @ParameterizedTest
  @CsvSource({
    "312000001, BZ",
    "3120001, BZ",
    "31200001, BZ",
    "111312001, BZ",
    "983120001, BZ",
    "993121001, BZ",
    "993126001, BZ",
    "831200001, BZ",
    "338123456, US"
  })
  void theDigitsStandWhereTheClassPutsThem(int mmsi, String code) {
    assertEquals(code, Country.ofMmsi(mmsi));
  }

  /** 970312001 is a serial number, not Belize; 800312001 is no country's. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        970312001,
        972312001,
        974312001,
        0,
        312,
        31200,
        1193046,
        112312001,
        312001,
        971312001,
        800312001,
        299999999,
        999999999,
        1000312001,
        1073741823
      })
  void whatHasNoCountryIsNotGuessed(int mmsi) {
    assertNull(Country.ofMmsi(mmsi));
  }
}
