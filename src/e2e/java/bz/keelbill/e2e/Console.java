package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * One officer's browser with the page open, which remembers everything that must not happen: errors
 * on the console, refused content, dialogs, failed requests, requests to anywhere but the watch.
 */
final class Console implements AutoCloseable {
  private static final String MARK_REFUSED_CONTENT =
      "document.addEventListener('securitypolicyviolation',"
          + " e => console.error('refused content: ' + e.violatedDirective + ' ' + e.blockedURI));";
  private static final Path SCREENSHOTS = Path.of("target", "e2e");

  /** One drawn track, as the page publishes it. */
  record Drawn(String id, String name, double longitude, double latitude) {
    private static Drawn of(Map<?, ?> row) {
      return new Drawn(
          (String) row.get("id"), (String) row.get("name"), number(row, "lon"), number(row, "lat"));
    }
  }

  private final String origin;
  private final BrowserContext context;
  private final Page page;
  private final List<String> offences = new ArrayList<>();
  private final List<JsonObject> messages = new ArrayList<>();
  private Predicate<String> forgiven = offence -> false;

  private Console(String origin, BrowserContext context) {
    this.origin = origin;
    this.context = context;
    context.addInitScript(MARK_REFUSED_CONTENT);
    context.onRequest(request -> judge("request to ", request.url()));
    context.onResponse(
        answer -> {
          if (answer.status() >= 400) {
            offences.add("answer " + answer.status() + " to " + answer.url());
          }
        });
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            offences.add("console " + message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> offences.add("uncaught: " + error));
    page.onDialog(dialog -> offences.add("dialog: " + dialog.message()));
    page.onWebSocket(this::listen);
  }

  /** Opens the page in a browser of its own, in English and by the dusk palette. */
  static Console open(WatchProgram watch) {
    Console console = arrive(watch);
    console.await("the page is live", 15, () -> console.is("link", "live"));
    return console;
  }

  /** The same with the address of a view. */
  static Console open(WatchProgram watch, String address) {
    Console console = visit(watch.origin(), address);
    console.await("the page is live", 15, () -> console.is("link", "live"));
    return console;
  }

  /** The same, whether or not somebody is let in. */
  static Console arrive(WatchProgram watch) {
    return arrive(watch, watch.origin());
  }

  /** The same by another address of the watch. */
  static Console arrive(WatchProgram watch, String origin) {
    return visit(origin, origin + "/");
  }

  private static Console visit(String origin, String address) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(1600, 900)
            .setLocale("en-GB")
            .setTimezoneId("America/Belize");
    Console console = new Console(origin, Chromium.open().newContext(options));
    console.page.addInitScript("localStorage['keelbill.palette'] ??= 'dusk'");
    console.page.navigate(address);
    return console;
  }

  private void judge(String what, String url) {
    boolean own = url.startsWith(origin + "/") || url.startsWith("data:");
    if (!own) {
      offences.add(what + url);
    }
  }

  private void listen(WebSocket socket) {
    judge("socket to ", socket.url().replaceFirst("^ws", "http"));
    socket.onFrameReceived(frame -> messages.add(new JsonObject(frame.text())));
  }

  Page page() {
    return page;
  }

  Locator find(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** A value of the page's read-only window for tests. */
  Object seen(String name) {
    return page.evaluate("window.__keelbill." + name);
  }

  boolean is(String name, Object value) {
    Object now = page.evaluate("window.__keelbill?." + name + " ?? null");
    return Objects.equals(now, value);
  }

  /** What is drawn on the map now. */
  List<Drawn> drawn() {
    List<?> rows = (List<?>) seen("tracks.drawn");
    return rows.stream().map(row -> Drawn.of((Map<?, ?>) row)).toList();
  }

  /** The drawn track of this id, or null. */
  Drawn drawn(String id) {
    return drawn().stream().filter(track -> track.id().equals(id)).findFirst().orElse(null);
  }

  private static double number(Map<?, ?> row, String key) {
    return ((Number) row.get(key)).doubleValue();
  }

  /** The websocket messages of a type that have come so far, oldest first. */
  List<JsonObject> messages(String type) {
    page.evaluate("0"); // lets what has arrived be handed over
    return messages.stream().filter(message -> type.equals(message.getString("type"))).toList();
  }

  /** Waits for something on the page. */
  void await(String what, double seconds, java.util.function.BooleanSupplier isSo) {
    try {
      Patience.until(what, seconds, isSo);
    } catch (AssertionError late) {
      screenshot("failed");
      throw new AssertionError(late.getMessage() + "; drawn " + drawn() + "; offences " + offences, late);
    }
  }

  /** Waits for the title to say so; it is set four times a second. */
  void awaitTitle(String part) {
    await("the title says " + part, 1, () -> page.title().contains(part));
  }

  /** Keeps a picture of the page under target/e2e. */
  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** From now on these are no offences. */
  void forgive(Predicate<String> offence) {
    forgiven = offence;
  }

  /** Closes the browser's window and fails if anything happened that must not. */
  @Override
  public void close() {
    page.evaluate("0");
    offences.removeIf(forgiven);
    context.close();
    assertEquals(List.of(), offences, "what must not happen on the page");
  }
}
