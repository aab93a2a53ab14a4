package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where a contact says that it is, although its craft cannot be there: a second craft under the
 * same number, or a jump. A lone wrong position makes no way and is forgotten beside one that does.
 * Bounded; belongs to the thread of its Watch.
 */
public final class Elsewhere {
  private static final int MOST_PLACES = 8;
  private static final int LAST_THREE = 0b111;
  private static final int TWO = 2;

  /** What jumps again within this time is still jumping. */
  private static final long ONE_JUMP_MILLIS = 2 * 60_000L;

  private static final long FORGOTTEN_MILLIS = 10 * 60_000L;
  private static final double VESSEL_KNOTS = 60;
  private static final double AIRCRAFT_KNOTS = 900;
  private static final double SLACK_METRES = 1_000;

  /**
   * Jumps that are no lone glitch: two of three positions were where the craft cannot be, at one
   * place or at several.
   *
   * @param from the last position that was believed before them
   * @param first the first of them
   * @param there the newest of them, oldest first
   */
  public record Jump(Fix from, Fix first, List<Fix> there) {
    /** Copies the list. */
    public Jump {
      there = List.copyOf(there);
    }

    /** The newest of them. */
    public Fix newest() {
      return there.get(there.size() - 1);
    }

    private Jump with(Fix fix) {
      List<Fix> all = new ArrayList<>(there);
      all.add(fix);
      return new Jump(from, first, all.subList(Math.max(0, all.size() - MOST_PLACES), all.size()));
    }
  }

  private final Deque<Fix> places = new ArrayDeque<>();
  private Fix stray;
  private int alternations;
  private int inARow;
  private int lastOnes;
  private boolean isThere;
  private Jump jump;
  private Fix newest;

  /** A position came that is not believed; {@code here} is the last that was. */
  void refused(Fix fix, Fix here, Domain domain) {
    noteJump(fix, here);
    newest = fix;
    Fix before = places.peekLast();
    if (before != null && !isOneWay(before, fix, domain)) {
      if (stray == null || !isOneWay(stray, fix, domain)) {
        stray = fix;
        inARow = 0;
        return;
      }
      places.clear();
      places.addLast(stray);
      alternations = isThere ? 0 : alternations;
      inARow = 1;
    }
    stray = null;
    alternations += isThere ? 0 : 1;
    isThere = true;
    inARow++;
    if (places.size() == MOST_PLACES) {
      places.removeFirst();
    }
    places.addLast(fix);
  }

  private void noteJump(Fix fix, Fix here) {
    lastOnes = (lastOnes << 1 | 1) & LAST_THREE;
    boolean isJump = Integer.bitCount(lastOnes) >= TWO;
    boolean goesOn = jump != null && fix.atMillis() - jump.newest().atMillis() <= ONE_JUMP_MILLIS;
    if (isJump && goesOn) {
      jump = jump.with(fix);
    } else if (isJump) {
      jump = new Jump(here, newest, List.of(newest, fix));
    }
  }

  /** A position came that goes on where the craft is. */
  void accepted() {
    alternations += isThere ? 1 : 0;
    isThere = false;
    inARow = 0;
    lastOnes = lastOnes << 1 & LAST_THREE;
  }

  /** After many in a row the new place is believed; what was the old one is elsewhere now. */
  void moved(Fix here) {
    isThere = false;
    inARow = 0;
    lastOnes = 0;
    stray = null;
    places.clear();
    places.addLast(here);
  }

  /** A lone wrong digit makes no way; a craft does. */
  private static boolean isOneWay(Fix before, Fix fix, Domain domain) {
    long gap = Math.abs(fix.atMillis() - before.atMillis());
    double knots = domain == Domain.AIR ? AIRCRAFT_KNOTS : VESSEL_KNOTS;
    double reach = Units.knotsToMetresPerSecond(knots) * gap / 1000.0 + SLACK_METRES;
    return gap <= FORGOTTEN_MILLIS
        && Geodesy.distanceMetres(before.position(), fix.position()) <= reach;
  }

  /** The last positions elsewhere, oldest first: they make a way of their own. */
  public List<Fix> places() {
    return List.copyOf(places);
  }

  /** The newest position that was not believed. */
  public Fix newest() {
    return newest;
  }

  boolean isNewerThan(Elsewhere other) {
    return newest.atMillis() > other.newest.atMillis();
  }

  /** How often the contact went from here to there or back. */
  public int alternations() {
    return alternations;
  }

  /** How many of its positions are there in a row up to now. */
  public int inARow() {
    return inARow;
  }

  /** The last jump, or null if there was none but lone wrong positions. */
  public Jump jump() {
    return jump;
  }
}
