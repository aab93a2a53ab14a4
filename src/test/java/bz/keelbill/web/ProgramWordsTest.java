package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Detectors;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.rule.Attribute;
import bz.keelbill.rule.Setting;
import bz.keelbill.watch.Tunables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program words in English, the page says in every other language too. */
class ProgramWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/bz/keelbill");

  /** The first argument of a condition that is not met, with the calls in it. */
  private static final Pattern STOPPED =
      Pattern.compile("(?:stoppedBy|new Stop)\\(\\s*((?:\"[^\"]*\"|[^\",()]|\\([^()]*\\))*)");

  /** How a detector begins what a look for flight plans came to. */
  private static final String PLAN = "plan-";

  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  private final Map<String, String> english = LanguageFilesTest.read("en");
  private final Map<String, String> spanish = LanguageFilesTest.read("es");

  @Test
  void everyRuleIsExplainedInSpanishAndNoneThatIsGone() {
    assertFamily(spanish, "rule.", Tunables.all().stream().map(Setting::key));
  }

  @Test
  void everythingThatAConditionMayAskIsExplainedInSpanish() {
    assertFamily(spanish, "attribute.", Arrays.stream(Attribute.values()).map(Attribute::word));
  }

  @Test
  void everyGroupOfRulesHasAHeading() {
    Stream<String> groups =
        Tunables.all().stream().map(Setting::key).map(key -> key.substring(0, key.indexOf('.')));
    List<String> missing =
        Stream.concat(groups, Detectors.kinds().stream())
            .map(group -> "alertKind." + group)
            .filter(key -> !english.containsKey(key) || !spanish.containsKey(key))
            .distinct()
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyConditionThatStopsADetectorHasWordsAndNoneThatIsGone() throws IOException {
    Set<String> said = conditions();
    assertTrue(said.size() > 100, "the pattern no longer finds the conditions: " + said.size());
    for (Map<String, String> words : List.of(english, spanish)) {
      assertFamily(
          words, "whyCondition.", said.stream().map(each -> each.replaceAll("[^A-Za-z0-9]+", "-")));
    }
  }

  /** Every condition as the page looks it up: without the fence that follows a colon. */
  private static Set<String> conditions() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path source : sources()) {
      STOPPED
          .matcher(Files.readString(source))
          .results()
          .flatMap(call -> LITERAL.matcher(call.group(1)).results())
          .map(literal -> literal.group(1))
          .filter(literal -> !literal.equals(PLAN))
          .map(literal -> literal.replaceFirst(": $", ""))
          .forEach(found::add);
    }
    for (PlanMatch.Outcome outcome : PlanMatch.Outcome.values()) {
      found.add(PLAN + outcome.name().toLowerCase(Locale.ROOT));
    }
    // Places where nobody asks for a plan; above the ceiling it is the altitude that counts.
    found.addAll(List.of("unplaced", "ground", "slow", "outside"));
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().matches(".*/(detect|watch)/\\w+\\.java"))
          .sorted()
          .toList();
    }
  }

  /** That the keys that begin so are those of the names, every one and no other. */
  private static void assertFamily(
      Map<String, String> words, String beginning, Stream<String> names) {
    Set<String> wanted =
        names.map(beginning::concat).collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(words.keySet());
    assertEquals(Set.of(), missing, "without words");
    Set<String> gone = new TreeSet<>(words.keySet());
    gone.removeIf(key -> !key.startsWith(beginning) || wanted.contains(key));
    assertEquals(Set.of(), gone, "words for what is no more");
  }
}
