package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  @Test
  void scenariosAreListedByName() {
    List<String> names = Scenario.all().stream().map(Scenario::name).toList();
    assertEquals(List.of("demo", "evening", "day"), names);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNamesThereAre() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Scenario.named("regatta"));
    assertEquals(
        "There is no scenario \"regatta\"; choose one of demo, evening, day.",
        refusal.getMessage());
  }
}
