package bz.keelbill.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an account has beside its password: the secret of a device that makes codes, and what is
 * kept of the codes that let in once without it.
 *
 * @param secret as {@link Totp} writes it
 * @param recoveryHashes of the recovery codes that were not used yet
 */
public record SecondFactor(String secret, List<String> recoveryHashes) {
  /** How many recovery codes there are at first. */
  public static final int RECOVERY_CODES = 10;

  /** Copies the list. */
  public SecondFactor {
    if (!Totp.isSecret(secret)) {
      throw new IllegalArgumentException("a second factor without a good secret");
    }
    recoveryHashes = List.copyOf(recoveryHashes);
  }

  /** A second factor with recovery codes, which are shown once. */
  public static SecondFactor of(String secret, List<String> recoveryCodes) {
    return new SecondFactor(
        secret, recoveryCodes.stream().map(code -> Secret.hash(normal(code))).toList());
  }

  /** Fresh recovery codes. */
  public static List<String> freshRecoveryCodes() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      codes.add(Secret.code());
    }
    return codes;
  }

  private static String normal(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** Whether a recovery code that was not used yet was given. */
  public boolean isRecovery(String typed) {
    String hash = Secret.hash(normal(typed));
    return recoveryHashes.stream().filter(kept -> Secret.same(kept, hash)).count() > 0;
  }

  /** The same after a recovery code was used. */
  public SecondFactor without(String typed) {
    String hash = Secret.hash(normal(typed));
    return new SecondFactor(
        secret, recoveryHashes.stream().filter(kept -> !kept.equals(hash)).toList());
  }

  @Override
  public String toString() {
    return "a second factor with " + recoveryHashes.size() + " recovery codes";
  }
}
