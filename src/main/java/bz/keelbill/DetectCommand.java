package bz.keelbill;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code detect}: recorded feed files through the whole Watch, alerts out. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = {
      "Runs recorded feed files through the whole watch in event time, as fast as it can.",
      "Writes alerts as JSON lines: one when an alert is raised, one more with the same id when its"
          + " priority rises. The files' formats are told from their content; gzip is read too."
    })
final class DetectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration: stations, own forces, watch list, fences, rules.")
  private Path config;

  @Option(
      names = "--alerts",
      paramLabel = "OUT",
      description = "Where to write the alerts; default: standard output.")
  private Path alerts;

  @Option(
      names = "--why",
      paramLabel = "TRACK[@TIME]",
      description = {
        "Instead of the alerts (or beside them, with --alerts), why each detector says something of"
            + " a track or not: JSON lines, one for each detector, with the condition that stopped"
            + " it and how far from its limit, or what kept it quiet. A track is named by any of"
            + " its contacts, as mmsi:312000123; a time as 2026-11-21T03:12:05Z. Without a time"
            + " each detector tells of the moment at which it came nearest to an alert."
      })
  private String why;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recorded feed files.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    WhyQuestion question = why == null ? null : WhyQuestion.of(why);
    Detection detection = new Detection(ConfigReader.read(config), question);
    List<String> lines = detection.run(files);
    detection.summary().forEach(line -> spec.commandLine().getErr().println(line));
    if (question == null || alerts != null) {
      write(lines);
    }
    if (question != null && !answer(question)) {
      return Keelbill.FAILED;
    }
    return detection.isComplete() ? Keelbill.DONE : Keelbill.FAILED;
  }

  private boolean answer(WhyQuestion question) {
    List<String> lines = question.lines();
    if (lines.isEmpty()) {
      String none = "there was no track of the name " + question.track() + " at that time";
      spec.commandLine().getErr().println(none);
    }
    print(lines);
    return !lines.isEmpty();
  }

  private static void print(List<String> lines) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    lines.forEach(line -> out.print(line + "\n"));
    out.flush();
  }

  private void write(List<String> lines) {
    if (alerts == null) {
      print(lines);
      return;
    }
    try {
      Files.writeString(
          alerts, lines.isEmpty() ? "" : String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + alerts + ": " + e.getMessage(), e);
    }
  }
}
