package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactId.Mmsi;
import bz.keelbill.report.ContactId.RadarTarget;
import bz.keelbill.report.Fix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * By how much each fixed radar measures too far and too far clockwise, learned from ships that it
 * sees and that tell their own place. It is shown to the operator and never applied by itself.
 *
 * <p>Each ship counts once in ten seconds. A median is not led astray by the pairs that do not
 * belong together. Belongs to the one thread of its Watch; bounded: the last 1,000 pairs of each of
 * 256 stations.
 */
public final class RadarBias {
  private static final int MOST_STATIONS = 256;
  private static final int MOST_PAIRS = 1_000;
  private static final int MOST_SHIPS = 200;
  private static final int ENOUGH_PAIRS = 200;
  private static final int ENOUGH_SHIPS = 5;
  private static final long SPACING_MILLIS = 10_000;
  private static final long PREDICTABLE_MILLIS = 10_000;
  private static final long AT_ONCE_MILLIS = 1_000;

  /** Nearer, half a ship's length is degrees. */
  private static final double LEAST_METRES = 2 * 1852.0;

  /** Of a median of normal noise, and of the median of its deviations. */
  private static final double MEDIAN_SIGMAS = 1.2533;

  private static final double DEVIATION_SIGMAS = 1.4826;

  private final Map<String, Pairs> byStation = new LinkedHashMap<>();

  /**
   * What has been learned of one radar; positive is too large, so that it has to be taken off. What
   * its configuration takes off already is not in it.
   *
   * @param pairs how many places were compared
   * @param ships of how many ships
   * @param bearingDegrees clockwise
   * @param bearingSigmaDegrees how well that is known, one standard deviation
   * @param rangeMetres of distances
   * @param rangeSigmaMetres how well that is known, one standard deviation
   */
  public record Learned(
      int pairs,
      int ships,
      double bearingDegrees,
      double bearingSigmaDegrees,
      double rangeMetres,
      double rangeSigmaMetres) {
    /** Less is not worth a configuration's while. */
    private static final double LEAST_DEGREES = 0.1;

    private static final double LEAST_METRES = 20;
    private static final double SIGMAS = 3;

    /** More is set only by one who has looked for the cause: an antenna that has slipped. */
    private static final double MOST_DEGREES = 2;

    private static final double MOST_METRES = 200;

    /**
     * What the configuration should say, in its own words; empty if it is right.
     *
     * @param degrees the bearing bias that it says now
     * @param metres the range bias that it says now
     */
    public List<String> advice(double degrees, double metres) {
      List<String> advice = new ArrayList<>();
      if (isCertain(bearingDegrees, bearingSigmaDegrees, LEAST_DEGREES)) {
        advice.add(String.format(Locale.ROOT, "bearingBiasDeg: %.1f", degrees + bearingDegrees));
      }
      if (isCertain(rangeMetres, rangeSigmaMetres, LEAST_METRES)) {
        advice.add(String.format(Locale.ROOT, "rangeBiasM: %.0f", metres + rangeMetres));
      }
      return advice;
    }

    private static boolean isCertain(double bias, double sigma, double least) {
      return Math.abs(bias) >= Math.max(least, SIGMAS * sigma);
    }

    /** Whether that is so much that somebody should find the cause before he sets it. */
    public boolean needsApproval(double degrees, double metres) {
      return Math.abs(degrees + bearingDegrees) > MOST_DEGREES
          || Math.abs(metres + rangeMetres) > MOST_METRES;
    }
  }

  /** The differences of one station: radar less ship. */
  private static final class Pairs {
    private final float[] bearingDegrees = new float[MOST_PAIRS];
    private final float[] rangeMetres = new float[MOST_PAIRS];
    private final Map<ContactId, Long> comparedAt = new LinkedHashMap<>(16, 0.75f, true);
    private int taken;

    int size() {
      return Math.min(taken, MOST_PAIRS);
    }
  }

  /**
   * Compares a radar's fix with what the ship on the same track says of its place.
   *
   * @param antenna where the radar stands; null if it moves or nobody knows
   */
  public void compare(Track track, Fix seen, Position antenna) {
    boolean isComparable =
        antenna != null
            && seen.contact() instanceof RadarTarget
            && seen.position() != null
            && !seen.state().accuracy().tentative();
    Fix told = isComparable && track.links.size() > 1 ? ofShip(track, seen.atMillis()) : null;
    if (told != null) {
      double seconds = (seen.atMillis() - told.atMillis()) / 1000.0;
      Position place = moved(told, seconds);
      learn(seen, antenna, told.contact(), place);
    }
  }

  /** The newest place of a ship, if it was told just now with its motion. */
  private static Fix ofShip(Track track, long atMillis) {
    Fix newest = null;
    for (Link link : track.links) {
      boolean counts =
          link.contact.id() instanceof Mmsi
              && link.last != null
              && Math.abs(atMillis - link.last.atMillis()) <= predictableMillis(link.last);
      if (counts && (newest == null || link.last.atMillis() > newest.atMillis())) {
        newest = link.last;
      }
    }
    return newest;
  }

  /** Who does not say how fast he goes is where he says for a moment only. */
  private static long predictableMillis(Fix told) {
    return told.motion().speedKnots() >= 0 ? PREDICTABLE_MILLIS : AT_ONCE_MILLIS;
  }

  private static Position moved(Fix told, double seconds) {
    double knots = told.motion().speedKnots();
    double course = told.motion().courseDegrees();
    boolean moves = knots > 0 && !Double.isNaN(course);
    double metres = Units.knotsToMetresPerSecond(knots) * seconds;
    return moves ? Geodesy.destination(told.position(), course, metres) : told.position();
  }

  /** Takes one pair: where a radar saw a ship, and where the ship was. */
  void learn(Fix seen, Position antenna, ContactId ship, Position place) {
    String station = seen.origin().station();
    double metres = Geodesy.exactDistanceMetres(antenna, place);
    boolean isKnown = byStation.containsKey(station) || byStation.size() < MOST_STATIONS;
    if (metres < LEAST_METRES || !isKnown) {
      return;
    }
    Pairs pairs = byStation.computeIfAbsent(station, id -> new Pairs());
    Long before = pairs.comparedAt.get(ship);
    if (before != null && Math.abs(seen.atMillis() - before) < SPACING_MILLIS) {
      return;
    }
    pairs.comparedAt.put(ship, seen.atMillis());
    forgetEldest(pairs.comparedAt);
    int slot = pairs.taken++ % MOST_PAIRS;
    double turned =
        Geodesy.exactBearingDegrees(antenna, seen.position())
            - Geodesy.exactBearingDegrees(antenna, place);
    pairs.bearingDegrees[slot] = (float) Geodesy.wrapDegrees(turned);
    pairs.rangeMetres[slot] =
        (float) (Geodesy.exactDistanceMetres(antenna, seen.position()) - metres);
  }

  private static void forgetEldest(Map<ContactId, Long> comparedAt) {
    if (comparedAt.size() > MOST_SHIPS) {
      Iterator<ContactId> eldest = comparedAt.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  /** What is known of one station; null with fewer than 200 pairs or five ships. */
  public Learned of(String station) {
    Pairs pairs = byStation.get(station);
    return pairs == null || pairs.size() < ENOUGH_PAIRS || pairs.comparedAt.size() < ENOUGH_SHIPS
        ? null
        : learned(pairs);
  }

  /** Every station of which enough is known, in the order of first comparison. */
  public void forEach(BiConsumer<String, Learned> each) {
    for (String station : byStation.keySet()) {
      Learned learned = of(station);
      if (learned != null) {
        each.accept(station, learned);
      }
    }
  }

  private static Learned learned(Pairs pairs) {
    double bearing = median(pairs.size(), i -> pairs.bearingDegrees[i]);
    double range = median(pairs.size(), i -> pairs.rangeMetres[i]);
    double apartDegrees = median(pairs.size(), i -> Math.abs(pairs.bearingDegrees[i] - bearing));
    double apartMetres = median(pairs.size(), i -> Math.abs(pairs.rangeMetres[i] - range));
    double sigmas = MEDIAN_SIGMAS * DEVIATION_SIGMAS / Math.sqrt(pairs.size());
    return new Learned(
        pairs.size(),
        pairs.comparedAt.size(),
        bearing,
        apartDegrees * sigmas,
        range,
        apartMetres * sigmas);
  }

  private static double median(int count, IntToDoubleFunction values) {
    double[] sorted = new double[count];
    Arrays.setAll(sorted, values);
    Arrays.sort(sorted);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
  }
}
