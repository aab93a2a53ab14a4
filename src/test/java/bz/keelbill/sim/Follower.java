package bz.keelbill.sim;

import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that makes tracks of reports, to be measured. */
interface Follower {
  /**
   * A track of the sea that an officer sees: confirmed and not lost.
   *
   * @param mmsi who it says it is; null if it does not
   */
  record Shown(long serial, String name, Integer mmsi, Position position) {}

  void apply(Report report);

  void advanceTo(long millis);

  List<Shown> shown(long nowMillis);

  /** The Watch, with all that it does. */
  final class OfWatch implements Follower {
    private final Watch watch;

    OfWatch(Geography geography) {
      watch =
          new Watch(
              new Setup(
                  geography,
                  FenceMap.of(1, FenceGeoJson.starter()),
                  Rules.defaults(),
                  new OwnForces(Set.of(), Set.of()),
                  new WatchList(List.of()),
                  Map.of()),
              change -> {});
    }

    @Override
    public void apply(Report report) {
      watch.apply(report);
    }

    @Override
    public void advanceTo(long millis) {
      watch.advanceTo(millis);
    }

    @Override
    public List<Shown> shown(long nowMillis) {
      List<Shown> shown = new ArrayList<>();
      for (Track track : watch.picture().tracks()) {
        boolean isShown =
            track.domain() == Domain.SEA
                && track.position() != null
                && track.isConfirmed()
                && track.freshness(nowMillis) != Freshness.LOST;
        if (isShown) {
          Position now = track.estimateAt(nowMillis).position();
          shown.add(new Shown(track.serial(), track.name(), track.identity().mmsi(), now));
        }
      }
      return shown;
    }
  }

  /** One track for each contact, moved along at its last speed: what a plotter does. */
  final class OnePerContact implements Follower {
    private static final long RADAR_KEPT_MILLIS = 60_000;
    private static final long AIS_KEPT_MILLIS = 600_000;
    private static final int PLOTS = 3;

    private static final class One {
      private final long serial;
      private Fix last;
      private int plots;

      private One(long serial) {
        this.serial = serial;
      }

      private boolean isOver(long nowMillis) {
        long kept = last.contact().isCooperative() ? AIS_KEPT_MILLIS : RADAR_KEPT_MILLIS;
        return nowMillis - last.atMillis() > kept;
      }
    }

    private final Map<ContactId, One> ones = new LinkedHashMap<>();
    private long serials;

    @Override
    public void apply(Report report) {
      if (report instanceof ContactLost) {
        ones.remove(report.contact());
      } else if (report instanceof Fix fix && fix.position() != null) {
        take(fix);
      }
    }

    private void take(Fix fix) {
      One one = ones.get(fix.contact());
      if (one == null || one.isOver(fix.atMillis())) {
        one = new One(++serials);
        ones.put(fix.contact(), one);
      }
      if (one.last == null || fix.atMillis() >= one.last.atMillis()) {
        one.last = fix;
      }
      one.plots += fix.state().accuracy().tentative() ? 0 : 1;
    }

    @Override
    public void advanceTo(long millis) {}

    @Override
    public List<Shown> shown(long nowMillis) {
      ones.values().removeIf(one -> one.isOver(nowMillis));
      List<Shown> shown = new ArrayList<>();
      ones.forEach(
          (contact, one) -> {
            if (contact.isCooperative() || one.plots >= PLOTS) {
              Integer mmsi = contact instanceof ContactId.Mmsi ship ? ship.number() : null;
              shown.add(new Shown(one.serial, contact.name(), mmsi, ahead(one.last, nowMillis)));
            }
          });
      return shown;
    }

    private static Position ahead(Fix last, long nowMillis) {
      double metresPerSecond = Units.knotsToMetresPerSecond(last.motion().speedKnots());
      double metres = metresPerSecond * (nowMillis - last.atMillis()) / 1000.0;
      return Double.isNaN(metres) || Double.isNaN(last.motion().courseDegrees())
          ? last.position()
          : Geodesy.offset(last.position(), last.motion().courseDegrees(), metres);
    }
  }
}
