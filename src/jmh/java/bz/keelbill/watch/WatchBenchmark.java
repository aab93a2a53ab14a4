package bz.keelbill.watch;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The whole Watch on a light mix, every detector on, a tick a second. One operation is one report.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 4)
@Measurement(iterations = 6, time = 4)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
public class WatchBenchmark {
  private LightTraffic traffic;
  private Setup setup;

  /** Makes ten minutes of traffic. */
  @org.openjdk.jmh.annotations.Setup
  public void makeTraffic() {
    setup = LightTraffic.setup();
    traffic = new LightTraffic(1);
  }

  /** Ten minutes through a new watch. */
  @Benchmark
  @OperationsPerInvocation(LightTraffic.REPORTS)
  public void tenMinutesOfLightTraffic(Blackhole hole) {
    Watch watch = new Watch(setup, hole::consume);
    for (int second = 0; second < LightTraffic.SECONDS; second++) {
      watch.advanceTo(LightTraffic.START_MILLIS + second * 1000L);
      traffic.in(second).forEach(watch::apply);
    }
    hole.consume(watch);
  }
}
