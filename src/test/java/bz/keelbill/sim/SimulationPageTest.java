package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the simulation tells the truth. */
class SimulationPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/simulation.md");

  @TempDir Path directory;

  @Test
  void theTruthShownThereCanBeRead() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("```json\n") + 8;
    Path sample = directory.resolve("truth.json");
    Files.writeString(sample, page.substring(from, page.indexOf("```", from)));
    Truth truth = TruthJson.read(sample);
    Truth.Act threat = truth.threats().get(0);
    assertEquals("go-fast", threat.family());
    assertEquals(threat.fromMillis(), threat.actors().get(0).points().get(0).atMillis());
    assertEquals(312_100_101, truth.craft().get(0).mmsi());
  }

  @Test
  void everyScenarioIsNamedThere() throws IOException {
    String page = Files.readString(PAGE);
    for (Scenario scenario : Scenario.all()) {
      assertTrue(page.contains("\n| `" + scenario.name() + "` "), scenario.name());
    }
  }
}
