package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final long MINUTE = 60_000;

  private static String spoken(long seed, long minutes, Random steps) {
    Simulation simulation = Layers.begin("demo", seed);
    StringBuilder text = new StringBuilder();
    long end = simulation.startMillis() + minutes * MINUTE;
    long at = simulation.startMillis();
    while (at < end) {
      at = Math.min(end, at + (steps == null ? MINUTE : 1 + steps.nextInt(40_000)));
      for (Spoken one : simulation.advanceTo(at)) {
        assertTrue(one.atMillis() <= at);
        text.append(one.feed()).append(' ').append(one.atMillis()).append(' ').append(one.text());
      }
    }
    return text.toString();
  }

  @Test
  void theSameSeedSpeaksTheSameBytesHoweverTimeIsCut() {
    String whole = spoken(5, 12, null);
    assertEquals(whole, spoken(5, 12, new Random(1)));
    assertEquals(whole, spoken(5, 12, new Random(2)));
  }

  @Test
  void anotherSeedSpeaksOtherwise() {
    assertNotEquals(spoken(5, 2, null), spoken(6, 2, null));
  }

  @Test
  void everySentenceIsWellFormedAndFewAreGarbled() {
    Simulation simulation = Layers.begin("demo", 3);
    int garbled = 0;
    int ais = 0;
    for (Spoken one : simulation.advanceTo(simulation.startMillis() + 40 * MINUTE)) {
      String line = one.text();
      assertTrue(line.endsWith("\r\n"));
      line = line.stripTrailing();
      switch (one.feed()) {
        case Spoken.AIS -> {
          ais++;
          garbled += Heard.isWhole(line) ? 0 : 1;
        }
        case Spoken.RADAR -> assertTtm(line);
        case Spoken.FLIGHTS -> assertSbs(line);
        default -> assertPlan(line);
      }
    }
    assertTrue(garbled > 0 && garbled < 0.01 * ais, garbled + " of " + ais);
  }

  private static void assertTtm(String line) {
    String sentence = Heard.sentence(line);
    boolean old = Heard.tag(line, "s").equals("radar-silk-cayes");
    String[] fields = sentence.substring(0, sentence.indexOf('*')).split(",", -1);
    assertEquals("$RATTM", fields[0]);
    assertEquals(old ? 13 : 15, fields.length - 1, line);
    assertTrue(Set.of("Q", "T", "L").contains(fields[12]), line);
    assertTrue(fields[1].matches("\\d\\d"), line);
    double bearing = Double.parseDouble(fields[3]);
    assertTrue(bearing >= 0 && bearing < 360, line);
  }

  private static void assertSbs(String line) {
    String[] fields = line.split(",", -1);
    assertEquals(22, fields.length, line);
    assertTrue(Set.of("1", "3", "4", "5", "6").contains(fields[1]), line);
    assertTrue(fields[4].matches("[0-9A-F]{6}"), line);
    assertTrue(fields[6].matches("\\d{4}/\\d\\d/\\d\\d"), line);
    assertTrue(fields[7].matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}"), line);
  }

  private static void assertPlan(String message) {
    assertTrue(
        message.matches("(?s)FF .*\r\n\\d{6} [A-Z]{8}\r\n\\(FPL-[A-Z0-9]+-[IV][SN]\r\n.*\\)"),
        message);
  }

  /** Each feed in order; sensor times within a few seconds of their arrival. */
  @Test
  void linesArriveInOrderAndSoonAfterTheirTime() {
    Simulation simulation = Layers.begin("demo", 4);
    Map<String, Long> last = new TreeMap<>();
    int late = 0;
    for (Spoken one : simulation.advanceTo(simulation.startMillis() + 20 * MINUTE)) {
      assertTrue(last.merge(one.feed(), one.atMillis(), Math::max) <= one.atMillis());
      if (one.feed().equals(Spoken.AIS) || one.feed().equals(Spoken.RADAR)) {
        long behind = one.atMillis() - 1000 * Long.parseLong(Heard.tag(one.text(), "c"));
        assertTrue(behind >= 0 && behind < 6000, one.text());
        late += behind > 1000 ? 1 : 0;
      }
    }
    assertTrue(late > 0, "some disorder is wanted");
  }

  @Test
  void twoStationsOftenHearOneMessage() {
    Simulation simulation = Layers.begin("demo", 4);
    Map<String, Set<String>> stations = new TreeMap<>();
    for (Spoken one : simulation.advanceTo(simulation.startMillis() + 20 * MINUTE)) {
      if (one.feed().equals(Spoken.AIS) && Heard.isWhole(one.text().stripTrailing())) {
        String key = Heard.tag(one.text(), "c") + Heard.sentence(one.text().stripTrailing());
        stations.computeIfAbsent(key, any -> new TreeSet<>()).add(Heard.tag(one.text(), "s"));
      }
    }
    long heardTwice = stations.values().stream().filter(heard -> heard.size() > 1).count();
    assertTrue(heardTwice > stations.size() / 20, heardTwice + " of " + stations.size());
  }

  /** What the first three minutes of the demonstration rest on. */
  @Test
  void theDemonstrationShowsItsThreeThreatsAtOnceForAnySeed() {
    for (long seed = 1; seed <= 6; seed++) {
      Simulation simulation = Layers.begin("demo", seed);
      TruthBook book = new TruthBook();
      simulation.keep(book);
      long end = simulation.startMillis() + 3 * MINUTE;
      simulation.advanceTo(end);
      simulation.conclude();
      List<Truth.Act> threats = book.close(simulation, end).threats();
      assertEquals(3, threats.size());
      for (Truth.Act threat : threats) {
        assertTrue(
            threat.clockStartsMillis() < simulation.startMillis() + 140_000,
            "seed " + seed + " " + threat.id());
      }
      Truth.RadarName boat = threats.get(1).actors().get(0).radar().get(0);
      assertEquals("radar-tobacco", boat.station());
      assertTrue(boat.toMillis() - boat.fromMillis() > 150_000, "seed " + seed);
    }
  }
}
