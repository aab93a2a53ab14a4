package bz.keelbill.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a session lasts, and what is kept of accounts. */
class SessionsTest {
  private static final String HASH =
      new Passwords(new Passwords.Cost(64, 1, 1)).hash("three pelicans at dawn");
  private static final long IDLE_MILLIS = TimeUnit.MINUTES.toMillis(30);

  @TempDir Path folder;

  private long now = 1_800_000_000_000L;
  private AccountBook book;
  private Sessions sessions;

  @BeforeEach
  void begin() throws IOException {
    book = AccountBook.open(folder.resolve("in/accounts.json"));
    book.setUp(account("Rosa Tun", Role.ADMIN));
    book.add(account("Ana Cal", Role.WATCH));
    book.add(account("Vic Pech", Role.VIEWER));
    sessions = new Sessions(book, IDLE_MILLIS, () -> now);
  }

  private static Account account(String name, Role role) {
    return new Account(name, role, false, false, HASH, 0);
  }

  private Sessions.Begun begun(String name) {
    return sessions.begin(book.find(name));
  }

  @Test
  void aWatchConsoleLocksWhereOthersSignOut() {
    Sessions.Begun ana = begun("Ana Cal");
    Sessions.Begun vic = begun("Vic Pech");
    now += IDLE_MILLIS - 1;
    assertNotNull(sessions.find(vic.id()));
    assertFalse(sessions.find(ana.id()).isLocked());
    now += 1;
    assertNull(sessions.find(vic.id()));
    assertTrue(sessions.find(ana.id()).isLocked());
    sessions.find(ana.id()).touch(now);
    assertTrue(sessions.find(ana.id()).isLocked(), "a touch is no password");
    sessions.find(ana.id()).unlock(now);
    assertFalse(sessions.find(ana.id()).isLocked());
  }

  @Test
  void afterTwelveHoursItIsOverWhateverIsDoneInIt() {
    Sessions.Begun ana = begun("Ana Cal");
    for (int hour = 0; hour < 12; hour++) {
      assertNotNull(sessions.find(ana.id()));
      now += TimeUnit.HOURS.toMillis(1);
      ana.session().unlock(now);
    }
    assertNull(sessions.find(ana.id()));
  }

  @Test
  void whateverChangesInTheAccountEndsIt() throws IOException {
    Account ana = book.find("Ana Cal");
    for (Account changed :
        new Account[] {
          ana.as(Role.OPERATOR, false),
          ana.as(Role.WATCH, true),
          ana.withPassword(HASH, 7),
          ana.disabled(true)
        }) {
      book.replace(ana);
      Sessions.Begun begun = begun("Ana Cal");
      assertNotNull(sessions.find(begun.id()));
      book.replace(changed);
      assertNull(sessions.find(begun.id()), changed.toString());
    }
  }

  @Test
  void everySessionHasAnIdOfItsOwnAndEndsAlone() {
    Sessions.Begun one = begun("Ana Cal");
    Sessions.Begun other = begun("Ana Cal");
    assertNotEquals(one.id(), other.id());
    assertEquals(43, one.id().length(), "256 bits");
    assertEquals(2, sessions.count(book.find("Ana Cal")));
    sessions.end(one.session());
    assertNull(sessions.find(one.id()));
    assertNotNull(sessions.find(other.id()));
    assertNull(sessions.find(null));
    assertNull(sessions.find(""));
  }

  @Test
  void theBookIsReadAsItWasWritten() throws IOException {
    Token token = new Token("ab", "qgis", Role.VIEWER, Secret.hash("kbt_x"), "Rosa Tun", 1, now);
    book.add(token);
    book.replace(book.find("Ana Cal").as(Role.OPERATOR, true));
    AccountBook again = AccountBook.open(folder.resolve("in/accounts.json"));
    assertEquals(java.util.List.copyOf(book.accounts()), java.util.List.copyOf(again.accounts()));
    assertEquals(token, again.token("kbt_x", now - 1));
    assertNull(again.token("kbt_x", now), "it has ended");
    assertNull(again.token("kbt_y", 0));
    try (var files = Files.list(folder.resolve("in"))) {
      assertEquals(1, files.count(), "nothing is left beside it");
    }
  }

  @Test
  void aDamagedBookLetsNobodyInByMistake() throws IOException {
    Path file = folder.resolve("in/accounts.json");
    String good = Files.readString(file);
    for (String bad :
        new String[] {
          "",
          "{}",
          "[]",
          good.substring(0, good.length() / 2),
          good.replace("admin", "emperor"),
          good.replace("argon2id", "plain"),
          good.replace("Rosa Tun", "Rosa<Tun")
        }) {
      Files.writeString(file, bad);
      IOException failure = assertThrows(IOException.class, () -> AccountBook.open(file), bad);
      assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }
  }

  @Test
  void namesAreOncePerPersonAndTheLastAdminStays() {
    assertThrows(AccountBook.Refused.class, () -> book.add(account("ANA CAL", Role.VIEWER)));
    assertThrows(AccountBook.Refused.class, () -> book.setUp(account("Eve", Role.ADMIN)));
    Account rosa = book.find("Rosa Tun");
    assertThrows(AccountBook.Refused.class, () -> book.replace(rosa.disabled(true)));
    assertThrows(AccountBook.Refused.class, () -> book.replace(rosa.as(Role.WATCH, false)));
    assertEquals(rosa, book.find("Rosa Tun"));
  }
}
