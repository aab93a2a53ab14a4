package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.FenceEntry;
import bz.keelbill.detect.Findings;
import bz.keelbill.detect.Pace;
import bz.keelbill.detect.Scene;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.track.Track;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A watch that has its tracks from another: how often detectors look for both. */
class LedWatchTest {
  private static final String FENCE =
      """
      {"type":"Feature","id":"off","properties":{"name":"Off the reef","kind":"restricted",
       "priority":"warning"},"geometry":{"type":"Polygon","coordinates":
       [[[-87.70,17.0],[-87.60,17.0],[-87.60,17.2],[-87.70,17.2],[-87.70,17.0]]]}}\
      """;
  private static final Order.Act ACT = new Order.Act("Ana", Listening.START);

  private final List<String> first = new ArrayList<>();
  private final List<String> second = new ArrayList<>();
  private final List<Long> looks = new ArrayList<>();
  private long nowMillis = Listening.START;
  private Position at = new Position(17.1, -87.75);
  private long lines;

  /** Takes note of each look, then does something with the scene. */
  private record Looking(List<Long> looks, BiConsumer<Scene, Track> more)
      implements Detector.OfTrack {
    @Override
    public String kind() {
      return "looking";
    }

    @Override
    public Pace pace() {
      return Pace.EVERY_REPORT;
    }

    @Override
    public void look(Track track, Scene scene, Findings found) {
      looks.add(scene.nowMillis());
      more.accept(scene, track);
    }
  }

  private Watch watch(List<String> out, BiConsumer<Scene, Track> more) {
    Setup setup = Listening.bareSetup();
    return new Watch(
        setup,
        change -> {
          if (!(change instanceof Change.TrackChanged)) {
            out.add(change.getClass().getSimpleName());
          }
        },
        rules ->
            new Detectors(List.of(new Looking(looks, more), new FenceEntry(rules)), List.of()));
  }

  private Watch begin(BiConsumer<Scene, Track> more) throws Exception {
    Watch leader = watch(first, more);
    Watch led = watch(second, more);
    leader.lead(led);
    led.apply(
        new Order.PutFence(
            ACT, FenceGeoJson.readFeature("off", FENCE.getBytes(StandardCharsets.UTF_8))));
    second.clear();
    return leader;
  }

  /** East at 20 knots. */
  private void sail(Watch watch, int seconds) {
    for (int i = 0; i < seconds; i++) {
      nowMillis += 1_000;
      watch.tick(nowMillis);
      at = Geodesy.destination(at, 90, 10.3);
      watch.apply(
          new Fix(
              new Origin("feed", "station", ++lines, nowMillis, nowMillis),
              new ContactId.Mmsi(312_000_777),
              at,
              new Fix.Motion(20, 90, Double.NaN),
              null,
              new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), null)));
    }
  }

  private long mostLooksAtOnce() {
    return looks.stream()
        .mapToLong(at -> looks.stream().filter(at::equals).count())
        .max()
        .orElse(0);
  }

  @Test
  void aDetectorThatAsksNothingLooksOnceForBoth() throws Exception {
    sail(begin((scene, track) -> {}), 55);
    assertTrue(looks.size() >= 40, looks.toString());
    // At a half minute, or when fences are others, it looks besides the report of that second.
    assertTrue(mostLooksAtOnce() <= 2, looks.toString());
  }

  @Test
  void oneThatAsksForFencesLooksForEach() throws Exception {
    List<Integer> fences = new ArrayList<>();
    Watch leader = begin((scene, track) -> fences.add(scene.fences().fences().size()));
    // Within ten seconds of the new fence its watch has looked at everybody, alone.
    sail(leader, 12);
    fences.clear();
    sail(leader, 30);
    assertEquals(0, fences.get(0));
    assertEquals(1, fences.get(1));
    assertEquals(
        fences.stream().filter(count -> count == 0).count(),
        fences.stream().filter(count -> count == 1).count());
  }

  @Test
  void oneThatAsksWhatIsOpenOfItsTrackLooksForEachWhereTheyDiffer() throws Exception {
    List<Boolean> open = new ArrayList<>();
    Watch leader = begin((scene, track) -> open.add(scene.isOpen(FenceEntry.KIND, track)));
    sail(leader, 600);
    assertTrue(second.contains("AlertChanged"), second.toString());
    open.clear();
    looks.clear();
    sail(leader, 20);
    assertEquals(
        open.stream().filter(each -> each).count(), open.stream().filter(each -> !each).count());
    assertTrue(open.size() >= 40, open.toString());
  }

  @Test
  void oneThatAsksForOneFenceLooksForEachWhereThatOneDiffers() throws Exception {
    sail(begin((scene, track) -> scene.fence("another")), 12);
    looks.clear();
    sail(begin((scene, track) -> scene.fence("another")), 55);
    assertTrue(mostLooksAtOnce() <= 2, looks.toString());
    Watch leader = begin((scene, track) -> scene.fence("off"));
    sail(leader, 12);
    looks.clear();
    sail(leader, 30);
    assertTrue(looks.size() >= 50, looks.toString());
  }

  @Test
  void oneThatAsksWhatIsUsualLooksOnceWhereItIsTheSame() throws Exception {
    nowMillis += 15 * 3_600_000L;
    Watch leader = begin((scene, track) -> scene.passages().isCorridor(track.position(), 90));
    // By night, in the fence, it is no longer ordinary for the watch that has it.
    sail(leader, 800);
    looks.clear();
    sail(leader, 30);
    assertTrue(looks.size() < 45, looks.toString());
  }

  @Test
  void whatComesOfTheFenceIsSaidByTheOneThatHasIt() throws Exception {
    sail(begin((scene, track) -> {}), 700);
    assertEquals(List.of(), first);
    assertTrue(second.contains("AlertChanged"), second.toString());
  }

  @Test
  void oneThatFailsIsOffAndToldInBoth() throws Exception {
    sail(
        begin(
            (scene, track) -> {
              throw new IllegalStateException("a bug");
            }),
        60);
    assertEquals(List.of("DetectorFailed"), first);
    assertEquals(List.of("DetectorFailed"), second);
    assertEquals(2, looks.size());
  }

  @Test
  void aWatchThatHasHeardSomethingElseIsRefused() {
    Watch leader = watch(first, (scene, track) -> {});
    Watch other = watch(second, (scene, track) -> {});
    sail(leader, 5);
    assertThrows(IllegalArgumentException.class, () -> leader.lead(other));
    assertThrows(IllegalArgumentException.class, () -> other.lead(leader));
  }
}
