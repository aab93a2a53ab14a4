package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Where a contact says that it is, although its craft cannot be there: a second craft under the
 * same number, or a jump. Bounded; belongs to the thread of its Watch.
 */
public final class Elsewhere {
  private static final int MOST_PLACES = 8;
  private static final long FORGOTTEN_MILLIS = 30 * 60_000L;
  private static final double VESSEL_KNOTS = 60;
  private static final double AIRCRAFT_KNOTS = 900;
  private static final double SLACK_METRES = 1_000;

  private final Deque<Fix> places = new ArrayDeque<>();
  private int alternations;
  private int inARow;
  private boolean isThere;
  private Fix jumpedFrom;
  private Fix jumpedTo;

  /** A position came that is not believed; {@code here} is the last that was. */
  void refused(Fix fix, Fix here, Domain domain) {
    Fix before = places.peekLast();
    if (before != null && !isOneWay(before, fix, domain)) {
      places.clear();
      alternations = 0;
    }
    if (!isThere || places.isEmpty()) {
      alternations++;
    }
    isThere = true;
    if (inARow++ == 0) {
      jumpedFrom = here;
      jumpedTo = fix;
    }
    if (places.size() == MOST_PLACES) {
      places.removeFirst();
    }
    places.addLast(fix);
  }

  /** A position came that goes on where the craft is. */
  void accepted() {
    isThere = false;
    inARow = 0;
  }

  /** After many in a row the new place is believed. */
  void moved() {
    isThere = false;
    inARow = 0;
    alternations = 0;
  }

  /** A lone wrong digit makes no way; a craft does. */
  private static boolean isOneWay(Fix before, Fix fix, Domain domain) {
    long gap = Math.abs(fix.atMillis() - before.atMillis());
    double knots = domain == Domain.AIR ? AIRCRAFT_KNOTS : VESSEL_KNOTS;
    double reach = Units.knotsToMetresPerSecond(knots) * gap / 1000.0 + SLACK_METRES;
    return gap <= FORGOTTEN_MILLIS
        && Geodesy.distanceMetres(before.position(), fix.position()) <= reach;
  }

  /** The last positions that were not believed, oldest first: they make a way of their own. */
  public List<Fix> places() {
    return List.copyOf(places);
  }

  /** The newest of them. */
  public Fix newest() {
    return places.peekLast();
  }

  /** How often the contact went from here to there. */
  public int alternations() {
    return alternations;
  }

  /** How many of them came in a row up to now. */
  public int inARow() {
    return inARow;
  }

  /** The last position believed before it jumped last. */
  public Fix jumpedFrom() {
    return jumpedFrom;
  }

  /** The first position of its last jump. */
  public Fix jumpedTo() {
    return jumpedTo;
  }
}
