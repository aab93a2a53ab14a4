package bz.keelbill;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line. Without a command it serves the watch. */
@Command(
    name = "keelbill",
    mixinStandardHelpOptions = true,
    versionProvider = Keelbill.Version.class,
    description = "A watch over the sea and the sky of Belize, from position feeds alone.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      DecodeCommand.class,
      DetectCommand.class,
      SimulateCommand.class,
      ScoreCommand.class,
      NightlyCommand.class,
      ReplayCommand.class,
      BacktestCommand.class,
      ExportCommand.class,
      VerifyCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the work found a difference or failed",
      "2:bad usage or configuration"
    })
public final class Keelbill {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int BAD_USAGE = 2;
  private static final String SERVE = "serve";

  private Keelbill() {}

  /** The program. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    LogSetup.install();
    OwnJava.endWithStarter();
    int exitCode = OwnJava.isDueFor(args) ? OwnJava.run(args) : run(args);
    // The live watch ends by its shutdown hook, and then this thread must not end the machine
    // again.
    if (exitCode != DONE) {
      System.exit(exitCode);
    }
  }

  /** Runs one command and says how it ended. */
  static int run(String... args) {
    String[] words = args.length == 0 ? new String[] {SERVE} : args;
    return commandLine(words[0])
        .setExecutionExceptionHandler(Keelbill::failed)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(words);
  }

  /**
   * To look into all ten commands takes a third of a second, which a watch that comes back after a
   * power cut has a better use for.
   */
  private static CommandLine commandLine(String first) {
    return first.equals(SERVE)
        ? new CommandLine(CommandSpec.create().name("keelbill"))
            .addSubcommand(SERVE, new ServeCommand())
        : new CommandLine(new Keelbill());
  }

  /** One clear message, never a stack trace. */
  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    String message = failure.getMessage() == null ? "failed" : failure.getMessage();
    command.getErr().println(message);
    return failure instanceof ConfigFaults.BadConfig ? BAD_USAGE : FAILED;
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"keelbill " + number()};
    }

    static String number() {
      String version = Keelbill.class.getPackage().getImplementationVersion();
      return version == null ? "0.1.0-SNAPSHOT" : version;
    }
  }
}
