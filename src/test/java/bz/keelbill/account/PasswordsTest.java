package bz.keelbill.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are kept as argon2id and refused where everybody would guess them. */
class PasswordsTest {
  private static final Passwords CHEAP = new Passwords(new Passwords.Cost(64, 1, 1));

  @Test
  void theUsualCostIsTheLeastThatIsAdvised() {
    String hash = new Passwords(Passwords.USUAL).hash("three pelicans at dawn");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
  }

  /** RFC 9106, section 5.3. */
  @Test
  void theGeneratorComputesTheTestVectorOfTheStandard() {
    byte[] password = filled(32, 1);
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build());
    byte[] tag = new byte[32];
    argon2.generateBytes(password, tag);
    assertEquals(
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        HexFormat.of().formatHex(tag));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void theRightPasswordFitsAndNoOther() {
    String hash = CHEAP.hash("three pelicans at dawn");
    assertTrue(CHEAP.isRight("three pelicans at dawn", hash));
    assertFalse(CHEAP.isRight("three pelicans at dusk", hash));
    assertFalse(CHEAP.isRight("", hash));
    assertFalse(CHEAP.isRight("three pelicans at dawn", null));
    assertFalse(CHEAP.isRight("three pelicans at dawn", "three pelicans at dawn"));
    assertNotEquals(hash, CHEAP.hash("three pelicans at dawn"), "each has its own salt");
  }

  @Test
  void aHashOfAnotherCostStaysGood() {
    String old = CHEAP.hash("three pelicans at dawn");
    Passwords dearer = new Passwords(new Passwords.Cost(128, 2, 1));
    assertTrue(dearer.isRight("three pelicans at dawn", old));
  }

  @Test
  void theSameLettersComposedOtherwiseAreTheSamePassword() {
    String hash = CHEAP.hash("contrase\u00f1a de guardia");
    assertTrue(CHEAP.isRight("contrasen\u0303a de guardia", hash));
  }

  @ParameterizedTest
  @CsvSource({
    "elevensigns, TOO_SHORT",
    "password1234, LEAKED",
    "PASSWORD1234!!, LEAKED",
    "keelbill2026, LEAKED",
    "contraseña123, LEAKED",
    "qwertyuiopasdf, LEAKED",
    "123456789012345, LEAKED",
    "abcdefghijklmn, LEAKED",
    "zyxwvutsrqponm, LEAKED",
    "aaaabbbbccccdddd, LEAKED",
    "this is Ana Cal, NAME"
  })
  void badPasswordsAreRefused(String password, PasswordRules.Fault fault) {
    assertEquals(fault, PasswordRules.faultOf(password, "ana cal"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "three pelicans at dawn",
        "correctpelicanbattery",
        "twelve signs",
        "ñandú bajo la lluvia",
        "\uD83D\uDC1F\uD83D\uDC20\uD83D\uDC21\uD83E\uDD88\uD83D\uDC19\uD83E\uDD80 swim by"
      })
  void goodOnesAreTakenWhateverTheyAreMadeOf(String password) {
    assertEquals(null, PasswordRules.faultOf(password, "Ana Cal"));
    assertEquals(null, PasswordRules.faultOf("a good long one ".repeat(8).strip(), "Ana Cal"));
    assertEquals(
        PasswordRules.Fault.TOO_LONG, PasswordRules.faultOf("long one ".repeat(20), "Ana Cal"));
  }
}
