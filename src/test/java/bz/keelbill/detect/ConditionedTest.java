package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Suppression;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Conditions and the rules of areas, on a dark boat that runs in from the open sea by night. */
class ConditionedTest {
  private static final Fence BANK =
      new Fence(
          "bank",
          new Fence.Label("Bank", "monitored", null),
          Area.of(new GeometryFactory().toGeometry(new Envelope(-88.3, -87.4, 16.7, 17.3))),
          new Fence.Scope(Fence.AppliesTo.ANY, Priority.CAUTION),
          Fence.Band.ALL,
          Fence.Hours.ALWAYS,
          Fence.Limits.NONE);

  private static Sea run(Map<String, String> conditions, List<Order.SetRules.Area> areas) {
    Sea sea = new Sea(Sea.NIGHT, new Position(17.2, -87.9), List.of(BANK));
    Order.Act act = new Order.Act("Ana", sea.nowMillis());
    Order order = new Order.SetRules(act, Map.of(), conditions, areas);
    assertEquals(null, sea.watch().objectionTo(order));
    sea.watch().apply(order);
    sea.boat(90, 20_000).run(60, 270, 40);
    return sea.pass(15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ship_type <> 'Passenger' OR hour < 6 | 1",
        "speed > 50 | 0",
        "hour < 6 | 0",
        "hour = 21 AND weekday = 'tue' AND night = true | 1",
        "identified = true | 0",
        "fence = 'bank' | 1",
        "fence = 'reef' | 0",
        "domain = 'air' | 0",
        "priority = 'caution' | 0",
        "BBOX(position, -88, 16, -87, 17.5) AND latitude > 16 AND longitude < -87 | 1",
        "own = false AND kind = 'go-fast' AND mmsi IS NULL | 1"
      })
  void aFindingIsAnAlertWhereItsConditionHolds(String condition, int alerts) {
    Sea sea = run(Map.of(GoFast.KIND, condition), List.of());
    assertEquals(alerts, sea.alerts(GoFast.KIND).size());
    List<Suppression> quiet =
        sea.watch().picture().tracks().stream()
            .flatMap(track -> sea.watch().suppressions(track).stream())
            .filter(why -> why.kind().equals(GoFast.KIND))
            .toList();
    assertEquals(1 - alerts, quiet.size());
    quiet.forEach(
        why -> {
          assertEquals(Suppression.By.CONDITION, why.by());
          assertEquals(condition, why.why());
        });
  }

  @Test
  void theFirstAreaThatACraftIsInDecides() {
    Map<String, Double> never = Map.of("go-fast.enabled", 0.0);
    Map<String, Double> soon = Map.of("go-fast.alarmScore", 0.0);
    Order.SetRules.Area off = new Order.SetRules.Area("bank", never, Map.of());
    Order.SetRules.Area sooner = new Order.SetRules.Area("bank", soon, Map.of());
    Order.SetRules.Area quiet =
        new Order.SetRules.Area("bank", Map.of(), Map.of(GoFast.KIND, "speed > 50"));
    assertEquals(0, run(Map.of(), List.of(off, sooner)).alerts(GoFast.KIND).size());
    assertEquals(0, run(Map.of(), List.of(quiet)).alerts(GoFast.KIND).size());
    Alert alert = run(Map.of(), List.of(sooner, off)).alerts(GoFast.KIND).get(0);
    assertEquals(Priority.ALARM, alert.priority());
    assertEquals(2, alert.ruleVersion());
  }

  @Test
  void whatCannotBeSetIsRefusedWithTheRemedy() {
    Sea sea = new Sea(Sea.NIGHT, new Position(17.2, -87.9), List.of(BANK));
    assertTrue(objection(sea, Map.of(GoFast.KIND, "sped > 3"), null).contains("there is no sped"));
    assertEquals(
        "no detector that takes a condition is called feed-silent",
        objection(sea, Map.of("feed-silent", "speed > 3"), null));
    Order.SetRules.Area nowhere = new Order.SetRules.Area("nowhere", Map.of(), Map.of());
    assertEquals("there is no fence nowhere", objection(sea, Map.of(), List.of(nowhere)));
    Order.SetRules.Area forgets =
        new Order.SetRules.Area("bank", Map.of("case.memory", 30.0), Map.of());
    assertEquals(
        "case.memory is alike everywhere and cannot be other in an area",
        objection(sea, Map.of(), List.of(forgets)));
    assertEquals(null, objection(sea, Map.of(GoFast.KIND, ""), List.of()));
  }

  private static String objection(
      Sea sea, Map<String, String> conditions, List<Order.SetRules.Area> areas) {
    Order.Act act = new Order.Act("Ana", sea.nowMillis());
    return sea.watch().objectionTo(new Order.SetRules(act, Map.of(), conditions, areas));
  }
}
