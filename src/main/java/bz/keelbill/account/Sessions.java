package bz.keelbill.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Who is signed in. Kept in memory only: a restart signs everybody out.
 *
 * <p>Belongs to the web's event loop.
 */
public final class Sessions {
  /** So long a session lasts, whatever is done in it. */
  public static final long LONGEST_MILLIS = TimeUnit.HOURS.toMillis(12);

  private static final int MOST = 1_000;

  private final AccountBook book;
  private final long idleMillis;
  private final LongSupplier clock;
  private final Map<String, Session> byHash = new HashMap<>();

  /**
   * Nobody is signed in yet.
   *
   * @param idleMillis after so long without a touch a watch's console locks and others sign out
   * @param clock Unix milliseconds
   */
  public Sessions(AccountBook book, long idleMillis, LongSupplier clock) {
    this.book = book;
    this.idleMillis = idleMillis;
    this.clock = clock;
  }

  /** A session that has just begun, and its id, which is said once: to the browser, as a cookie. */
  public record Begun(String id, Session session) {}

  /** Begins a session, always under a new id. */
  public Begun begin(Account account) {
    sweep();
    if (byHash.size() >= MOST) {
      throw new AccountBook.Refused("too many are signed in");
    }
    String id = Secret.fresh();
    Session session = new Session(account, clock.getAsLong());
    byHash.put(Secret.hash(id), session);
    return new Begun(id, session);
  }

  /** The session of an id; null if there is none, or it is over. */
  public Session find(String id) {
    Session session = id == null ? null : byHash.get(Secret.hash(id));
    return session == null || isOver(session) ? null : session;
  }

  /** At how many browsers an account is signed in. */
  public long count(Account account) {
    sweep();
    return byHash.values().stream().filter(session -> session.account().equals(account)).count();
  }

  /** Ends one. */
  public void end(Session session) {
    session.end();
    byHash.values().remove(session);
  }

  /**
   * Whether a session is over: ended, too old, idle without keeping watch, or its account is not
   * what it was. A watch's console that is idle is locked by this.
   */
  public boolean isOver(Session session) {
    long now = clock.getAsLong();
    boolean idle = now - session.touchedAtMillis() >= idleMillis;
    boolean keepsWatch = session.account().role().keepsWatch();
    if (idle && keepsWatch) {
      session.lock();
    }
    return session.hasEnded()
        || now >= endsAtMillis(session)
        || (idle && !keepsWatch)
        || session.account().isDisabled()
        || !session.account().equals(book.find(session.account().name()));
  }

  /** When it ends at the latest, Unix milliseconds. */
  public long endsAtMillis(Session session) {
    return session.beganAtMillis() + LONGEST_MILLIS;
  }

  private void sweep() {
    List.copyOf(byHash.values()).stream().filter(this::isOver).forEach(this::end);
  }
}
