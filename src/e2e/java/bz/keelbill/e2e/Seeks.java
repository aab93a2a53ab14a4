package bz.keelbill.e2e;

import bz.keelbill.SimulatedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an analyst waits who jumps about in the replay of a busy day: prints a table. No test,
 * for it takes minutes and a busy machine is no fault: {@code mvn -B verify -Pe2e -Dtest=Seeks
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class Seeks {
  private static final String SCENARIO = "watch";
  private static final long SEED = 79;
  private static final long DAY_MILLIS = 86_400_000;
  private static final int JUMPS = 30;

  /** Asks for a moment; milliseconds until the page stands there and has the picture of it. */
  private static final String JUMP =
      """
      async ([id, at]) => {
        const seen = () => window.__keelbill.replay;
        const before = seen().pictures;
        const begun = performance.now();
        const body = JSON.stringify({at: new Date(at).toISOString(), state: 'paused'});
        await fetch('/api/replays/' + id, {method: 'PATCH', body});
        for (let i = 0; i < 24000; i++) {
          const isThere = Math.abs(seen().now - at) < 1000 && seen().pictures > before;
          if (isThere) return performance.now() - begun;
          await new Promise(done => setTimeout(done, 5));
        }
        return NaN;
      }
      """;

  @Test
  void measured(@TempDir Path folder) throws Exception {
    long from = System.currentTimeMillis() / 60_000 * 60_000 - DAY_MILLIS - 60_000;
    Path config = SimulatedRecord.write(folder, SCENARIO, SEED, from, 24 * 60);
    String text = Files.readString(config).replace("record: {dir: data}\n", "");
    SimulatedRecord.remember(config);
    Path checkpoints = folder.resolve("data/checkpoints");
    System.out.printf(
        Locale.ROOT, "Where the live watch left what it remembered, %s:%n", told(checkpoints));
    measure(folder, text, from, false);
    try (Stream<Path> left = Files.list(checkpoints)) {
      for (Path each : left.toList()) {
        Files.delete(each);
      }
    }
    System.out.println("Where it did not:");
    measure(folder, text, from, false);
    System.out.println("Where it did not, and the replay stood for a while first:");
    measure(folder, text, from, true);
  }

  private static String told(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      LongSummaryStatistics bytes =
          files.mapToLong(file -> file.toFile().length()).summaryStatistics();
      return "%d times, %.1f to %.1f MB"
          .formatted(bytes.getCount(), bytes.getMin() / 1e6, bytes.getMax() / 1e6);
    }
  }

  private static void measure(Path folder, String text, long from, boolean stands)
      throws Exception {
    try (WatchProgram watch = WatchProgram.start(folder, text);
        Console console = Console.open(watch)) {
      begin(console, from);
      if (stands) {
        System.out.printf(
            Locale.ROOT, "| until all was gone ahead | %.1f s |%n", goneAheadSeconds(watch.pid()));
      }
      System.out.printf(
          Locale.ROOT,
          "| to the end of the day, for the first time | %.0f ms |%n",
          jump(console, from + DAY_MILLIS - 60_000));
      Random random = new Random(SEED);
      jumpAbout(console, from, random, "the program just started");
      jumpAbout(console, from, random, "the program at work for a while");
    }
  }

  /** Until no mark was left for some seconds. */
  private static double goneAheadSeconds(long pid) throws IOException {
    long begun = System.nanoTime();
    long last = begun;
    long bytes = -1;
    while (System.nanoTime() - last < 5_000_000_000L) {
      long now = marksBytes(Path.of("/proc/" + pid + "/fd"));
      last = now == bytes ? last : System.nanoTime();
      bytes = now;
      Patience.pause(50);
    }
    return (last - begun) / 1e9;
  }

  /** Their file has no name; Linux tells of it among what a process has open. */
  private static long marksBytes(Path openFiles) throws IOException {
    try (Stream<Path> open = Files.list(openFiles)) {
      for (Path each : open.toList()) {
        if (Files.isSymbolicLink(each) && Files.readSymbolicLink(each).toString().contains(".marks")) {
          return Files.size(each);
        }
      }
    }
    return 0;
  }

  private static void jumpAbout(Console console, long from, Random random, String when) {
    List<Double> all = new ArrayList<>();
    List<Double> on = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    for (int i = 0; i < JUMPS; i++) {
      long at = from + 3_600_000 + random.nextLong(DAY_MILLIS - 7_200_000);
      all.add(jump(console, at));
      on.add(jump(console, at + 1_800_000));
      again.add(jump(console, at));
    }
    tell("to anywhere after that, " + when, all);
    tell("half an hour on from there", on);
    tell("back to where it stood a moment ago", again);
  }

  private static void begin(Console console, long from) {
    console.page().keyboard().press("2");
    console.find(".replay .row").first().waitFor();
    console.find(".replay .editor input.mono").nth(0).fill(belize(from));
    console.find(".replay .editor input.mono").nth(1).fill(belize(from + DAY_MILLIS));
    console.find(".replay .act.primary").click();
    console.await("the replay is shown", 20, () -> console.is("state.mode", "replay"));
  }

  private static double jump(Console console, long at) {
    Object millis = console.page().evaluate(JUMP, List.of(console.seen("replay.id"), (double) at));
    return ((Number) millis).doubleValue();
  }

  private static void tell(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | p50 %.0f, p95 %.0f, at most %.0f ms |%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.get(sorted.size() - 1));
  }

  private static String belize(long millis) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
        .format(Instant.ofEpochMilli(millis).atZone(ZoneId.of("America/Belize")));
  }
}
