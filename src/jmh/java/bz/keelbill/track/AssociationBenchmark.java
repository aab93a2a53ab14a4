package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One turn of a radar that sees 2,000 boats among 5,000 tracks in coastal waters of 100 by 55 nm:
 * every plot taken, then all of them weighed at once. The boats have been seen often enough to be
 * confirmed and not yet often enough to be joined: the dearest moment.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    // A heap that is there from the start, and no collector beside it: else pages touched for the
    // first time and G1's helpers on the second core are measured too.
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"})
public class AssociationBenchmark {
  private static final int TRACKS = 5_000;
  private static final int CONTACTS = 2_000;
  private static final long START_MILLIS = 1_795_500_000_000L;
  private static final long TURN_MILLIS = 3_000;
  private static final int TURNS_BEFORE = 4;

  private final List<Position> places = new ArrayList<>();
  private final List<double[]> motions = new ArrayList<>();
  private List<Fix> scan;
  private Associator associator;

  /** Strews boats over the water. */
  @Setup
  public void strew() {
    Random chance = new Random(1);
    for (int i = 0; i < TRACKS; i++) {
      places.add(new Position(16.2 + 1.7 * chance.nextDouble(), -88.2 + chance.nextDouble()));
      motions.add(new double[] {360 * chance.nextDouble(), 40 * chance.nextDouble()});
    }
  }

  /** Lets some turns pass. */
  @Setup(Level.Invocation)
  public void letTurnsPass() {
    associator = new Associator(new Unheard());
    Random chance = new Random(2);
    for (int turn = 0; turn < TURNS_BEFORE; turn++) {
      ships(turn).forEach(associator::apply);
      targets(turn, chance).forEach(associator::apply);
      // The pairs agree for the first time in the turn that is measured.
    }
    scan = targets(TURNS_BEFORE, chance);
  }

  /** A turn. */
  @Benchmark
  public int aTurnOfTheAntenna() {
    scan.forEach(associator::apply);
    associator.associate(START_MILLIS + TURNS_BEFORE * TURN_MILLIS + 1_000);
    return associator.picture().size();
  }

  private List<Fix> ships(int turn) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = 0; i < TRACKS; i++) {
      fixes.add(fix(new ContactId.Mmsi(312_000_000 + i), i, turn, 10, place(i, turn)));
    }
    return fixes;
  }

  private List<Fix> targets(int turn, Random chance) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = 0; i < CONTACTS; i++) {
      Position seen =
          Geodesy.offset(place(i, turn), 360 * chance.nextDouble(), 60 * Math.abs(chance.nextGaussian()));
      fixes.add(fix(new ContactId.RadarTarget("radar", i), i, turn, 60, seen));
    }
    return fixes;
  }

  private Position place(int i, int turn) {
    double metres = motions.get(i)[1] * 0.5144 * turn * TURN_MILLIS / 1000;
    return Geodesy.offset(places.get(i), motions.get(i)[0], metres);
  }

  private Fix fix(ContactId id, int i, int turn, double sigma, Position at) {
    boolean radar = id instanceof ContactId.RadarTarget;
    long millis = START_MILLIS + turn * TURN_MILLIS + i % 1_000;
    return new Fix(
        new Origin("bench", radar ? "radar" : "ais", i, millis, millis),
        id,
        at,
        radar
            ? Fix.Motion.UNKNOWN
            : new Fix.Motion(motions.get(i)[1], motions.get(i)[0], Double.NaN),
        null,
        new Fix.State(
            radar ? Fix.Source.RADAR : Fix.Source.AIS_CLASS_B, Fix.Accuracy.circle(sigma), null));
  }

  private static final class Unheard implements Associator.Listener {
    @Override
    public void born(Track track) {}

    @Override
    public void merged(Track gone, Track kept) {}

    @Override
    public void forgotten(Track track) {}
  }
}
