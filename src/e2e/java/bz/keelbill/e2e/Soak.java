package bz.keelbill.e2e;

import bz.keelbill.SimulatedRecord;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of traffic at twenty times its pace, on one page and in one watch beside the live one:
 * prints what both hold in memory each six minutes, and by how much it grows. No test, for it takes
 * 72 minutes: {@code mvn -B verify -Pe2e -Dtest=Soak -Dsurefire.failIfNoSpecifiedTests=false
 * -Dsoak.minutes=72}.
 */
class Soak {
  private static final String SCENARIO = "watch";
  private static final long SEED = 77;
  private static final long DAY_MILLIS = 86_400_000;
  private static final int SPEED = 20;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  /** Bytes of all objects that are reachable: what was let go since the last collection is not. */
  private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

  /** A page and a program that have just begun still fill what they keep. */
  private static final int SETTLING_MINUTES = 12;

  /** What both hold after their garbage is collected. */
  private record Held(double minutes, double pageMegabytes, double watchMegabytes, double files, double threads) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %.0f | %.1f | %.1f | %.0f | %.0f |",
          minutes, pageMegabytes, watchMegabytes, files, threads);
    }
  }

  @Test
  void measured(@TempDir Path folder) throws Exception {
    int minutes = Integer.getInteger("soak.minutes", 72);
    long from = System.currentTimeMillis() / 60_000 * 60_000 - DAY_MILLIS - 60_000;
    Path config = SimulatedRecord.write(folder, SCENARIO, SEED, from, 24 * 60);
    String text = Files.readString(config).replace("record: {dir: data}\n", "");
    List<Held> all = new ArrayList<>();
    try (WatchProgram watch = WatchProgram.start(folder, text);
        Console console = Console.open(watch)) {
      begin(console, from, from + DAY_MILLIS);
      CDPSession devtools = console.page().context().newCDPSession(console.page());
      long begun = System.currentTimeMillis();
      while (System.currentTimeMillis() - begun < minutes * 60_000L) {
        console.page().waitForTimeout(60_000);
        double since = (System.currentTimeMillis() - begun) / 60_000.0;
        all.add(held(since, watch, devtools));
        if (all.size() % 6 == 0) {
          System.out.println(all.get(all.size() - 1).row() + " replay " + console.seen("replay.state") + " at " + console.seen("replay.now") + " tracks " + console.seen("tracks.count"));
        }
      }
    }
    tell(all);
  }

  private static void begin(Console console, long from, long to) {
    console.page().keyboard().press("2");
    console.find(".replay .row").first().waitFor();
    console.find(".replay .editor input.mono").nth(0).fill(belize(from));
    console.find(".replay .editor input.mono").nth(1).fill(belize(to));
    console.find(".replay select[name=speed]").selectOption(String.valueOf(SPEED));
    console.find(".replay .act.primary").click();
    console.await("the replay is shown", 20, () -> console.is("state.mode", "replay"));
  }

  private static String belize(long millis) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
        .format(Instant.ofEpochMilli(millis).atZone(ZoneId.of("America/Belize")));
  }

  private static Held held(double minutes, WatchProgram watch, CDPSession devtools)
      throws IOException {
    devtools.send("HeapProfiler.collectGarbage");
    JsonObject page = devtools.send("Runtime.getHeapUsage");
    Matcher reachable = TOTAL.matcher(ask(watch, "GC.class_histogram"));
    Path process = Path.of("/proc", String.valueOf(watch.pid()));
    return new Held(
        minutes,
        page.get("usedSize").getAsDouble() / BYTES_PER_MEGABYTE,
        reachable.find() ? Double.parseDouble(reachable.group(1)) / BYTES_PER_MEGABYTE : Double.NaN,
        entries(process.resolve("fd")),
        entries(process.resolve("task")));
  }

  private static String ask(WatchProgram watch, String what) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asking =
        new ProcessBuilder(jcmd.toString(), String.valueOf(watch.pid()), what).start();
    return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long entries(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  private static void tell(List<Held> all) {
    for (int i = 5; i < all.size(); i += 6) {
      System.out.println(all.get(i).row());
    }
    List<Held> settled = all.stream().filter(held -> held.minutes() > SETTLING_MINUTES).toList();
    System.out.printf(
        Locale.ROOT,
        "an hour adds, page %.2f MB, watch %.2f MB%n",
        60 * slope(settled, true),
        60 * slope(settled, false));
  }

  /** Megabytes a minute, by least squares. */
  private static double slope(List<Held> all, boolean ofPage) {
    double n = all.size();
    double meanX = all.stream().mapToDouble(Held::minutes).sum() / n;
    double meanY = all.stream().mapToDouble(held -> megabytes(held, ofPage)).sum() / n;
    double xy = 0;
    double xx = 0;
    for (Held held : all) {
      xy += (held.minutes() - meanX) * (megabytes(held, ofPage) - meanY);
      xx += (held.minutes() - meanX) * (held.minutes() - meanX);
    }
    return xy / xx;
  }

  private static double megabytes(Held held, boolean ofPage) {
    return ofPage ? held.pageMegabytes() : held.watchMegabytes();
  }
}
