package bz.keelbill.ais;

import dk.dma.ais.message.AisMessage;
import dk.dma.ais.sentence.SentenceLine;
import dk.dma.ais.sentence.Vdm;
import java.nio.charset.StandardCharsets;
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
 * The Danish Maritime Authority's AisLib on the feed of {@link AisDecodeBenchmark}, used as its own
 * reader uses it. Its lines are ready-made strings: it is spared the framing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AisLibBenchmark {
  /** Whether each sentence has a tag block with source and time. */
  @Param({"false", "true"})
  boolean tagged;

  private String[] lines;

  /** Makes the feed; the same bytes each time. */
  @Setup
  public void make() {
    byte[] feed = MadeFeed.of(AisDecodeBenchmark.MESSAGES, tagged, 20261123);
    lines = new String(feed, StandardCharsets.ISO_8859_1).split("\r\n");
  }

  /** Lines to message objects. */
  @Benchmark
  @OperationsPerInvocation(AisDecodeBenchmark.MESSAGES)
  public void messages(Blackhole hole) throws Exception {
    int messages = 0;
    Vdm vdm = new Vdm();
    for (String line : lines) {
      if (vdm.parse(new SentenceLine(line)) == 0) {
        hole.consume(AisMessage.getInstance(vdm));
        messages++;
        vdm = new Vdm();
      }
    }
    if (messages != AisDecodeBenchmark.MESSAGES) {
      throw new IllegalStateException("messages lost: " + messages);
    }
  }
}
