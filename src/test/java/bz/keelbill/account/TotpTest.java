package bz.keelbill.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /** "12345678901234567890" of RFC 6238, appendix B. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** Appendix B has eight figures; six are their last ones. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long seconds, String code) {
    assertEquals(code, Totp.code(SECRET, Totp.step(seconds * 1_000)));
  }

  @Test
  void aFreshSecretIsLongAndIsOneAndAnotherEachTime() {
    String secret = Totp.freshSecret();
    assertTrue(Totp.isSecret(secret));
    assertEquals(32, secret.length());
    assertFalse(secret.equals(Totp.freshSecret()));
    assertEquals(6, Totp.code(secret, 1).length());
  }

  @Test
  void aCodeIsGoodOnceAndOneStepEitherWay(@TempDir Path folder) throws IOException {
    AtomicLong now = new AtomicLong(1_000_000_000_000L);
    GivenCodes codes = new GivenCodes(AccountBook.open(folder.resolve("accounts")), now::get);
    long step = Totp.step(now.get());
    assertFalse(codes.take(SECRET, Totp.code(SECRET, step - 2)));
    assertFalse(codes.take(SECRET, Totp.code(SECRET, step + 2)));
    assertFalse(codes.take(SECRET, ""));
    assertTrue(codes.take(SECRET, Totp.code(SECRET, step - 1)), "a slow clock");
    assertFalse(codes.take(SECRET, Totp.code(SECRET, step - 1)), "used");
    String typed = Totp.code(SECRET, step).replaceAll("^...", "$0 ");
    assertTrue(codes.take(SECRET, typed), "with a blank between");
    assertFalse(codes.take(SECRET, Totp.code(SECRET, step)), "used");
    assertFalse(codes.take(SECRET, Totp.code(SECRET, step - 1)), "older than a used one");
    assertTrue(codes.take(SECRET, Totp.code(SECRET, step + 1)), "a fast clock");
  }

  @Test
  void whatWasTakenUnderAClockThatWasWrongShutsNobodyOut() {
    long now = 1_000_000_000_000L;
    long step = Totp.step(now);
    String code = Totp.code(SECRET, step);
    assertEquals(Long.MIN_VALUE, Totp.matching(SECRET, code, now, step + 1));
    assertEquals(step, Totp.matching(SECRET, code, now, step + 2_000_000));
  }

  @Test
  void aRecoveryCodeIsGoodOnceHoweverItIsTyped() {
    List<String> codes = SecondFactor.freshRecoveryCodes();
    assertEquals(SecondFactor.RECOVERY_CODES, new HashSet<>(codes).size());
    SecondFactor factor = SecondFactor.of(Totp.freshSecret(), codes);
    assertFalse(factor.toString().contains(factor.secret()));
    String typed = codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertTrue(factor.isRecovery(typed));
    SecondFactor after = factor.without(typed);
    assertFalse(after.isRecovery(codes.get(3)));
    assertTrue(after.isRecovery(codes.get(4)));
    assertFalse(after.isRecovery(""));
  }
}
