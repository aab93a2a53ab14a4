package bz.keelbill.watch;

import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Ten minutes of a light mix, or of several times as many craft: 300 ships, 60 radar targets and 40
 * aircraft over the real layers and the starter fences.
 */
final class LightTraffic {
  static final int SECONDS = 600;
  static final long START_MILLIS = 1_795_500_000_000L;
  private static final int SHIPS = 300;
  private static final int TARGETS = 60;
  private static final int AIRCRAFT = 40;

  /** How many reports there are in all of one light mix. */
  static final int REPORTS = SECONDS / 6 * SHIPS + SECONDS / 3 * TARGETS + SECONDS * AIRCRAFT;

  private final List<List<Report>> bySecond = new ArrayList<>();

  /** Makes the reports of so many light mixes at once. */
  LightTraffic(int times) {
    Random chance = new Random(1);
    for (int second = 0; second < SECONDS; second++) {
      bySecond.add(new ArrayList<>());
    }
    for (int i = 0; i < times * SHIPS; i++) {
      move(new ContactId.Mmsi(312_000_000 + i), 6, 6 + chance.nextInt(20), i % 6, chance);
    }
    for (int i = 0; i < times * TARGETS; i++) {
      move(new ContactId.RadarTarget("r" + i / 20, i % 20), 3, 5 + chance.nextInt(40), i % 3, chance);
    }
    for (int i = 0; i < times * AIRCRAFT; i++) {
      move(new ContactId.Icao24(0x0AB000 + i, true), 1, 150 + chance.nextInt(200), 0, chance);
    }
  }

  /** What a watch over it begins with. */
  static Setup setup() {
    return new Setup(
        GeodataJson.load(null),
        FenceMap.of(1, FenceGeoJson.starter()),
        Rules.defaults(),
        new OwnForces(Set.of(), Set.of()),
        new WatchList(List.of()),
        Map.of());
  }

  /** The reports of one second. */
  List<Report> in(int second) {
    return bySecond.get(second);
  }

  private void move(ContactId id, int every, double knots, int phase, Random chance) {
    Position at = new Position(16.2 + 1.9 * chance.nextDouble(), -88.1 + chance.nextDouble());
    double course = 360 * chance.nextDouble();
    for (int second = phase; second < SECONDS; second += every) {
      Position now = Geodesy.destination(at, course, knots * 0.5144 * second);
      bySecond.get(second).add(fix(id, now, knots, course, START_MILLIS + second * 1000L));
    }
  }

  private static Fix fix(ContactId id, Position at, double knots, double course, long millis) {
    boolean radar = id instanceof ContactId.RadarTarget;
    boolean air = id instanceof ContactId.Icao24;
    Fix.Source source =
        radar ? Fix.Source.RADAR : air ? Fix.Source.ADSB : Fix.Source.AIS_CLASS_A;
    return new Fix(
        new Origin("bench", radar ? ((ContactId.RadarTarget) id).station() : "s", 1, millis, millis),
        id,
        at,
        new Fix.Motion(knots, course, course),
        air ? new Fix.Height(8_000, false, 0, false) : null,
        new Fix.State(source, Fix.Accuracy.circle(radar ? 60 : 10), null));
  }
}
