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
  private final Map<String, AtomicLong> messages = new ConcurrentHashMap<>();
  private final AtomicLong up = new AtomicLong();
  private volatile double lagSeconds;
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
        Gauge.builder("keelbill.feed.lag.seconds", this, tally -> tally.lagSeconds)
            .description("From what the newest report tells to its arrival")
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
      counted = begin(rejects, "rejects", "Lines refused, by reason", "reason", reason);
    }
    counted.addAndGet(count);
  }

  /** One message of a type was understood. */
  void message(String type) {
    AtomicLong counted = messages.get(type);
    if (counted == null) {
      counted = begin(messages, "messages", "Messages understood, by type", "type", type);
    }
    counted.incrementAndGet();
  }

  /** How long after it happened the newest report arrived. */
  void lag(long millis) {
    lagSeconds = millis / 1000.0;
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
    return new FeedState.Counts(
        lines.get(), linesPerSecond, reports.get(), read(rejects), read(messages));
  }

  private static Map<String, Long> read(Map<String, AtomicLong> counted) {
    Map<String, Long> counts = new TreeMap<>();
    counted.forEach((word, count) -> counts.put(word, count.get()));
    return counts;
  }

  /** Takes the feed out of the metrics. */
  void close() {
    meters.forEach(registry::remove);
  }

  private AtomicLong begin(
      Map<String, AtomicLong> counted, String meter, String what, String label, String word) {
    AtomicLong count = new AtomicLong();
    counted.put(word, count);
    meters.add(
        FunctionCounter.builder("keelbill.feed." + meter, count, AtomicLong::doubleValue)
            .description(what)
            .tags(tags.and(label, word))
            .register(registry));
    return count;
  }
}
