package bz.keelbill.ais;

import bz.keelbill.report.Scan;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
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

/** AIS messages per second on one thread, from bytes; one operation is one message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AisDecodeBenchmark {
  /** How many messages the made feed holds. */
  static final int MESSAGES = 20_000;

  private static final int CHUNK = 1 << 16;

  /** Whether each sentence has a tag block with source and time. */
  @Param({"false", "true"})
  boolean tagged;

  private byte[] feed;

  /** Makes the feed; the same bytes each time. */
  @Setup
  public void make() {
    feed = MadeFeed.of(MESSAGES, tagged, 20261123);
  }

  /** Lines found in place; checksum, tags, reassembly and every field decoded. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void messagesInPlace(Blackhole hole) {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    Counter counter = new Counter(hole);
    int from = 0;
    for (int at; (at = Scan.indexOf('\n', feed, from, feed.length)) < feed.length; from = at + 1) {
      reader.read(feed, from, at - 1, ++counter.lines, 0, counter);
    }
    counter.check();
  }

  /** The floor: line ends and sentences found, taken apart, checksums added up; no tags, no joining. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void floorOfSentences(Blackhole hole) {
    forEachSentence(hole, null);
  }

  /** The floor with the payload's bits: what no message design changes. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void floorOfBits(Blackhole hole) {
    forEachSentence(hole, new Bits());
  }

  private void forEachSentence(Blackhole hole, Bits bits) {
    Sentence sentence = new Sentence();
    int from = 0;
    for (int at; (at = Scan.indexOf('\n', feed, from, feed.length)) < feed.length; from = at + 1) {
      int mark = tagged ? Scan.indexOf('!', feed, from, at) : from;
      if (sentence.parse(feed, mark, at - 1) != null) {
        throw new IllegalStateException("a made sentence is right");
      }
      if (bits != null) {
        bits.clear();
        bits.append(feed, sentence.payloadFrom, sentence.payloadTo, sentence.fill);
        hole.consume(bits.length());
      }
      hole.consume(sentence.checksum);
    }
  }

  /** Whole messages behind the bounded line framing that copies each line, as {@code decode} does. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void messagesFramed(Blackhole hole) {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    Counter counter = new Counter(hole);
    push(
        new Lines() {
          @Override
          public void line(long number, byte[] bytes) {
            reader.read(bytes, 0, bytes.length, number, 0, counter);
          }
        });
    counter.check();
  }

  /** Framed lines to reports, as a feed does it. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void reports(Blackhole hole) {
    AisDecoder decoder = new AisDecoder("station", AisReader.Timing.REPLAY);
    Decoder.Output out =
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            hole.consume(report);
          }

          @Override
          public void reject(Reject reject) {
            throw new IllegalStateException(reject.reason().word());
          }
        };
    push(
        new Lines() {
          @Override
          public void line(long number, byte[] bytes) {
            decoder.decode(new Line("feed", number, 0, bytes), out);
          }
        });
  }

  private void push(Lines lines) {
    LineFraming framing = new LineFraming(1024);
    for (int at = 0; at < feed.length; at += CHUNK) {
      framing.push(feed, at, Math.min(CHUNK, feed.length - at), lines);
    }
    framing.finish(lines);
  }

  private abstract static class Lines implements LineFraming.Sink {
    @Override
    public void tooLong(long number, byte[] start) {
      throw new IllegalStateException("too long");
    }
  }

  private static final class Counter implements AisReader.Output {
    private final Blackhole hole;
    private int messages;
    private long lines;

    Counter(Blackhole hole) {
      this.hole = hole;
    }

    @Override
    public void message(AisMessage message) {
      messages++;
      hole.consume(message.mmsi());
      hole.consume(message.number(AisField.LAT));
      hole.consume(message.number(AisField.LON));
    }

    @Override
    public void reject(Reject.Reason reason) {
      throw new IllegalStateException(reason.word());
    }

    void check() {
      if (messages != MESSAGES) {
        throw new IllegalStateException("messages lost: " + messages);
      }
    }
  }
}
