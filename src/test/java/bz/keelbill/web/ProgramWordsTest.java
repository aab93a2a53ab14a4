package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.Detectors;
import bz.keelbill.json.OrderJson;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.rule.Attribute;
import bz.keelbill.rule.Setting;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Tunables;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program words in English, the page says in every other language too. */
class ProgramWordsTest {
  /** How a detector begins what a look for flight plans came to. */
  private static final String PLAN = "plan-";

  /** What the audit says without any places in it. */
  private static final Set<String> SAID_ALONE =
      Set.of(
          "the rules",
          "disabled",
          "enabled",
          "second factor taken away",
          "new password",
          ", supervisor");

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
    assertWords("alertKind.", Stream.concat(groups, Detectors.kinds().stream()));
  }

  @Test
  void everyConditionThatStopsADetectorHasWordsAndNoneThatIsGone() throws IOException {
    Set<String> said = conditions();
    assertTrue(said.size() > 100, "too few conditions are found: " + said.size());
    for (Map<String, String> words : List.of(english, spanish)) {
      assertFamily(
          words, "whyCondition.", said.stream().map(each -> each.replaceAll("[^A-Za-z0-9]+", "-")));
    }
  }

  /** Every condition as the page looks it up: without the fence that follows a colon. */
  private static Set<String> conditions() throws IOException {
    Set<String> found = new TreeSet<>();
    Stream.of(
            SourceCalls.arguments("detect", "stoppedBy", 0),
            SourceCalls.arguments("watch", "new Stop", 0))
        .flatMap(List::stream)
        .flatMap(argument -> SourceCalls.literals(argument).stream())
        .filter(literal -> !literal.equals(PLAN))
        .map(literal -> literal.replaceFirst(": $", ""))
        .forEach(found::add);
    for (PlanMatch.Outcome outcome : PlanMatch.Outcome.values()) {
      found.add(PLAN + outcome.name().toLowerCase(Locale.ROOT));
    }
    // Places where nobody asks for a plan; above the ceiling it is the altitude that counts.
    found.addAll(List.of("unplaced", "ground", "slow", "outside"));
    return found;
  }

  @Test
  void everyReasonOfAnAlertHasWords() throws IOException {
    for (String folder : List.of("detect", "alert")) {
      for (String call : List.of("Term", "term", "fact", "value", "held")) {
        assertWords("reasonTerm.", SourceCalls.sentences(folder, call, 0).stream());
      }
    }
  }

  @Test
  void everythingThatAnAlertDoesNotKnowHasWords() throws IOException {
    assertWords(
        "unknown.",
        SourceCalls.arguments("detect", "new Words", 4).stream()
            .flatMap(argument -> SourceCalls.literals(argument).stream()));
  }

  @Test
  void whatWouldClearAnAlertIsSaidInSpanish() throws IOException {
    assertTold(SourceCalls.sentences("detect", "new Words", 3), 25);
  }

  @Test
  void everyRefusalIsSaidInSpanish() throws IOException {
    assertTold(SourceCalls.sentences("web", "Problem\\.answer", 3), 40);
    assertTold(SourceCalls.sentences("web", "Problem\\.of", 3), 3);
    assertTold(SourceCalls.sentences("web", "Problem\\.at", 1), 20);
    assertTold(SourceCalls.sentences("web", "Unreadable", 0), 5);
    assertTold(SourceCalls.sentences("web", "NotAccepted", 1), 3);
    assertTold(SourceCalls.sentences("plan", "refuse", 2), 2);
    assertTold(SourceCalls.sentences("account", "Refused", 0), 3);
    assertTold(SourceCalls.sentences("rule", "BadCondition", 1), 5);
  }

  @Test
  void everyFaultOfAFenceOrAnEntryIsSaidInSpanish() throws IOException {
    assertTold(SourceCalls.sentences("json", "complaints\\.add", 1), 15);
    assertTold(SourceCalls.sentences("json", "refuse", 1), 15);
  }

  @Test
  void everyActInTheAuditHasWords() throws IOException {
    Stream<String> orders = Arrays.stream(Order.Kind.values()).map(OrderJson::word);
    Stream<String> alerts =
        Arrays.stream(AlertBook.What.values())
            .map(what -> "alert-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Set<String> notes = new TreeSet<>();
    for (String folder : List.of("", "record")) {
      notes.addAll(SourceCalls.sentences(folder, "OfNote", 0));
    }
    notes.addAll(SourceCalls.sentences("web", "note", 1));
    notes.addAll(SourceCalls.sentences("", "write", 1));
    notes.addAll(SourceCalls.sentences("takeout", "accept", 0));
    notes.addAll(SourceCalls.sentences("escalation", "accept", 0));
    assertTrue(notes.size() > 25, "too few kinds of notes are found: " + notes);
    assertWords("act.", Stream.of(orders, alerts, notes.stream()).flatMap(each -> each));
  }

  @Test
  void everythingThatTheAuditSaysIsSaidInSpanishAndNothingThatIsGone() throws IOException {
    Set<String> texts = new TreeSet<>(SourceCalls.texts("AuditText.java"));
    texts.addAll(SourceCalls.texts("NoteText.java"));
    Set<String> said = texts.stream().filter(ProgramWordsTest::isSaid).collect(Collectors.toSet());
    assertTrue(said.size() > 30, "too few sentences are found: " + said);
    assertFamily(spanish, "worded.", said.stream());
  }

  /** Whether a text has words beside its places, or is one that stands alone in a list. */
  private static boolean isSaid(String text) {
    return text.contains("{") && text.replaceAll("\\{\\w+}", "").matches(".*[a-z]{2}.*")
        || SAID_ALONE.contains(text);
  }

  private void assertTold(List<String> sentences, int least) {
    assertTrue(sentences.size() >= least, "too few sentences are found: " + sentences);
    assertEquals(Set.of(), missing(spanish, "told.", sentences.stream()), "not in es.json");
  }

  private void assertWords(String beginning, Stream<String> names) {
    List<String> all = names.toList();
    assertEquals(Set.of(), missing(english, beginning, all.stream()), "not in en.json");
    assertEquals(Set.of(), missing(spanish, beginning, all.stream()), "not in es.json");
  }

  /** That the keys that begin so are those of the names, every one and no other. */
  private static void assertFamily(
      Map<String, String> words, String beginning, Stream<String> names) {
    Set<String> wanted = keys(beginning, names);
    assertEquals(Set.of(), without(wanted, words.keySet()), "without words");
    Set<String> there = keys("", words.keySet().stream().filter(key -> key.startsWith(beginning)));
    assertEquals(Set.of(), without(there, wanted), "words for what is no more");
  }

  private static Set<String> missing(
      Map<String, String> words, String beginning, Stream<String> names) {
    return without(keys(beginning, names), words.keySet());
  }

  private static Set<String> without(Set<String> all, Set<String> those) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(those);
    return rest;
  }

  private static Set<String> keys(String beginning, Stream<String> names) {
    return names.map(beginning::concat).collect(Collectors.toCollection(TreeSet::new));
  }
}
