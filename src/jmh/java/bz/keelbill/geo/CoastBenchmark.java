package bz.keelbill.geo;

import bz.keelbill.json.GeodataJson;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a detector asks of the earth, at random points off Belize and with the shipped layers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CoastBenchmark {
  private static final int POINTS = 4_096;

  private Geography geography;
  private Coast coast;
  private final Position[] points = new Position[POINTS];
  private int next;

  /** Loads the layers and draws the points. */
  @Setup
  public void draw() {
    geography = GeodataJson.load(null);
    coast = geography.coast();
    SplittableRandom random = new SplittableRandom(20261123);
    for (int i = 0; i < POINTS; i++) {
      points[i] = new Position(random.nextDouble(15.9, 18.5), random.nextDouble(-88.9, -87.3));
    }
  }

  private Position point() {
    next = (next + 1) % POINTS;
    return points[next];
  }

  /** Land or sea. */
  @Benchmark
  public boolean isLand() {
    Position at = point();
    return coast.isLand(at.latitude(), at.longitude());
  }

  /** How far the shore is. */
  @Benchmark
  public double shoreMetres() {
    Position at = point();
    return coast.shoreMetres(at.latitude(), at.longitude());
  }

  /** How far the shore is ahead, up to 30 min at 40 kn. */
  @Benchmark
  public double metresToLandAhead() {
    return coast.metresToLandAhead(point(), next % 360, 37_000);
  }

  /** Inside or outside the reef. */
  @Benchmark
  public boolean isSeawardOfReef() {
    Position at = point();
    return geography.isSeawardOfReef(at.latitude(), at.longitude());
  }

  /** How far the nearest landing is. */
  @Benchmark
  public double landingMetres() {
    Position at = point();
    return geography.landingMetres(at.latitude(), at.longitude());
  }

  /** In the territorial sea or not. */
  @Benchmark
  public boolean isInTerritorialSea() {
    Position at = point();
    return geography.territorialSea().contains(at.latitude(), at.longitude());
  }
}
