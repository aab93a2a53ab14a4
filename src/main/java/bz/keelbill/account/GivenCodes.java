package bz.keelbill.account;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Checks codes of second factors, each of which lets in once: whoever looked over a shoulder comes
 * too late. Belongs to one thread.
 */
public final class GivenCodes {
  private final LongSupplier clock;
  private final Map<String, Long> lastStep = new HashMap<>();

  /** By a clock of Unix milliseconds. */
  public GivenCodes(LongSupplier clock) {
    this.clock = clock;
  }

  /** Whether the code of a secret is right now, and was not given before. */
  public boolean take(String secret, String typed) {
    String code = typed.replaceAll("\\s", "");
    String key = Secret.hash(secret);
    long after = lastStep.getOrDefault(key, Long.MIN_VALUE);
    long step = Totp.matching(secret, code, clock.getAsLong(), after);
    if (step == Long.MIN_VALUE) {
      return false;
    }
    lastStep.put(key, step);
    return true;
  }
}
