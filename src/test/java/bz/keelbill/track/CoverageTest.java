package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {
  private static final long START = 1_795_478_400_000L;
  private static final Position MAST = new Position(17.4937, -88.1810);
  private static final Sensor ONE = new Sensor("one", Sensor.Kind.AIS, MAST, 40);
  private static final Sensor TWO =
      new Sensor("two", Sensor.Kind.AIS, new Position(17.9165, -87.9640), 40);
  private static final Sensor RADAR = new Sensor("radar", Sensor.Kind.RADAR, MAST, 40);
  private static final int CRAFT = 5;

  /** Ships of one cell, heard by some stations each by chance; minutes pass. */
  private static final class Sea {
    final Coverage coverage;
    final RollCall rollCall;
    final Position place = Geodesy.destination(MAST, 70, 20_000);
    private final Random chance;
    private final Associator associator = new Associator(new Quiet());
    private long nowMillis = START;

    Sea(long seed, Sensor... sensors) {
      chance = new Random(seed);
      coverage = new Coverage(List.of(sensors));
      rollCall = new RollCall(coverage);
      rollCall.absentUntil(START - 1);
    }

    /** Each ship speaks once a minute; each station hears it with its own chance. */
    void pass(int minutes, int craft, double... hears) {
      for (int minute = 0; minute < minutes; minute++) {
        for (int ship = 0; ship < craft; ship++) {
          speak(ship, hears);
        }
        endMinute();
      }
    }

    private void speak(int ship, double... hears) {
      List<Sensor> sensors = coverage.sensors();
      for (int i = 0; i < sensors.size(); i++) {
        if (chance.nextDouble() < hears[i]) {
          hear(fix(ship, sensors.get(i), nowMillis + 1_000 * ship, place));
        }
      }
    }

    void hear(Fix fix) {
      rollCall.heard(fix);
      associator.apply(fix);
    }

    void endMinute() {
      nowMillis += 60_000;
      associator.associate(nowMillis);
      rollCall.call(associator.picture(), nowMillis);
    }

    double chance(String station) {
      return coverage.chance(station, kind(station), place);
    }

    private static Coverage.Kind kind(String station) {
      return station.equals("radar") ? Coverage.Kind.RADAR : Coverage.Kind.AIS_A;
    }
  }

  /** Nobody needs to know. */
  private static final class Quiet implements Associator.Listener {
    @Override
    public void born(Track track) {}

    @Override
    public void merged(Track gone, Track kept) {}

    @Override
    public void forgotten(Track track) {}
  }

  private static Fix fix(int ship, Sensor by, long millis, Position at) {
    boolean radar = by.kind() == Sensor.Kind.RADAR;
    return new Fix(
        new Origin("feed", by.id(), 1, millis, millis),
        radar ? new ContactId.RadarTarget(by.id(), ship) : new ContactId.Mmsi(312_000_000 + ship),
        at,
        radar ? Fix.Motion.UNKNOWN : new Fix.Motion(8, 90, Double.NaN),
        null,
        new Fix.State(
            radar ? Fix.Source.RADAR : Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(20), null));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.95, 0.5",
    "2, 0.95, 0.5",
    "3, 0.7, 0.9",
    "4, 0.7, 0.9",
    "5, 0.3, 0.6",
    "6, 0.3, 0.6",
    "7, 0.1, 0.8",
    "8, 0.1, 0.8"
  })
  void whatTwoStationsHearOfOneCellIsLearned(long seed, double one, double two) {
    Sea sea = new Sea(seed, ONE, TWO);
    sea.pass(600, CRAFT, one, two);
    assertEquals(one, sea.chance("one"), 0.05);
    assertEquals(two, sea.chance("two"), 0.05);
    double both = sea.coverage.chance(Coverage.Kind.AIS_A, sea.place);
    assertEquals(1 - (1 - one) * (1 - two), both, 0.05);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.95", "2, 0.7", "3, 0.5", "4, 0.5", "5, 0.3"})
  void aStationAloneLearnsWhatItMissesFromTheCraftThatItHearsAgain(long seed, double chance) {
    Sea sea = new Sea(seed, ONE);
    sea.pass(600, CRAFT, chance);
    assertEquals(chance, sea.chance("one"), 0.06);
  }

  @Test
  void withoutExperienceTheChanceFallsWithTheRange() {
    Coverage coverage = new Coverage(List.of(ONE));
    double before = 1;
    for (double miles : new double[] {4, 20, 30, 38, 44, 50}) {
      Position place = Geodesy.destination(MAST, 90, miles * 1852);
      double chance = coverage.chance("one", Coverage.Kind.AIS_A, place);
      assertTrue(chance <= before && chance > 0, miles + " nm: " + chance);
      assertTrue(chance >= coverage.chance("one", Coverage.Kind.AIS_B, place));
      before = chance;
    }
    assertTrue(before < 0.2, "at the end " + before);
    Position beyond = Geodesy.destination(MAST, 90, 56 * 1852);
    assertEquals(0, coverage.chance("one", Coverage.Kind.AIS_A, beyond));
    assertEquals(0, coverage.chance("one", Coverage.Kind.RADAR, MAST), "it is no radar");
    assertEquals(0, coverage.chance("nobody", Coverage.Kind.AIS_A, MAST));
  }

  @Test
  void experienceIsHalvedInFourteenDays() {
    CoverageSheet sheet = new CoverageSheet(ONE, 1);
    int cell = sheet.cellAt(MAST);
    int then = (int) (START / 60_000);
    for (int i = 0; i < 100; i++) {
      sheet.add(cell, 1, 0, then);
    }
    assertEquals(100, sheet.expected(cell, then), 1e-3);
    assertEquals(50, sheet.expected(cell, then + 14 * 1_440), 1e-3);
    assertEquals(25, sheet.expected(cell, then + 28 * 1_440), 1e-3);
    sheet.add(cell, 1, 1, then + 14 * 1_440);
    assertEquals(51, sheet.expected(cell, then + 14 * 1_440), 1e-3);
    assertTrue(sheet.chance(cell, then + 14 * 1_440) < 0.1);
    assertTrue(sheet.chance(cell, then + 365 * 1_440) > 0.9, "it believes the range again");
  }

  @Test
  void aStationThatIsDeafLearnsNothingFromIt() {
    Sea sea = new Sea(1, ONE, TWO);
    sea.pass(120, CRAFT, 0.9, 0.9);
    double before = sea.chance("one");
    sea.pass(300, CRAFT, 0, 0.9);
    assertEquals(before, sea.chance("one"), 0.001);
    sea.pass(5, CRAFT, 0.9, 0.9);
    assertEquals(before, sea.chance("one"), 0.03);
  }

  @Test
  void craftThatAreNeverHeardAgainTeachNothing() {
    Sea sea = new Sea(1, ONE);
    sea.pass(30, CRAFT, 1);
    double before = sea.chance("one");
    Position other = Geodesy.destination(MAST, 180, 9_000);
    for (int minute = 0; minute < 60; minute++) {
      sea.hear(fix(77, ONE, sea.nowMillis, other));
      sea.endMinute();
    }
    assertEquals(before, sea.chance("one"), 0.001);
  }

  @Test
  void theTimeInWhichNobodyListenedTeachesNothing() {
    Sea sea = new Sea(1, ONE, TWO);
    sea.pass(60, CRAFT, 1, 1);
    double before = sea.chance("one");
    sea.nowMillis += 5 * 60_000;
    sea.rollCall.absentUntil(sea.nowMillis);
    sea.pass(2, CRAFT, 1, 1);
    assertTrue(sea.chance("one") >= before);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRadarLearnsFromShipsThatSayThemselvesWhereTheyAre(long seed) {
    Sea sea = new Sea(seed, ONE, RADAR);
    Random sees = new Random(seed);
    Fix[] ships = new Fix[1];
    int seen = 0;
    for (int second = 0; second < 7_200; second += 3) {
      Position at = Geodesy.offset(sea.place, 90, 0.1 * second);
      ships[0] = fix(0, ONE, sea.nowMillis + second % 60 * 1000L, at);
      sea.hear(ships[0]);
      // One minute in two it is behind the rain.
      if (second % 60 == 0) {
        seen = sees.nextDouble() < 0.5 ? 1 : 0;
      }
      sea.hear(fix(900, RADAR, ships[0].atMillis(), Geodesy.destination(MAST, 250, 9_000)));
      if (seen == 1) {
        sea.hear(fix(5, RADAR, ships[0].atMillis(), at));
      }
      if (second % 60 == 57) {
        sea.endMinute();
      } else {
        sea.associator.associate(ships[0].atMillis());
      }
    }
    assertEquals(0.5, sea.chance("radar"), 0.15);
    Position lone = Geodesy.destination(MAST, 250, 9_000);
    Coverage fresh = new Coverage(List.of(RADAR));
    assertEquals(
        fresh.chance("radar", Coverage.Kind.RADAR, lone),
        sea.coverage.chance("radar", Coverage.Kind.RADAR, lone),
        1e-9,
        "what it alone sees teaches nothing");
  }

  @Test
  void whatIsKeptIsRestoredButNotForAStationThatMoved() {
    Sea sea = new Sea(9, ONE, TWO);
    sea.pass(300, CRAFT, 0.4, 0.8);
    Coverage.Snapshot kept = sea.coverage.snapshot();
    Sensor moved = new Sensor("two", Sensor.Kind.AIS, MAST, 40);
    Coverage again = new Coverage(List.of(ONE, moved));
    again.restore(kept);
    assertEquals(sea.chance("one"), again.chance("one", Coverage.Kind.AIS_A, sea.place), 1e-9);
    Coverage fresh = new Coverage(List.of(ONE, moved));
    assertEquals(
        fresh.chance("two", Coverage.Kind.AIS_A, sea.place),
        again.chance("two", Coverage.Kind.AIS_A, sea.place));
    assertEquals(kept.untilMillis(), again.untilMillis());
  }

  @Test
  void theSameHearingTeachesTheSame() {
    List<Coverage.Snapshot> learned = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      Sea sea = new Sea(4, ONE, TWO);
      sea.pass(100, CRAFT, 0.6, 0.3);
      learned.add(sea.coverage.snapshot());
    }
    assertEquals(learned.get(0), learned.get(1));
    assertTrue(!learned.get(0).cells().isEmpty());
  }

  @Test
  void theMapOfAllHasEachCellOnceAndTheirChance() {
    Sea sea = new Sea(4, ONE, TWO);
    sea.pass(100, CRAFT, 0.6, 0.3);
    List<Coverage.Cell> cells = sea.coverage.cells(Coverage.Kind.AIS_A, null);
    assertEquals(
        cells.size(), cells.stream().map(c -> c.south() + "," + c.west()).distinct().count());
    for (Coverage.Cell cell : cells) {
      Position middle = new Position(cell.south() + 1 / 60.0, cell.west() + 1 / 60.0);
      assertEquals(sea.coverage.chance(Coverage.Kind.AIS_A, middle), cell.chance(), 1e-9);
    }
    sea.pass(10, CRAFT, 1, 1);
    assertNotEquals(cells, sea.coverage.cells(Coverage.Kind.AIS_A, null), "a minute later");
  }

  @Test
  void theGridClosesAtTheDateLineAndEndsAtThePole() {
    for (Position at : List.of(new Position(10, 179.9), new Position(89.8, 0))) {
      Coverage coverage = new Coverage(List.of(new Sensor("x", Sensor.Kind.AIS, at, 40)));
      for (int bearing = 0; bearing < 360; bearing += 30) {
        Position near = Geodesy.destination(at, bearing, 20_000);
        boolean pole = at.latitude() > 80;
        assertTrue(pole || coverage.chance("x", Coverage.Kind.AIS_A, near) > 0.5);
      }
      assertTrue(coverage.cells(Coverage.Kind.AIS_A, "x").size() > 100);
    }
  }
}
