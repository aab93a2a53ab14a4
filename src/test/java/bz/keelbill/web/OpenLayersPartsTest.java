package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page gets those parts of OpenLayers that it asks for, and no others. */
class OpenLayersPartsTest {
  private static final Path MODULES = Path.of("src/main/resources/web/js");
  private static final Path PARTS = Path.of("src/main/openlayers/parts.js");

  private static final Pattern ASKED =
      Pattern.compile(
          "\\bol\\.(?:(control|extent|format|geom|interaction|layer|source|style)\\.)?([A-Z]\\w+|[a-z]\\w+(?=\\())");

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code geom.Point} and the like. */
  private static Set<String> asked() throws IOException {
    try (Stream<Path> modules = Files.list(MODULES)) {
      return modules
          .flatMap(module -> ASKED.matcher(read(module)).results())
          .map(
              found ->
                  found.group(1) == null ? found.group(2) : found.group(1) + "." + found.group(2))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> given() {
    String parts = read(PARTS);
    String given = parts.substring(parts.indexOf("window.ol = {"));
    Set<String> names = new TreeSet<>();
    Pattern.compile("^  (\\w+): \\{(.*)},$", Pattern.MULTILINE)
        .matcher(given)
        .results()
        .forEach(
            group -> words(group.group(2)).forEach(word -> names.add(group.group(1) + "." + word)));
    words(given.lines().skip(1).findFirst().orElseThrow()).forEach(names::add);
    return names;
  }

  private static Stream<String> words(String members) {
    return Pattern.compile("(\\w+)(: (\\w+|\\{\\w+}))?")
        .matcher(members)
        .results()
        .map(MatchResult::group)
        .map(member -> member.replaceAll(":.*", ""));
  }

  @Test
  void everyPartThatIsAskedForIsGivenAndNoOther() throws IOException {
    Set<String> asked = asked();
    asked.add(
        "interaction.defaults"); // ol.interaction.defaults.defaults(…), as the whole build has it
    assertTrue(asked.size() > 15, asked.toString());
    assertEquals(asked, given());
  }
}
