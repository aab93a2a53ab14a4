package bz.keelbill.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with time (RFC 6238 over RFC 4226): six figures, each for 30 seconds, by
 * HMAC-SHA-1, which is what every authenticator knows. Any thread.
 */
public final class Totp {
  /** How long a code lasts, milliseconds. */
  public static final long STEP_MILLIS = 30_000;

  /** RFC 4648, base 32. */
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** RFC 4226, section 4: at least 128 bits, 160 are advised. */
  private static final int SECRET_BYTES = 20;

  private static final int LETTER_BITS = 5;
  private static final int MODULUS = 1_000_000;

  /** Phones' clocks and slow fingers. */
  private static final int STEPS_OFF = 1;

  private Totp() {}

  /** A secret that nobody knows, as text that a person can type. */
  public static String freshSecret() {
    byte[] bytes = Secret.bytes(SECRET_BYTES);
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte each : bytes) {
      bits = bits << 8 | each & 0xFF;
      held += 8;
      while (held >= LETTER_BITS) {
        held -= LETTER_BITS;
        text.append(LETTERS.charAt(bits >> held & 31));
      }
    }
    return text.toString();
  }

  /** Whether a text is such a secret. */
  static boolean isSecret(String text) {
    return text.length() == SECRET_BYTES * 8 / LETTER_BITS
        && text.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
  }

  /** The number of the code that holds at a time. */
  public static long step(long atMillis) {
    return Math.floorDiv(atMillis, STEP_MILLIS);
  }

  /** The code of a step. */
  public static String code(String secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int at = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-1", e);
    }
  }

  private static byte[] bytes(String secret) {
    ByteBuffer bytes = ByteBuffer.allocate(secret.length() * LETTER_BITS / 8);
    int bits = 0;
    int held = 0;
    for (char letter : secret.toCharArray()) {
      bits = bits << LETTER_BITS | LETTERS.indexOf(letter);
      held += LETTER_BITS;
      if (held >= 8) {
        held -= 8;
        bytes.put((byte) (bits >> held));
      }
    }
    return bytes.array();
  }

  /**
   * The step whose code was given, now or one step off.
   *
   * @param after no step up to this one counts: a code is good once. One that is still to come was
   *     taken under a clock that was wrong, and must not shut anybody out until then
   * @return {@link Long#MIN_VALUE} if the code is of none of them
   */
  static long matching(String secret, String code, long atMillis, long after) {
    long found = Long.MIN_VALUE;
    long last = after > step(atMillis) + STEPS_OFF ? Long.MIN_VALUE : after;
    for (long step = step(atMillis) - STEPS_OFF; step <= step(atMillis) + STEPS_OFF; step++) {
      if (Secret.same(code(secret, step), code) && step > last) {
        found = step;
      }
    }
    return found;
  }
}
