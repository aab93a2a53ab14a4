package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator draws fences by mouse, by table and by others' files, gives them hours, and takes a change back. */
class FenceDrawTest {
  private static final int BOAT = 312_000_281;
  private static final double LATITUDE = 17.0;
  private static final double LONGITUDE = -87.6;
  private static final double ZOOM = 11;
  private static final double SQUARE_METRES = 1e6;
  private static final double A_THOUSANDTH = 0.001;
  private static final String KML =
      """
      <?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
      <Placemark><name>=Spawning &lt;b&gt;bank</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
       -87.50,16.90,0 -87.45,16.90,0 -87.45,16.95,0 -87.50,16.95,0 -87.50,16.90,0
      </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
      <Placemark><name>Bow tie</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
       -87.40,16.90 -87.35,16.95 -87.35,16.90 -87.40,16.95 -87.40,16.90
      </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
      <Placemark><name>Channel</name><LineString><coordinates>-87.50,16.80 -87.40,16.80</coordinates></LineString></Placemark>
      </Document></kml>
      """;

  @Test
  void fencesAreDrawnTypedWidenedImportedAndTimed(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder, "alarm", "");
        Console console = Console.open(sea.watch, address(sea))) {
      console.find(".new-fence").waitFor();
      byMouse(sea, console);
      byTable(sea, console);
      widened(console);
      imported(sea, console);
      timed(sea, console);
      restored(sea, console);
    }
  }

  private static String address(QuietSea sea) {
    return sea.watch.origin() + "/#fences?c=" + LATITUDE + "," + LONGITUDE + "&z=" + ZOOM;
  }

  /** Four corners, each a whole number of pixels from the middle of the map. */
  private static void byMouse(QuietSea sea, Console console) {
    int[][] corners = {{-200, -150}, {180, -160}, {220, 140}, {-170, 170}};
    Map<?, ?> box =
        (Map<?, ?>) console.page().evaluate("document.getElementById('map').getBoundingClientRect().toJSON()");
    double x = number(box, "left") + number(box, "width") / 2;
    double y = number(box, "top") + number(box, "height") / 2;
    console.find(".new-fence").click();
    console.find(".draw-area").click();
    console.await("it waits for corners", 2, () -> console.is("drawing.busy", "area"));
    for (int i = 0; i <= corners.length; i++) {
      int[] corner = corners[i % corners.length];
      console.page().mouse().move(x + corner[0], y + corner[1]);
      console.page().waitForTimeout(80);
      console.page().mouse().click(x + corner[0], y + corner[1]);
      console.page().waitForTimeout(350);
    }
    console.await("it is drawn", 3, () -> ((List<?>) console.seen("drawing.drawn")).contains("new"));
    console.await("its size", 5, () -> console.find(".judged", "km²").count() == 1);
    console.screenshot("fence-drawn");
    save(console, "Drawn by mouse");
    PolygonArea expected = new PolygonArea(Geodesic.WGS84, false);
    for (int[] corner : corners) {
      double[] at = place(corner);
      expected.AddPoint(at[0], at[1]);
    }
    isAsLarge(fence(sea, "Drawn by mouse"), Math.abs(expected.Compute().area));
  }

  private static double[] place(int[] pixel) {
    double metres = 156_543.033_928_040_97 / Math.pow(2, ZOOM);
    double radius = 6_378_137;
    double x = Math.toRadians(LONGITUDE) * radius + pixel[0] * metres;
    double y = radius * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(LATITUDE) / 2)) - pixel[1] * metres;
    double latitude = 2 * Math.atan(Math.exp(y / radius)) - Math.PI / 2;
    return new double[] {Math.toDegrees(latitude), Math.toDegrees(x / radius)};
  }

  private static double number(Map<?, ?> row, String key) {
    return ((Number) row.get(key)).doubleValue();
  }

  private static void save(Console console, String name) {
    console.find(".part-properties").click();
    console.find(".fence-editor [name=name]").fill(name);
    console.find(".fence-editor .act.primary").click();
    console.find(".message.good").waitFor();
  }

  private static JsonObject fence(QuietSea sea, String name) {
    return sea.watch.get("/api/fences").getJsonArray("features").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getJsonObject("properties").getString("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no fence " + name));
  }

  private static void isAsLarge(JsonObject fence, double squareMetres) {
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    JsonArray ring = fence.getJsonObject("geometry").getJsonArray("coordinates").getJsonArray(0);
    for (int i = 0; i < ring.size() - 1; i++) {
      area.AddPoint(ring.getJsonArray(i).getDouble(1), ring.getJsonArray(i).getDouble(0));
    }
    double found = Math.abs(area.Compute().area);
    assertEquals(squareMetres, found, squareMetres * A_THOUSANDTH, fence.encode());
  }

  /** No pointer on the map: four corners to the hundredth of a minute. */
  private static void byTable(QuietSea sea, Console console) {
    String[] corners = {
      "16°50.00'N 087°40.00'W", "16 50 0 N 87 30 0 W", "16.916667 -87.5", "16°55.00'N 087°40.00'W"
    };
    console.find(".new-fence").click();
    console.find(".type-corners").click();
    for (int i = 0; i < corners.length; i++) {
      Locator field = console.find(".vertices input").nth(i);
      field.fill(corners[i]);
      console.page().keyboard().press("Tab");
      Patience.pause(600); // each corner is drawn before the next is typed
    }
    console.await("its size", 5, () -> console.find(".judged", "km²").count() == 1);
    console.screenshot("fence-table");
    save(console, "Typed");
    PolygonArea expected = new PolygonArea(Geodesic.WGS84, false);
    expected.AddPoint(16 + 50 / 60.0, -87 - 40 / 60.0);
    expected.AddPoint(16 + 50 / 60.0, -87.5);
    expected.AddPoint(16 + 55 / 60.0, -87.5);
    expected.AddPoint(16 + 55 / 60.0, -87 - 40 / 60.0);
    isAsLarge(fence(sea, "Typed"), Math.abs(expected.Compute().area));
  }

  /** Closed water with all that lies within three miles: the square, its four sides and a circle. */
  private static void widened(Console console) {
    console.find(".row", "Closed water").click();
    console.find(".part-shape").click();
    console.find(".shape [name=miles]").fill("3");
    console.find(".widen .act").click();
    console.await("it is wider", 5, () -> ((List<?>) console.seen("drawing.drawn")).contains("old"));
    console.await("and judged", 5, () -> console.seen("drawing.judged") != null);
    double expected = widenedSquareMetres();
    double found = number((Map<?, ?>) console.seen("drawing.judged"), "squareKilometres") * SQUARE_METRES;
    assertEquals(expected, found, expected * A_THOUSANDTH);
    console.screenshot("fence-widened");
    console.find(".undo-shape").click();
    console.find(".fence-editor .act", "Undo").last().click();
  }

  /** Round each corner a quarter of a circle of three miles, on the ellipsoid, by another's formula. */
  private static double widenedSquareMetres() {
    double[][] corners = {{17.30, -87.98}, {17.30, -87.94}, {17.34, -87.94}, {17.34, -87.98}};
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    for (int corner = 0; corner < corners.length; corner++) {
      for (int step = 0; step <= 90; step++) {
        double azimuth = 270 - corner * 90 - step;
        GeodesicData at =
            Geodesic.WGS84.Direct(corners[corner][0], corners[corner][1], azimuth, 3 * 1_852);
        area.AddPoint(at.lat2, at.lon2);
      }
    }
    return Math.abs(area.Compute().area);
  }

  private static void imported(QuietSea sea, Console console) {
    console.find(".import-fences").click();
    console.find(".import [name=shapes]").fill(KML);
    console.find(".import .judge").click();
    console.find(".found-shapes .row", "=Spawning <b>bank").waitFor();
    console.find(".import .message.bad", "Shape 2").waitFor();
    assertEquals(2, console.find(".found-shapes .row").count());
    console.page().waitForTimeout(400);
    console.screenshot("fence-import");
    console.find(".found-shapes .take-shape").first().click();
    save(console, "Spawning bank");
    PolygonArea expected = new PolygonArea(Geodesic.WGS84, false);
    expected.AddPoint(16.90, -87.50);
    expected.AddPoint(16.90, -87.45);
    expected.AddPoint(16.95, -87.45);
    expected.AddPoint(16.95, -87.50);
    isAsLarge(fence(sea, "Spawning bank"), Math.abs(expected.Compute().area));
    console.find(".import-fences").click();
    console.find(".import [name=shapes]").fill("POLYGON((-87.3 17, -87.2 17, -87.2 17.1, -87.3 17.1, -87.3 17))");
    console.find(".import .judge").click();
    console.find(".found-shapes .row").waitFor();
    console.find(".import [name=shapes]").fill("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><kml>&a;</kml>");
    console.forgive(offence -> offence.contains("422"));
    console.find(".import .judge").click();
    console.find(".import .message.bad").waitFor();
    console.find(".import .act", "Close").click();
  }

  /** Closed water is open at this hour: nobody is told of who goes in. */
  private static void timed(QuietSea sea, Console console) {
    console.find(".row", "Closed water").click();
    console.find(".fence-editor [name=activeFrom]").fill(hourFromNow(2));
    console.find(".fence-editor [name=activeTo]").fill(hourFromNow(3));
    console.find(".fence-editor .act.primary").click();
    console.find(".message.good").waitFor();
    sea.runIn(BOAT, "BY DAY");
    sea.boat(BOAT, 80);
    Patience.pause(3_000);
    assertEquals(0, sea.watch.get("/api/alerts").getJsonArray("items").size(), "it is not in force");
  }

  private static String hourFromNow(int hours) {
    return DateTimeFormatter.ofPattern("HH:mm")
        .format(Instant.now().plusSeconds(3_600L * hours).atZone(ZoneId.of("America/Belize")));
  }

  private static void restored(QuietSea sea, Console console) {
    console.find(".row", "Closed water").click();
    console.find(".part-history").click();
    console.find(".fence-history li", "as configured").waitFor();
    console.find(".fence-history .differs", "In force from").waitFor();
    console.screenshot("fence-history");
    console.find(".fence-history .restore").click();
    console.find(".fence-editor .act.primary").click();
    console.find(".message.good").waitFor();
    JsonObject properties = fence(sea, "Closed water").getJsonObject("properties");
    assertTrue(properties.getValue("activeFrom") == null, properties.encode());
    assertEquals("alarm", properties.getString("priority"));
    sea.runIn(BOAT + 1, "BY NIGHT");
    sea.boat(BOAT + 1, 80);
    console.await("it rings again", 3, () -> sea.watch.get("/api/alerts").getJsonArray("items").size() == 1);
    dress(console);
  }

  private static void dress(Console console) {
    console.find(".row", "Closed water").click();
    for (String palette : List.of("day", "dusk", "night")) {
      console.page().evaluate("document.activeElement.blur()");
      while (!console.is("state.palette", palette)) {
        console.page().keyboard().press("b");
        console.page().waitForTimeout(150);
      }
      console.page().waitForTimeout(400);
      console.screenshot("fence-editor-" + palette);
    }
    console.find(".language[lang=es]").click();
    console.page().waitForTimeout(400);
    console.screenshot("fence-editor-spanish");
  }
}
