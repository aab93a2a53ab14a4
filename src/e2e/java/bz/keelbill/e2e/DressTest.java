package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Palettes, languages and keys. */
class DressTest {
  private static final int BOAT = 312_000_207;
  private static final List<String> SCREENS = List.of("watch", "replay", "fences", "system");

  /** What an untranslated key looks like: "alert.ackTitle". */
  private static final Pattern KEY =
      Pattern.compile("(?<![\\w./@-])([a-z][A-Za-z]*)(\\.[a-z][A-Za-z]*)+(?![\\w(/])");

  @Test
  void palettesLanguagesAndKeysSwitch(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.runIn(BOAT, "PELICANO");
      sea.boat(BOAT, 80);
      console.find("li.alert").click();
      palettes(console);
      helpOpensAndCloses(console);
      screens(console);
      spanish(console);
    }
  }

  private static void palettes(Console console) {
    Set<Object> waters = new LinkedHashSet<>();
    Set<Object> names = new LinkedHashSet<>();
    for (int press = 0; press < 4; press++) {
      console.page().keyboard().press("b");
      console.page().waitForTimeout(200);
      names.add(console.seen("state.palette"));
      waters.add(console.find("#chart").evaluate("e => getComputedStyle(e).backgroundColor"));
      console.screenshot("palette-" + console.seen("state.palette"));
    }
    assertEquals(Set.of("day", "dusk", "night"), names);
    assertEquals(3, waters.size(), "each has its own water");
    assertEquals(1, console.find(".toast").count(), "one notice takes the other's place");
    console.page().keyboard().press("Shift+B");
    assertEquals("day", console.seen("state.palette"));
  }

  private static void helpOpensAndCloses(Console console) {
    console.page().keyboard().press("?");
    console.find(".help kbd").first().waitFor();
    console.screenshot("help");
    console.page().keyboard().press("Escape");
    console.await("the help is gone", 1, () -> console.find(".help").count() == 0);
  }

  private static void screens(Console console) {
    for (int i = 0; i < SCREENS.size(); i++) {
      console.page().keyboard().press(String.valueOf(i + 1));
      assertEquals(SCREENS.get(i), console.seen("state.screen"));
      console.page().waitForTimeout(500);
      console.screenshot("screen-" + SCREENS.get(i));
    }
  }

  private static void spanish(Console console) {
    String english = text(console);
    console.find(".language[lang=es]").click();
    console.await("the page speaks Spanish", 2, () -> console.is("state.language", "es"));
    Set<String> families = families(console);
    List<String> missing = new ArrayList<>();
    for (int i = SCREENS.size(); i >= 1; i--) {
      console.page().keyboard().press(String.valueOf(i));
      console.page().waitForTimeout(500);
      String words = text(console);
      assertNotEquals(english, words);
      assertFalse(words.contains("alert raised"), "words of the journal");
      Matcher key = KEY.matcher(words);
      while (key.find()) {
        if (families.contains(key.group(1))) {
          missing.add(SCREENS.get(i - 1) + ": " + key.group());
        }
      }
      console.screenshot("spanish-" + SCREENS.get(i - 1));
    }
    assertEquals(List.of(), missing, "keys without words");
    assertFalse(console.find("li.alert .headline").innerText().contains("entered"), "headline");
  }

  /** What keys begin with. */
  private static Set<String> families(Console console) {
    Object keys =
        console
            .page()
            .evaluate("async () => Object.keys(await (await fetch('/i18n/en.json')).json())");
    return ((List<?>) keys)
        .stream().map(key -> ((String) key).split("\\.")[0]).collect(Collectors.toSet());
  }

  /** All words that are shown, and those that wait in titles. */
  private static String text(Console console) {
    return (String)
        console
            .page()
            .evaluate(
                "document.body.innerText + '\\n' + [...document.querySelectorAll('[title],[aria-label]')]"
                    + ".map(e => e.title + '\\n' + (e.ariaLabel ?? '')).join('\\n')");
  }
}
