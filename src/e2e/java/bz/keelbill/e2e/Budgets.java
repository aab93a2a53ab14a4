package bz.keelbill.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what the page may take, for a machine of two cores without a GPU, and prints a table; no
 * test, for a busy machine is no fault: {@code mvn -B verify -Pe2e -Dtest=Budgets
 * -Dsurefire.failIfNoSpecifiedTests=false -Dbudgets.seconds=600}.
 */
class Budgets {
  private static final int BOAT = 312_000_500;
  private static final int BOATS = 20;
  private static final long CUT_MILLIS = 60_000;

  /** When a page's own clock says that something is so, asked each 5 ms. */
  private static final String WHEN =
      """
      async what => {
        const isSo = new Function('k', 'return ' + what);
        for (let i = 0; i < 8000; i++) {
          if (isSo(window.__keelbill)) return Date.now();
          await new Promise(done => setTimeout(done, 5));
        }
        return NaN;
      }
      """;

  private static final String PAINT =
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN";
  private static final String TRANSFER =
      "[...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]"
          + ".filter(e => !e.name.includes('/api/')).reduce((sum, e) => sum + e.encodedBodySize, 0)";
  private static final String CHART =
      "performance.getEntriesByType('resource').filter(e => e.name.includes('/chart/') && e.encodedBodySize)";
  private static final String CHART_LAYERS = CHART + ".length";
  private static final String CHART_TRANSFER = CHART + ".reduce((sum, e) => sum + e.encodedBodySize, 0)";
  private static final int LAYERS = 12;
  private static final String HEAP = "performance.memory.usedJSHeapSize / 1e6";

  private final List<String> rows = new ArrayList<>();
  private volatile boolean isSpeaking = true;

  /** What a run measures, with three pages open: the first watched, one beside it, one by a cable. */
  private interface Part {
    void measure(QuietSea sea, Cable cable, Console console, Console other, Console cut)
        throws IOException;
  }

  @Test
  void openingPanningSearchingSelecting(@TempDir Path folder) throws IOException {
    inAFullSea(
        folder,
        (sea, cable, console, other, cut) -> {
          transferred(sea);
          opened(console);
          pan(console);
          found(console);
        });
  }

  @Test
  void alertsMemoryAndACutLink(@TempDir Path folder) throws IOException {
    long seconds = Long.getLong("budgets.seconds", 120);
    inAFullSea(
        folder,
        (sea, cable, console, other, cut) -> {
          alerts(sea, console, other);
          double before = number(console.page().evaluate(HEAP));
          reconnected(cable, cut);
          Patience.pause(Math.max(0, seconds * 1_000 - CUT_MILLIS));
          double after = number(console.page().evaluate(HEAP));
          row("heap after %d s".formatted(seconds), "<= 400 MB", "%.0f -> %.0f MB", before, after);
          row("drawing, 5,000 tracks, at the end", "p50 <= 60 ms", "%.1f ms", drawing(console));
        });
  }

  private void inAFullSea(Path folder, Part part) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Cable cable = new Cable(sea.watch)) {
      Thread crowd = new Thread(() -> speak(sea), "crowd");
      crowd.start();
      Patience.pause(8_000);
      try (Console console = Console.open(sea.watch);
          Console other = Console.open(sea.watch);
          Console cut = Console.arrive(sea.watch, cable.origin())) {
        part.measure(sea, cable, console, other, cut);
      } finally {
        isSpeaking = false;
      }
    }
    rows.forEach(System.out::println);
  }

  private void row(String what, String budget, String format, Object... values) {
    rows.add("| " + what + " | " + budget + " | " + String.format(Locale.ROOT, format, values) + " |");
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Each ship every five seconds, on a grid over the sea east of Belize. */
  private void speak(QuietSea sea) {
    for (int second = 0; isSpeaking; second++) {
      FullSea.speak(sea, second);
    }
  }

  /** By a browser that has nothing of it yet; the chart comes last, what is fetched later is not yet there. */
  private void transferred(QuietSea sea) {
    try (Console first = Console.open(sea.watch)) {
      first.await("the chart", 10, () -> number(first.page().evaluate(CHART_LAYERS)) >= LAYERS);
      first.page().waitForTimeout(500);
      row("transfer, compressed", "<= 450 kB", "%.1f kB", number(first.page().evaluate(TRANSFER)) / 1e3);
      row("of it the chart's layers", "", "%.1f kB", number(first.page().evaluate(CHART_TRANSFER)) / 1e3);
    }
  }

  private void opened(Console console) {
    console.await("all", 60, () -> number(console.seen("tracks.count")) >= FullSea.SHIPS);
    console.page().reload();
    Object tracks = console.page().evaluate(WHEN, "k?.tracks.count > 0");
    double origin = number(console.page().evaluate("performance.timeOrigin"));
    row("first paint", "<= 2,500 ms", "%.0f ms", number(console.page().evaluate(PAINT)));
    row("first tracks", "<= 2,500 ms", "%.0f ms", number(tracks) - origin);
    console.await("live", 30, () -> console.is("link", "live"));
    console.page().keyboard().press("v");
    console.page().waitForTimeout(2_000);
  }

  private void pan(Console console) {
    List<Double> times = new ArrayList<>();
    console.page().mouse().move(600, 450);
    console.page().mouse().down();
    for (int i = 0; i < 60; i++) {
      console.page().mouse().move(600 + 60 * Math.sin(i / 8.0), 450 + 60 * Math.cos(i / 8.0));
      console.page().waitForTimeout(60);
      times.add(number(console.seen("drawMillis")));
    }
    console.page().mouse().up();
    row("pan, 5,000 tracks, script of a drawing", "p50 <= 60 ms", "p50 %.1f, p95 %.1f ms", at(times, 50), at(times, 95));
  }

  private static double drawing(Console console) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      times.add(number(console.seen("drawMillis")));
      console.page().waitForTimeout(100);
    }
    return at(times, 50);
  }

  private static double at(List<Double> times, int percent) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private void found(Console console) {
    Selecting.Times times = Selecting.fromSearch(console);
    row("search", "<= 100 ms", "p50 %.0f, p95 %.0f ms", at(times.finding(), 50), at(times.finding(), 95));
    tell("selection by search", times);
    tell("selection by a click on the chart", Selecting.onTheChart(console));
  }

  private void tell(String what, Selecting.Times times) {
    row(what + ", card painted", "<= 100 ms", "p50 %.0f, p95 %.0f, at most %.0f ms", at(times.painting(), 50), at(times.painting(), 95), at(times.painting(), 100));
    row(what + ", marked on the chart", "", "p50 %.0f, p95 %.0f ms", at(times.marking(), 50), at(times.marking(), 95));
  }

  /** From the line that decides to the page, and from one page's act to the other page. */
  private void alerts(QuietSea sea, Console console, Console other) {
    List<Double> seen = new ArrayList<>();
    List<Double> told = new ArrayList<>();
    for (int i = 0; i < BOATS; i++) {
      int boat = BOAT + i;
      sea.runIn(boat, "BOAT " + i);
      String mine = "k.alerts.find(a => a.tracks.includes('mmsi:" + boat + "')";
      long said = System.currentTimeMillis();
      sea.boat(boat, 80);
      seen.add(number(console.page().evaluate(WHEN, mine + ")")) - said);
      long acknowledged = System.currentTimeMillis();
      console.page().evaluate(
          "boat => { const a = window.__keelbill.alerts.find(a => a.tracks.includes('mmsi:' + boat));"
              + " return fetch('/api/alerts/' + a.id + '/ack', {method: 'POST'}).then(r => r.status); }",
          boat);
      told.add(number(other.page().evaluate(WHEN, mine + " && a.state === 'active-acknowledged')")) - acknowledged);
    }
    row("line that decides to alert on the page", "p95 <= 1,000 ms", "p50 %.0f, p95 %.0f ms", at(seen, 50), at(seen, 95));
    row("acknowledgement to another console", "p95 <= 500 ms", "p50 %.0f, p95 %.0f ms", at(told, 50), at(told, 95));
  }

  private void reconnected(Cable cable, Console cut) throws IOException {
    cut.forgive(offence -> true);
    cut.await("live", 60, () -> cut.is("link", "live"));
    cable.cut();
    Patience.pause(CUT_MILLIS);
    cable.mend();
    Map<?, ?> back =
        (Map<?, ?>)
            cut.page()
                .evaluate(
                    """
                    async () => {
                      const until = async isSo => {
                        while (!isSo()) await new Promise(done => setTimeout(done, 5));
                        return Date.now();
                      };
                      const begun = Date.now();
                      const live = await until(() => window.__keelbill.link === 'live');
                      return {retry: live - begun};
                    }
                    """);
    row("cut of 60 s mended to the whole picture, retry included", "<= 2,000 ms and the retry's pause of 8 s at most", "%.0f ms", number(back.get("retry")));
  }
}
