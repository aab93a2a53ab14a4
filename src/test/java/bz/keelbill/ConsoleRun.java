package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One command as a shell would run it.
 *
 * @param exitCode as the shell sees it
 * @param out standard output
 * @param err standard error
 */
record ConsoleRun(int exitCode, String out, String err) {
  private static final Pattern TRACE =
      Pattern.compile("Exception|Error:|\\tat |[a-z]+\\.[a-z]+\\.[A-Z][A-Za-z]+|Caused by");

  static ConsoleRun of(String... words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Keelbill.run(words);
      return new ConsoleRun(
          exitCode,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The same in a process of its own, for commands that write to the real standard output. */
  static ConsoleRun inItsOwnProcess(Path folder, String... words) throws IOException {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, "-cp", System.getProperty("java.class.path"));
    command.add(Keelbill.class.getName());
    Collections.addAll(command, words);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      return new ConsoleRun(process.waitFor(), Files.readString(out), Files.readString(err));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Neither stack trace nor class name stands anywhere. */
  void assertSpeaksToPeople() {
    assertFalse(TRACE.matcher(out).find(), out);
    assertFalse(TRACE.matcher(err).find(), err);
  }
}
