package bz.keelbill;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A long command in a Java of its own, started as such work needs it.
 *
 * <p>How Java collects and compiles is settled when it starts, and to go through days of recorded
 * traffic takes it a quarter longer by its defaults (decision 23). Who starts the jar with options
 * of his own gets those; in {@code deploy/jvm.options} and under Maven they are given already.
 */
final class OwnJava {
  static final List<String> OPTIONS =
      List.of(
          "-XX:+UseParallelGC",
          "-XX:FreqInlineSize=100",
          // Known to Java on Linux alone.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseTransparentHugePages");
  private static final Set<String> LONG = Set.of("backtest", "replay");
  private static final String JAR = ".jar";
  private static final String STARTED = "keelbill.startedBy";

  private OwnJava() {}

  /** Whether a command is long, and nobody has said how Java is to run. */
  static boolean isDueFor(String... words) {
    return words.length > 0 && LONG.contains(words[0]) && isPlainJar() && !isWithOptions();
  }

  /** Whether all there is on the class path is the program's jar, which names the others. */
  private static boolean isPlainJar() {
    String classPath = System.getProperty("java.class.path");
    URI own = URI.create(Keelbill.class.getProtectionDomain().getCodeSource().getLocation() + "");
    return classPath.endsWith(JAR) && Path.of(classPath).toUri().equals(Path.of(own).toUri());
  }

  /** An agent, as a debugger's, would be started twice and might have no room for that. */
  private static boolean isWithOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .anyMatch(option -> option.matches("-(XX:|agent|javaagent).*"));
  }

  /**
   * Runs a command to its end, with this one's streams and properties; here, if no other Java can
   * be started.
   *
   * @return its exit code
   */
  static int run(String... words) {
    Process process;
    try {
      process = new ProcessBuilder(commandLine(words)).inheritIO().start();
    } catch (IOException noOther) {
      return Keelbill.run(words);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process.onExit().join().exitValue();
  }

  private static List<String> commandLine(String... words) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    all.addAll(OPTIONS);
    all.add("-D" + STARTED + "=" + ProcessHandle.current().pid());
    all.addAll(List.of("-jar", System.getProperty("java.class.path")));
    all.addAll(List.of(words));
    return all;
  }

  /** One that was started so ends with who started it: nobody would read what it finds. */
  static void endWithStarter() {
    Long starter = Long.getLong(STARTED);
    if (starter != null) {
      ProcessHandle.of(starter).ifPresentOrElse(OwnJava::endWith, OwnJava::end);
    }
  }

  private static void endWith(ProcessHandle starter) {
    starter.onExit().thenRun(OwnJava::end);
  }

  private static void end() {
    Runtime.getRuntime().halt(Keelbill.FAILED);
  }
}
