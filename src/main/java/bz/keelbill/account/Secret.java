package bz.keelbill.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random words that only their bearer knows, and what is kept of them. Any thread. */
public final class Secret {
  private static final int BYTES = 32;
  private static final int CODE_LENGTH = 12;
  private static final int CODE_GROUP = 4;

  /** Without the letters that are taken for digits. */
  private static final String CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** 256 random bits as text that may stand in a cookie, a header or an address. */
  public static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A one-time code that is typed by hand, as {@code K7QP-2MXA-9RTD}: 58 bits. */
  public static String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(i > 0 && i % CODE_GROUP == 0 ? "-" : "");
      code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
    }
    return code.toString();
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** SHA-256 in hexadecimal: enough for what has 256 random bits, never for a password. */
  public static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether two are the same, in a time that tells nothing of where they differ. */
  public static boolean same(String one, String other) {
    return one != null
        && other != null
        && MessageDigest.isEqual(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
