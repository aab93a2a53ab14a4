package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** The analyst asks the record who was where, looks at the answer and takes it away. */
class InvestigateTest {
  private static final int RUNNER = 312_000_208;
  private static final int OTHER = 312_000_209;
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "geojson", "{\"type\":\"FeatureCollection\"",
          "csv", "time_utc,",
          "kml", "<?xml",
          "gpx", "<?xml",
          "parquet", "PAR1");

  @Test
  void whoWasWhereIsAskedSeenOnTheMapAndTakenAway(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.runIn(RUNNER, "<B>NIGHT HERON");
      sea.boat(RUNNER, 80);
      sea.shore.say(AisSentences.name(OTHER, "PELICANO"));
      sea.boat(OTHER, -9_000);
      Patience.pause(900);
      sea.boat(OTHER, -8_985);
      console.await("both are drawn", 5, () -> console.drawn().size() == 2);
      awaitRecorded(sea);
      console.page().keyboard().press("2");
      console.find(".replay .row").first().waitFor();
      console.find(".replay .tab", "Search the record").click();
      byName(console);
      takenAway(console);
      nearAClick(console);
      overTheFence(console);
      palettesAndSpanish(console);
    }
  }

  /** The record is written once a second, and in its own time. */
  private static void awaitRecorded(QuietSea sea) {
    Instant now = Instant.now();
    String question =
        "/api/recordings/tracks?from=%s&to=%s"
            .formatted(now.minusSeconds(7_200), now.plusSeconds(3_600));
    Patience.until(
        "both are recorded",
        20,
        () -> sea.watch.get(question).getJsonArray("items").size() >= 2);
  }

  /** Two hours back, and one ahead for what is recorded meanwhile, by the clocks of Belize. */
  private static void period(Console console) {
    fill(console, "from", belize(console, -2));
    fill(console, "to", belize(console, 1));
  }

  private static String belize(Console console, int hoursFromNow) {
    Object iso =
        console
            .page()
            .evaluate("h => new Date(Date.now() + (h - 6) * 3600e3).toISOString()", hoursFromNow);
    return ((String) iso).substring(0, 19).replace('T', ' ');
  }

  private static void fill(Console console, String field, String text) {
    console.find(".search-form [name=" + field + "]").fill(text);
    console.page().keyboard().press("Tab");
  }

  private static void byName(Console console) {
    period(console);
    console.find(".search-form [name=who]").selectOption("name");
    Locator ask = console.find(".search-form .primary");
    console.await("nobody is named yet", 3, ask::isDisabled);
    console.find(".search-form [name=text]").fill("night her");
    console.await("somebody is named", 3, ask::isEnabled);
    console.page().keyboard().press("Enter");
    console.find(".found .row", "<B>NIGHT HERON").waitFor();
    assertEquals(1, console.find(".found .row").count());
    console.await(
        "it is on the map", 2, () -> console.is("found.drawn.went", 1));
    console.find(".found .row").click();
    console.await("its way is drawn", 5, () -> console.is("found.drawn.way", 1));
    console.find(".found-more", "MMSI " + RUNNER).waitFor();
    console.page().waitForTimeout(400);
    console.screenshot("search-track");
  }

  private static void takenAway(Console console) throws IOException {
    Map<String, Integer> fixes = new TreeMap<>();
    for (Map.Entry<String, String> format : BEGINNINGS.entrySet()) {
      console.find(".found-head .format").selectOption(format.getKey());
      String text = taken(console, ".found-head .take");
      assertTrue(text.startsWith(format.getValue()), format.getKey() + ": " + text);
      fixes.put(format.getKey(), fixes(format.getKey(), text));
    }
    assertEquals(1, new HashSet<>(fixes.values()).size(), "as many in each: " + fixes);
    assertTrue(fixes.get("csv") >= 4, "as many as were said: " + fixes);
    console.find(".found-more .format").selectOption("geojson");
    JsonObject track = new JsonObject(taken(console, ".found-more .take"));
    assertEquals(
        "mmsi:" + RUNNER,
        track
            .getJsonArray("features")
            .getJsonObject(0)
            .getJsonObject("properties")
            .getString("track"));
  }

  /** How many positions a file holds, read by somebody else's reader. */
  private static int fixes(String format, String text) throws IOException {
    return switch (format) {
      case "geojson" -> new JsonObject(text)
          .getJsonArray("features").stream()
          .mapToInt(each -> ((JsonObject) each).getJsonObject("properties").getJsonArray("times").size())
          .sum();
      case "csv" -> (int) text.lines().count() - 1;
      case "kml" -> elements(text, "when");
      case "gpx" -> elements(text, "trkpt");
      default -> parquetRows(text);
    };
  }

  private static int elements(String xml, String name) throws IOException {
    try {
      byte[] bytes = xml.getBytes(StandardCharsets.ISO_8859_1);
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes))
          .getElementsByTagName(name)
          .getLength();
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(xml, e);
    }
  }

  private static int parquetRows(String bytes) throws IOException {
    Path file = Files.createTempFile("fixes", ".parquet");
    Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from '" + file + "'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    } finally {
      Files.delete(file);
    }
  }

  private static String taken(Console console, String link) throws IOException {
    Download download = console.page().waitForDownload(() -> console.find(link).click());
    return Files.readString(download.path(), StandardCharsets.ISO_8859_1);
  }

  private static void nearAClick(Console console) {
    console.find(".search-form [name=who]").selectOption("anybody");
    console.find(".search-form [name=where]").selectOption("near");
    console.find(".search-form [name=miles]").fill("0.5");
    console.page().keyboard().press("Tab");
    console.find(".search-form .pick").click();
    Map<?, ?> boat =
        (Map<?, ?>)
            console
                .page()
                .evaluate(
                    "id => { const t = window.__keelbill.tracks.drawn.find(r => r.id === id);"
                        + " const b = document.getElementById('map').getBoundingClientRect();"
                        + " return {x: b.x + t.x, y: b.y + t.y}; }",
                    "mmsi:" + OTHER);
    console
        .page()
        .mouse()
        .click(((Number) boat.get("x")).doubleValue(), ((Number) boat.get("y")).doubleValue());
    console.await("the place is drawn", 3, () -> console.is("found.drawn.ring", 1));
    console.find(".search-form .primary").click();
    console.find(".found .row", "PELICANO").waitFor();
    assertEquals(1, console.find(".found .row").count(), "the other was farther away");
    assertTrue(console.find(".found .closest").innerText().contains("nm"));
    console.page().waitForTimeout(300);
    console.screenshot("search-near");
    console.find(".search-form [name=here]").fill("17.32 -70.0");
    console.page().keyboard().press("Tab");
    console.find(".search-form .primary").click();
    console.find(".replay .empty", "Nobody was there").waitFor();
  }

  private static void overTheFence(Console console) {
    console.find(".search-form [name=where]").selectOption("crossed");
    console.find(".search-form [name=fence]").selectOption("closed-water");
    console.find(".search-form .primary").click();
    console.find(".found .row", "NIGHT HERON").click();
    console.find(".found-more .crossing", "came in").waitFor();
    assertEquals(1, console.find(".found .row").count());
    console.find(".search-form [name=where]").selectOption("view");
    console.find(".search-form .primary").click();
    console.find(".found .row", "NIGHT HERON").waitFor();
    console.find(".found .row").first().focus();
    console.page().keyboard().press("Enter");
    console.find(".found-more button", "Replay it").waitFor();
  }

  private static void palettesAndSpanish(Console console) {
    for (String palette : new String[] {"day", "night"}) {
      console.page().evaluate("document.activeElement.blur()");
      while (!console.is("state.palette", palette)) {
        console.page().keyboard().press("b");
        console.page().waitForTimeout(100);
      }
      console.page().waitForTimeout(300);
      console.screenshot("search-" + palette);
    }
    console.find(".language[lang=es]").click();
    console.find(".search-form", "Cualquiera").waitFor();
    console.screenshot("search-spanish");
    console.find(".found-more button", "Repetirlo").click();
    console.find(".replay .primary", "Iniciar").waitFor();
  }

  @Test
  void reportAndEvidenceAreAButtonAway(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.runIn(RUNNER, "NIGHT HERON");
      sea.boat(RUNNER, 80);
      console.find("li.alert", "NIGHT HERON").waitFor();
      Patience.pause(2_500);
      console.page().keyboard().press("n");
      console.find("li.alert.open .report").waitFor();
      String report = taken(console, "li.alert.open .report");
      Sheet.isReadable(report);
      String words = Sheet.words(report);
      for (String said :
          List.of("incident report", "NIGHT HERON", "Closed water", "Belize", "mmsi:" + RUNNER)) {
        assertTrue(words.contains(said), said + " in " + words);
      }
      assertTrue(Sheet.linesDrawn(report) > 20, "coast, fence and way are drawn");
      console.find("li.alert.open .evidence").click();
      Locator save = console.find("li.alert.open .take-bundle");
      save.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
      console.screenshot("evidence");
      assertTrue(taken(console, "li.alert.open .take-bundle").startsWith("PK"));
      console.find("li.alert.open .bundle .icon").click();
      console.find("li.alert.open .evidence").waitFor();
      console.await(
          "it is forgotten", 5, () -> sea.watch.get("/api/jobs").getJsonArray("items").isEmpty());
    }
  }
}
