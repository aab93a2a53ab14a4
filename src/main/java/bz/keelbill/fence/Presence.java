package bz.keelbill.fence;

import bz.keelbill.fence.Occupancy.Stay;
import bz.keelbill.fence.Occupancy.Step;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;

/**
 * One craft and one fence, from the first touch until they have nothing to do with each other any
 * more: first a suspicion, then an open {@link Stay}, at last a closed one or nothing. The rules
 * are told at {@link Occupancy}.
 */
final class Presence {
  private static final double ENTER_METRES = 50;
  private static final double ENTER_CHANCE = 0.9;
  private static final int ENTER_FIXES = 2;
  private static final long ENTER_MILLIS = 30_000;
  private static final double LEAVE_METRES = 100;
  private static final double LEAVE_SIGMAS = 2;
  private static final double LEAVE_FEET = 200;
  private static final int LEAVE_FIXES = 3;
  private static final double JUMP_SIGMAS = 7;

  /** Of nine errors in ten to one side, the largest, in standard deviations. */
  private static final double SIGMAS_OF_ENTER_CHANCE = 1.2816;

  private Fence fence;
  private final Position before;
  private final long sinceMillis;
  private final boolean seenEntering;
  private long enteredAtMillis;
  private Position enteredAt;
  private long leftAtMillis;
  private Position leftAt;
  private int fixesWithin;
  private long withinSinceMillis;
  private int fixesBeyond;
  private Stay stay;
  private boolean over;

  /**
   * A craft's first touch of a fence.
   *
   * @param step the step that touched it
   * @param crossing whether the step's beginning is a known place outside
   * @param seenEntering whether this is an entry, not a craft first seen inside
   */
  Presence(Fence fence, Step step, boolean crossing, boolean seenEntering) {
    this.fence = fence;
    this.before = crossing ? step.from() : null;
    this.sinceMillis = crossing ? step.fromAtMillis() : step.atMillis();
    this.seenEntering = seenEntering;
    double share = crossing ? firstCrossing(step) : 1;
    this.enteredAtMillis = step.atMillis(share);
    this.enteredAt = step.at(share);
  }

  /** The fence as it is now. */
  Fence fence() {
    return fence;
  }

  /** The stay, or null as long as it is not sure that the craft was inside. */
  Stay stay() {
    return stay;
  }

  /** Whether nothing more can come of it. */
  boolean isOver() {
    return over;
  }

  /**
   * Takes the fence as it is after a change, null if it was removed. A stay that the change ends
   * has no place of leaving.
   */
  void adopt(Fence changed, Step step) {
    Position known = step.from() == null ? step.to() : step.from();
    boolean same = fence.equals(changed);
    boolean stays =
        changed != null
            && stay != null
            && changed.appliesTo(step.aircraft())
            && changed.area().contains(known.latitude(), known.longitude());
    if (same || stays) {
      fence = changed;
    } else {
      end(step);
    }
  }

  /** Takes the craft's next step; whether that began or ended a stay. */
  boolean take(Step step) {
    Stay before = stay;
    if (over) {
      return false;
    }
    if (!fence.isActive(step.atMillis())) {
      end(step);
    } else if (fence.holds(step)) {
      takeInside(step);
    } else {
      takeOutside(step);
    }
    return stay != before;
  }

  private void takeInside(Step step) {
    if (leftAt != null && stay == null && seenEntering) {
      double share = lastCrossing(step);
      enteredAtMillis = step.atMillis(share);
      enteredAt = step.at(share);
    }
    leftAt = null;
    fixesBeyond = 0;
    if (stay == null) {
      confirm(step);
    }
  }

  private void confirm(Step step) {
    if (isWithin(step)) {
      withinSinceMillis = fixesWithin == 0 ? step.atMillis() : withinSinceMillis;
      fixesWithin++;
    }
    boolean longEnough = fixesWithin > 0 && step.atMillis() - withinSinceMillis >= ENTER_MILLIS;
    if (fixesWithin >= ENTER_FIXES || longEnough) {
      begin(step);
    }
  }

  private void takeOutside(Step step) {
    fixesWithin = 0;
    if (leftAt == null || step.crossings(fence.area()).length > 0) {
      double share = lastCrossing(step);
      leftAtMillis = step.atMillis(share);
      leftAt = step.at(share);
      fixesBeyond = 0;
    }
    fixesBeyond = isBeyond(step) ? fixesBeyond + 1 : 0;
    if (stay != null && fixesBeyond >= LEAVE_FIXES) {
      end(step, leftAtMillis, leftAt);
    } else if (stay == null) {
      passThrough(step);
    }
  }

  /** Decides whether a craft that was never sure to be inside has passed through. */
  private void passThrough(Step step) {
    boolean gone = fixesBeyond >= LEAVE_FIXES;
    if (step.atMillis() - sinceMillis > Step.JOINED_MILLIS) {
      end(step);
    } else if (before != null && (gone || isJump(step)) && isSurelyCrossed(step)) {
      begin(step);
      end(step, leftAtMillis, leftAt);
    } else if (gone) {
      end(step);
    }
  }

  private boolean isJump(Step step) {
    return Geodesy.distanceMetres(before, step.to()) >= JUMP_SIGMAS * step.sigmaMetres();
  }

  /** Whether the way would have led through the fence a margin to the left and to the right too. */
  private boolean isSurelyCrossed(Step step) {
    double margin = Math.max(enterMetres(), SIGMAS_OF_ENTER_CHANCE * step.sigmaMetres());
    double course = Geodesy.bearingDegrees(before, step.to());
    return isCrossedBeside(step, course + 90, margin) && isCrossedBeside(step, course - 90, margin);
  }

  private boolean isCrossedBeside(Step step, double bearingDegrees, double metres) {
    return fence
        .area()
        .touches(
            Geodesy.offset(before, bearingDegrees, metres),
            Geodesy.offset(step.to(), bearingDegrees, metres));
  }

  private boolean isWithin(Step step) {
    Area area = fence.area();
    double depth = area.edgeMetres(step.to().latitude(), step.to().longitude());
    return depth >= enterMetres()
        && Chance.inside(depth, step.sigmaMetres(), area.halfWidthMetres()) >= ENTER_CHANCE;
  }

  private double enterMetres() {
    return Math.min(ENTER_METRES, fence.area().halfWidthMetres() / 2);
  }

  private boolean isBeyond(Step step) {
    if (!fence.reaches(step, LEAVE_FEET)) {
      return true;
    }
    double latitude = step.to().latitude();
    double longitude = step.to().longitude();
    return !fence.area().contains(latitude, longitude)
        && fence.area().edgeMetres(latitude, longitude)
            >= Math.max(LEAVE_METRES, LEAVE_SIGMAS * step.sigmaMetres());
  }

  private double firstCrossing(Step step) {
    double[] crossings = step.crossings(fence.area());
    return crossings.length == 0 ? 1 : crossings[0];
  }

  private double lastCrossing(Step step) {
    double[] crossings = step.crossings(fence.area());
    return crossings.length == 0 ? 1 : crossings[crossings.length - 1];
  }

  private void begin(Step step) {
    long open = Long.MAX_VALUE;
    stay =
        new Stay(fence.id(), enteredAtMillis, enteredAt, seenEntering, open, null, step.atMillis());
  }

  /** Ends without a place of leaving. */
  private void end(Step step) {
    end(step, step.atMillis(), null);
  }

  private void end(Step step, long atMillis, Position at) {
    over = true;
    if (stay != null) {
      stay =
          new Stay(
              stay.fenceId(),
              stay.enteredAtMillis(),
              stay.enteredAt(),
              stay.seenEntering(),
              Math.max(atMillis, stay.enteredAtMillis()),
              at,
              step.atMillis());
    }
  }
}
