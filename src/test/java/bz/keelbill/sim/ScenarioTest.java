package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  @Test
  void scenariosAreListedByName() {
    List<String> names = Scenario.all().stream().map(Scenario::name).toList();
    assertEquals(List.of("demo", "evening", "day", "watch"), names.subList(0, 4));
    assertTrue(names.containsAll(List.of("busy-day", "rendezvous", "unreported-flight")));
    assertEquals(names.size(), new TreeSet<>(names).size());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNamesThereAre() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Scenario.named("regatta"));
    assertEquals(
        "There is no scenario \"regatta\"; choose one of " + Scenario.names() + ".",
        refusal.getMessage());
  }
}
