package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SensingTest {
  private static final long MINUTE = 60_000;

  private static List<Spoken> spoken(Sensing sensing, long minutes) {
    Simulation simulation =
        Simulation.begin(Scenario.named("demo"), Layers.GEOGRAPHY, 7, Layers.START, sensing);
    return simulation.advanceTo(Layers.START + minutes * MINUTE);
  }

  private static Map<String, Long> counts(Sensing sensing) {
    Map<String, Long> counts = new TreeMap<>();
    spoken(sensing, 10).forEach(one -> counts.merge(one.feed(), 1L, Long::sum));
    return counts;
  }

  private static Sensing good(String harm) {
    return Sensing.GOOD.harmed(Harm.named(harm));
  }

  @Test
  void variedSensorsStandElsewhereForEachSeedAndTheSameForTheSame() {
    Sensing one = Sensing.named("varied", Layers.GEOGRAPHY, 1);
    assertEquals(one, Sensing.named("varied", Layers.GEOGRAPHY, 1));
    assertNotEquals(one.stations(), Sensing.named("varied", Layers.GEOGRAPHY, 2).stations());
    Set<String> ids = new HashSet<>();
    for (Station station : one.stations()) {
      assertTrue(ids.add(station.id()));
    }
    assertEquals(Station.ALL.size(), ids.size());
    assertTrue(one.radarDetection() >= 0.7 && one.radarDetection() <= 0.98);
    assertTrue(one.aisLoss() >= 0.05 && one.aisLoss() <= 0.4);
  }

  @Test
  void halfOfTheReportsAreDroppedButNoPlan() {
    Map<String, Long> all = counts(Sensing.GOOD);
    Map<String, Long> half = counts(good("drop-50"));
    for (String feed : List.of(Spoken.AIS, Spoken.RADAR, Spoken.FLIGHTS)) {
      assertEquals(0.5, half.get(feed) / (double) all.get(feed), 0.06, feed);
    }
    assertEquals(all.get(Spoken.PLANS), half.get(Spoken.PLANS));
  }

  @Test
  void everyLineIsDoubled() {
    Map<String, Long> all = counts(Sensing.GOOD);
    Map<String, Long> twice = counts(good("doubled"));
    for (String feed : List.of(Spoken.AIS, Spoken.RADAR, Spoken.FLIGHTS)) {
      assertEquals(2, twice.get(feed) / (double) all.get(feed), 0.02, feed);
    }
  }

  @Test
  void aSkewedClockIsThatOfEveryAisStationAndOfNobodyElse() {
    for (Spoken one : spoken(good("skew"), 3)) {
      if (one.feed().equals(Spoken.AIS) || one.feed().equals(Spoken.RADAR)) {
        long ahead = 1000 * Long.parseLong(Heard.tag(one.text(), "c")) - one.atMillis();
        assertTrue(one.feed().equals(Spoken.AIS) ? ahead > 20_000 : ahead <= 0, one.text());
      }
    }
  }

  @Test
  void poorSensorsLoseDoubleAndDisorder() {
    Sensing poor = Sensing.named("poor", Layers.GEOGRAPHY, 1);
    Map<String, Long> all = counts(Sensing.GOOD);
    Map<String, Long> few = counts(poor);
    assertEquals(0.6 * 1.08, few.get(Spoken.AIS) / (double) all.get(Spoken.AIS), 0.06);
    long latest = 0;
    int overtaken = 0;
    for (Spoken one : spoken(poor, 5)) {
      if (one.feed().equals(Spoken.AIS)) {
        long said = Long.parseLong(Heard.tag(one.text(), "c"));
        overtaken += said < latest - 1 ? 1 : 0;
        latest = Math.max(latest, said);
      }
    }
    assertTrue(overtaken > 10, "overtaken " + overtaken);
  }

  @Test
  void aRadarThatIsOffForTwoHoursIsPartOfTheTruth() {
    Simulation simulation =
        Simulation.begin(
            Scenario.named("night-fishing"), Layers.GEOGRAPHY, 7, Layers.START, good("radar-out"));
    TruthBook book = new TruthBook();
    simulation.keep(book);
    String radar = Station.of(Station.RADAR).get(0).id();
    int before = 0;
    int meanwhile = 0;
    long out = Layers.START + 300 * MINUTE;
    for (Spoken one : simulation.advanceTo(Layers.START + 430 * MINUTE)) {
      if (one.feed().equals(Spoken.RADAR) && Heard.tag(one.text(), "s").equals(radar)) {
        before += one.atMillis() <= out ? 1 : 0;
        meanwhile += one.atMillis() > out + 2000 && one.atMillis() < out + 120 * MINUTE ? 1 : 0;
      }
    }
    assertTrue(before > 0, "before " + before);
    assertEquals(0, meanwhile);
    Truth truth = book.close(simulation, out + 130 * MINUTE);
    assertEquals(List.of("feed-silent"), truth.threats().get(0).kinds());
  }

  @Test
  void unknownNamesAreAnsweredWithThoseThatThereAre() {
    var sensors =
        assertThrows(
            IllegalArgumentException.class, () -> Sensing.named("deaf", Layers.GEOGRAPHY, 1));
    assertTrue(sensors.getMessage().contains("good, fair, poor, varied"));
    var harm = assertThrows(IllegalArgumentException.class, () -> Harm.named("storm"));
    assertTrue(harm.getMessage().contains("radar-out"));
  }
}
