package bz.keelbill.record;

import bz.keelbill.report.Line;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How many lines a second a recorder keeps up with, and what that costs: {@code FOLDER
 * [LINES_PER_SECOND [SECONDS]]}; 50,000 for ten minutes if nothing is said. For measurements by
 * hand.
 *
 * <p>Lines are AIS positions as a national feed sends them, no two alike, with a tick each second.
 */
final class RecorderFigures {
  private static final char FIRST = '0';
  private static final int DIFFERENT = 1 << 18;
  private static final int PIECES = 50;

  private RecorderFigures() {}

  /** Prints a line every half minute, and the sum. */
  public static void main(String[] args) throws Exception {
    Path dir = Files.createDirectories(Path.of(args[0]));
    int rate = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 600;
    byte[][] lines = lines();
    double mostLag = 0;
    int mostWaiting = 0;
    double behind = 0;
    Recorder recorder =
        Recorder.open(RecordSettings.in(dir), System::currentTimeMillis, note -> {});
    long begin = System.nanoTime();
    for (int second = 0; second < seconds; second++) {
      recorder.tick(System.currentTimeMillis());
      for (int piece = 0; piece < PIECES; piece++) {
        give(recorder, lines, (long) second * rate + piece * (long) rate / PIECES, rate / PIECES);
        Recorder.State state = recorder.state();
        mostLag = Math.max(mostLag, state.lagSeconds());
        mostWaiting = Math.max(mostWaiting, state.waiting());
        behind += recorder.isBehind() ? 1.0 / PIECES : 0;
        sleepUntil(begin + second * 1_000_000_000L + (piece + 1) * 1_000_000_000L / PIECES);
      }
      if (second % 30 == 29) {
        tell(second + 1, recorder.state(), mostLag);
      }
    }
    double took = (System.nanoTime() - begin) / 1e9;
    recorder.close();
    long given = (long) seconds * rate;
    System.out.printf(
        Locale.ROOT,
        "%,d lines in %.1f s; %,d rows written, %,d lost; at most %.1f s behind, %,d waiting,"
            + " %.1f s with feeds held back; %.1f s of processor time; %.1f bytes a line%n",
        given,
        took,
        recorder.state().rows(),
        recorder.state().lost(),
        mostLag,
        mostWaiting,
        behind,
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime()
            / 1e9,
        bytes(dir) / (double) given);
  }

  private static void give(Recorder recorder, byte[][] lines, long from, int count) {
    long now = System.currentTimeMillis();
    for (long number = from; number < from + count; number++) {
      recorder.line(new Line("ais", number, now, lines[(int) (number % DIFFERENT)]));
    }
  }

  private static byte[][] lines() {
    Random random = new Random(1);
    byte[][] lines = new byte[DIFFERENT][];
    for (int i = 0; i < DIFFERENT; i++) {
      StringBuilder text =
          new StringBuilder("\\s:ais-belize-city,c:1795671155*5E\\!AIVDM,1,1,,A,1");
      for (int letter = 0; letter < 27; letter++) {
        text.append((char) (FIRST + random.nextInt(40)));
      }
      lines[i] = text.append(",0*3C").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
    return lines;
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
    }
  }

  private static void tell(int second, Recorder.State state, double mostLag) {
    System.out.printf(
        Locale.ROOT,
        "%d s: %,d rows written, %,d waiting, %.1f s behind (at most %.1f), %,d lost%n",
        second,
        state.rows(),
        state.waiting(),
        state.lagSeconds(),
        mostLag,
        state.lost());
  }

  private static long bytes(Path dir) throws Exception {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
