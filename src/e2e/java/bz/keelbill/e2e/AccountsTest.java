package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the demo to a watch with accounts: setting up, signing in, the lock, going. */
class AccountsTest {
  private static final int BOAT = 312_000_231;
  private static final String ROSAS = "blue hole at noon";
  private static final String ANAS = "three pelicans at dawn";

  @Test
  void theDemoBecomesAWatchWithAccounts(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console admin = Console.open(sea.watch)) {
      admin.forgive(AccountsTest::isExpected);
      setUp(admin);
      addOfficer(admin);
      makeToken(admin);
      dress(admin);
      try (Console watch = Console.arrive(sea.watch)) {
        watch.forgive(AccountsTest::isExpected);
        signIn(watch);
        sea.runIn(BOAT, "NIGHT HERON");
        sea.boat(BOAT, 80);
        watch.find("li.alert", "NIGHT HERON").waitFor();
        lockAndUnlock(watch);
        watch.find("li.alert .alert-head", "NIGHT HERON").click();
        watch.page().keyboard().press("a");
        watch.find("li.alert .state", "Ana Cal").waitFor();
        watch.screenshot("accounts-acknowledged");
        disabled(admin, watch);
      }
    }
  }

  /** What was refused on purpose; the browser tells of each refusal on its console. */
  private static boolean isExpected(String offence) {
    return offence.matches("answer (401|403|422|423) to .*/api/.*")
        || offence.matches("console error: Failed to load resource.*status of (401|403|422|423).*");
  }

  private static void setUp(Console admin) {
    admin.page().keyboard().press("4");
    admin.find(".users .set-up").click();
    admin.find(".door [name=name]").fill("Rosa Tun");
    admin.find(".door [name=new]").fill("password1234");
    admin.find(".door [name=again]").fill("password1234");
    admin.page().keyboard().press("Enter");
    admin.find(".door .message", "lists that every attacker tries first").waitFor();
    admin.screenshot("accounts-set-up");
    admin.find(".door [name=new]").fill(ROSAS);
    admin.find(".door [name=again]").fill(ROSAS);
    admin.page().keyboard().press("Enter");
    admin.find(".chip.officer", "Rosa Tun").waitFor();
    admin.await("the page is live again", 10, () -> admin.is("link", "live"));
    admin.await("no banner of a demo", 10, () -> admin.find(".demo").count() == 0);
  }

  private static void addOfficer(Console admin) {
    admin.find(".add-user").click();
    admin.find(".user-form [name=name]").fill("Ana Cal");
    admin.find(".user-form [name=password]").fill(ANAS);
    admin.find(".user-form [name=supervisor]").check();
    admin.screenshot("accounts-add");
    admin.find(".user-form .primary").click();
    admin.find(".accounts tr[data-name='Ana Cal']", "not signed in").waitFor();
  }

  private static void makeToken(Console admin) {
    admin.find(".add-token").click();
    admin.find(".token-form [name=name]").fill("qgis");
    admin.find(".token-form .primary").click();
    admin.find(".users .token", "kbt_").waitFor();
  }

  private static void dress(Console admin) {
    for (String palette : List.of("night", "day", "dusk")) {
      admin.page().evaluate("document.documentElement.dataset.palette = '" + palette + "'");
      admin.screenshot("accounts-users-" + palette);
    }
    admin.find(".language[lang=es]").first().click();
    admin.find(".users h2", "Cuentas").waitFor();
    admin.screenshot("accounts-users-spanish");
    admin.find(".language[lang=en]").first().click();
    admin.find(".users h2", "Accounts").waitFor();
  }

  private static void signIn(Console watch) {
    watch.find(".door h2", "Sign in").waitFor();
    assertEquals(0, watch.messages("welcome").size(), "nothing is told to strangers");
    watch.screenshot("accounts-sign-in");
    watch.find(".door .language[lang=es]").click();
    watch.find(".door h2", "Iniciar").waitFor();
    watch.screenshot("accounts-sign-in-spanish");
    watch.find(".door .language[lang=en]").click();
    watch.find(".door [name=name]").fill("ana cal");
    watch.page().keyboard().press("Tab");
    watch.page().keyboard().type("not my password");
    watch.page().keyboard().press("Enter");
    watch.find(".door .message", "Name or password is wrong").waitFor();
    watch.find(".door [name=password]").fill(ANAS);
    watch.page().keyboard().press("Enter");
    watch.find(".chip.officer", "Ana Cal").waitFor();
    watch.await("the page is live", 15, () -> watch.is("link", "live"));
    assertEquals(0, watch.find(".door").count());
  }

  private static void lockAndUnlock(Console watch) {
    watch.find(".chip.officer").click();
    watch.screenshot("accounts-menu");
    watch.find(".door .act", "Lock this console").click();
    watch.find(".door.locked").waitFor();
    watch.page().waitForTimeout(300);
    watch.screenshot("accounts-locked");
    Object beat = watch.messages("hb").size();
    watch.await("the picture goes on", 8, () -> watch.messages("hb").size() > (int) beat + 1);
    assertTrue(watch.is("link", "live"));
    watch.find("li.alert .alert-head", "NIGHT HERON").click();
    watch.find("li.alert .act.ack").click();
    watch.find("li.alert.active-unacknowledged").waitFor();
    watch.find(".door.locked [name=password]").fill(ANAS);
    watch.page().keyboard().press("Enter");
    watch.await("unlocked", 5, () -> watch.find(".door.locked").count() == 0);
    watch.find("li.alert .alert-head", "NIGHT HERON").click();
  }

  private static void disabled(Console admin, Console watch) {
    Locator row = admin.find(".accounts tr[data-name='Ana Cal']");
    row.locator(".act", new Locator.LocatorOptions().setHasText("Disable")).click();
    watch.find(".door h2", "Sign in").waitFor();
    watch.screenshot("accounts-signed-out");
    assertTrue(watch.is("link", "out"));
    admin.find(".chip.officer").click();
    admin.find(".door .act", "Sign out").click();
    admin.find(".door h2", "Sign in").waitFor();
  }
}
