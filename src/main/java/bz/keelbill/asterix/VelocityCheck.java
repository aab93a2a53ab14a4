package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.VX_MS;
import static bz.keelbill.asterix.AsterixField.VY_MS;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Note;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether the velocities of item 010/202 are read with the right step, on which documents disagree
 * by a factor of four: they are held against the ways that the targets go.
 *
 * <p>Remembers the last 1,024 targets and as many ratios of each station as one judgement needs.
 */
final class VelocityCheck {
  private static final int MOST_TARGETS = 1_024;
  private static final int MOST_STATIONS = 256;
  private static final long LEAST_MILLIS = 10_000;
  private static final long MOST_MILLIS = 60_000;

  /** So much farther than the errors of both places, or the way says nothing. */
  private static final double SIGMAS = 5;

  /** A target that changes its speed more in between says nothing of the step. */
  private static final double STEADY = 0.2;

  private static final int ENOUGH = 40;
  private static final int ENOUGH_TARGETS = 5;
  private static final double FACTOR = 4;
  private static final double SPREAD = 1.3;

  private final Map<ContactId, Place> places = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<String, Ratios> byStation = new HashMap<>();

  /** Where a target was, and what it then said of its velocity. */
  private record Place(Fix fix, double east, double north) {
    double speed() {
      return StrictMath.hypot(east, north);
    }
  }

  /** Speeds that one station's targets say, over those that they go. */
  private static final class Ratios {
    private final double[] values = new double[ENOUGH];
    private final Set<ContactId> targets = new HashSet<>();
    private int count;
  }

  /**
   * Takes one fix of a target that says its velocity.
   *
   * @return which step to set, if the station's targets agree that this one is wrong; else null
   */
  Note judge(AsterixMessage message, Fix fix, Site site) {
    Place now = new Place(fix, message.value(VX_MS), message.value(VY_MS));
    Place before = places.get(fix.contact());
    long millis = before == null ? 0 : fix.atMillis() - before.fix.atMillis();
    if (before != null && millis >= 0 && millis < LEAST_MILLIS) {
      return null;
    }
    remember(now);
    boolean isComparable = before != null && millis > 0 && millis <= MOST_MILLIS;
    return isComparable ? compare(before, now, millis / 1000.0, site) : null;
  }

  private void remember(Place place) {
    places.put(place.fix.contact(), place);
    if (places.size() > MOST_TARGETS) {
      Iterator<ContactId> eldest = places.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  private Note compare(Place before, Place now, double seconds, Site site) {
    double metres = Geodesy.distanceMetres(before.fix.position(), now.fix.position());
    double error =
        StrictMath.hypot(
            before.fix.state().accuracy().worstMetres(), now.fix.state().accuracy().worstMetres());
    double change = StrictMath.hypot(now.east - before.east, now.north - before.north);
    double speed = (before.speed() + now.speed()) / 2;
    boolean isKnown = byStation.containsKey(site.id()) || byStation.size() < MOST_STATIONS;
    if (metres < SIGMAS * error || change > STEADY * speed || speed == 0 || !isKnown) {
      return null;
    }
    Ratios ratios = byStation.computeIfAbsent(site.id(), id -> new Ratios());
    ratios.values[ratios.count++] = speed * seconds / metres;
    ratios.targets.add(now.fix.contact());
    return ratios.count == ENOUGH ? verdict(ratios, site) : null;
  }

  private Note verdict(Ratios ratios, Site site) {
    byStation.remove(site.id());
    Arrays.sort(ratios.values);
    double middle = ratios.values[ENOUGH / 2];
    double step = site.dialect().velocityStep();
    if (ratios.targets.size() < ENOUGH_TARGETS) {
      return null;
    }
    if (isNear(middle, FACTOR)) {
      return note(site, step / FACTOR);
    }
    return isNear(middle, 1 / FACTOR) ? note(site, step * FACTOR) : null;
  }

  private static boolean isNear(double ratio, double wanted) {
    return ratio > wanted / SPREAD && ratio < wanted * SPREAD;
  }

  private static Note note(Site site, double step) {
    String value = String.format(Locale.ROOT, "%.4f", step).replaceFirst("0+$", "");
    return new Note(Note.Kind.VELOCITY_STEP, site.id(), value);
  }
}
