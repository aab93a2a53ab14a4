package bz.keelbill.plan;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Origin;
import bz.keelbill.report.PlanMessage;
import java.util.List;
import java.util.Map;
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

/**
 * Which plan explains an aircraft, of 5,000 plans over five days and 1,000 aircraft asked for one
 * after the other at one moment; by the book, and by asking every plan.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanMatchBenchmark {
  private static final int AIRCRAFT = 1_000;
  private static final int PLANS = 5_000;
  private static final long NOW = 1_795_400_000_000L;
  private static final Map<String, Position> PLACES =
      Map.of(
          "MZBZ", new Position(17.5391, -88.3082),
          "MZSP", new Position(17.9139, -87.9711),
          "MZPG", new Position(16.1024, -88.8083),
          "MZPL", new Position(16.5372, -88.3611));

  private final PlanQuery[] queries = new PlanQuery[AIRCRAFT];
  private final PlanShelf all = new AskingAll();
  private final Claims none = new Claims();
  private final PlanBook book = new PlanBook(PLACES::get);
  private int next;

  /** Every plan is asked for every key, as before there was an index. */
  private static final class AskingAll extends PlanShelf {
    private AskingAll() {
      super(PLACES::get);
    }

    @Override
    List<Held> having(PlanMatch.Key key, Object value) {
      return value == null
          ? List.of()
          : all().stream().filter(held -> value.equals(valueOf(held.plan(), key))).toList();
    }

    private static Object valueOf(FlightPlan plan, PlanMatch.Key key) {
      return switch (key) {
        case ADDRESS -> plan.aircraft().address();
        case REGISTRATION -> plan.aircraft().registration();
        case CALLSIGN -> plan.flight().callsign();
        case SQUAWK -> plan.aircraft().squawk();
        case TIME_AND_PLACE -> null;
      };
    }

    @Override
    List<Held> around(long atMillis) {
      return all();
    }
  }

  /** Files the plans and draws the aircraft. */
  @Setup
  public void file() {
    SplittableRandom random = new SplittableRandom(20261123);
    for (int flight = 0; flight < PLANS; flight++) {
      book.apply(plan(flight, random));
    }
    book.plans().forEach(all::put);
    for (int i = 0; i < AIRCRAFT; i++) {
      queries[i] = query(random.nextInt(PLANS * 2), random);
    }
  }

  private static PlanMessage plan(int flight, SplittableRandom random) {
    List<String> places = PLACES.keySet().stream().sorted().toList();
    long offBlock = NOW + random.nextInt(-1_440, 4 * 1_440) * 60_000L;
    return new PlanMessage(
        new Origin("plans", "aftn", flight, NOW - 3 * 86_400_000L, NOW),
        PlanMessage.Type.FPL,
        new PlanMessage.Flight(
            "TPX" + flight, places.get(flight % 4), offBlock, places.get(flight / 4 % 4)),
        new PlanMessage.Details(
            30 + flight % 60, 0x0AB000 + flight, "V3" + flight, null, "V", "C208", null, null),
        "made");
  }

  private static PlanQuery query(int flight, SplittableRandom random) {
    return new PlanQuery(
        random.nextBoolean() ? 0x0AB000 + flight : null,
        null,
        random.nextBoolean() ? "TPX" + flight : null,
        null,
        NOW,
        new PlanQuery.Seen(
            "icao:" + flight,
            new Position(random.nextDouble(16.1, 18.1), random.nextDouble(-88.8, -87.8))));
  }

  private PlanQuery query() {
    next = (next + 1) % AIRCRAFT;
    return queries[next];
  }

  /** By the book. */
  @Benchmark
  public PlanMatch byKey() {
    return book.match(query());
  }

  /** By asking every plan for every key. */
  @Benchmark
  public PlanMatch byAskingAll() {
    return new PlanMatching(query(), all, none).match();
  }
}
