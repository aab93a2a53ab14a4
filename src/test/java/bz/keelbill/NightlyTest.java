package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyTest {
  @TempDir Path folder;

  private static String[] evening(String... more) {
    String[] words = {
      "nightly",
      "--scenario",
      "evening",
      "--seed",
      "5",
      "--sensors",
      "good",
      "--injections",
      "2",
      "--json"
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  @Test
  void watchesAreAddedUntilEveryFamilyHasComeOftenEnoughAndTheScoreIsTheSameForAnyNumberAtOnce()
      throws Exception {
    ConsoleRun two = ConsoleRun.of(evening("--workers", "2", "--keep", folder.toString()));
    JsonObject score = new JsonObject(two.out());
    assertEquals("2 watches", score.getString("scenario"), two.err());
    assertEquals(6, score.getJsonObject("all").getInteger("threats"));
    assertTrue(Files.exists(folder.resolve("evening-5/alerts.json")));
    assertEquals(two.out(), ConsoleRun.of(evening("--workers", "1")).out());
    ConsoleRun again = ConsoleRun.of("score", "--json", "--all", folder.toString());
    assertEquals(score, new JsonObject(again.out()));
  }

  @Test
  void whatThereIsNotIsAnsweredWithWhatThereIs() {
    for (String option : new String[] {"--scenario", "--sensors", "--harm"}) {
      ConsoleRun run = ConsoleRun.of("nightly", option, "no-such");
      assertEquals(2, run.exitCode());
      run.assertSpeaksToPeople();
      assertTrue(run.err().contains("choose one of"), run.err());
    }
  }
}
