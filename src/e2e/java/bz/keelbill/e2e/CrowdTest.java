package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five thousand ships, a thousand of which speak each second; and what each role may not do there.
 * They speak for less than a minute, or as long as is wanted: {@code -Dcrowd.seconds=600}.
 */
class CrowdTest {
  private static final int SECONDS = Integer.getInteger("crowd.seconds", 40);
  private static final double MOST_MEGABYTES = 400;

  /** How long pans of the map take to be drawn, milliseconds, the median of sixty. */
  private static final String PAN =
      """
      async () => {
        const times = [];
        for (let i = 0; i < 60; i++) {
          times.push(window.__keelbill.drawMillis);
          await new Promise(done => setTimeout(done, 100));
        }
        times.sort((a, b) => a - b);
        return times[30];
      }
      """;

  private static final String WRITES =
      """
      async guard => {
        const headers = {'X-Keelbill-Guard': guard, 'Content-Type': 'application/json', 'If-Match': '*'};
        const tries = [['POST', '/api/alerts/x/ack'], ['POST', '/api/alerts/x/shelve'], ['PUT', '/api/fences/x'], ['DELETE', '/api/fences/closed-water'],
          ['PUT', '/api/rules'], ['POST', '/api/backtests'], ['POST', '/api/fences/shapes'], ['POST', '/api/sightings'], ['POST', '/api/plans'],
          ['GET', '/api/recordings/export'], ['GET', '/api/audit'], ['GET', '/api/users'], ['POST', '/api/handover']];
        const answers = await Promise.all(tries.map(([method, path]) => fetch(path, {method, headers, body: method === 'GET' ? undefined : '{}'}).then(a => a.status)));
        return answers;
      }
      """;

  @Test
  void fiveThousandShipsAreDrawnWithoutLabelsOnLabels(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      Thread crowd = new Thread(() -> speak(sea), "crowd");
      crowd.start();
      console.await("all are there", 30, () -> ((Number) console.seen("tracks.count")).intValue() >= FullSea.SHIPS);
      console.page().keyboard().press("v");
      console.page().waitForTimeout(3_000);
      int drawn = ((Number) console.seen("tracks.inView")).intValue();
      assertTrue(drawn >= FullSea.SHIPS, "in view: " + drawn);
      noLabelOverAnother(console);
      double median = ((Number) console.page().evaluate(PAN)).doubleValue();
      System.out.printf("crowd: %d drawn, median %.1f ms a drawing%n", drawn, median);
      console.screenshot("crowd");
      double begun = System.nanoTime();
      console.find("#search").fill("" + (FullSea.FIRST + 4_321));
      console.find(".results li b").first().waitFor();
      System.out.printf("crowd: search %.0f ms%n", (System.nanoTime() - begun) / 1e6);
      console.page().keyboard().press("Enter");
      console.find(".card-name").waitFor();
      noLabelOverAnother(console);
      console.page().waitForTimeout(500);
      console.screenshot("crowd-selected");
      console.page().keyboard().press("Escape");
      console.page().keyboard().press("v");
      bearsThem(console, crowd);
      join(crowd);
    }
  }

  /** Each ship every five seconds, on a grid over the sea east of Belize. */
  private static void speak(QuietSea sea) {
    for (int second = 0; second < SECONDS; second++) {
      FullSea.speak(sea, second);
    }
  }

  /** As long as they speak all are there, no label lies over another, and memory is within its budget. */
  private static void bearsThem(Console console, Thread crowd) {
    List<Double> drawings = new ArrayList<>();
    double most = 0;
    do {
      console.page().waitForTimeout(5_000);
      noLabelOverAnother(console);
      assertTrue(((Number) console.seen("tracks.count")).intValue() >= FullSea.SHIPS, "all are there");
      drawings.add(((Number) console.seen("drawMillis")).doubleValue());
      most = Math.max(most, ((Number) console.page().evaluate("performance.memory.usedJSHeapSize / 1e6")).doubleValue());
    } while (crowd.isAlive());
    assertTrue(most <= MOST_MEGABYTES, "heap: " + most);
    drawings.sort(null);
    System.out.printf("crowd: %d s, a drawing %.1f ms at the median of %d, %.1f at most; heap %.0f MB at most%n", SECONDS, drawings.get(drawings.size() / 2), drawings.size(), drawings.get(drawings.size() - 1), most);
  }

  private static void join(Thread crowd) {
    try {
      crowd.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void noLabelOverAnother(Console console) {
    console.await("labels", 30, () -> ((List<?>) console.seen("labels")).size() > 5);
    List<?> boxes = (List<?>) console.seen("labels");
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(overlap((List<?>) boxes.get(i), (List<?>) boxes.get(j)), boxes.get(i) + " " + boxes.get(j));
      }
    }
  }

  private static boolean overlap(List<?> a, List<?> b) {
    return at(a, 0) < at(b, 2) - 1 && at(b, 0) < at(a, 2) - 1 && at(a, 1) < at(b, 3) - 1 && at(b, 1) < at(a, 3) - 1;
  }

  private static double at(List<?> box, int i) {
    return ((Number) box.get(i)).doubleValue();
  }

  @Test
  void whatARoleMayNotDoIsHiddenAndRefused(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder, "alarm", "")) {
      Crew crew = Crew.setUp(sea.watch).with("Eva Chi", "viewer").with("Ana Cal", "watch");
      sea.runIn(312_000_295, "NIGHT HERON");
      sea.boat(312_000_295, 80);
      try (Console viewer = crew.open("Eva Chi", sea.watch.origin());
          Console officer = crew.open("Ana Cal", sea.watch.origin())) {
        viewer.forgive(CrowdTest::isRefusal);
        officer.forgive(CrowdTest::isRefusal);
        viewerSees(viewer);
        officer.find("li.alert", "NIGHT HERON").waitFor();
        officer.await("an officer may", 5, () -> officer.find("li.alert .act.ack").count() > 0);
        officer.page().keyboard().press("3");
        officer.find(".row", "Closed water").click();
        assertEquals(0, officer.find(".fence-editor .act.primary").count(), "an officer proposes, and does not publish");
        officer.await("and may try", 5, () -> officer.find(".fence-editor .try-it").count() > 0);
      }
    }
  }

  private static boolean isRefusal(String offence) {
    return offence.matches("answer (401|403) to .*/api/.*")
        || offence.matches("console error: Failed to load resource.*status of (401|403).*");
  }

  private static void viewerSees(Console viewer) {
    viewer.find("li.alert", "NIGHT HERON").waitFor();
    viewer.find("li.alert .alert-head").click();
    viewer.page().waitForTimeout(500);
    for (String act : List.of("ack", "silence", "assign", "shelve", "escalate", "close-alert")) {
      assertEquals(0, viewer.find("li.alert .act." + act).count(), act);
    }
    assertEquals(0, viewer.find("li.alert textarea").count(), "no comment");
    viewer.page().keyboard().press("a");
    viewer.page().keyboard().press("s");
    viewer.screenshot("viewer-watch");
    viewer.page().keyboard().press("3");
    viewer.find(".row", "Closed water").click();
    viewer.page().waitForTimeout(300);
    for (String act : List.of(".new-fence", ".import-fences", ".fence-editor .act.primary", ".remove-fence", ".try-it")) {
      assertEquals(0, viewer.find(act).count(), act);
    }
    viewer.screenshot("viewer-fences");
    viewer.page().keyboard().press("4");
    viewer.page().waitForTimeout(500);
    assertEquals(0, viewer.find(".add-user, .set-up").count(), "no accounts");
    Object guard = ((Map<?, ?>) viewer.page().evaluate("fetch('/api/session').then(a => a.json())")).get("guard");
    List<?> answers = (List<?>) viewer.page().evaluate(WRITES, guard);
    for (Object answer : answers) {
      assertEquals(403, answer, answers.toString());
    }
  }
}
