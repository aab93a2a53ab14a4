package bz.keelbill.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What one output has given out and what not, as metrics. For all threads. */
final class OutputTally {
  /** The relay's thread has not kept up with the feeds. */
  static final String BEHIND = "behind";

  /** The message came from this relay, or over too many others. */
  static final String LOOP = "loop";

  /** Another station's copy. */
  static final String DUPLICATE = "duplicate";

  /** The rest of the message never came. */
  static final String ORPHAN = "orphan";

  /** A sentence holds something else than printable ASCII. */
  static final String UNPRINTABLE = "unprintable";

  /** A reader's queue was full. */
  static final String SLOW_CLIENT = "slow-client";

  /** The network did not take the datagram. */
  static final String NOT_SENT = "not-sent";

  private final String output;
  private final MeterRegistry registry;
  private final Counter lines;
  private final Map<String, Counter> dropped = new ConcurrentHashMap<>();
  private final AtomicInteger clients = new AtomicInteger();

  OutputTally(String output, MeterRegistry registry) {
    this.output = output;
    this.registry = registry;
    lines =
        Counter.builder("keelbill.relay.lines")
            .description("Sentences given out while somebody reads, once each however many do")
            .tag("output", output)
            .register(registry);
    Gauge.builder("keelbill.relay.clients", clients, AtomicInteger::get)
        .description("Readers connected")
        .tag("output", output)
        .register(registry);
  }

  void lines(int count) {
    lines.increment(count);
  }

  void dropped(String reason, int count) {
    dropped.computeIfAbsent(reason, this::counter).increment(count);
  }

  void clients(int now) {
    clients.set(now);
  }

  private Counter counter(String reason) {
    return Counter.builder("keelbill.relay.dropped")
        .description("Sentences not given out, by reason; of slow readers once for each reader")
        .tags("output", output, "reason", reason)
        .register(registry);
  }
}
