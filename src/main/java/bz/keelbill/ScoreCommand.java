package bz.keelbill;

import bz.keelbill.sim.Score;
import bz.keelbill.sim.ScoreText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code score}: alerts against the truth of a simulated watch. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the alerts of detect with DIR/truth.json, as simulate wrote it: recall, false alerts,"
          + " duplicates, time to detect.",
      "Exit code 1 if the figures miss the bars of a release."
    })
final class ScoreCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The folder that simulate wrote.")
  private Path dir;

  @Parameters(index = "1", paramLabel = "ALERTS", description = "The file that detect wrote.")
  private Path alerts;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    for (Path file : new Path[] {dir.resolve("truth.json"), alerts}) {
      if (!Files.isReadable(file)) {
        throw new ConfigFaults.BadConfig(file + ": cannot be read; check path and rights");
      }
    }
    Score score = Score.read(dir, alerts);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(json ? ScoreText.json(score) : ScoreText.table(score));
    return score.isReleasable() ? Keelbill.DONE : Keelbill.FAILED;
  }
}
