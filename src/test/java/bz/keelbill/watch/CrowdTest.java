package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Very many tracks at once: a part of them here, all 100,000 of the promise with {@code
 * -Dcrowd.tracks=100000 -DargLine=-Xmx1g}; the promise is kept if that does not run out of memory.
 */
class CrowdTest {
  private static final int TRACKS = Integer.getInteger("crowd.tracks", 10_000);
  private static final int MINUTES = Integer.getInteger("crowd.minutes", 20);
  private static final int SECONDS_BETWEEN = 12;
  private static final long START = 1_795_478_400_000L;
  private static final long MOST_BYTES_PER_TRACK = 10_000;

  private static final double OFF_SHORE_METRES = 7_000;

  private final Random chance = new Random(3);
  private final Geography geography = GeodataJson.load(null);
  private final Coast coast = geography.coast();
  private final Watch watch =
      new Watch(
          new Setup(
              geography,
              FenceMap.of(1, FenceGeoJson.starter()),
              Rules.defaults(),
              new OwnForces(Set.of(), Set.of()),
              new WatchList(List.of()),
              Map.of()),
          change -> {});

  @Test
  void aHundredThousandTracksFitInAGigabyte() {
    long before = usedBytes();
    Position[] places = new Position[TRACKS];
    double[] courses = new double[TRACKS];
    for (int i = 0; i < TRACKS; i++) {
      places[i] = anywhereAtSea();
      courses[i] = 360 * chance.nextDouble();
    }
    for (int second = 0; second < MINUTES * 60; second++) {
      watch.advanceTo(START + second * 1000L);
      for (int i = second % SECONDS_BETWEEN; i < TRACKS; i += SECONDS_BETWEEN) {
        Position at = Geodesy.offset(places[i], courses[i], 5.0 * second);
        watch.apply(fix(i, at, courses[i], START + second * 1000L));
        if (second < SECONDS_BETWEEN && !isRadar(i)) {
          watch.apply(named(i, START));
        }
      }
    }
    // A few targets run by chance beside a ship, and are taken for it.
    assertTrue(watch.picture().size() >= 0.99 * TRACKS, watch.picture().size() + " tracks");
    long each = (usedBytes() - before) / TRACKS;
    System.out.printf("%d tracks, %d bytes each%n", TRACKS, each);
    assertTrue(each <= MOST_BYTES_PER_TRACK, each + " bytes for each track");
  }

  /** Ships on land would be as many alerts, and those are not what is measured. */
  private Position anywhereAtSea() {
    Position at;
    do {
      at = new Position(15 + 4 * chance.nextDouble(), -88.2 + 3 * chance.nextDouble());
    } while (coast.isLand(at.latitude(), at.longitude())
        || coast.isShoreWithin(at.latitude(), at.longitude(), OFF_SHORE_METRES));
    return at;
  }

  private static boolean isRadar(int i) {
    return i % 4 == 0;
  }

  private static Fix fix(int i, Position at, double course, long millis) {
    boolean radar = isRadar(i);
    String station = radar ? "radar-" + i / 4_000 : "ais";
    return new Fix(
        new Origin("feed", station, millis / 1000 + i, millis, millis),
        radar
            ? new ContactId.RadarTarget(station, i / 4 % 1_000)
            : new ContactId.Mmsi(312_000_000 + i),
        at,
        new Fix.Motion(9.7, course, course),
        null,
        new Fix.State(
            radar ? Fix.Source.RADAR : Fix.Source.AIS_CLASS_B, Fix.Accuracy.circle(15), null));
  }

  private static VesselIdentity named(int i, long millis) {
    return new VesselIdentity(
        new Origin("feed", "ais", i, millis, millis),
        new ContactId.Mmsi(312_000_000 + i),
        new VesselIdentity.Names("SHIP " + i, "V3" + i, null),
        37,
        new VesselIdentity.Hull(8, 4, 2, 2),
        null,
        null,
        null);
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
