package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.track.Track;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Suppression;
import bz.keelbill.watch.Why;
import bz.keelbill.watch.Why.Outcome;
import bz.keelbill.watch.Why.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each detector says why there is an alert or none. */
class WhyTest {
  private static Why why(Sea sea, Track track, String kind) {
    List<Why> all = sea.watch().why(track);
    assertEquals(Detectors.kinds(), all.stream().map(Why::kind).toList());
    return all.stream().filter(why -> why.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static Why why(Sea sea, String kind) {
    return why(sea, sea.watch().picture().tracks().iterator().next(), kind);
  }

  private static void set(Sea sea, Map<String, Double> values, Map<String, String> conditions) {
    Order.Act act = new Order.Act("Ana", sea.nowMillis());
    sea.watch().apply(new Order.SetRules(act, values, conditions, null));
  }

  private static Sea fast(double knots) {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(90, 20_000).run(60, 270, knots);
    return sea;
  }

  @Test
  void aSlowBoatWasTooSlow() {
    Why why = why(fast(15).pass(5), GoFast.KIND);
    assertEquals(Outcome.STOPPED, why.outcome());
    assertEquals("speed", why.stop().condition());
    assertEquals(25, why.stop().limit());
    assertEquals("kn", why.stop().unit());
    assertEquals(why.stop().limit() - why.stop().value(), why.stop().apart(), 1e-9);
    assertTrue(why.stop().apart() > 8 && why.stop().apart() < 14, why.toString());
  }

  @Test
  void anOpenAlertIsNamed() {
    Sea sea = fast(40).pass(15);
    Why why = why(sea, GoFast.KIND);
    assertEquals(Outcome.ALERT, why.outcome());
    assertEquals(sea.alerts(GoFast.KIND).get(0).id(), why.alert());
  }

  @Test
  void aDetectorThatIsOffOrHasAConditionSaysSo() {
    Sea sea = fast(40);
    set(sea, Map.of("go-fast.enabled", 0.0), Map.of());
    sea.pass(15);
    assertEquals(Outcome.OFF, why(sea, GoFast.KIND).outcome());
    Sea conditioned = fast(40);
    set(conditioned, Map.of(), Map.of(GoFast.KIND, "speed > 50"));
    conditioned.pass(15);
    Why why = why(conditioned, GoFast.KIND);
    assertEquals(Outcome.SUPPRESSED, why.outcome());
    assertEquals(Suppression.By.CONDITION, why.suppression().by());
    assertEquals("speed > 50", why.suppression().why());
  }

  @Test
  void ourOwnAreQuiet() {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(90, 20_000).ais(Sea.OWN, 35, 10).run(60, 270, 40);
    sea.pass(10);
    assertEquals(Suppression.By.OWN_FORCE, why(sea, GoFast.KIND).suppression().by());
    assertEquals(Outcome.STOPPED, why(sea, Distress.KIND).outcome());
  }

  @Test
  void whatIsOfAnotherDomainIsNotConcernedAndWhatIsLostIsNotLookedAt() {
    Sea sea = fast(20).pass(5);
    assertEquals(Outcome.NOT_CONCERNED, why(sea, Circling.KIND).outcome());
    assertEquals("no call", why(sea, Distress.KIND).stop().condition());
    assertEquals("not listed", why(sea, Watchlisted.KIND).stop().condition());
  }

  @Test
  void askingChangesNothing() {
    Sea asked = fast(40);
    Sea other = fast(40);
    for (int i = 0; i < 60; i++) {
      asked.pass(0.25);
      other.pass(0.25);
      asked.watch().picture().tracks().forEach(track -> assertNotNull(asked.watch().why(track)));
    }
    assertEquals(other.alerts(GoFast.KIND), asked.alerts(GoFast.KIND));
  }

  @Test
  void aLaterConditionIsNearerThanAnEarlierOne() {
    Why early = stopped("followed for", 89, 90);
    Why slow = stopped("speed", 10, 25);
    Why fast = stopped("speed", 24, 25);
    Why score = stopped("score", -5, 1.5);
    assertTrue(slow.isNearerThan(early) && fast.isNearerThan(slow) && score.isNearerThan(fast));
    assertFalse(early.isNearerThan(slow) || slow.isNearerThan(fast) || fast.isNearerThan(fast));
    Why quiet = new Why(GoFast.KIND, Outcome.SUPPRESSED, null, null, null);
    assertTrue(quiet.isNearerThan(score));
  }

  private static Why stopped(String condition, double value, double limit) {
    return new Why(GoFast.KIND, Outcome.STOPPED, null, null, new Stop(condition, value, "", limit));
  }

  @Test
  void everyConditionThatIsPutInOrderExists() throws IOException {
    String sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/bz/keelbill/detect"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("Weighing.java"))
              .map(WhyTest::text)
              .collect(Collectors.joining());
    }
    Weighing.order()
        .values()
        .forEach(all -> all.forEach(each -> assertTrue(sources.contains('"' + each + '"'), each)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
