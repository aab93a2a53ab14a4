package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The officer writes down what somebody saw: in words, in fields, on the map, and cut off. */
class SightingsTest {
  private static final String WORDS = "panga, 2 men, 40 hp, fast, off Gladden 0210";

  private static Map<?, ?> shown(Console console) {
    List<?> shown = (List<?>) console.seen("sightings.shown");
    return shown.isEmpty() ? null : (Map<?, ?>) shown.get(0);
  }

  @Test
  void oneLineIsUnderstoodWrittenDownAndStandsOnTheMapOfEveryPage(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch);
        Console other = Console.open(sea.watch)) {
      console.page().keyboard().press("w");
      console.page().keyboard().type(WORDS);
      console.find(".understood .facts dd", "Gladden Spit").waitFor();
      console.find(".understood .facts dd", "25-60").waitFor();
      console.screenshot("sightings-read");
      console.page().keyboard().press("Enter");
      console.find(".message.good", "Panga Gladden Spit").waitFor();
      console.await("it is on the map", 5, () -> shown(console) != null);
      assertEquals(16.51, ((Number) shown(console).get("lat")).doubleValue());
      String id = (String) shown(console).get("report_id");
      console.await("its track", 5, () -> console.drawn("sighting:" + id) != null);
      console.page().waitForTimeout(600);
      console.screenshot("sightings-map");
      other.await("the other page shows it", 15, () -> shown(other) != null);
      console.find("button.language[lang=es]").click();
      console.find(".sighting-detail dt", "Velocidad").waitFor();
      console.screenshot("sightings-es");
    }
  }

  @Test
  void whatIsMissingIsSaidAndAClickOnTheMapMendsIt(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.page().keyboard().press("w");
      console.find("input[name=text]").fill("skiff off Long Caye 10 min ago");
      console.find(".faults li", "Long Caye (Lighthouse Reef)").waitFor();
      console.find(".sighting-form .act", "Place on the map").click();
      console.page().mouse().click(400, 500);
      console.await("the fault is mended", 5, () -> console.find(".faults li").count() == 0);
      console.find(".understood .facts dd", "10 min ago").waitFor();
      console.find(".sighting-form .act.primary").click();
      console.find(".message.good", "Skiff").waitFor();
      console.find(".sighting-detail .act", "Change").click();
      console.find("input[name=persons]").fill("3");
      console.find("input[name=kind]").fill("<img src=x onerror=alert(1)>");
      console.find(".sighting-form .act.primary").click();
      console.find(".sighting-detail summary").waitFor();
      assertTrue(console.find(".sighting-detail h3", "<img").first().isVisible());
      console.find(".sighting-detail .act", "Withdraw").click();
      console.find(".sighting-detail .act", "sure").click();
      console.find(".sighting-rows .row.gone").waitFor();
      console.screenshot("sightings-withdrawn");
    }
  }

  @Test
  void cutOffTheReportIsKeptAndSentWhenTheWatchIsBack(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.forgive(offence -> offence.matches(".*ERR_CONNECTION_(REFUSED|RESET).*"));
      console.page().keyboard().press("w");
      sea.watch.kill();
      sea.shore.hangUp();
      console.await("the link is lost", 15, () -> console.is("link", "lost"));
      console.find("input[name=text]").fill("2 pangas off Gladden 10 min ago");
      console.find(".sighting-form .act.primary", "Keep").click();
      console.find(".row.queued", "2 pangas").waitFor();
      console.screenshot("sightings-queued");
      sea.watch.begin();
      sea.watch.awaitReady();
      console.await("it was sent", 20, () -> shown(console) != null);
      assertEquals(2, ((Number) shown(console).get("count")).intValue());
      assertEquals(0, ((Number) console.seen("sightings.waiting")).intValue());
    }
  }
}
