package bz.keelbill.track;

import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Report;
import bz.keelbill.report.StationClock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How far each station's clock is off, learned from what its reports say.
 *
 * <p>Belongs to the one thread of its Watch; bounded by the number of stations.
 */
public final class Clocks {
  private static final int MAX_STATIONS = 1_000;
  private static final double UNDER_WAY_KNOTS = 1;

  private final Map<String, StationTime> stations = new LinkedHashMap<>();

  /**
   * Learns from one report.
   *
   * @param before where the same transmission was heard before, or null
   */
  public void heard(Report report, Duplicates.Before before) {
    Origin origin = report.origin();
    if (origin.stationAtMillis() == null) {
      return;
    }
    StationTime station = stations.get(origin.station());
    if (station == null && stations.size() < MAX_STATIONS) {
      station = new StationTime(origin);
      stations.put(origin.station(), station);
    }
    if (station != null) {
      learn(station, report, before);
    }
  }

  private void learn(StationTime station, Report report, Duplicates.Before before) {
    Origin origin = report.origin();
    station.arrived(origin);
    if (report instanceof StationClock shore) {
      station.heardUtc(origin, shore.clockMillis());
    }
    if (report instanceof Fix fix && tellsItsSecond(fix)) {
      station.heardSecond(origin);
      if (before != null && isUnderWay(fix)) {
        compare(station, origin, before);
      }
    }
  }

  private void compare(StationTime station, Origin origin, Duplicates.Before before) {
    StationTime other = stations.get(before.station());
    if (other != null && other != station && before.stationAtMillis() != null) {
      long later = origin.stationAtMillis() - before.stationAtMillis();
      station.heardToo(other, later);
      other.heardToo(station, -later);
    }
  }

  /** An AIS position names the second of its minute, to which its event time has been drawn. */
  private static boolean tellsItsSecond(Fix fix) {
    Fix.Source source = fix.state().source();
    return source == Fix.Source.AIS_CLASS_A || source == Fix.Source.AIS_CLASS_B;
  }

  /** A moored craft may say the same again minutes later; one that moves does not. */
  private static boolean isUnderWay(Fix fix) {
    return fix.motion().speedKnots() > UNDER_WAY_KNOTS;
  }

  /** Every station that tells a time, in the order of first hearing. */
  public void forEach(BiConsumer<String, StationTime> each) {
    stations.forEach(each);
  }

  /** What is known of one station's time, or null if it never told one. */
  public StationTime station(String name) {
    return stations.get(name);
  }
}
