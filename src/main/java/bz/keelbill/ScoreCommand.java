package bz.keelbill;

import bz.keelbill.sim.Score;
import bz.keelbill.sim.ScoreText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code score}: alerts against the truth of a simulated watch. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the alerts of detect with DIR/truth.json, as simulate wrote it: recall, false alerts,"
          + " duplicates, time to detect, minutes left to act, alerts an hour.",
      "Exit code 1 if the figures miss the bars of a release."
    })
final class ScoreCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder that simulate wrote.")
  private Path dir;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ALERTS",
      description = "The file that detect wrote.")
  private Path alerts;

  @Option(
      names = "--all",
      paramLabel = "PARENT",
      description =
          "Instead of DIR and ALERTS: score together every folder in PARENT that holds truth.json,"
              + " with the alerts of detect beside it in alerts.json.")
  private Path parent;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if ((parent == null) == (alerts == null)) {
      throw new ConfigFaults.BadConfig("give either DIR and ALERTS, or --all PARENT");
    }
    Score score = parent == null ? one(dir, alerts) : all();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        json
            ? ScoreText.json(score)
            : parent == null ? ScoreText.table(score) : ScoreText.shortTable(score));
    return score.isReleasable() ? Keelbill.DONE : Keelbill.FAILED;
  }

  private Score all() throws IOException {
    Map<String, Score> byName = new TreeMap<>();
    try (Stream<Path> folders = Files.list(readable(parent))) {
      for (Path folder : folders.toList()) {
        if (Files.exists(folder.resolve("truth.json"))) {
          byName.put(folder.getFileName().toString(), one(folder, folder.resolve("alerts.json")));
        }
      }
    }
    if (byName.isEmpty()) {
      throw new ConfigFaults.BadConfig(parent + ": no folder in it holds a truth.json");
    }
    return Score.together(byName);
  }

  private static Score one(Path dir, Path alerts) throws IOException {
    readable(dir.resolve("truth.json"));
    return Score.read(dir, readable(alerts));
  }

  private static Path readable(Path file) {
    if (!Files.isReadable(file)) {
      throw new ConfigFaults.BadConfig(file + ": cannot be read; check path and rights");
    }
    return file;
  }
}
