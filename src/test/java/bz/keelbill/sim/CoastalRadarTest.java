package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One radar and one boat that runs past it, or comes and goes. */
class CoastalRadarTest {
  private static final Station STATION = Station.of(Station.RADAR).get(1);
  private static final CoastalRadar.Fit FIT =
      new CoastalRadar.Fit(3000, 0.85, 25, 0.3, 0.004, false);
  private static final long START = SimulationFiles.DEFAULT_START_MILLIS;

  private record Said(long atMillis, int number, double nm, double bearing, String[] fields) {}

  private final List<Said> said = new ArrayList<>();
  private final List<Long> spans = new ArrayList<>();

  private static Craft boat(Leg... legs) {
    return new Craft(
        "boat",
        new Craft.Make("go-fast", 0.9, 2),
        new Papers.None(),
        STATION.position(),
        Routine.once(List.of(legs)));
  }

  private static Leg passing(double knots) {
    Position from = Geodesy.destination(STATION.position(), 60, Units.nauticalMilesToMetres(9));
    Position to = Geodesy.destination(STATION.position(), 170, Units.nauticalMilesToMetres(7));
    return new Leg.Run(Path.of(List.of(from, to), 100), knots, null, Leg.Ends.ROLLING);
  }

  private Map<Long, Position> run(Craft boat, int seconds) {
    CoastalRadar radar =
        new CoastalRadar(
            STATION,
            FIT,
            Chance.of(7, "radar"),
            (id, station, number, from, to) -> spans.add(to - from));
    Map<Long, Position> truth = new TreeMap<>();
    for (int second = 1; second <= seconds; second++) {
      long at = START + second * 1000L;
      boat.live(at);
      if (boat.state() != null) {
        truth.put(at, boat.state().position());
      }
      radar.listen(at, List.of(boat), this::hear);
    }
    return truth;
  }

  private boolean hear(Spoken spoken) {
    String line = spoken.text().stripTrailing();
    String sentence = Heard.sentence(line);
    String[] fields = sentence.substring(0, sentence.indexOf('*')).split(",", -1);
    said.add(
        new Said(
            Long.parseLong(Heard.tag(line, "c")) * 1000,
            Integer.parseInt(fields[1]),
            Double.parseDouble(fields[2]),
            Double.parseDouble(fields[3]),
            fields));
    return true;
  }

  @Test
  void placesScatterAboutTheTruthByTheNoiseOfTheRadar() {
    Map<Long, Position> truth = run(boat(passing(40)), 600);
    double range = 0;
    double bearing = 0;
    int count = 0;
    for (Said one : said) {
      Position at = truth.get(one.atMillis());
      double metres = Geodesy.exactDistanceMetres(STATION.position(), at);
      double rangeError = Units.nauticalMilesToMetres(one.nm()) - metres;
      if (Math.abs(rangeError) < 200 && !one.fields()[12].equals("L")) {
        double trueBearing = Geodesy.exactBearingDegrees(STATION.position(), at);
        range += rangeError * rangeError;
        bearing += Math.pow(Geodesy.wrapDegrees(one.bearing() - trueBearing), 2);
        count++;
      }
    }
    assertTrue(count > 140, count + " reports in 200 scans at 0.85");
    assertEquals(25, Math.sqrt(range / count), 6);
    assertEquals(0.3, Math.sqrt(bearing / count), 0.08);
  }

  @Test
  void theSmoothedMotionSettlesNearTheTruth() {
    Craft boat = boat(passing(40));
    run(boat, 400);
    Said last = said.get(said.size() - 1);
    assertEquals(40, Double.parseDouble(last.fields()[5]), 5);
    double course = Double.parseDouble(last.fields()[6]);
    assertTrue(Geodesy.turnDegrees(course, boat.state().courseDegrees()) < 8, "course " + course);
  }

  @Test
  void aTargetIsAcquiredThenTrackedThenLost() {
    run(boat(passing(40), new Leg.Away(300)), 1400);
    int number = said.get(0).number();
    String life =
        said.stream()
            .filter(one -> one.number() == number)
            .map(one -> one.fields()[12])
            .reduce("", String::concat);
    assertTrue(life.matches("Q{2,5}T{100,}L.*"), life);
    assertEquals("", said.get(0).fields()[5], "no speed while acquiring");
  }

  @Test
  void aNumberIsUsedAgainAfterItsTargetIsLost() {
    run(boat(passing(40), new Leg.Away(120), passing(40), new Leg.Away(120)), 2700);
    assertTrue(spans.size() >= 2, spans.toString());
    long tracked = said.stream().map(Said::number).distinct().count();
    assertTrue(tracked <= 3, tracked + " numbers for one boat and some clutter");
  }

  @Test
  void aBoatBeyondTheHorizonIsNotSeen() {
    Position far = Geodesy.destination(STATION.position(), 90, Units.nauticalMilesToMetres(14));
    Position further = Geodesy.destination(far, 90, 30_000);
    run(boat(new Leg.Run(Path.of(List.of(far, further), 9), 40, null, Leg.Ends.ROLLING)), 900);
    assertTrue(said.stream().noneMatch(one -> one.nm() > 10), "only clutter, near the radar");
  }
}
