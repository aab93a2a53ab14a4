package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.sighting.Column;
import bz.keelbill.sighting.Fault;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page speaks every language wholly, and never shows a key where words belong. */
class LanguageFilesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  /** Where the page's modules name a key in full: t('…'), tn('…', and tables of keys. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(tn?|fact|figure)\\('([A-Za-z0-9.-]+)'[,)]"
              + "|(?:\\[|\\? |: )'((?:card|key)\\.[A-Za-z]+)'");

  /** Keys that are put together from a beginning and a word of the protocol. */
  private static final Map<String, List<String>> FAMILIES =
      Map.of(
          "priority", List.of("emergency", "alarm", "warning", "caution"),
          "state",
              List.of(
                  "active-unacknowledged",
                  "active-silenced",
                  "active-acknowledged",
                  "responsibility-transferred",
                  "shelved",
                  "rectified-unacknowledged",
                  "closed"),
          "verdict", List.of("true", "false", "nuisance", "test"),
          "feed", List.of("up", "connecting", "silent", "down", "done"),
          "screen", List.of("watch", "replay", "fences", "system", "plans", "sightings"),
          "coverageClass", List.of("ais-a", "ais-b", "radar", "aircraft"),
          "coverage.verdict", List.of("heard", "quiet", "unseen"),
          "palette", List.of("auto", "day", "dusk", "night"),
          "aidType", IntStream.rangeClosed(1, 31).mapToObj(Integer::toString).toList(),
          "kind",
              List.of(
                  "cargo",
                  "tanker",
                  "passenger",
                  "fishing",
                  "high-speed",
                  "pleasure",
                  "tug",
                  "pilot",
                  "law",
                  "sar",
                  "dive",
                  "other",
                  "auxiliary",
                  "handheld",
                  "group",
                  "aid",
                  "base",
                  "beacon",
                  "radar",
                  "sighting",
                  "detection",
                  "jet",
                  "prop",
                  "helicopter",
                  "glider",
                  "drone",
                  "aircraft",
                  "sar-aircraft"));

  /** What the program itself says in English; see {@link ProgramWordsTest}. */
  private static final List<String> OF_THE_PROGRAM =
      List.of("rule.", "attribute.", "told.", "worded.");

  private final Map<String, String> english = read("en");
  private final Map<String, String> spanish = read("es");

  @Test
  void everyLanguageHasTheSameKeys() {
    Set<String> others = new TreeSet<>(spanish.keySet());
    others.removeIf(key -> OF_THE_PROGRAM.stream().anyMatch(key::startsWith));
    assertEquals(new TreeSet<>(english.keySet()), others);
    assertTrue(english.size() > 200, "too few words for a page: " + english.size());
  }

  @Test
  void noKeyIsWithoutWords() {
    Stream.of(english, spanish)
        .flatMap(words -> words.entrySet().stream())
        .forEach(entry -> assertFalse(entry.getValue().isBlank(), entry.getKey()));
  }

  @Test
  void everyLanguageFillsTheSamePlaces() {
    english.forEach((key, text) -> assertEquals(places(text), places(spanish.get(key)), key));
  }

  @Test
  void everyKeyThatTheModulesNameHasWords() throws IOException, URISyntaxException {
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Path module : modules()) {
      Matcher matcher = NAMED.matcher(Files.readString(module));
      while (matcher.find()) {
        named++;
        String key = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        String wanted = "tn".equals(matcher.group(1)) ? key + ".other" : key;
        if (!english.containsKey(wanted)) {
          missing.add(module.getFileName() + ": " + wanted);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named > 150, "the pattern no longer finds the keys: " + named);
  }

  @Test
  void everyWordOfTheProtocolHasWords() {
    FAMILIES.forEach(
        (family, names) ->
            names.forEach(name -> assertTrue(english.containsKey(family + "." + name), name)));
  }

  @Test
  void everyWayOfDrawingCraftHasWords() {
    for (String way : List.of("canvas", "webgl", "lost", "none", "failed")) {
      assertTrue(english.containsKey("renderer." + way), way);
    }
  }

  @Test
  void everythingThatASightingMayHoldOrLackHasWords() {
    for (Column column : Column.values()) {
      assertTrue(english.containsKey("sightingField." + column.word()), column.word());
    }
    for (Fault.Kind fault : Fault.Kind.values()) {
      assertTrue(english.containsKey("sightingFault." + fault.word()), fault.word());
    }
  }

  @Test
  void countsHaveEveryPluralTheirLanguageKnows() {
    spanish.keySet().stream()
        .filter(key -> key.endsWith(".one"))
        .map(key -> key.substring(0, key.length() - "one".length()))
        .forEach(
            key -> {
              assertTrue(spanish.containsKey(key + "other"), key);
              // Spanish counts millions in a plural of their own.
              assertTrue(spanish.containsKey(key + "many"), key);
            });
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
    return places;
  }

  private static List<Path> modules() throws IOException, URISyntaxException {
    Path folder = Path.of(LanguageFilesTest.class.getResource("/web/js").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    }
  }

  static Map<String, String> read(String language) {
    ObjectMapper mapper = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    try (InputStream in =
        LanguageFilesTest.class.getResourceAsStream("/web/i18n/" + language + ".json")) {
      return mapper.readValue(in, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (IOException e) {
      throw new IllegalStateException(language, e);
    }
  }
}
