package bz.keelbill.adsb;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Mode S frames per second on one thread, from Beast bytes; one operation is one frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ModeSDecodeBenchmark {
  /** How many frames the made stream holds. */
  static final int FRAMES = 300_000;

  private static final int CHUNK = 1 << 14;

  private byte[] stream;

  /** Makes the stream; the same bytes each time. */
  @Setup
  public void make() {
    stream = MadeFrames.of(FRAMES, 20261125);
  }

  /** Frames found, parity, every field, places by CPR, what is remembered of each aircraft. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void messages(Blackhole hole) {
    Counter counter = new Counter(hole);
    push(counter);
    counter.check();
  }

  /** The floor: frames found and their parity alone. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void floorOfFrames(Blackhole hole) {
    push(
        new BeastFraming.Sink() {
          @Override
          public void frame(byte[] bytes, int from, int to) {
            int start = from + 1 + BeastFraming.STAMP_BYTES;
            hole.consume(Parity.remainder(bytes, start, to - start));
          }

          @Override
          public void garbage(byte[] bytes, int from, int to) {
            throw new IllegalStateException("the stream holds no garbage");
          }
        });
  }

  /** The same as a live feed does it: a line for each frame, and its reports. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void reports(Blackhole hole) {
    Decoder decoder = ModeSDecoder.ofBeast(ModeSDecoder.Settings.recorded("bench"));
    Decoder.Output out =
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            hole.consume(report);
          }

          @Override
          public void reject(Reject reject) {
            hole.consume(reject);
          }
        };
    push(
        new BeastFraming.Sink() {
          private long number;

          @Override
          public void frame(byte[] bytes, int from, int to) {
            byte[] piece = Arrays.copyOfRange(bytes, from, to);
            decoder.decode(new Line("bench", ++number, 0, piece), out);
          }

          @Override
          public void garbage(byte[] bytes, int from, int to) {
            throw new IllegalStateException("the stream holds no garbage");
          }
        });
  }

  private void push(BeastFraming.Sink sink) {
    BeastFraming framing = new BeastFraming();
    for (int from = 0; from < stream.length; from += CHUNK) {
      framing.push(stream, from, Math.min(CHUNK, stream.length - from), sink);
    }
    framing.finish(sink);
  }

  /** Takes every field, and knows that the stream was really decoded. */
  private static final class Counter implements BeastFraming.Sink, ModeSReader.Output {
    private final BeastReader reader =
        new BeastReader(
            new StampedFrames(new ModeSReader(null, false), MessageClock.Counter.TICKS, false));
    private final Blackhole hole;
    private int messages;
    private int positions;
    private int rejects;

    Counter(Blackhole hole) {
      this.hole = hole;
    }

    @Override
    public void frame(byte[] bytes, int from, int to) {
      reader.read(bytes, from, to, ModeSReader.TIMELESS, this);
    }

    @Override
    public void garbage(byte[] bytes, int from, int to) {
      throw new IllegalStateException("the stream holds no garbage");
    }

    @Override
    public void message(ModeSMessage message) {
      messages++;
      positions += message.positionBy == null ? 0 : 1;
      hole.consume(message.address);
      hole.consume(message.callsign);
      hole.consume(message.squawk);
      hole.consume(message.altitudeFeet);
      hole.consume(message.speedKnots);
      hole.consume(message.trackDegrees);
      hole.consume(message.verticalRateFeetPerMinute);
      hole.consume(message.latitude);
      hole.consume(message.longitude);
    }

    @Override
    public void reject(Reject.Reason reason) {
      rejects++;
    }

    void check() {
      if (messages < FRAMES * 0.97 || positions < FRAMES * 0.3 || messages + rejects != FRAMES) {
        throw new IllegalStateException(messages + " messages, " + positions + " positions");
      }
    }
  }
}
