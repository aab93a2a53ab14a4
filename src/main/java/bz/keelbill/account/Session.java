package bz.keelbill.account;

/**
 * Somebody who is signed in, at one browser.
 *
 * <p>It is good for the account as it was when it began: whatever changes in the account ends it.
 */
public final class Session {
  private final Account account;
  private final String guard = Secret.fresh();
  private final long beganAtMillis;
  private long touchedAtMillis;
  private boolean locked;
  private boolean ended;
  private String offeredSecret;

  Session(Account account, long atMillis) {
    this.account = account;
    this.beganAtMillis = atMillis;
    this.touchedAtMillis = atMillis;
  }

  /** Whose it is, as the account was when it began. */
  public Account account() {
    return account;
  }

  /** What the page must show with each act beside the cookie, which a foreign page could use. */
  public String guard() {
    return guard;
  }

  /** When somebody last did something there, Unix milliseconds. */
  long touchedAtMillis() {
    return touchedAtMillis;
  }

  long beganAtMillis() {
    return beganAtMillis;
  }

  /** Whether its acts wait for the password. */
  public boolean isLocked() {
    return locked;
  }

  /** Somebody is at the browser. What a locked one is touched by does not unlock it. */
  public void touch(long atMillis) {
    touchedAtMillis = Math.max(touchedAtMillis, atMillis);
  }

  boolean hasEnded() {
    return ended;
  }

  void end() {
    ended = true;
  }

  /** The secret that was shown and waits for its first code; null while none does. */
  public String offeredSecret() {
    return offeredSecret;
  }

  /** Shows a secret, which counts only when a code of it was given. */
  public void offer(String secret) {
    offeredSecret = secret;
  }

  /** From now on its acts wait for the password. */
  public void lock() {
    locked = true;
  }

  /** The password was given again. */
  public void unlock(long atMillis) {
    locked = false;
    touch(atMillis);
  }
}
