package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, started as somebody does who knows nothing of Java's options. */
class OwnJavaTest {
  private static final long START_MILLIS = 1_795_478_400_000L;

  @TempDir static Path folder;
  private static Path jar;
  private static Path config;

  @BeforeAll
  static void packProgram() throws Exception {
    jar = Files.createDirectory(folder.resolve("a box")).resolve("keelbill.jar");
    Path classes =
        Path.of(Keelbill.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest());
        Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(one).toString()));
        Files.copy(one, out);
      }
    }
    config = SimulatedRecord.write(folder, "demo", 3, START_MILLIS, 20);
  }

  private static Manifest manifest() {
    String others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(each -> Path.of(each).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.MAIN_CLASS, Keelbill.class.getName());
    manifest.getMainAttributes().put(Name.CLASS_PATH, others);
    return manifest;
  }

  /** A program that runs, and the file that has what it says. */
  private record Run(Process process, Path file) {
    String said() throws IOException {
      return Files.readString(file);
    }

    int exitCode() throws InterruptedException {
      return process.waitFor();
    }
  }

  private static Run start(List<String> options, String... words) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(options);
    all.addAll(List.of("-jar", jar.toString()));
    all.addAll(List.of(words));
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    return new Run(process, said);
  }

  private static Run replay(String... options) throws IOException {
    return start(List.of(options), "replay", "--config", config.toString());
  }

  /** The Java that it started; null if it ended without one. */
  private static ProcessHandle startedBy(Process starter) throws InterruptedException {
    while (starter.isAlive()) {
      ProcessHandle child = starter.children().findFirst().orElse(null);
      if (child != null) {
        return child;
      }
      Thread.sleep(5);
    }
    return null;
  }

  @Test
  void whatTheOtherSaysAndItsExitCodeAreThisOnes() throws Exception {
    Run run = start(List.of(), "backtest", "--config", config.toString());
    assertEquals(Keelbill.BAD_USAGE, run.exitCode());
    assertTrue(run.said().contains("nothing to try"), run.said());
  }

  @Test
  void theOtherEndsWithTheOneThatStartedIt() throws Exception {
    Run run = replay();
    ProcessHandle other = startedBy(run.process());
    assertNotNull(other, "no other Java was started");
    run.process().destroyForcibly();
    other.onExit().get(20, TimeUnit.SECONDS);
    assertEquals("", run.said(), "it went on to the end");
  }

  @Test
  void whoGivesOptionsOfHisOwnGetsThoseAlone() throws Exception {
    Run own = replay("-XX:+UseSerialGC");
    Run plain = replay();
    assertNull(startedBy(own.process()));
    assertEquals(own.exitCode(), plain.exitCode());
    assertFalse(own.said().isEmpty());
    assertEquals(own.said(), plain.said());
  }
}
