package bz.keelbill.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.RecordedScene;
import bz.keelbill.record.Recordings;
import bz.keelbill.record.TrackQuery;
import bz.keelbill.record.TrackQuery.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TakeoutTest {
  private static final long FIXES = 3 * 360 + 60;
  @TempDir static Path dir;
  private static Takeout takeout;

  @BeforeAll
  static void record() throws Exception {
    try (RecordedScene scene = new RecordedScene(dir)) {
      scene.play();
    }
    takeout = new Takeout(Recordings.in(RecordSettings.in(dir)));
  }

  private static byte[] written(TrackFormat format, Who who) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TrackQuery query = new TrackQuery(RecordedScene.hour(0), RecordedScene.hour(24), who, null);
    assertEquals(List.of(), takeout.write(query, format, out));
    return out.toByteArray();
  }

  private static String text(TrackFormat format) throws Exception {
    return new String(written(format, Who.ANYBODY), StandardCharsets.UTF_8);
  }

  @Test
  void csvHasARowForEachFixWithUnitsInItsColumnsAndNoFormula() throws Exception {
    String[] rows = text(TrackFormat.CSV).split("\r\n");
    assertEquals(1 + FIXES, rows.length);
    assertTrue(rows[0].startsWith("time_utc,time_belize,track,"), rows[0]);
    assertEquals(
        "2026-11-23T00:00:00.000Z,2026-11-22T18:00:00.000-06:00,icao:0ab123,air,TGU101,,,TGU101,"
            + "0ab123,V3-HIK,16,-87.8,12.5,6.431,90,,3500,1066.8,station-1",
        rows[1]);
    String star = List.of(rows).stream().filter(row -> row.contains("STAR")).findFirst().get();
    assertTrue(star.contains(",'=1+1;STAR,"), star);
  }

  @Test
  void aCellIsNeverAFormula() {
    for (String formula : List.of("=1+1", "+5", "-HYPERLINK(X)", "@SUM(A1)", "\tX")) {
      assertEquals("'" + formula, Written.cell(formula));
    }
    assertEquals("SEA-WOLF = 1", Written.cell("SEA-WOLF = 1"));
    assertEquals("", Written.cell(null));
  }

  @Test
  void aCellIsOneFieldOnOneLine() {
    assertEquals("\"A,\"\"B\"\"\"", Written.cell("A,\"B\""));
    assertEquals("A  B", Written.cell("A\r\nB"));
    assertEquals("'\t=1", Written.cell("\t=1"));
    assertEquals("'  =1", Written.cell("  =1"));
  }

  @Test
  void geoJsonHasALineForEachTrackWithItsTimes() throws Exception {
    JsonNode json = new ObjectMapper().readTree(text(TrackFormat.GEOJSON));
    assertEquals("FeatureCollection", json.get("type").asText());
    assertEquals(4, json.get("features").size());
    long points = 0;
    for (JsonNode feature : json.get("features")) {
      JsonNode way = feature.get("geometry").get("coordinates");
      assertEquals(way.size(), feature.get("properties").get("times").size());
      points += way.size();
    }
    assertEquals(FIXES, points);
    JsonNode plane = json.get("features").get(0);
    assertEquals("[-87.8,16,1066.8]", plane.get("geometry").get("coordinates").get(0).toString());
    assertEquals("V3-HIK", plane.get("properties").get("registration").asText());
  }

  @Test
  void kmlAndGpxAreXmlWithEveryFix() throws Exception {
    Document kml = xml(written(TrackFormat.KML, Who.ANYBODY));
    assertEquals(FIXES, kml.getElementsByTagName("when").getLength());
    assertEquals(FIXES, kml.getElementsByTagName("gx:coord").getLength());
    Document gpx = xml(written(TrackFormat.GPX, Who.ANYBODY));
    assertEquals(4, gpx.getElementsByTagName("trk").getLength());
    assertEquals(FIXES, gpx.getElementsByTagName("trkpt").getLength());
    Element first = (Element) gpx.getElementsByTagName("trkpt").item(0);
    assertEquals("16", first.getAttribute("lat"));
    assertTrue(first.getTextContent().contains("2026-11-23T00:00:00.000Z"));
  }

  private static Document xml(byte[] bytes) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  @Test
  void xmlTakesNoCharacterThatItDoesNotKnow() {
    assertEquals("<b>&x", Written.xml("<b>\u0000\u0001&\uffffx"));
  }

  @Test
  void parquetIsReadByDuckDb() throws Exception {
    Path file = Files.write(dir.resolve("x.parquet"), written(TrackFormat.PARQUET, Who.ANYBODY));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), min(epoch_ms(time_utc)), max(altitude_metres) from '"
                    + file
                    + "'")) {
      assertTrue(row.next());
      assertEquals(FIXES, row.getLong(1));
      assertEquals(RecordedScene.MIDNIGHT, row.getLong(2));
      assertEquals(1066.8, row.getDouble(3), 1e-9);
    }
    try (var left = Files.list(dir.resolve("tmp"))) {
      assertEquals(0, left.count(), "what was needed for writing is gone");
    }
  }

  @Test
  void onlyWhatWasAskedForIsTakenOut() throws Exception {
    Who wolf = new Who(null, "sea wolf", null, null, null, null, null);
    String csv = new String(written(TrackFormat.CSV, wolf), StandardCharsets.UTF_8);
    assertEquals(361, csv.split("\r\n").length);
    assertFalse(csv.contains("STAR"));
  }

  @Test
  void wrongQuestionsSayWhatIsWrong() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("from", "x", "to", "2026-11-24T00:00:00Z"),
            Map.of("to", "2026-11-24T00:00:00Z"),
            question("mmsi", "12a"),
            question("bbox", "1,2,3"),
            question("bbox", "NaN,2,3,4"),
            question("near", "91,0"),
            question("near", "17,-88", "withinNm", "-2"),
            question("near", "17,-88", "fence", "a"),
            question("fence", "nowhere"))) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> Question.read(wrong::get, id -> null),
              wrong + "");
      assertFalse(refused.getMessage().isEmpty());
    }
  }

  private static Map<String, String> question(String... more) {
    Map<String, String> words = new java.util.HashMap<>();
    words.put("from", "2026-11-23T00:00:00Z");
    words.put("to", "2026-11-24T00:00:00Z");
    for (int i = 0; i < more.length; i += 2) {
      words.put(more[i], more[i + 1]);
    }
    return words;
  }
}
