package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactId.RadarTarget;
import bz.keelbill.report.Fix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plots of a radar that numbers nothing: here they get the numbers that its own tracker would have
 * given. Once a second all plots of one radar are weighed at once against the targets followed so
 * far; what fits none begins a new one.
 *
 * <p>Belongs to the one thread of its Watch; bounded.
 */
final class Plots {
  /** Above every number that a radar gives itself. */
  private static final int FIRST_NUMBER = 100_000;

  private static final int MAX_HELD = 20_000;
  private static final double SEARCH_METRES = 2_000;
  private static final double AIR_SEARCH_METRES = 15_000;
  private static final long FOLLOWED_MILLIS = 60_000;

  private final Picture picture;
  private final SortedMap<String, List<Fix>> held = new TreeMap<>();
  private final Map<String, Integer> lastNumbers = new HashMap<>();
  private int count;

  Plots(Picture picture) {
    this.picture = picture;
  }

  /** Keeps a plot until the second is over; too many at once push no others out. */
  void hold(Fix plot) {
    if (count < MAX_HELD) {
      held.computeIfAbsent(plot.origin().station(), station -> new ArrayList<>()).add(plot);
      count++;
    }
  }

  /** Gives each plot its number. */
  List<Fix> number() {
    if (count == 0) {
      return List.of();
    }
    List<Fix> numbered = new ArrayList<>(count);
    List<List<Fix>> scans = new ArrayList<>(held.values());
    held.clear();
    count = 0;
    for (List<Fix> scan : scans) {
      number(scan, numbered);
    }
    return numbered;
  }

  private void number(List<Fix> scan, List<Fix> numbered) {
    List<RadarTarget> followed = new ArrayList<>();
    Map<RadarTarget, Integer> columns = new HashMap<>();
    Assignment assignment = new Assignment(scan.size(), Fusion.GATE_D2);
    for (int row = 0; row < scan.size(); row++) {
      Fix plot = scan.get(row);
      int at = row;
      picture.near(
          plot.position(),
          plot.height() == null ? SEARCH_METRES : AIR_SEARCH_METRES,
          track -> {
            RadarTarget target = followedOn(track, plot);
            double d2 = target == null ? Double.NaN : track.filter().d2(plot);
            if (d2 <= Fusion.GATE_D2) {
              int column = columns.computeIfAbsent(target, new Columns(followed)::of);
              assignment.add(at, column, d2);
            }
          });
    }
    int[] assigned = assignment.solve();
    for (int row = 0; row < scan.size(); row++) {
      Fix plot = scan.get(row);
      RadarTarget target = assigned[row] < 0 ? newTarget(plot) : followed.get(assigned[row]);
      numbered.add(
          new Fix(
              plot.origin(), target, plot.position(), plot.motion(), plot.height(), plot.state()));
    }
  }

  private record Columns(List<RadarTarget> followed) {
    int of(RadarTarget target) {
      followed.add(target);
      return followed.size() - 1;
    }
  }

  /** The number under which a track is followed on the plot's radar, or null. */
  private static RadarTarget followedOn(Track track, Fix plot) {
    boolean flies = plot.height() != null;
    if (flies != (track.domain() == Domain.AIR) || track.filter() == null) {
      return null;
    }
    for (Link link : track.links) {
      ContactId id = link.contact.id();
      if (id instanceof RadarTarget target
          && target.number() >= FIRST_NUMBER
          && target.station().equals(plot.origin().station())
          && link.isFresh(plot.atMillis(), FOLLOWED_MILLIS)) {
        return target;
      }
    }
    return null;
  }

  private RadarTarget newTarget(Fix plot) {
    String station = plot.origin().station();
    int number = lastNumbers.merge(station, FIRST_NUMBER, (last, first) -> last + 1);
    return new RadarTarget(station, number);
  }
}
