package bz.keelbill.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: the configuration as it is shipped. */
class DemoTest {
  private static final double ALERTS_SECONDS = 180;
  private static final double MOVING_SECONDS = 20;
  private static final int MOVING_TRACKS = 5;
  private static final List<String> KINDS = List.of("go-fast", "unreported-flight", "fence-entry");

  @Test
  void theDemoMovesAtOnceAndRaisesItsThreeAlertsWithinThreeMinutes(@TempDir Path folder)
      throws IOException {
    Chromium.open();
    long begun = System.nanoTime();
    try (WatchProgram watch = WatchProgram.start(folder, shipped());
        Console console = Console.open(watch)) {
      console.await("tracks", MOVING_SECONDS, () -> console.drawn().size() >= MOVING_TRACKS);
      Map<String, Console.Drawn> before =
          console.drawn().stream().collect(Collectors.toMap(Console.Drawn::id, each -> each));
      console.await("they move", MOVING_SECONDS, () -> moved(console, before) >= MOVING_TRACKS);
      console.screenshot("demo-begins");
      for (String kind : KINDS) {
        double left = ALERTS_SECONDS - (System.nanoTime() - begun) / 1e9;
        console.await(kind + " on the page", left, () -> isShown(console, kind));
        System.out.printf("demo: %s after %.0f s%n", kind, (System.nanoTime() - begun) / 1e9);
      }
      console.screenshot("demo");
      console.awaitTitle("(");
      console.find("li.alert .headline", "Unknown boat").click();
      console.find("li.alert.open .reasons").waitFor();
      console.screenshot("demo-reasons");
    }
  }

  private static long moved(Console console, Map<String, Console.Drawn> before) {
    return console.drawn().stream()
        .filter(now -> before.containsKey(now.id()) && !now.equals(before.get(now.id())))
        .count();
  }

  private static boolean isShown(Console console, String kind) {
    Object ids =
        console
            .page()
            .evaluate(
                "kind => window.__keelbill.alerts.filter(a => a.kind === kind).map(a => a.id)",
                kind);
    return ((List<?>) ids)
        .stream().anyMatch(id -> console.find("li.alert[data-id='" + id + "']").isVisible());
  }

  /** The shipped configuration with absolute paths, without where it serves and records. */
  static String shipped() throws IOException {
    Path config = Path.of("config").toAbsolutePath();
    return Files.readString(config.resolve("keelbill.yaml"))
        .replaceAll("(?m)^(web|record|canary):.*$", "")
        .replaceAll("(?m)^(fences|rules|knownGood): (.*)$", "$1: " + config + "/$2");
  }
}
