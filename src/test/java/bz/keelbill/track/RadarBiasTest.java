package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A radar with a bias that is known, ships that tell their places. */
class RadarBiasTest {
  private static final long START = 1_795_435_200_000L;
  private static final Position ANTENNA = new Position(17.2833, -87.8117);

  private final RadarBias biases = new RadarBias();
  private final Random random = new Random(20261125);

  /** What the radar does to a place. */
  private record Wrong(double degrees, double metres, double sigmaDegrees, double sigmaMetres) {}

  private static Fix fix(
      ContactId contact,
      long atMillis,
      Position place,
      double knots,
      double course,
      Fix.Accuracy accuracy) {
    return new Fix(
        new Origin("feed", "radar", 1, atMillis, atMillis),
        contact,
        place,
        new Fix.Motion(knots, course, Double.NaN),
        null,
        new Fix.State(
            contact instanceof ContactId.Mmsi ? Fix.Source.AIS_CLASS_A : Fix.Source.RADAR,
            accuracy,
            null));
  }

  private Fix seen(int number, long atMillis, Position place, Wrong wrong) {
    double bearing =
        Geodesy.exactBearingDegrees(ANTENNA, place)
            + wrong.degrees
            + random.nextGaussian() * wrong.sigmaDegrees;
    double metres =
        Geodesy.exactDistanceMetres(ANTENNA, place)
            + wrong.metres
            + random.nextGaussian() * wrong.sigmaMetres;
    Position measured = Geodesy.destination(ANTENNA, bearing, metres);
    Fix.Accuracy accuracy =
        new Fix.Accuracy(40, metres * Math.toRadians(0.5), Geodesy.normalDegrees(bearing), false);
    return fix(new ContactId.RadarTarget("radar", number), atMillis, measured, 10, 0, accuracy);
  }

  /** So many ships on their ways, each compared so many times, ten seconds apart. */
  private void compare(int ships, int times, Wrong wrong) {
    for (int time = 0; time < times; time++) {
      for (int ship = 0; ship < ships; ship++) {
        double out = 5_000 + 3_000 * ship + 50 * time;
        Position place = Geodesy.destination(ANTENNA, 30 * ship + time * 0.1, out);
        // One in ten is another craft: what fusion gets wrong.
        boolean isOther = random.nextInt(10) == 0;
        Position believed = isOther ? Geodesy.destination(place, random.nextInt(360), 600) : place;
        long at = START + time * 10_000L;
        biases.learn(seen(ship, at, place, wrong), ANTENNA, new ContactId.Mmsi(ship), believed);
      }
    }
  }

  @ParameterizedTest(name = "{0} degrees, {1} m, noise {2} degrees, {3} m")
  @CsvSource({
    "0, 0, 0.25, 20",
    "0, 0, 1, 60",
    "0.8, 60, 0.5, 40",
    "-0.3, -25, 0.25, 20",
    "-1.5, -150, 1, 40",
    "2, 200, 1, 80",
    "5, 900, 0.5, 40",
  })
  void findsTheTrueBias(double degrees, double metres, double sigma, double sigmaMetres) {
    compare(8, 60, new Wrong(degrees, metres, sigma, sigmaMetres));
    RadarBias.Learned learned = biases.of("radar");
    assertEquals(480, learned.pairs());
    assertEquals(8, learned.ships());
    assertEquals(degrees, learned.bearingDegrees(), 4 * learned.bearingSigmaDegrees());
    assertEquals(metres, learned.rangeMetres(), 4 * learned.rangeSigmaMetres());
    assertTrue(learned.bearingSigmaDegrees() < sigma / 10 + 0.02, learned.toString());
    assertTrue(learned.rangeSigmaMetres() < sigmaMetres / 10 + 2, learned.toString());
  }

  @Test
  void tellsWhatToSetInTheWordsOfTheConfiguration() {
    RadarBias.Learned learned = new RadarBias.Learned(480, 8, 0.82, 0.03, -61, 3);
    assertEquals(List.of("bearingBiasDeg: 0.8", "rangeBiasM: -61"), learned.advice(0, 0));
    assertEquals(List.of("bearingBiasDeg: 1.3", "rangeBiasM: 39"), learned.advice(0.5, 100));
    assertFalse(learned.needsApproval(1, 0));
    assertTrue(learned.needsApproval(1.5, 0));
    assertTrue(learned.needsApproval(0, -150));
    RadarBias.Learned small = new RadarBias.Learned(480, 8, 0.09, 0.01, 19, 1);
    assertEquals(List.of(), small.advice(0.5, 100));
    RadarBias.Learned unsure = new RadarBias.Learned(200, 5, 0.3, 0.11, 60, 21);
    assertEquals(List.of(), unsure.advice(0, 0));
  }

  @Test
  void saysNothingOfTooFewPairsOrShips() {
    compare(8, 24, new Wrong(1, 0, 0.5, 40));
    assertNull(biases.of("radar"), "192 pairs");
    biases.forEach((station, learned) -> assertNull(learned));
    compare(8, 30, new Wrong(1, 0, 0.5, 40));
    assertNotNull(biases.of("radar"));
    RadarBias fewShips = new RadarBias();
    for (int time = 0; time < 300; time++) {
      Position place = Geodesy.destination(ANTENNA, 90, 20_000);
      Fix seen = seen(1, START + time * 10_000L, place, new Wrong(1, 0, 0.5, 40));
      fewShips.learn(seen, ANTENNA, new ContactId.Mmsi(1 + time % 4), place);
    }
    assertNull(fewShips.of("radar"), "four ships");
  }

  @Test
  void aShipCountsOnceInTenSecondsAndNotNearTheAntenna() {
    Position place = Geodesy.destination(ANTENNA, 90, 20_000);
    Position near = Geodesy.destination(ANTENNA, 90, 3_600);
    for (int second = 0; second < 410; second++) {
      for (int ship = 0; ship < 5; ship++) {
        Wrong wrong = new Wrong(1, 0, 0.1, 10);
        long at = START + second * 1_000L;
        biases.learn(seen(ship, at, place, wrong), ANTENNA, new ContactId.Mmsi(ship), place);
        biases.learn(seen(9, at, near, wrong), ANTENNA, new ContactId.Mmsi(100 + ship), near);
      }
    }
    assertEquals(5 * 41, biases.of("radar").pairs());
    assertEquals(5, biases.of("radar").ships());
  }

  @Test
  void comparesTheContactsOfOneTrackAtTheTimeOfTheRadars() {
    Associator associator = new Associator(new NobodyListens());
    for (int second = 0; second < 600; second++) {
      long at = START + second * 1_000L;
      for (int ship = 0; ship < 6; ship++) {
        // 20 knots to the north, told each six seconds, seen each second.
        Position begin = Geodesy.destination(ANTENNA, 40 + 40 * ship, 15_000);
        Position place = Geodesy.destination(begin, 0, second * 20 * 1852 / 3600.0);
        if (second % 6 == 0) {
          ContactId told = new ContactId.Mmsi(312_000_001 + ship);
          associator.apply(fix(told, at, place, 20, 0, Fix.Accuracy.circle(10)));
        } else {
          Fix seen = seen(ship, at, place, new Wrong(0.4, 50, 0.2, 20));
          biases.compare(associator.apply(seen), seen, ANTENNA);
        }
      }
      associator.associate(at);
    }
    RadarBias.Learned learned = biases.of("radar");
    assertNotNull(learned, "ships and targets are one track each");
    assertEquals(6, learned.ships());
    assertEquals(0.4, learned.bearingDegrees(), 0.08);
    assertEquals(50, learned.rangeMetres(), 8);
  }

  @Test
  void aRadarWithoutAPlaceIsNotCompared() {
    Associator associator = new Associator(new NobodyListens());
    Fix seen = seen(1, START, Geodesy.destination(ANTENNA, 90, 20_000), new Wrong(0, 0, 0, 0));
    biases.compare(associator.apply(seen), seen, null);
    assertNull(biases.of("radar"));
  }

  private static final class NobodyListens implements Associator.Listener {
    @Override
    public void born(Track track) {}

    @Override
    public void merged(Track gone, Track kept) {}

    @Override
    public void forgotten(Track track) {}
  }
}
