package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer reads off the map and says on the radio: distances, courses, times, positions. */
class MeasureTest {
  private static final int PATROL = 312_990_001;
  private static final int BOAT = 312_000_231;
  private static final int RUNNER = 312_000_232;
  private static final double METRES_PER_NM = 1_852;
  private static final double PATROL_KNOTS = 30;
  private static final Pattern STEER =
      Pattern.compile("there in ([0-9.]+) min.*steer (\\d{3})°T at 30\\.0 kn", Pattern.DOTALL);

  private record Place(double latitude, double longitude) {
    Place after(double knots, double courseDegrees, double hours) {
      GeodesicData there =
          Geodesic.WGS84.Direct(latitude, longitude, courseDegrees, knots * hours * METRES_PER_NM);
      return new Place(there.lat2, there.lon2);
    }

    GeodesicData to(Place other) {
      return Geodesic.WGS84.Inverse(latitude, longitude, other.latitude, other.longitude);
    }
  }

  private static final Place UNIT = new Place(17.02, -87.95);
  private static final Place PREY = new Place(16.90, -87.80);
  private static final Place FAST = new Place(17.10, -87.60);

  @Test
  void interceptRulerAndCopiedPositionAreRight(@TempDir Path folder) throws IOException {
    Chromium.open();
    try (ShoreStation shore = new ShoreStation();
        WatchProgram watch = start(folder, shore);
        Console console = Console.open(watch)) {
      console.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      shore.awaitListener();
      say(shore, PATROL, "PATROL ONE", UNIT, 3, 90);
      say(shore, BOAT, "MANATEE LADY", PREY, 22, 275);
      say(shore, RUNNER, "GONE", FAST, 38, 80);
      console.await("all are drawn", 5, () -> console.drawn().size() == 3);
      console.page().keyboard().press("v");
      intercept(console);
      noIntercept(console);
      copied(console);
      ruler(console);
      pair(console);
      ellipsoid(console);
      dress(console);
    }
  }

  private static WatchProgram start(Path folder, ShoreStation shore) throws IOException {
    return WatchProgram.start(
        folder,
        """
        stations:
          - {id: mast, kind: ais, lat: 17.30, lon: -88.00, rangeNm: 40}
        ownForces: {mmsi: [%d]}
        feeds:
          - {name: mast, format: ais, transport: tcp, host: 127.0.0.1, port: %d, station: mast}
        """
            .formatted(PATROL, shore.port()));
  }

  private static void say(
      ShoreStation shore, int mmsi, String name, Place at, double knots, double course) {
    shore.say(AisSentences.name(mmsi, name));
    shore.say(AisSentences.position(mmsi, at.latitude(), at.longitude(), knots, course));
  }

  private static void choose(Console console, String text) {
    console.page().keyboard().press("/");
    console.find("#search").fill(text);
    console.page().keyboard().press("Enter");
    console.find(".card-name").waitFor();
  }

  /** The boat goes on as it does: by search for the first moment at which the patrol is there too. */
  private static void intercept(Console console) {
    choose(console, "manatee");
    console.find(".slack .patrol", "PATROL ONE").waitFor();
    Matcher said = STEER.matcher(console.find(".slack .patrol").innerText());
    assertTrue(said.find(), console.find(".slack .patrol").innerText());
    double hours = 0;
    while (UNIT.to(PREY.after(22, 275, hours)).s12 > PATROL_KNOTS * hours * METRES_PER_NM) {
      hours += 1.0 / 36_000;
    }
    double course = (UNIT.to(PREY.after(22, 275, hours)).azi1 + 360) % 360;
    assertEquals(course, Double.parseDouble(said.group(2)), 1);
    // The card rounds to whole minutes from ten on, and the boat has gone on since it spoke.
    assertEquals(hours * 60, Double.parseDouble(said.group(1)), hours * 60 * 0.01 + 0.5);
    console.page().keyboard().press("i");
    console.await("it is drawn", 2, () -> ((List<?>) console.seen("reach.drawn")).size() == 3);
    console.page().keyboard().press("Escape");
  }

  private static void noIntercept(Console console) {
    choose(console, "gone");
    console.find(".slack .patrol", "no meeting at 30.0 kn, needs").waitFor();
    Matcher needed =
        Pattern.compile("needs ([0-9.]+) kn").matcher(console.find(".slack .patrol").innerText());
    assertTrue(needed.find());
    assertTrue(Double.parseDouble(needed.group(1)) > PATROL_KNOTS);
    console.page().keyboard().press("i");
    console.find(".toast", "No patrol can meet it").waitFor();
    console.page().keyboard().press("Escape");
  }

  private static void copied(Console console) {
    choose(console, "manatee");
    String[] formats = {"16°54.00'N 087°48.00'W", "16°54'00.0\"N 087°48'00.0\"W", "16.90000 -87.80000"};
    for (String expected : formats) {
      console.page().keyboard().press("c");
      console.find(".toast", "Copied " + expected).waitFor();
      String clipboard = (String) console.page().evaluate("navigator.clipboard.readText()");
      assertEquals(expected, clipboard);
      console.find(".card .position", expected).waitFor();
      console.find("#readout .cursor").click();
    }
    console.page().keyboard().press("Escape");
  }

  /** Between a craft and a place on the water; the end at the craft goes with it. */
  private static void ruler(Console console) {
    choose(console, "manatee");
    console.page().keyboard().press("r");
    console.find("#readout .picking", "other end").waitFor();
    int[] at = water(console);
    console.page().mouse().move(at[0], at[1]);
    console.page().waitForTimeout(200);
    console.page().mouse().click(at[0], at[1]);
    console.await("it is drawn", 2, () -> ((List<?>) console.seen("ruler.drawn")).contains("line"));
    Map<?, ?> measured = (Map<?, ?>) console.seen("ruler.measured");
    Place end = place(console, at);
    GeodesicData expected = PREY.to(end);
    assertEquals(expected.s12 / METRES_PER_NM, number(measured, "miles"), 0.01);
    assertEquals((expected.azi1 + 360) % 360, number(measured, "degrees"), 0.1);
    String words = (String) console.seen("ruler.words");
    assertTrue(words.matches("[0-9.]+ nm  \\d{3}°T  \\(back \\d{3}°T\\)"), words);
    console.screenshot("measure-ruler");
    console.page().keyboard().press("Escape");
    console.await("it is put away", 2, () -> ((List<?>) console.seen("ruler.drawn")).isEmpty());
  }

  private static int[] water(Console console) {
    Map<?, ?> box =
        (Map<?, ?>)
            console.page().evaluate("document.getElementById('map').getBoundingClientRect().toJSON()");
    return new int[] {(int) number(box, "left") + 700, (int) number(box, "top") + 420};
  }

  private static Place place(Console console, int[] at) {
    Map<?, ?> place = (Map<?, ?>) console.seen("cursor");
    return new Place(number(place, "latitude"), number(place, "longitude"));
  }

  /** Both ends are craft, the second chosen by its name: no pointer is needed. */
  private static void pair(Console console) {
    choose(console, "manatee");
    console.page().keyboard().press("x");
    choose(console, "patrol");
    console.await("their way", 2, () -> ((List<?>) console.seen("ruler.drawn")).contains("cpa"));
    String words = (String) console.seen("ruler.words");
    assertTrue(words.matches("(?s).*CPA [0-9.]+ nm in [0-9.]+ min"), words);
    console.page().keyboard().press("R");
    console.await("rings", 2, () -> ((List<?>) console.seen("ruler.drawn")).contains("ring"));
  }

  /** The page's own formula against another's, over the whole chart and more. */
  private static void ellipsoid(Console console) {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Place from = new Place(14 + 6 * random.nextDouble(), -91 + 8 * random.nextDouble());
      Place to = new Place(14 + 6 * random.nextDouble(), -91 + 8 * random.nextDouble());
      GeodesicData expected = from.to(to);
      Map<?, ?> way =
          (Map<?, ?>)
              console
                  .page()
                  .evaluate(
                      "async ([a, b, c, d]) => (await import('/js/ellipsoid.js')).wayBetween("
                          + "{latitude: a, longitude: b}, {latitude: c, longitude: d})",
                      List.of(from.latitude, from.longitude, to.latitude, to.longitude));
      assertEquals(expected.s12 / METRES_PER_NM, number(way, "miles"), 1e-5);
      assertEquals((expected.azi1 + 360) % 360, number(way, "degrees"), 1e-6);
    }
  }

  private static double number(Map<?, ?> row, String key) {
    return ((Number) row.get(key)).doubleValue();
  }

  private static void dress(Console console) {
    for (String palette : List.of("day", "dusk", "night")) {
      while (!console.is("state.palette", palette)) {
        console.page().keyboard().press("b");
        console.page().waitForTimeout(150);
      }
      console.page().waitForTimeout(300);
      console.screenshot("measure-" + palette);
    }
    console.find(".language[lang=es]").click();
    console.await("in Spanish", 3, () -> ((String) console.seen("ruler.words")).contains("vuelta"));
    console.screenshot("measure-spanish");
  }
}
