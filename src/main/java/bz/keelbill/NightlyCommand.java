package bz.keelbill;

import bz.keelbill.sim.Harm;
import bz.keelbill.sim.Scenario;
import bz.keelbill.sim.Score;
import bz.keelbill.sim.ScoreText;
import bz.keelbill.sim.Sensing;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightly}: simulate, detect and score, again and again. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates watches with seeds that follow each other, runs detect's own path over each and"
          + " scores them together, until every family of threats has come often enough.",
      "Exit code 1 if the figures miss the bars of a release."
    })
final class NightlyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--scenario",
      defaultValue = "watch",
      paramLabel = "NAME",
      description = "Which watch to simulate. Default: watch, with every family.")
  private String scenario;

  @Option(
      names = "--seed",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Seed of the first watch; the next has the next. Default: 1000.")
  private long seed;

  @Option(
      names = "--sensors",
      defaultValue = "varied",
      paramLabel = "NAME",
      description = "good, fair, poor, or varied: drawn anew for each watch. Default: varied.")
  private String sensors;

  @Option(
      names = "--harm",
      defaultValue = "none",
      paramLabel = "NAME",
      description =
          "What goes wrong besides: none, drop-10, drop-30, drop-50, drop-70, skew, doubled,"
              + " radar-out. Default: none.")
  private String harm;

  @Option(
      names = "--injections",
      defaultValue = "59",
      paramLabel = "N",
      description = "Threats of every family: no miss in 59 shows a recall of 0.95. Default: 59.")
  private int injections;

  @Option(
      names = "--watches",
      defaultValue = "200",
      paramLabel = "N",
      description = "Stop after so many watches in any case. Default: 200.")
  private int watches;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Watches at once; default: as many as there are processors.")
  private Integer workers;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Leave the files of every watch in DIR, for score --all and a closer look.")
  private Path keep;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    PrintWriter err = spec.commandLine().getErr();
    int processors = Runtime.getRuntime().availableProcessors();
    Score score = new Nightly(plan()).run(workers == null ? processors : workers, err::println);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(json ? ScoreText.json(score) : ScoreText.shortTable(score));
    return score.isReleasable() ? Keelbill.DONE : Keelbill.FAILED;
  }

  private Nightly.Plan plan() {
    if (injections < 1 || watches < 1 || workers != null && workers < 1) {
      throw new ConfigFaults.BadConfig("injections, watches and workers must be 1 or more");
    }
    if (!Sensing.NAMES.contains(sensors)) {
      throw new ConfigFaults.BadConfig(
          "--sensors: choose one of " + String.join(", ", Sensing.NAMES));
    }
    try {
      return new Nightly.Plan(
          Scenario.named(scenario), seed, sensors, Harm.named(harm), injections, watches, keep);
    } catch (IllegalArgumentException unknown) {
      throw new ConfigFaults.BadConfig(unknown.getMessage());
    }
  }
}
