package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a lost boat may be, and how the nearest patrol meets one in sight. */
class ReachTest {
  private static final int PATROL = 312_990_001;
  private static final int BOAT = 312_000_231;
  private static final long LOST_MILLIS = 12 * 60_000;

  @Test
  void aLostBoatMayBeAnywhereInAnAreaThatGrows(@TempDir Path folder) throws IOException {
    Chromium.open();
    try (ShoreStation radar = new ShoreStation();
        WatchProgram watch = start(folder, radar, "radar");
        Console console = Console.open(watch)) {
      radar.awaitListener();
      // A radar whose lines come twelve minutes late: the boat is lost when it appears.
      long from = System.currentTimeMillis() - LOST_MILLIS;
      for (int scan = 0; scan < 8; scan++) {
        radar.say(target(7, 6 - 0.02 * scan, 300, from + 3_000L * scan));
      }
      console.await("the boat is drawn", 5, () -> console.drawn().size() == 1);
      console.page().keyboard().press("v");
      search(console, "mast/7");
      console.find(".reach", "May be anywhere in here, last seen 12 min ago").waitFor();
      assertEquals(List.of("reach", "words"), console.seen("reach.drawn"));
      assertTrue(((String) console.seen("reach.words")).contains("last seen 12 min ago"));
      assertTrue(console.find(".reach").innerText().contains("a small craft"), "what it is taken for");
      console.page().waitForTimeout(600);
      for (String palette : List.of("day", "dusk", "night")) {
        choose(console, palette);
        console.screenshot("reach-lost-" + palette);
      }
      String name = console.drawn().get(0).id().replace("/", "%2F");
      double early = surface(watch, name, 5);
      assertTrue(surface(watch, name, 20) > 4 * early, "it grows as time passes");
      console.find(".language[lang=es]").click();
      console.find(".reach", "Puede estar en cualquier lugar").waitFor();
      console.page().waitForTimeout(1_500);
      console.screenshot("reach-lost-spanish");
      console.page().keyboard().press("Escape");
      console.await("the area is gone", 2, () -> ((List<?>) console.seen("reach.drawn")).isEmpty());
    }
  }

  @Test
  void aBoatInSightHasATimeToTheCoastAndAPatrolThatMeetsIt(@TempDir Path folder)
      throws IOException {
    Chromium.open();
    try (ShoreStation shore = new ShoreStation();
        WatchProgram watch = start(folder, shore, "ais");
        Console console = Console.open(watch)) {
      shore.awaitListener();
      shore.say(AisSentences.name(PATROL, "PATROL ONE"));
      shore.say(AisSentences.position(PATROL, 17.02, -87.95, 3, 90));
      shore.say(AisSentences.name(BOAT, "MANATEE LADY"));
      shore.say(AisSentences.position(BOAT, 16.90, -87.80, 22, 275));
      console.await("both are drawn", 5, () -> console.drawn().size() == 2);
      search(console, "manatee");
      console.find(".slack .patrol", "PATROL ONE").waitFor();
      String card = console.find(".slack").innerText();
      assertTrue(card.contains("To the coast"), card);
      assertTrue(card.matches("(?s).*steer \\d{3}°T at 30.0 kn.*"), card);
      assertFalse(card.contains("undefined") || card.contains("NaN"), card);
      console.page().keyboard().press("i");
      console.await(
          "the intercept is drawn",
          2,
          () -> List.of("unit", "craft", "meeting").equals(console.seen("reach.drawn")));
      assertTrue(((String) console.seen("reach.words")).startsWith("PATROL ONE: "));
      console.page().waitForTimeout(600);
      for (String palette : List.of("day", "dusk", "night")) {
        choose(console, palette);
        console.screenshot("intercept-" + palette);
      }
      console.find(".slack .act").click();
      console.await("and taken away", 2, () -> ((List<?>) console.seen("reach.drawn")).isEmpty());
      console.find(".language[lang=es]").click();
      console.find(".slack", "Patrulla más cercana").waitFor();
      console.page().keyboard().press("i");
      console.page().waitForTimeout(600);
      console.screenshot("intercept-spanish");
    }
  }

  private static WatchProgram start(Path folder, ShoreStation heard, String format)
      throws IOException {
    return WatchProgram.start(
        folder,
        """
        stations:
          - {id: mast, kind: radar, lat: 17.30, lon: -88.00, rangeNm: 32}
        ownForces: {mmsi: [%d]}
        feeds:
          - {name: mast, format: %s, transport: tcp, host: 127.0.0.1, port: %d, station: mast}
        """
            .formatted(PATROL, format, heard.port()));
  }

  private static void search(Console console, String text) {
    console.page().keyboard().press("/");
    console.find("#search").fill(text);
    console.page().keyboard().press("Enter");
    console.find(".card-name").waitFor();
  }

  private static void choose(Console console, String palette) {
    while (!console.is("state.palette", palette)) {
      console.page().keyboard().press("b");
      console.page().waitForTimeout(250);
    }
  }

  /** A tracked target with its time in a tag block. */
  private static String target(int number, double miles, double bearing, long atMillis) {
    String body =
        String.format(
            Locale.ROOT, "RATTM,%02d,%.2f,%.1f,T,24.0,120.0,T,,,N,,T,,,A", number, miles, bearing);
    String tag = String.format(Locale.ROOT, "s:mast,c:%d", atMillis / 1_000);
    return String.format(Locale.ROOT, "\\%s*%02X\\$%s*%02X", tag, sum(tag), body, sum(body));
  }

  private static int sum(String text) {
    return text.chars().reduce(0, (a, b) -> a ^ b);
  }

  /** The extent of the area so many minutes after the boat was seen, square degrees. */
  private static double surface(WatchProgram watch, String track, int minutes) {
    JsonObject feature = watch.get("/api/tracks/" + track + "/reach?minutes=" + minutes);
    double west = 180;
    double east = -180;
    double south = 90;
    double north = -90;
    for (Object part : feature.getJsonObject("geometry").getJsonArray("coordinates")) {
      for (Object corner : ((JsonArray) part).getJsonArray(0)) {
        double x = ((JsonArray) corner).getDouble(0);
        double y = ((JsonArray) corner).getDouble(1);
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
      }
    }
    return (east - west) * (north - south);
  }
}
