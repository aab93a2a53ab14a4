package bz.keelbill;

import bz.keelbill.web.Attendance;
import bz.keelbill.web.Board;
import bz.keelbill.web.Pusher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the floor says of itself in {@code /metrics}. Stateless. */
final class FloorMetrics {
  private FloorMetrics() {}

  /** Registers who attends, whether the chain is alive, who listens, and what is in sight. */
  static void register(
      Attendance attendance,
      CanaryKeeper canaryKeeper,
      Pusher pusher,
      Board board,
      MeterRegistry metrics) {
    Gauge.builder("keelbill.consoles.attended", attendance, Attendance::consoles).register(metrics);
    Gauge.builder("keelbill.canary.alive", canaryKeeper, CanaryKeeper::alive).register(metrics);
    Gauge.builder("keelbill.canary.seconds", canaryKeeper, CanaryKeeper::seconds).register(metrics);
    Gauge.builder("keelbill.ws.clients", pusher, Pusher::clients).register(metrics);
    FunctionCounter.builder("keelbill.ws.dropped.frames", pusher, Pusher::droppedFrames)
        .register(metrics);
    Gauge.builder("keelbill.tracks", board, each -> each.count("sea"))
        .tag("domain", "sea")
        .register(metrics);
    Gauge.builder("keelbill.tracks", board, each -> each.count("air"))
        .tag("domain", "air")
        .register(metrics);
  }
}
