package bz.keelbill.track;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Position;
import bz.keelbill.json.GeodataJson;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Where a boat of 40 kn may be, lost among the cayes of Belize, with the shipped coast. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReachBenchmark {
  private static final int BOATS = 64;
  private static final Ability FORTY_KNOTS =
      new Ability("small-craft", false, 40, 2, 45, 6 * 60);

  /** How long it has been lost. */
  @Param({"5", "30", "120", "360"})
  public int minutes;

  private final Reach[] boats = new Reach[BOATS];
  private Coast coast;
  private int next;

  /** Loads the coast and puts the boats in the water. */
  @Setup
  public void launch() {
    coast = GeodataJson.load(null).coast();
    SplittableRandom random = new SplittableRandom(20261125);
    for (int boat = 0; boat < BOATS; ) {
      Position at = new Position(random.nextDouble(16, 18.4), random.nextDouble(-88.5, -87.6));
      if (!coast.isLand(at.latitude(), at.longitude())) {
        Going going = new Going(at, 100, 40, 0, random.nextDouble(360), 10);
        boats[boat++] = new Reach(going, 0, 0, FORTY_KNOTS);
      }
    }
  }

  /** The area. */
  @Benchmark
  public Area area() {
    next = (next + 1) % BOATS;
    return boats[next].area(coast, minutes * 60_000L);
  }
}
