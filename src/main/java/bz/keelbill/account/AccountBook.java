package bz.keelbill.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The accounts and tokens, in one file that is replaced as a whole.
 *
 * <p>Reading: any thread, from memory. Changing: one thread at a time, not an event loop, for it
 * returns when the change is on the disk; only then does it count.
 */
public final class AccountBook {
  private final Path file;
  private volatile Pages pages;

  /**
   * All of it at one moment.
   *
   * @param usedSteps of which step the last code was that came from a secret, by the secret's hash;
   *     it stands apart from the accounts, for a session ends when its account changes
   */
  record Pages(
      Map<String, Account> accounts, Map<String, Token> tokens, Map<String, Long> usedSteps) {
    /** With nothing on them. */
    Pages() {
      this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    Pages copy() {
      return new Pages(
          new LinkedHashMap<>(accounts),
          new LinkedHashMap<>(tokens),
          new LinkedHashMap<>(usedSteps));
    }
  }

  /** A change that cannot be made, with the reason as one sentence. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }

  private AccountBook(Path file, Pages pages) {
    this.file = file;
    this.pages = pages;
  }

  /**
   * Reads the file, which need not be there yet.
   *
   * @throws IOException if it is there and cannot be read or understood: nobody is let in by
   *     mistake
   */
  public static AccountBook open(Path file) throws IOException {
    return new AccountBook(file, Files.exists(file) ? AccountFile.read(file) : new Pages());
  }

  /** Whether nobody has an account yet. */
  public boolean isEmpty() {
    return pages.accounts().isEmpty();
  }

  /** The account of a name, however it is written; null if there is none. */
  public Account find(String name) {
    return name == null ? null : pages.accounts().get(Account.key(name));
  }

  /** All accounts in the order in which they were made. */
  public Collection<Account> accounts() {
    return pages.accounts().values();
  }

  /** All tokens in the order in which they were made. */
  public Collection<Token> tokens() {
    return pages.tokens().values();
  }

  /** The token that somebody shows, if it is good at that moment; else null. */
  public Token token(String shown, long atMillis) {
    String hash = Secret.hash(shown);
    return pages.tokens().values().stream()
        .filter(token -> Secret.same(token.hash(), hash) && atMillis < token.endsAtMillis())
        .findFirst()
        .orElse(null);
  }

  /**
   * Makes the first account, an admin's.
   *
   * @throws Refused if there are accounts already
   */
  public void setUp(Account first) throws IOException {
    change(
        next -> {
          if (!next.accounts().isEmpty()) {
            throw new Refused("there are accounts already; sign in");
          }
          next.accounts().put(Account.key(first.name()), first);
        });
  }

  /**
   * Adds an account.
   *
   * @throws Refused if there is one of its name
   */
  public void add(Account account) throws IOException {
    change(
        next -> {
          if (next.accounts().putIfAbsent(Account.key(account.name()), account) != null) {
            throw new Refused("there is an account of this name already");
          }
        });
  }

  /**
   * Puts an account in place of the one of its name.
   *
   * @throws Refused if nobody would be left who could let anybody in
   */
  public void replace(Account account) throws IOException {
    change(
        next -> {
          next.accounts().replace(Account.key(account.name()), account);
          if (next.accounts().values().stream().noneMatch(AccountBook::canAdminister)) {
            throw new Refused("the last admin must stay; make another one first");
          }
        });
  }

  /**
   * Uses up a recovery code.
   *
   * @throws Refused if another has just used it
   */
  public void useRecovery(String name, String code) throws IOException {
    change(
        next -> {
          Account account = next.accounts().get(Account.key(name));
          SecondFactor factor = account == null ? null : account.secondFactor();
          if (factor == null || !factor.isRecovery(code)) {
            throw new Refused("this recovery code was used a moment ago");
          }
          next.accounts().put(Account.key(name), account.with(factor.without(code)));
        });
  }

  /** Adds a token. */
  public void add(Token token) throws IOException {
    change(next -> next.tokens().put(token.id(), token));
  }

  /** Takes a token back. */
  public void revoke(String tokenId) throws IOException {
    change(next -> next.tokens().remove(tokenId));
  }

  /** The step of the last code that was used of a secret; {@link Long#MIN_VALUE} if none was. */
  long usedStep(String secretHash) {
    return pages.usedSteps().getOrDefault(secretHash, Long.MIN_VALUE);
  }

  /** Keeps the step of the last code that was used of a secret. */
  void use(String secretHash, long step) throws IOException {
    change(next -> next.usedSteps().put(secretHash, step));
  }

  private static boolean canAdminister(Account account) {
    return account.role() == Role.ADMIN && !account.isDisabled();
  }

  private synchronized void change(Consumer<Pages> change) throws IOException {
    Pages next = pages.copy();
    change.accept(next);
    AccountFile.write(file, next);
    pages = next;
  }
}
