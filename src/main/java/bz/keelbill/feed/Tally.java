package bz.keelbill.feed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one feed has brought, counted once and shown twice: as metrics and in {@link FeedState}.
 *
 * <p>Written by the feed's thread, read by any.
 */
final class Tally {

  /** Lines in datagrams that came while the intake was full. */
  static final String DROPPED = "dropped";

  /** Lines on which a decoder threw, which is a fault of ours. */
  static final String DECODER_FAILED = "decoder-failed";

  private static final double RATE_MILLIS = 10_000;

  private final MeterRegistry registry;
  private final Tags tags;
  private final List<Meter> meters = new ArrayList<>();
  private final AtomicLong lines = new AtomicLong();
  private final AtomicLong reports = new AtomicLong();
  private final Map<String, AtomicLong> rejects = new ConcurrentHashMap<>();
  private final AtomicLong up = new AtomicLong();
  private volatile double linesPerSecond;
  private long linesAtTick;

  Tally(String feed, MeterRegistry registry) {
    this.registry = registry;
    tags = Tags.of("feed", feed);
    meters.add(
        FunctionCounter.builder("keelbill.feed.lines", lines, AtomicLong::doubleValue)
            .description("Lines received, refused ones too")
            .tags(tags)
            .register(registry));
    meters.add(
        Gauge.builder("keelbill.feed.up", up, AtomicLong::doubleValue)
            .description("1 while valid lines come, else 0")
            .tags(tags)
            .register(registry));
  }

  void lines(long count) {
    lines.addAndGet(count);
  }

  void reports(long count) {
    reports.addAndGet(count);
  }

  void rejects(String reason, long count) {
    AtomicLong counted = rejects.get(reason);
    if (counted == null) {
      counted = begin(reason);
    }
    counted.addAndGet(count);
  }

  void up(boolean isUp) {
    up.set(isUp ? 1 : 0);
  }

  /** Brings the rate up to date. */
  void tick(long elapsedMillis) {
    long now = lines.get();
    double rate = (now - linesAtTick) * 1000.0 / elapsedMillis;
    linesAtTick = now;
    linesPerSecond += (rate - linesPerSecond) * -Math.expm1(-elapsedMillis / RATE_MILLIS);
  }

  FeedState.Counts counts() {
    Map<String, Long> counted = new TreeMap<>();
    rejects.forEach((reason, count) -> counted.put(reason, count.get()));
    return new FeedState.Counts(lines.get(), linesPerSecond, reports.get(), counted);
  }

  /** Takes the feed out of the metrics. */
  void close() {
    meters.forEach(registry::remove);
  }

  private AtomicLong begin(String reason) {
    AtomicLong count = new AtomicLong();
    rejects.put(reason, count);
    meters.add(
        FunctionCounter.builder("keelbill.feed.rejects", count, AtomicLong::doubleValue)
            .description("Lines refused, by reason")
            .tags(tags.and("reason", reason))
            .register(registry));
    return count;
  }
}
