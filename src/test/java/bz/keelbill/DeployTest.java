package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What stands in {@code deploy}, as a box would run it. */
class DeployTest {
  private static final Path DEPLOY = Path.of("deploy");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @Test
  void theVirtualMachineTakesItsOptionsAndDoesWithoutAnArchive() throws Exception {
    Process java =
        new ProcessBuilder(JAVA.toString(), "@" + DEPLOY.resolve("jvm.options"), "-version")
            .redirectErrorStream(true)
            .start();
    String said = new String(java.getInputStream().readAllBytes());
    assertTrue(java.waitFor(60, TimeUnit.SECONDS), said);
    assertEquals(0, java.exitValue(), said);
    assertTrue(said.lines().noneMatch(line -> line.toLowerCase().contains("warning")), said);
  }

  @Test
  void theUnitAndTheArchiveFollowTheOptions() throws Exception {
    String options = Files.readString(DEPLOY.resolve("jvm.options"));
    String unit = Files.readString(DEPLOY.resolve("keelbill.service"));
    String archive = Files.readString(DEPLOY.resolve("class-archive.sh"));
    assertTrue(unit.contains("java @/opt/keelbill/jvm.options -jar /opt/keelbill/keelbill.jar"));
    for (String line : options.lines().filter(line -> line.startsWith("-X")).toList()) {
      boolean isArchive = line.startsWith("-XX:SharedArchiveFile=");
      String inScript = isArchive ? "\"$here/" + Path.of(line).getFileName() + "\"" : line + " ";
      assertTrue(archive.contains(inScript), line);
    }
    assertTrue(Files.isExecutable(DEPLOY.resolve("class-archive.sh")));
  }

  /** Wherever we start Java, or say how: decision 23. */
  @Test
  void mavenAndTheJarByItselfUseTheOptionsOfTheBox() throws Exception {
    List<String> box = compiling(Files.readString(DEPLOY.resolve("jvm.options")));
    assertEquals(box, compiling(Files.readString(Path.of(".mvn", "jvm.config"))));
    assertEquals(box, compiling(String.join("\n", OwnJava.OPTIONS)));
  }

  private static List<String> compiling(String options) {
    return options
        .lines()
        .filter(line -> line.startsWith("-XX:") && !line.contains("SharedArchiveFile"))
        .filter(line -> !line.equals("-XX:+IgnoreUnrecognizedVMOptions"))
        .toList();
  }
}
