package bz.keelbill.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * What all feeds of a watch share.
 *
 * @param decoders makes each connection's decoder
 * @param intake takes the batches
 * @param listener hears of changes of state
 * @param registry holds the metrics
 * @param clock for stamps only; waits are measured on a monotonic clock
 * @param timing how patient the feeds are
 */
public record Surroundings(
    DecoderSource decoders,
    Intake intake,
    StateListener listener,
    MeterRegistry registry,
    InstantSource clock,
    FeedTiming timing) {

  /** Live work on the system's clock. */
  public static Surroundings live(
      DecoderSource decoders, Intake intake, StateListener listener, MeterRegistry registry) {
    return new Surroundings(
        decoders, intake, listener, registry, InstantSource.system(), FeedTiming.LIVE);
  }
}
