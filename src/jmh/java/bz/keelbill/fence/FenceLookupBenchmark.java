package bz.keelbill.fence;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
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

/**
 * Which fences hold a point, which a step touches, and a whole step of a craft's occupancy, among
 * 200 polygons of 20 to 500 corners that overlap as an operator's do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FenceLookupBenchmark {
  private static final int POINTS = 4_096;

  /** How many fences there are; 2,000 is the most a file may hold. */
  @Param({"200", "2000"})
  int fenceCount;

  private FenceMap fences;
  private final double[] latitudes = new double[POINTS];
  private final double[] longitudes = new double[POINTS];
  private final Position[] ends = new Position[POINTS];
  private Occupancy occupancy;
  private Position last;
  private long atMillis;
  private int next;

  /** Draws the fences and the points. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(20261123);
    List<Fence> drawn = new ArrayList<>();
    for (int i = 0; i < fenceCount; i++) {
      drawn.add(fence("f" + i, random));
    }
    fences = FenceMap.of(1, drawn);
    for (int i = 0; i < POINTS; i++) {
      latitudes[i] = random.nextDouble(15.9, 18.5);
      longitudes[i] = random.nextDouble(-88.9, -87.3);
      ends[i] = new Position(latitudes[i] + 0.002, longitudes[i] + 0.001);
    }
    occupancy = new Occupancy();
  }

  private static Fence fence(String id, SplittableRandom random) {
    double latitude = random.nextDouble(15.9, 18.5);
    double longitude = random.nextDouble(-88.9, -87.3);
    double size = random.nextDouble(0.01, 0.15);
    Coordinate[] corners = new Coordinate[random.nextInt(20, 500)];
    for (int i = 0; i < corners.length - 1; i++) {
      double angle = 2 * Math.PI * i / (corners.length - 1);
      double radius = size * (0.8 + 0.15 * Math.sin(3 * angle) + random.nextDouble(0.05));
      corners[i] =
          new Coordinate(
              longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle));
    }
    corners[corners.length - 1] = corners[0];
    return new Fence(
        id,
        new Fence.Label(id, "monitored", null),
        Area.of(new GeometryFactory().createPolygon(corners)),
        new Fence.Scope(Fence.AppliesTo.ANY, Priority.CAUTION),
        Fence.Band.ALL,
        Fence.Hours.ALWAYS,
        Fence.Limits.NONE);
  }

  /** The fences that hold a random point. */
  @Benchmark
  public List<Fence> at() {
    next = (next + 1) % POINTS;
    return fences.at(latitudes[next], longitudes[next]);
  }

  /** The fences that a step of 250 m may touch. */
  @Benchmark
  public List<Fence> near() {
    next = (next + 1) % POINTS;
    return fences.near(new Position(latitudes[next], longitudes[next]), ends[next]);
  }

  /** A boat's step of 50 m on its way through the fences, as the Watch takes it. */
  @Benchmark
  public List<Occupancy.Stay> step() {
    next = (next + 1) % POINTS;
    double share = (double) next / POINTS;
    Position to = new Position(15.9 + 2.5 * share, -88.6 + share);
    Position from = next == 0 ? null : last;
    occupancy.step(
        fences,
        new Occupancy.Step(atMillis, from, atMillis + 10_000, to, 10, Double.NaN, false));
    atMillis += 10_000;
    last = to;
    return occupancy.stays();
  }
}
