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

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recorded feed files.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    Detection detection = new Detection(ConfigReader.read(config));
    List<String> lines = detection.run(files);
    detection.summary().forEach(line -> spec.commandLine().getErr().println(line));
    write(lines);
    return detection.isComplete() ? Keelbill.DONE : Keelbill.FAILED;
  }

  private void write(List<String> lines) {
    if (alerts == null) {
      PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
      lines.forEach(line -> out.print(line + "\n"));
      out.flush();
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
