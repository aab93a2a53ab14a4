package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five hundred names that want to be more than names, as ships', callsigns, destinations, fences and
 * comments: none runs, none asks the policy to refuse it, none breaks the page.
 */
class HostileCrowdTest {
  private static final int FIRST = 313_000_000;
  private static final int NAMES = 500;
  private static final int NAME_LENGTH = 20;

  /** Six-bit text has capitals only; a browser's parser does not mind. */
  private static final List<String> SEEDS =
      List.of(
          "<SCRIPT SRC=//A.BZ>", "<IMG SRC=X ONERROR=A>", "<SVG/ONLOAD=ALERT(1)>", "\"><B>X</B>", "'-ALERT(1)-'",
          "</TITLE><SCRIPT>", "<A HREF=JS:1>", "{{7*7}}", "${7*7}", "=1+1", "+CMD|'/C'!A0", "-2+3", "@SUM(1)", "%3CB%3E",
          "&LT;B&GT;", "&#60;B>", "<!--", "]]>", "';DROP TABLE--", "\\", "..\\..\\ETC", "<STYLE>*{}", "<BASE HREF=//A>",
          "<META REFRESH>", "<IFRAME SRC=//A>", "<FORM ACTION=//A>", "#!HASH?A=B&C", "%00%0D%0A", "<X Y='\"'>", "!\"#$%&'()*+,-./");

  /** What only whoever types can write. */
  private static final List<String> TYPED =
      List.of(
          "\u202Egnp.exe", "\u2067אבג\u2069 x", "a\u0300".repeat(40), "<img src=x onerror=alert(1)>", "javascript:alert(1)",
          "\u200B\u200Bhidden", "=HYPERLINK(\"http://a\",\"b\")", "𝕏".repeat(30), "x".repeat(110), "<script>alert(1)</script>",
          "\u0627\u0644\u0639\u0631\u0628\u064A\u0629", "`${alert(1)}`", "@SUM(1)", "{{constructor.constructor('alert(1)')()}}", "' onmouseover=alert(1) x='");

  private static final String PUT =
      """
      async ([id, name, i]) => {
        const lon = -88.0 + (i % 10) * 0.02, lat = 17.5 + Math.floor(i / 10) * 0.02;
        const ring = [[lon, lat], [lon + 0.01, lat], [lon + 0.01, lat + 0.01], [lon, lat + 0.01], [lon, lat]];
        return (await fetch('/api/fences/' + id, {method: 'PUT', headers: {'If-None-Match': '*'},
          body: JSON.stringify({type: 'Feature', properties: {name, kind: name.slice(0, 60), reason: name}, geometry: {type: 'Polygon', coordinates: [ring]}})})).status;
      }
      """;

  private static final String COMMENT =
      "async ([id, text]) => (await fetch('/api/alerts/' + id + '/comment', {method: 'POST', body: JSON.stringify({text})})).status";

  /** What sticks out of the window, or out of the column that it stands in. */
  private static final String BROKEN =
      """
      () => {
        const faults = [];
        if (document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight) faults.push('the page scrolls');
        for (const part of document.querySelectorAll('.side-part, #page section')) {
          const box = part.getBoundingClientRect();
          if (!box.width) continue;
          for (const e of part.querySelectorAll('.row-name, .headline, .card-name, dd, .comments li, td, q')) {
            const own = e.getBoundingClientRect();
            if (own.width && own.right > box.right + 1) faults.push(e.className + ' sticks out: ' + e.innerText.slice(0, 40));
          }
        }
        return faults;
      }
      """;

  @Test
  void fiveHundredNamesAreTextEverywhere(@TempDir Path folder) throws IOException {
    List<String> names = names();
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      speak(sea, names);
      console.await("all are there", 30, () -> ((Number) console.seen("tracks.count")).intValue() >= NAMES);
      areLetterForLetter(console, names);
      searched(console, names);
      String alert = inAlerts(sea, console, names);
      commented(console, alert, names);
      asFences(console, names);
      everywhere(console);
    }
  }

  /** Seeds whole, cut, and joined in pairs, each of at most twenty characters. */
  private static List<String> names() {
    Set<String> names = new LinkedHashSet<>(SEEDS.stream().map(HostileCrowdTest::cut).toList());
    for (int i = 0; names.size() < NAMES; i++) {
      String one = SEEDS.get(i % SEEDS.size());
      String other = SEEDS.get((i / SEEDS.size() + i) % SEEDS.size());
      names.add(cut(one.substring(0, Math.min(one.length(), 4 + i % 13)) + other));
    }
    return new ArrayList<>(names).subList(0, NAMES);
  }

  /** Six-bit text has no braces, and ends at an at sign. */
  private static String cut(String text) {
    String sixBit = text.replaceAll("[^ -_]", "(").replace('@', 'A');
    return sixBit.substring(0, Math.min(NAME_LENGTH, sixBit.length())).strip();
  }

  private static void speak(QuietSea sea, List<String> names) {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        String callsign = name.substring(0, Math.min(7, name.length()));
        sea.shore.say(AisSentences.voyage(FIRST + i, callsign, name, names.get(NAMES - 1 - i)));
        double latitude = 16.6 + i / 25 * 0.02;
        sea.shore.say(AisSentences.position(FIRST + i, latitude, -87.6 + i % 25 * 0.02 + round * 0.0001, 8, 90));
      }
      Patience.pause(1_500);
    }
  }

  private static void areLetterForLetter(Console console, List<String> names) {
    console.page().keyboard().press("v");
    console.await("all are drawn", 10, () -> console.drawn().size() >= NAMES);
    Map<String, String> shown = new HashMap<>();
    console.drawn().forEach(each -> shown.put(each.id(), each.name()));
    for (int i = 0; i < names.size(); i++) {
      assertEquals(names.get(i), shown.get("mmsi:" + (FIRST + i)));
    }
    console.screenshot("hostile-map");
  }

  private static void searched(Console console, List<String> names) {
    for (int i = 0; i < names.size(); i += 12) {
      console.find("#search").fill("" + (FIRST + i));
      Locator found = console.find(".results li b").first();
      found.waitFor();
      assertEquals(names.get(i), found.innerText());
      console.page().keyboard().press("Enter");
      Locator name = console.find(".card-name b", names.get(i));
      name.waitFor();
      assertEquals(List.of(), console.page().evaluate(BROKEN), names.get(i));
    }
    console.screenshot("hostile-card");
    console.page().keyboard().press("Escape");
  }

  /** Forty of them run into closed water together. */
  private static String inAlerts(QuietSea sea, Console console, List<String> names) {
    int first = 313_900_000;
    for (int i = 0; i < 40; i++) {
      sea.shore.say(AisSentences.name(first + i, names.get(i)));
    }
    sea.runInTogether(first, 40);
    console.await(
        "forty alerts", 30, () -> sea.watch.get("/api/alerts?limit=200").getJsonArray("items").size() >= 40);
    console.page().waitForTimeout(1_000);
    Set<String> headlines = new LinkedHashSet<>(console.find("li.alert .headline").allInnerTexts());
    long named = names.subList(0, 40).stream().filter(name -> headlines.stream().anyMatch(line -> line.contains(name))).count();
    assertTrue(named >= 36, "names that stand in headlines: " + named + " " + headlines);
    JsonObject one = sea.watch.get("/api/alerts").getJsonArray("items").getJsonObject(0);
    return one.getString("id");
  }

  private static void commented(Console console, String alert, List<String> names) {
    List<String> texts = new ArrayList<>(TYPED);
    texts.addAll(names.subList(0, 20));
    for (String text : texts) {
      assertEquals(200, console.page().evaluate(COMMENT, List.of(alert, text)), text);
    }
    console.find("li.alert[data-id='" + alert + "'] .alert-head").click();
    console.find(".comments li", "javascript:alert(1)").first().waitFor();
    assertTrue(console.find(".comments li").count() >= 10, "they are listed");
    console.screenshot("hostile-comments");
    assertEquals(List.of(), console.page().evaluate(BROKEN));
  }

  private static void asFences(Console console, List<String> names) {
    List<String> all = new ArrayList<>(TYPED);
    all.addAll(names.subList(0, 60));
    for (int i = 0; i < all.size(); i++) {
      assertEquals(201, console.page().evaluate(PUT, List.of("h-" + i, all.get(i), i)), all.get(i));
    }
    console.page().keyboard().press("3");
    console.await("all are listed", 30, () -> missing(console, all).isEmpty());
    assertEquals(List.of(), console.page().evaluate(BROKEN));
    console.find(".fences .row", "javascript:alert(1)").first().click();
    console.page().waitForTimeout(500);
    console.screenshot("hostile-fences");
  }

  private static List<String> missing(Console console, List<String> names) {
    List<String> listed = console.find(".fences .row-name").allInnerTexts();
    return names.stream()
        .filter(name -> listed.stream().noneMatch(each -> each.contains(name.strip())))
        .toList();
  }

  /** Every screen in both languages; whatever runs, asks or is refused is an offence of the console. */
  private static void everywhere(Console console) {
    for (String language : List.of("es", "en")) {
      console.page().evaluate("document.activeElement.blur()");
      console.find(".language[lang=" + language + "]").click();
      for (int screen = 6; screen >= 1; screen--) {
        console.page().keyboard().press(String.valueOf(screen));
        console.page().waitForTimeout(500);
        assertEquals(List.of(), console.page().evaluate(BROKEN), language + " " + screen);
        assertEquals(0, console.find("script:not([src]), iframe, base, #side img, #side svg, #side style").count());
      }
    }
    assertEquals("Keelbill", console.page().title().replaceAll("^\\(\\d+\\) . ", ""));
  }
}
