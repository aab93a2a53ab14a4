package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a truth and alerts made by hand: two hours, a go-fast run and an entry. */
class ScoreTest {
  private static final long T0 = Instant.parse("2026-11-24T00:00:00Z").toEpochMilli();

  @TempDir Path directory;

  private static long at(int seconds) {
    return T0 + seconds * 1000L;
  }

  private static List<Truth.Point> points(int from, int to, double latitude) {
    List<Truth.Point> points = new ArrayList<>();
    for (int second = from; second <= to; second += 10) {
      points.add(new Truth.Point(at(second), new Position(latitude, -87.9 - second * 1e-5)));
    }
    return points;
  }

  private static Truth.Actor boat() {
    List<Truth.RadarName> radar =
        List.of(new Truth.RadarName("radar-tobacco", 7, at(620), at(1500)));
    return new Truth.Actor(
        "go-fast-1", "go-fast", null, null, false, radar, points(600, 1600, 16.9));
  }

  private static Truth.Actor fisher() {
    return new Truth.Actor(
        "fence-entry-2",
        "fishing-vessel",
        312_700_123,
        null,
        false,
        List.of(),
        points(3000, 5000, 17.0));
  }

  private static Truth truth() {
    Truth.Act run =
        new Truth.Act(
            "go-fast-1",
            "go-fast",
            List.of("go-fast", "shore-approach"),
            at(600),
            at(1600),
            at(710),
            List.of(boat()));
    Truth.Act entry =
        new Truth.Act(
            "fence-entry-2",
            "fence-entry",
            List.of("fence-entry"),
            at(3000),
            at(5000),
            at(3100),
            List.of(fisher()));
    Truth.Act hidden =
        new Truth.Act(
            "go-fast-3",
            "go-fast",
            List.of("go-fast"),
            at(6000),
            at(7000),
            null,
            List.of(
                new Truth.Actor(
                    "go-fast-3",
                    "go-fast",
                    null,
                    null,
                    false,
                    List.of(),
                    points(6000, 7000, 15.0))));
    Truth.Actor taxi =
        new Truth.Actor("taxi-1", "water-taxi", 312_100_101, null, false, List.of(), List.of());
    return new Truth("made", 1, at(0), at(7200), List.of(run, entry, hidden), List.of(taxi));
  }

  private static String alert(
      String id, String kind, String priority, int second, String track, String position) {
    return "{\"id\":\"%s\",\"kind\":\"%s\",\"priority\":\"%s\",\"time\":\"%s\",\"onset\":\"%s\","
            .formatted(
                id,
                kind,
                priority,
                Instant.ofEpochMilli(at(second)),
                Instant.ofEpochMilli(at(second - 60)))
        + "\"tracks\":[\"%s\"]%s}\n".formatted(track, position);
  }

  private Score score(String... alerts) throws IOException {
    TruthJson.write(truth(), directory.resolve("truth.json"));
    Path file = directory.resolve("alerts.jsonl");
    Files.writeString(file, String.join("", alerts));
    return Score.read(directory, file);
  }

  private static String radarBorn(int second) {
    return "radar:radar-tobacco/7@" + at(second) / 1000;
  }

  @Test
  void aThreatIsFoundByItsRadarNumberWhileThatIsTheActors() throws IOException {
    Score score = score(alert("a", "go-fast", "warning", 800, radarBorn(623), ""));
    assertEquals(1, score.overall().found());
    assertEquals(90, score.threats().get(0).detectSeconds());
    assertEquals(List.of(), score.falseAlerts());
  }

  @Test
  void theSameNumberBornBeforeTheActorHadItIsSomebodyElse() throws IOException {
    Score score = score(alert("a", "go-fast", "warning", 800, radarBorn(500), ""));
    assertEquals(0, score.overall().found());
    assertEquals(1, score.falseAlerts().size());
    assertEquals(6, score.falsePerTwelveHours().value());
  }

  @Test
  void aThreatIsFoundByItsIdentity() throws IOException {
    Score score = score(alert("a", "fence-entry", "warning", 3150, "mmsi:312700123", ""));
    assertEquals(Map.of("fence-entry", 1), score.threats().get(1).alertsByKind());
    assertEquals(50, score.threats().get(1).detectSeconds());
  }

  @Test
  void aThreatIsFoundByAPlaceWithinFiveHundredMetres() throws IOException {
    String near = ",\"position\":{\"lat\":16.9,\"lon\":-87.9085}";
    String far = ",\"position\":{\"lat\":16.91,\"lon\":-87.9085}";
    assertEquals(1, score(alert("a", "go-fast", "warning", 850, "x", near)).overall().found());
    assertEquals(0, score(alert("a", "go-fast", "warning", 850, "x", far)).overall().found());
  }

  @Test
  void cautionsCountNeitherWay() throws IOException {
    Score score =
        score(
            alert("a", "go-fast", "caution", 800, radarBorn(623), ""),
            alert("b", "go-fast", "caution", 800, "mmsi:312100101", ""));
    assertEquals(0, score.overall().found());
    assertEquals(List.of(), score.falseAlerts());
  }

  @Test
  void anAlertThatRisesCountsOnceFromItsFirstRinging() throws IOException {
    String caution = alert("a", "go-fast", "caution", 720, radarBorn(623), "");
    String warning = alert("a", "go-fast", "warning", 760, radarBorn(623), "");
    String alarm = alert("a", "go-fast", "alarm", 900, radarBorn(623), "");
    Score score = score(caution, warning, alarm);
    assertEquals(50, score.threats().get(0).detectSeconds());
    assertEquals(1, score.mostAlertsPerThreatAndKind());
  }

  @Test
  void aKindThatIsNotExpectedIsFalseAndSaysAboutWhom() throws IOException {
    Score score = score(alert("a", "loitering", "warning", 800, radarBorn(623), ""));
    assertEquals("go-fast-1", score.falseAlerts().get(0).aboutThreat());
    assertFalse(score.isReleasable());
  }

  @Test
  void anAlertOutsideTheTimesOfTheThreatIsFalse() throws IOException {
    String late = alert("a", "fence-entry", "warning", 5200, "mmsi:312700123", "");
    String justIn = alert("a", "fence-entry", "warning", 5110, "mmsi:312700123", "");
    assertEquals(1, score(late).falseAlerts().size());
    assertEquals(0, score(justIn).falseAlerts().size());
  }

  @Test
  void doublesAreCountedPerThreatAndKind() throws IOException {
    Score score =
        score(
            alert("a", "go-fast", "warning", 800, radarBorn(623), ""),
            alert("b", "go-fast", "warning", 900, radarBorn(623), ""),
            alert("c", "shore-approach", "alarm", 900, radarBorn(623), ""));
    assertEquals(2, score.mostAlertsPerThreatAndKind());
    assertEquals(Map.of("go-fast", 2, "shore-approach", 1), score.threats().get(0).alertsByKind());
  }

  @Test
  void whatCanNeverBeSeenIsLeftOut() throws IOException {
    Score score = score();
    assertEquals(List.of("go-fast-3"), score.unobservable());
    assertEquals(2, score.overall().threats());
  }

  @Test
  void minutesToActAreThoseOfTheFirstAlertThatSaysThem() throws IOException {
    String silent = alert("a", "go-fast", "warning", 800, radarBorn(623), "");
    String rising = alert("a", "go-fast", "alarm", 860, radarBorn(623), ",\"minutesToAct\":23");
    String later = alert("b", "go-fast", "alarm", 900, radarBorn(623), ",\"minutesToAct\":9");
    assertEquals(23, score(silent, rising, later).threats().get(0).minutesToAct());
    assertTrue(Double.isNaN(score(silent).threats().get(0).minutesToAct()));
  }

  @Test
  void theWorstTenMinutesAreCountedOverAllAlertsThatRing() throws IOException {
    Score score =
        score(
            alert("a", "go-fast", "warning", 800, radarBorn(623), ""),
            alert("b", "go-fast", "warning", 1300, "mmsi:1", ""),
            alert("c", "go-fast", "caution", 1301, "mmsi:1", ""),
            alert("d", "loitering", "warning", 1400, "mmsi:1", ""),
            alert("e", "go-fast", "warning", 1901, "mmsi:1", ""));
    assertEquals(3, score.load().worstTenMinutes());
    assertEquals(2, score.load().ringingPerHour());
    assertEquals(2, score.falseByKind().get("go-fast").count());
  }

  @Test
  void severalWatchesAreScoredAsOneLongOne() throws IOException {
    Score one = score(alert("a", "go-fast", "warning", 800, radarBorn(623), ""));
    Score other = score(alert("a", "loitering", "warning", 800, radarBorn(623), ""));
    Map<String, Score> byName = new TreeMap<>();
    byName.put("night-1", one);
    byName.put("night-2", other);
    Score both = Score.together(byName);
    assertEquals(4, both.overall().threats());
    assertEquals(1, both.overall().found());
    assertEquals(4, both.hours());
    assertEquals(3, both.falsePerTwelveHours().value());
    assertEquals("night-2/go-fast-1", both.falseAlerts().get(0).aboutThreat());
    assertTrue(ScoreText.shortTable(both).contains("missed  night-2/go-fast-1"));
    assertFalse(ScoreText.shortTable(both).contains("found   "));
  }

  @Test
  void hoursOfTracksAreThoseInWhichCraftWereAbout() throws IOException {
    Truth.Actor twice =
        new Truth.Actor(
            "taxi-1",
            "water-taxi",
            null,
            null,
            false,
            List.of(),
            List.of(
                new Truth.Point(at(0), new Position(17, -88)),
                new Truth.Point(at(60), new Position(17, -88)),
                new Truth.Point(at(4000), new Position(17, -88)),
                new Truth.Point(at(4060), new Position(17, -88))));
    Truth truth = new Truth("made", 1, at(0), at(7200), List.of(), List.of(twice));
    assertEquals(120 / 3600.0, Score.of(truth, List.of()).load().trackHours(), 1e-9);
  }

  @Test
  void theTableAndTheJsonSayTheSame() throws IOException {
    Score score =
        score(
            alert("a", "go-fast", "warning", 760, radarBorn(623), ""),
            alert("b", "fence-entry", "warning", 3120, "mmsi:312700123", ""));
    assertTrue(score.isReleasable());
    String table = ScoreText.table(score);
    assertTrue(table.contains("found   go-fast-1 after 50 s: go-fast x1"), table);
    assertTrue(table.contains("Good enough for release."), table);
    var json = new ObjectMapper().readTree(ScoreText.json(score));
    assertEquals(1.0, json.at("/all/recall").asDouble());
    assertEquals(50, json.at("/families/go-fast/medianDetectSeconds").asInt());
    assertTrue(json.get("releasable").asBoolean());
  }

  @Test
  void aLineThatIsNoAlertIsNamedByItsNumber() {
    var refusal =
        assertThrows(
            IOException.class,
            () -> score(alert("a", "go-fast", "caution", 800, "x", ""), "{\"id\":1}\n"));
    assertTrue(refusal.getMessage().endsWith("line 2 is not an alert"), refusal.getMessage());
  }
}
