package bz.keelbill.web;

import bz.keelbill.account.Account;
import bz.keelbill.account.AccountBook;
import bz.keelbill.account.Passwords;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Checks and makes passwords and writes the book of accounts, two at a time and off the loop. */
final class PasswordDesk {
  private static final Logger LOG = System.getLogger(PasswordDesk.class.getName());
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 40;

  private final Door door;
  private final Passwords passwords = new Passwords(Passwords.USUAL);
  private final WorkerExecutor workers;
  private int waiting;

  PasswordDesk(Vertx vertx, Door door) {
    this.door = door;
    this.workers = vertx.createSharedWorkerExecutor("passwords", AT_ONCE, 1, TimeUnit.MINUTES);
  }

  /** A change of the book, with what it needs of passwords. */
  interface Change {
    void make(AccountBook book, Passwords passwords) throws IOException;
  }

  /** Too many are being checked already. */
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The guess was not made: there were too many before it. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient long waitMillis;

    TooMany(long waitMillis) {
      this.waitMillis = waitMillis;
    }
  }

  /**
   * Whether a password is right; an unknown or disabled account takes as long and is never right.
   *
   * @param name as it was given
   * @return fails with {@link TooMany} when no guess may be made now
   */
  Future<Boolean> isRight(String name, String password, String address) {
    return tries(name, password, address)
        .onSuccess(
            right -> {
              if (right) {
                door.guesses().wasRight(name, address);
              }
            });
  }

  /** The same, and the try counts until somebody takes it back. */
  Future<Boolean> tries(String name, String password, String address) {
    long wait = door.guesses().begin(name, address);
    if (wait > 0) {
      return Future.failedFuture(new TooMany(wait));
    }
    Account account = door.book().find(name);
    String hash = account == null || account.isDisabled() ? null : account.passwordHash();
    return work(() -> passwords.isRight(password, hash));
  }

  /** Changes the book; fails with {@link AccountBook.Refused} where that cannot be. */
  Future<Void> change(Change change) {
    return work(
        () -> {
          change.make(door.book(), passwords);
          return null;
        });
  }

  /**
   * Writes down that a code of a secret was used. A disk that fails shuts nobody out, for he may
   * come to mend it.
   */
  Future<Void> keepCode(String secret) {
    return change(
        (book, maker) -> {
          try {
            door.codes().keep(secret);
          } catch (IOException failed) {
            LOG.log(Level.WARNING, "that a code was used is not kept over a restart: " + failed);
          }
        });
  }

  private <T> Future<T> work(Callable<T> work) {
    if (waiting >= MOST_WAITING) {
      return Future.failedFuture(new Busy());
    }
    waiting++;
    return workers.executeBlocking(work, false).onComplete(done -> waiting--);
  }

  /** Ends a request whose password or change was not taken. */
  static void failed(RoutingContext request, Throwable failure) {
    if (failure instanceof TooMany tooMany) {
      long seconds = (tooMany.waitMillis + 999) / 1_000;
      request.response().putHeader("Retry-After", Long.toString(seconds));
      Problem.answer(request, 429, "Too many tries", "Wait " + minutes(seconds) + ".");
    } else if (failure instanceof Busy) {
      Problem.answer(request, 503, "Busy", "Too many are signing in; try again in a moment.");
    } else if (failure instanceof AccountBook.Refused refused) {
      Problem.answer(request, 409, "Not possible as things stand", refused.getMessage());
    } else if (failure instanceof IOException) {
      Problem.answer(request, 503, "Not written", "The accounts cannot be written to the disk.");
    } else {
      Problem.failed(request, failure);
    }
  }

  private static String minutes(long seconds) {
    return (seconds + 59) / 60 + " min";
  }
}
