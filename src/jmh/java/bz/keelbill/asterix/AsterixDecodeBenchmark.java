package bz.keelbill.asterix;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
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
 * ASTERIX records per second on one thread, cut from a stream and decoded to reports as a feed does
 * it; one operation is one record. Blocks hold ten.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AsterixDecodeBenchmark {
  /** How many records the made stream holds. */
  static final int RECORDS = 20_000;

  private static final int IN_BLOCK = 10;
  private static final int CHUNK = 1 << 14;
  private static final long NOON = 1_795_435_200_000L;

  /** 48: plots with time, type, place, code, level, address, number, motion; 62: system tracks. */
  @Param({"48", "62"})
  int category;

  private byte[] stream;

  /** Makes the stream; the same bytes each time. */
  @Setup
  public void make() {
    Random random = new Random(20261125);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int block = 0; block < RECORDS / IN_BLOCK; block++) {
      ByteBuffer records = ByteBuffer.allocate(1024);
      for (int record = 0; record < IN_BLOCK; record++) {
        int number = (block * IN_BLOCK + record) % 500;
        if (category == Categories.PLOTS) {
          plot(records, number, random);
        } else {
          track(records, number, random);
        }
      }
      int length = records.position() + AsterixReader.HEADER_OCTETS;
      all.write(category);
      all.write(length >> 8);
      all.write(length);
      all.write(records.array(), 0, records.position());
    }
    stream = all.toByteArray();
  }

  /** Items 010 140 020 040 070 090, 220 161 200 170. */
  private static void plot(ByteBuffer into, int number, Random random) {
    into.put((byte) 0b11111101).put((byte) 0b10010110);
    into.putShort((short) 0x1901);
    time(into);
    into.put((byte) 0xA0);
    into.putShort((short) (256 * (5 + random.nextInt(100)))).putShort((short) random.nextInt());
    into.putShort((short) 0x0280).putShort((short) (4 * (50 + random.nextInt(300))));
    into.put((byte) 0x0A).putShort((short) (0xB000 + number));
    into.putShort((short) number);
    into.putShort((short) 700).putShort((short) random.nextInt());
    into.put((byte) 0);
  }

  /** Items 010 015 070 105 185, 060 380 with address and callsign, 040 080, 136. */
  private static void track(ByteBuffer into, int number, Random random) {
    into.put((byte) 0b10111011).put((byte) 0b01011101).put((byte) 0b00100000);
    into.putShort((short) 0x1901).put((byte) 1);
    time(into);
    into.putInt((int) ((17 + random.nextDouble()) / 180 * (1 << 25)));
    into.putInt((int) ((-88 + random.nextDouble()) / 180 * (1 << 25)));
    into.putShort((short) (random.nextInt(1000) - 500)).putShort((short) 300);
    into.putShort((short) 0x0280);
    into.put((byte) 0b11000000).put((byte) 0x0A).putShort((short) (0xB000 + number));
    into.put(new byte[] {0x5B, 0x32, 0x08, 0x06, 0x08, 0x20});
    into.putShort((short) number).put((byte) 0);
    into.putShort((short) (4 * (50 + random.nextInt(300))));
  }

  private static void time(ByteBuffer into) {
    int time = 43_200 * 128;
    into.put((byte) (time >> 16)).putShort((short) time);
  }

  /** Blocks to reports. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void reports(Blackhole hole) {
    Site site = Site.of("radar", 25 << 8 | 1, new Position(17.5, -88));
    AsterixDecoder decoder = new AsterixDecoder(List.of(site), "radar", false);
    Counter counter = new Counter(hole);
    AsterixFraming framing = new AsterixFraming();
    AsterixFraming.Sink blocks =
        bytes -> decoder.decode(new Line("feed", ++counter.blocks, NOON, bytes), counter);
    for (int at = 0; at < stream.length; at += CHUNK) {
      framing.push(stream, at, Math.min(CHUNK, stream.length - at), blocks);
    }
    framing.finish(blocks);
    counter.check();
  }

  private static final class Counter implements Decoder.Output {
    private final Blackhole hole;
    private int fixes;
    private long blocks;

    Counter(Blackhole hole) {
      this.hole = hole;
    }

    @Override
    public void report(Report report) {
      fixes += report.kind() == Report.Kind.FIX ? 1 : 0;
      hole.consume(report);
    }

    @Override
    public void reject(Reject reject) {
      throw new IllegalStateException(reject.reason().word());
    }

    void check() {
      if (fixes != RECORDS) {
        throw new IllegalStateException("fixes: " + fixes);
      }
    }
  }
}
