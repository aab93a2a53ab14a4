package bz.keelbill.account;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Checks codes of second factors, each of which lets in once, also over a restart: whoever looked
 * over a shoulder comes too late. Taking belongs to one thread, keeping to another.
 */
public final class GivenCodes {
  private final AccountBook book;
  private final LongSupplier clock;
  private final Map<String, Long> lastStep = new ConcurrentHashMap<>();

  /**
   * With what was given before.
   *
   * @param clock Unix milliseconds
   */
  public GivenCodes(AccountBook book, LongSupplier clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Whether the code of a secret is right now, and was not given before; it is used then. */
  public boolean take(String secret, String typed) {
    String code = typed.replaceAll("\\s", "");
    String key = Secret.hash(secret);
    long after = lastStep.getOrDefault(key, book.usedStep(key));
    long step = Totp.matching(secret, code, clock.getAsLong(), after);
    if (step == Long.MIN_VALUE) {
      return false;
    }
    lastStep.put(key, step);
    return true;
  }

  /**
   * Writes down which code of a secret was taken last. It is used already: what fails here is
   * forgotten by a restart only.
   *
   * @throws IOException if it cannot be written
   */
  public void keep(String secret) throws IOException {
    String key = Secret.hash(secret);
    book.use(key, lastStep.get(key));
  }
}
