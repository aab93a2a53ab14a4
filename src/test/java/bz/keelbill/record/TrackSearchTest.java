package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.record.TrackQuery.Who;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class TrackSearchTest {
  @TempDir static Path dir;

  @BeforeAll
  static void record() throws Exception {
    try (RecordedScene scene = new RecordedScene(dir)) {
      scene.play();
    }
  }

  private static List<FoundTrack> found(Who who, Spot where) throws Exception {
    return found(0, 24, who, where);
  }

  private static List<FoundTrack> found(double from, double to, Who who, Spot where)
      throws Exception {
    TracksFound page = page(query(from, to, who, where), "", 100);
    assertEquals(List.of(), page.problems());
    assertNull(page.next());
    return page.tracks();
  }

  private static TrackQuery query(double from, double to, Who who, Spot where) {
    return new TrackQuery(RecordedScene.hour(from), RecordedScene.hour(to), who, where);
  }

  private static TracksFound page(TrackQuery query, String after, int limit) throws Exception {
    return Recordings.in(RecordSettings.in(dir)).tracks(query, after, limit);
  }

  private static List<String> names(List<FoundTrack> found) {
    return found.stream().map(each -> each.craft().track()).toList();
  }

  @Test
  void findsByEveryNameThatACraftHas() throws Exception {
    assertNames(
        new Who(null, "wolf", null, null, null, null, null), "mmsi:312000001", "mmsi:312000003");
    assertNames(new Who(null, null, 312_000_002L, null, null, null, null), "mmsi:312000002");
    assertNames(new Who(null, null, null, 9_123_456L, null, null, null), "mmsi:312000001");
    assertNames(new Who(null, null, null, null, "v3ab1", null, null), "mmsi:312000001");
    assertNames(new Who(null, null, null, null, "TGU101", null, null), "icao:0ab123");
    assertNames(new Who(null, null, null, null, null, "0AB123", null), "icao:0ab123");
    assertNames(new Who(null, null, null, null, null, null, "v3hik"), "icao:0ab123");
    assertNames(new Who("icao:0ab123", null, null, null, null, null, null), "icao:0ab123");
    assertNames(new Who(null, "wolf", 312_000_002L, null, null, null, null));
    assertNames(new Who(null, "' or true --", null, null, null, null, null));
    assertNames(new Who(null, "%", null, null, null, null, null));
  }

  private static void assertNames(Who who, String... names) throws Exception {
    assertEquals(List.of(names), names(found(who, null)), who.toString());
  }

  @Test
  void tellsWhoWasWithinTwoMilesBetweenOneAndThree() throws Exception {
    Spot here = new Spot.Circle(new Position(17.01, -87.525), 2 * 1852);
    List<FoundTrack> found = found(1, 3, Who.ANYBODY, here);
    assertEquals(List.of("mmsi:312000001"), names(found));
    FoundTrack ship = found.get(0);
    assertEquals("SEA WOLF", ship.craft().name());
    assertEquals(RecordedScene.hour(1 + 35 / 60.0), ship.closest().atMillis(), 60_000);
    assertEquals(1_107, ship.closest().metres(), 5);
    assertEquals(
        List.of("in", "out"), ship.crossings().stream().map(FoundTrack.Crossing::how).toList());
    assertTrue(ship.fixes() > 8 && ship.fixes() < 15, ship.toString());
    assertEquals(List.of(), found(2, 3, Who.ANYBODY, here), "it had passed by two");
  }

  @Test
  void aStepThatPassesBetweenTwoFixesCounts() throws Exception {
    Spot narrow = new Spot.Circle(new Position(17.0, -87.5025), 100);
    FoundTrack passed = found(Who.ANYBODY, narrow).get(0);
    assertEquals(0, passed.fixes());
    assertEquals(0, passed.closest().metres(), 1);
    assertEquals("across", passed.crossings().get(0).how());
  }

  @Test
  void tellsWhoCrossedAFence() throws Exception {
    Area strip =
        Area.of(new GeometryFactory().toGeometry(new Envelope(-87.5012, -87.5008, 16.9, 17.1)));
    List<FoundTrack> found = found(Who.ANYBODY, new Spot.Within("strip", strip));
    assertEquals(List.of("mmsi:312000001"), names(found));
    FoundTrack.Crossing across = found.get(0).crossings().get(0);
    assertEquals("across", across.how());
    assertEquals(60_000, across.afterMillis() - across.beforeMillis());
  }

  @Test
  void anAreaHoldsThoseWhoWereSeenInIt() throws Exception {
    Spot box = new Spot.Box(-87.9, 16.9, -87.7, 17.3);
    assertEquals(
        List.of("icao:0ab123", "mmsi:312000001", "mmsi:312000002"), names(found(Who.ANYBODY, box)));
    assertEquals(List.of(), found(3, 6, Who.ANYBODY, box));
  }

  @Test
  void pagesLeaveNothingOutAndRepeatNothing() throws Exception {
    TrackQuery all = query(0, 24, Who.ANYBODY, null);
    List<String> names = new ArrayList<>();
    String next = "";
    while (next != null) {
      TracksFound page = page(all, next, 1);
      names.addAll(names(page.tracks()));
      next = page.next();
    }
    assertEquals(
        List.of("icao:0ab123", "mmsi:312000001", "mmsi:312000002", "mmsi:312000003"), names);
  }

  @Test
  void agreesWithALookAtEveryFix(@TempDir Path many) throws Exception {
    long seed = 20_261_126;
    Random random = new Random(seed);
    Spot.Circle here = new Spot.Circle(new Position(17.3, -87.9), 9_000);
    TreeSet<String> expected = new TreeSet<>();
    try (RecordedScene scene = new RecordedScene(many)) {
      for (int i = 0; i < 3_000; i++) {
        scene.clock.set(RecordedScene.hour(i / 100.0));
        double lat = 17 + random.nextDouble();
        double lon = -88.4 + random.nextDouble();
        String track = "mmsi:" + (312_100_000 + random.nextInt(500));
        int mmsi = Integer.parseInt(track.substring(5));
        // A track of its own each time, so that there are no steps between fixes.
        scene.fix(
            i, track + "/" + i, RecordedScene.ship(mmsi, null, null, null), lat, lon, Double.NaN);
        boolean near = Geodesy.exactDistanceMetres(here.middle(), new Position(lat, lon)) < 9_000;
        if (near && scene.clock.get() < RecordedScene.hour(26)) {
          expected.add(track + "/" + i);
        }
      }
    }
    assertTrue(expected.size() > 20, "seed " + seed);
    List<String> names = new ArrayList<>();
    String next = "";
    while (next != null) {
      TracksFound page =
          Recordings.in(RecordSettings.in(many)).tracks(query(0, 26, Who.ANYBODY, here), next, 7);
      assertEquals(List.of(), page.problems());
      names.addAll(names(page.tracks()));
      next = page.next();
    }
    assertEquals(new ArrayList<>(expected), names, "seed " + seed);
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndTheOthersAreRead(@TempDir Path damaged) throws Exception {
    try (RecordedScene scene = new RecordedScene(damaged)) {
      scene.play();
    }
    Files.writeString(damaged.resolve("2026-11-22.duckdb"), "nothing of ours");
    TracksFound page =
        Recordings.in(RecordSettings.in(damaged)).tracks(query(0, 24, Who.ANYBODY, null), "", 100);
    assertEquals(4, page.tracks().size());
    assertTrue(page.problems().get(0).startsWith("2026-11-22.duckdb cannot be read"));
  }

  @Test
  void theOpenDayIsSearchedBesideTheWriter(@TempDir Path open) throws Exception {
    try (RecordedScene scene = new RecordedScene(open)) {
      scene.play();
      scene.awaitWritten();
      TracksFound page =
          scene.recorder.recordings().tracks(query(0, 24, Who.ANYBODY, null), "", 100);
      assertEquals(4, page.tracks().size());
      assertNotNull(page.tracks().get(0).craft().domain());
    }
  }

  @Test
  void wrongQuestionsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> query(3, 3, Who.ANYBODY, null));
    assertThrows(IllegalArgumentException.class, () -> query(0, 24 * 32, Who.ANYBODY, null));
    assertThrows(IllegalArgumentException.class, () -> new Spot.Box(-87, 17, -88, 18));
    assertThrows(
        IllegalArgumentException.class, () -> new Spot.Circle(new Position(17, -88), Double.NaN));
  }
}
