package bz.keelbill.sim;

import java.util.List;

/**
 * How much a watch floor had to bear.
 *
 * @param hours of watch
 * @param trackHours that craft were about, summed over all of them
 * @param ringing alerts that rang, true and false
 * @param worstTenMinutes the most of them that rang within ten minutes
 */
public record Load(double hours, double trackHours, int ringing, int worstTenMinutes) {
  static final Load NONE = new Load(0, 0, 0, 0);

  private static final double HOUR = 3_600_000;
  private static final long TEN_MINUTES = 600_000;

  /** A craft that has no point for longer was out of sight. */
  private static final long SILENT_MILLIS = 61_000;

  static Load of(Truth truth, List<RaisedAlert> alerts) {
    double track = 0;
    for (Truth.Actor actor : truth.craft()) {
      List<Truth.Point> points = actor.points();
      for (int i = 1; i < points.size(); i++) {
        long between = points.get(i).atMillis() - points.get(i - 1).atMillis();
        track += between <= SILENT_MILLIS ? between : 0;
      }
    }
    double hours = (truth.toMillis() - truth.fromMillis()) / HOUR;
    return new Load(hours, track / HOUR, alerts.size(), worst(alerts));
  }

  private static int worst(List<RaisedAlert> alerts) {
    long[] times = alerts.stream().mapToLong(RaisedAlert::atMillis).sorted().toArray();
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.length; last++) {
      while (times[last] - times[first] > TEN_MINUTES) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** This watch and another. */
  Load and(Load other) {
    return new Load(
        hours + other.hours,
        trackHours + other.trackHours,
        ringing + other.ringing,
        Math.max(worstTenMinutes, other.worstTenMinutes));
  }

  /** Alerts that ring in an hour, on average. */
  public double ringingPerHour() {
    return hours == 0 ? 0 : ringing / hours;
  }
}
