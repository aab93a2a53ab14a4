package bz.keelbill;

import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.json.AlertJson;
import bz.keelbill.record.RecordedDay;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.ReplayScript;
import bz.keelbill.replay.ReplaySession;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay}: a recorded period through a second watch, alerts out. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a recorded period through a watch of its own and writes its alerts as JSON lines.",
      "Without --from it lists what is recorded. The open day of a running watch cannot be read"
          + " from here; its page can replay it."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final long STEP_MILLIS = 50;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      defaultValue = "config/keelbill.yaml",
      paramLabel = "FILE",
      description = "The configuration of the watch; default: ${DEFAULT-VALUE}.")
  private Path config;

  @Option(names = "--from", paramLabel = "TIME", description = "First moment, RFC 3339 UTC.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "First moment after it; default: an hour later.")
  private Instant to;

  @Option(
      names = "--speed",
      paramLabel = "TIMES",
      description = "Seconds of the recording per second; default: as fast as it goes.")
  private Double speed;

  @Option(
      names = "--law",
      defaultValue = "then",
      paramLabel = "then|today",
      description = {
        "Under whose fences and rules: then, as they stood at each moment, or today.",
        "Default: ${DEFAULT-VALUE}."
      })
  private LawWord law;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() throws IOException, InterruptedException {
    RecordOnDisk record =
        RecordOnDisk.of(ConfigReader.read(config), spec.commandLine().getErr()::println);
    Recordings recordings = record.recordings();
    if (from == null) {
      return list(recordings);
    }
    Instant end = to == null ? from.plusSeconds(3600) : to;
    if (!end.isAfter(from)) {
      throw new ConfigFaults.BadConfig("--to must be after --from");
    }
    return play(record, end);
  }

  private int list(Recordings recordings) throws IOException {
    for (RecordedDay day : recordings.days()) {
      String when =
          day.holdsAny()
              ? Instant.ofEpochMilli(day.fromMillis())
                  + " to "
                  + Instant.ofEpochMilli(day.toMillis())
              : "nothing can be read";
      out.printf(
          "%s  %s  %,d lines  %,d bytes%s%n",
          day.day(),
          when,
          day.lines(),
          day.bytes(),
          day.problem() == null ? "" : "  " + day.problem());
    }
    return Keelbill.DONE;
  }

  private int play(RecordOnDisk record, Instant end) throws IOException, InterruptedException {
    ReplayScript script = record.script(from.toEpochMilli(), end.toEpochMilli(), law.law());
    try (ReplaySession session = new ReplaySession(script, new Printer())) {
      run(session);
      session.status().problems().forEach(spec.commandLine().getErr()::println);
      spec.commandLine().getErr().println(session.status().lines() + " lines played");
      return session.status().problems().isEmpty() ? Keelbill.DONE : Keelbill.FAILED;
    }
  }

  private void run(ReplaySession session) throws InterruptedException {
    if (speed == null) {
      session.run();
      return;
    }
    session.setSpeed(speed);
    while (session.status().state() != ReplaySession.State.ENDED) {
      session.step(System.nanoTime() / 1_000_000);
      Thread.sleep(STEP_MILLIS);
    }
  }

  /** Prints alerts as they are raised or rise. */
  private final class Printer implements ReplaySession.Audience {
    @Override
    public void changed(Change change) {
      if (change instanceof Change.AlertChanged changed
          && (changed.what() == What.RAISED || changed.what() == What.ROSE)) {
        out.print(AlertJson.line(changed.alert()) + "\n");
      }
    }

    @Override
    public void jumped(Watch watch) {
      // A command begins once and never seeks.
    }
  }
}
