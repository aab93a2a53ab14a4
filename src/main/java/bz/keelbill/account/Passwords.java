package bz.keelbill.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as argon2id (RFC 9106), written in the usual form {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, so that a later, dearer setting leaves old hashes
 * good.
 *
 * <p>Each takes about a tenth of a second and its memory: not on an event loop, few at a time.
 */
public final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** The least that OWASP advises; cheaper ones are for tests of other things. */
  public static final Cost USUAL = new Cost(19 * 1024, 2, 1);

  /**
   * What one guess costs.
   *
   * @param memoryKibibytes memory
   * @param passes over that memory
   * @param lanes side by side
   */
  public record Cost(int memoryKibibytes, int passes, int lanes) {}

  private final Cost cost;
  private final String nobodys;

  /** With the cost of new hashes. */
  public Passwords(Cost cost) {
    this.cost = cost;
    // What is the hash of nothing takes as long to be found wrong as any other.
    this.nobodys = text(cost, Secret.bytes(SALT_BYTES), Secret.bytes(HASH_BYTES));
  }

  /** The hash to keep of a password. */
  public String hash(String password) {
    byte[] salt = Secret.bytes(SALT_BYTES);
    return text(cost, salt, argon2(password, salt, cost, HASH_BYTES));
  }

  private static String text(Cost cost, byte[] salt, byte[] hash) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(cost.memoryKibibytes(), cost.passes(), cost.lanes(), text(salt), text(hash));
  }

  /**
   * Whether a password is the one of a hash.
   *
   * @param hash null where there is no such account: it takes as long and is never right
   */
  public boolean isRight(String password, String hash) {
    Matcher kept = FORM.matcher(hash == null ? nobodys : hash);
    if (!kept.matches()) {
      return false;
    }
    Cost paid =
        new Cost(
            Integer.parseInt(kept.group(1)),
            Integer.parseInt(kept.group(2)),
            Integer.parseInt(kept.group(3)));
    byte[] expected = Base64.getDecoder().decode(kept.group(5));
    byte[] salt = Base64.getDecoder().decode(kept.group(4));
    byte[] given = argon2(password, salt, paid, expected.length);
    return MessageDigest.isEqual(expected, given) && hash != null;
  }

  /** Whether a text is a hash that {@link #isRight} understands. */
  static boolean isHash(String text) {
    return text != null && FORM.matcher(text).matches();
  }

  private static byte[] argon2(String password, byte[] salt, Cost cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKibibytes())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(normal(password).getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  /** The same letters, whichever way a keyboard composes them. */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
