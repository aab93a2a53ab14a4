package bz.keelbill.account;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often passwords may be guessed: in a quarter of an hour ten times an account and thirty times
 * from an address. An address that an account has signed in from before has ten of its own, so that
 * a stranger's guesses keep nobody from his console.
 *
 * <p>A try counts from its beginning, or many at once would slip through; the right password takes
 * it back.
 */
public final class Guesses {
  static final int MOST_AN_ACCOUNT = 10;
  static final int MOST_AN_ADDRESS = 30;
  static final long WINDOW_MILLIS = TimeUnit.MINUTES.toMillis(15);
  private static final int MOST_KEYS = 20_000;
  private static final int KNOWN_ADDRESSES = 16;

  private final LongSupplier clock;
  private final Map<String, Deque<Long>> tries = oldestOut(MOST_KEYS);
  private final Map<String, Map<String, Boolean>> known = new HashMap<>();

  /** By a clock of Unix milliseconds. */
  public Guesses(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Begins a try.
   *
   * @return 0 if it may be made, else for how many milliseconds none may
   */
  public long begin(String accountName, String address) {
    String account = accountKey(accountName, address);
    long wait =
        Math.max(
            waitMillis(account, MOST_AN_ACCOUNT), waitMillis("at " + address, MOST_AN_ADDRESS));
    if (wait == 0) {
      tries(account).addLast(clock.getAsLong());
      tries("at " + address).addLast(clock.getAsLong());
    }
    return wait;
  }

  /** The try that was begun was right so far as it went: it does not count. */
  public void takeBack(String accountName, String address) {
    tries(accountKey(accountName, address)).pollLast();
    tries("at " + address).pollLast();
  }

  /** The try that was begun was right: it does not count, and the address is known from now on. */
  public void wasRight(String accountName, String address) {
    takeBack(accountName, address);
    remember(accountName, address);
  }

  /** An account has come in from an address, by whatever way. */
  public void remember(String accountName, String address) {
    known
        .computeIfAbsent(Account.key(accountName), key -> oldestOut(KNOWN_ADDRESSES))
        .put(address, true);
  }

  private String accountKey(String accountName, String address) {
    String name = Account.key(accountName);
    Set<String> addresses = known.getOrDefault(name, Map.of()).keySet();
    return addresses.contains(address) ? "of " + name + " at " + address : "of " + name;
  }

  private Deque<Long> tries(String key) {
    return tries.computeIfAbsent(key, unknown -> new ArrayDeque<>());
  }

  private long waitMillis(String key, int most) {
    Deque<Long> made = tries.get(key);
    long now = clock.getAsLong();
    while (made != null && !made.isEmpty() && made.peekFirst() <= now - WINDOW_MILLIS) {
      made.removeFirst();
    }
    return made == null || made.size() < most ? 0 : made.peekFirst() + WINDOW_MILLIS - now;
  }

  private static <V> Map<String, V> oldestOut(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }
}
