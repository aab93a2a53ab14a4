package bz.keelbill.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The one browser of the run: Debian's chromium, without a window. */
final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--enable-unsafe-swiftshader",
          "--autoplay-policy=no-user-gesture-required",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static Browser browser;

  private Chromium() {}

  /** The browser; where there is none, the test is skipped with a line that says so. */
  static synchronized Browser open() {
    if (!Files.isExecutable(PROGRAM)) {
      System.out.println("SKIPPED: the page's tests need " + PROGRAM + ", which is not there");
      Assumptions.abort(PROGRAM + " is not there");
    }
    if (browser == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(PROGRAM)
                      .setHeadless(true)
                      .setArgs(FLAGS));
    }
    return browser;
  }
}
