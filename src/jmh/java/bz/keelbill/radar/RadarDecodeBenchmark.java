package bz.keelbill.radar;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.NmeaChecksum;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Radar sentences with tag blocks per second on one thread, framed and decoded to reports as a feed
 * does it; one operation is one line. A line of TTD holds two targets.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RadarDecodeBenchmark {
  /** How many lines the made feed holds: scans of 100 targets. */
  static final int LINES = 20_000;

  private static final int TARGETS = 100;
  private static final int CHUNK = 1 << 16;
  private static final long NOON = 1_795_435_200L;

  /** Which sentence. */
  @Param({"TTM", "TLL", "TTD"})
  String type;

  private byte[] feed;

  /** Makes the feed; the same bytes each time. */
  @Setup
  public void make() {
    Random random = new Random(20261125);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      long second = NOON + line / TARGETS * 3;
      text.append("\\").append(summed("s:demo,c:" + second)).append("\\");
      text.append(type.equals("TTD") ? "!" : "$").append(summed(body(line, random))).append("\r\n");
    }
    feed = text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private String body(int line, Random random) {
    int number = line % TARGETS;
    int tenths = random.nextInt(3600);
    return switch (type) {
      case "TTM" ->
          String.format(
              Locale.ROOT,
              "RATTM,%02d,%.3f,%.1f,T,31.2,187.0,T,3.10,12.4,N,,T,,,A",
              number,
              1 + random.nextDouble() * 20,
              tenths / 10.0);
      case "TLL" ->
          String.format(
              Locale.ROOT,
              "RATLL,%02d,17%07.4f,N,087%07.4f,W,,,T,",
              number,
              20 + random.nextDouble() * 20,
              50 + random.nextDouble() * 9);
      default -> "RATTD,01,01,1," + binary(number, tenths) + binary(number + 100, tenths) + ",0";
    };
  }

  /** A target of 90 bits: number, bearing, 31.2 kn, 187.0°, tracking, 8.42 nm. */
  private static String binary(int number, int tenths) {
    StringBuilder bits = new StringBuilder();
    put(bits, 0, 2);
    put(bits, number, 10);
    put(bits, tenths, 12);
    put(bits, 312, 12);
    put(bits, 1870, 12);
    put(bits, 4095, 12);
    put(bits, 4, 3);
    put(bits, 0, 1);
    put(bits, 842, 14);
    put(bits, 0, 12);
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < 90; at += 6) {
      int six = Integer.parseInt(bits.substring(at, at + 6), 2);
      letters.append((char) (six < 40 ? '0' + six : '`' + six - 40));
    }
    return letters.toString();
  }

  private static void put(StringBuilder bits, int value, int count) {
    for (int bit = count - 1; bit >= 0; bit--) {
      bits.append(value >> bit & 1);
    }
  }

  private static String summed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return text + String.format("*%02X", NmeaChecksum.of(bytes, 0, bytes.length));
  }

  /** Framed lines to reports. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public void reports(Blackhole hole) {
    RadarDecoder decoder =
        new RadarDecoder(List.of(Station.of("demo", new Position(17.5, -88))), "demo", true);
    Counter counter = new Counter(hole);
    LineFraming framing = new LineFraming(1024);
    LineFraming.Sink lines =
        new LineFraming.Sink() {
          @Override
          public void line(long number, byte[] bytes) {
            decoder.decode(new Line("feed", number, NOON * 1000, bytes), counter);
          }

          @Override
          public void tooLong(long number, byte[] start) {
            throw new IllegalStateException("too long");
          }
        };
    for (int at = 0; at < feed.length; at += CHUNK) {
      framing.push(feed, at, Math.min(CHUNK, feed.length - at), lines);
    }
    framing.finish(lines);
    counter.check(type.equals("TTD") ? 2 * LINES : LINES);
  }

  private static final class Counter implements Decoder.Output {
    private final Blackhole hole;
    private int reports;

    Counter(Blackhole hole) {
      this.hole = hole;
    }

    @Override
    public void report(Report report) {
      reports++;
      hole.consume(report);
    }

    @Override
    public void reject(Reject reject) {
      throw new IllegalStateException(reject.reason().word() + ": " + reject.line().text());
    }

    void check(int wanted) {
      if (reports != wanted) {
        throw new IllegalStateException("reports: " + reports);
      }
    }
  }
}
