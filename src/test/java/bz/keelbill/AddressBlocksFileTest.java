package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.adsb.AddressBlocks.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlocksFileTest {
  private static final AddressBlocks BUNDLED = AddressBlocksFile.read(null);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "0AB000, BZ, V3-", "0AB3FF, BZ, V3-", "A00000, US, N", "AFFFFF, US, N", "0D0000, MX,",
    "0B4ABC, GT, TG-", "0BA001, HN, HR-", "0ACFFF, CO,", "0D8123, VE, YV", "4CA001, IE,",
    "501C00, HR, 9A-", "3C6444, DE, D-", "C00001, CA, C-", "0C4001, DO, HI", "0B2FFF, SV, YS-"
  })
  void anAddressTellsItsStateAndMark(String address, String country, String mark) {
    Block block = BUNDLED.of(Integer.parseInt(address, 16));
    assertEquals(country, block.country());
    assertEquals(mark, block.mark());
    assertTrue(block.agreed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000", "003FFF", "0AB800", "0ABFFF", "0CE000", "200000", "2FFFFF", "B00000", "BFFFFF",
        "D00000", "EFFFFF", "F08000", "FFFFFF"
      })
  void anAddressOfNoStateHasNoBlock(String address) {
    assertNull(BUNDLED.of(Integer.parseInt(address, 16)));
  }

  @Test
  void theEndThatOneCopyOnlyGivesBelizeIsNotAgreed() {
    assertEquals("BZ", BUNDLED.of(0x0AB400).country());
    assertFalse(BUNDLED.of(0x0AB7FF).agreed());
  }

  @Test
  void icaosOwnBlocksHaveNoCountry() {
    assertNull(BUNDLED.of(0xF00000).country());
  }

  @Test
  void everyCountryIsAnIsoCode() {
    Set<String> known = Set.of(Locale.getISOCountries());
    int blocks = 0;
    for (int address = 0; address <= 0xFFFFFF; address += 0x400) {
      Block block = BUNDLED.of(address);
      blocks += block == null ? 0 : 1;
      assertTrue(block == null || block.country() == null || known.contains(block.country()));
    }
    assertTrue(blocks > BUNDLED.size());
  }

  @ParameterizedTest
  @CsvSource({
    "V3-HHA, BZ",
    "V3HHA, BZ",
    "N12345, US",
    "XBKWD, MX",
    "TG-ABC, GT",
    "YV1234, VE",
    "HK4567, CO"
  })
  void aRegistrationTellsItsState(String registration, String country) {
    assertEquals(country, BUNDLED.ofRegistration(registration).country());
    assertTrue(AddressBlocks.bears(BUNDLED.ofRegistration(registration), registration));
  }

  @Test
  void whatBearsNoMarkIsNobodys() {
    assertNull(BUNDLED.ofRegistration("123"));
    assertNull(BUNDLED.ofRegistration(null));
    assertFalse(AddressBlocks.bears(BUNDLED.of(0x0AB001), "N12345"));
  }

  @Test
  void blocksThatShareAddressesAreRefused() {
    Block one = new Block(0x0AB000, 0x0AB3FF, "Belize", "BZ", List.of("V3-"), true);
    Block other = new Block(0x0AB3FF, 0x0AB7FF, "Elsewhere", null, List.of(), true);
    String message =
        assertThrows(IllegalArgumentException.class, () -> AddressBlocks.of(List.of(other, one)))
            .getMessage();
    assertEquals("0AB000-0AB3FF Belize and 0AB3FF-0AB7FF Elsewhere share addresses", message);
  }

  @Test
  void everyFaultOfATableIsToldWithItsLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("blocks.csv"),
            """
            # ours
            first,last,state,country,marks,agreed
            0AB000,0AB3FF,Belize,BZ,V3-,yes
            0AC00,0ACFFF,Colombia,CO,HK-,yes
            0AE000,0AD000,Costa Rica,CR,TI-,yes
            0B0000,0B0FFF,Cuba,cuba,CU-,yes
            0B2000,0B2FFF,El Salvador,SV,YS-
            0B4000,0B4FFF,Guatemala,GT,TG-,perhaps
            """);
    String told =
        assertThrows(ConfigFaults.BadConfig.class, () -> AddressBlocksFile.read(file)).getMessage();
    assertEquals(
        List.of(
            file + ":4: first must be six hexadecimal digits as 0AB000, not 0AC00",
            file + ":5: 0AE000-0AD000 is no range of addresses",
            file + ":6: country must be two capital letters of ISO 3166-1 or empty, not cuba",
            file + ":7: has 5 fields, but there are 6",
            file + ":8: agreed must be yes or no, not perhaps"),
        told.lines().toList());
  }

  @Test
  void aFileThatIsNoTableSaysWhatItsFirstLineMustBe() throws IOException {
    Path file = Files.writeString(folder.resolve("blocks.csv"), "nothing,here\n");
    String told =
        assertThrows(ConfigFaults.BadConfig.class, () -> AddressBlocksFile.read(file)).getMessage();
    assertEquals(
        file + ":1: the first line must name the columns first,last,state,country,marks,agreed",
        told);
  }
}
