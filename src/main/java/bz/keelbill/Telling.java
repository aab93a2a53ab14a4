package bz.keelbill;

import bz.keelbill.watch.Change;
import bz.keelbill.web.Board;
import bz.keelbill.web.Pusher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Takes what changed from the watch's thread to the web's, in its order; what comes before the web
 * is open waits.
 */
final class Telling {
  private static final Logger LOG = System.getLogger(Telling.class.getName());

  private final LongSupplier clock;
  private final Timer alertLatency;
  private final List<LiveWatch.Told> beforeOpening = new ArrayList<>();
  private Listeners listeners;

  /**
   * Who is told, each on the web's event loop.
   *
   * @param loop the event loop
   * @param others whoever else is to hear of each change
   */
  record Listeners(Consumer<Runnable> loop, Board board, Pusher pusher, Consumer<Change> others) {}

  /**
   * Nobody listens yet.
   *
   * @param clock by which an alert's way is timed
   */
  Telling(LongSupplier clock, MeterRegistry metrics) {
    this.clock = clock;
    alertLatency =
        Timer.builder("keelbill.alert.latency")
            .serviceLevelObjectives(objectives())
            .register(metrics);
  }

  /** Called on the watch's thread. */
  synchronized void told(List<LiveWatch.Told> changes) {
    if (listeners == null) {
      beforeOpening.addAll(changes);
    } else {
      Listeners to = listeners;
      to.loop().accept(() -> changes.forEach(told -> tell(told, to)));
    }
  }

  /** From now on these are told, first of what has waited; any thread. */
  synchronized void begin(Listeners to) {
    listeners = to;
    told(List.copyOf(beforeOpening));
    beforeOpening.clear();
  }

  private void tell(LiveWatch.Told told, Listeners to) {
    to.board().apply(told.change());
    if (told.change() instanceof Change.DetectorFailed failed) {
      LOG.log(Level.ERROR, "a detector failed and is off for this track: " + failed);
    }
    if (told.change() instanceof Change.AlertChanged changed) {
      to.pusher().alert(told.alertSequence(), changed.alert());
      time(told.receivedAtMillis());
    }
    to.others().accept(told.change());
  }

  private void time(long receivedAtMillis) {
    if (receivedAtMillis > 0) {
      alertLatency.record(Duration.ofMillis(Math.max(0, clock.getAsLong() - receivedAtMillis)));
    }
  }

  private static Duration[] objectives() {
    return new Duration[] {
      Duration.ofMillis(5),
      Duration.ofMillis(10),
      Duration.ofMillis(20),
      Duration.ofMillis(50),
      Duration.ofMillis(100),
      Duration.ofMillis(250),
      Duration.ofSeconds(1),
      Duration.ofSeconds(5)
    };
  }
}
