package bz.keelbill.fence;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one craft has to do with the fences: where it is inside, since when, and what it crossed
 * lately. Belongs to the Watch; one thread.
 *
 * <ul>
 *   <li><b>Entering</b> takes two fixes, or 30 s, inside by a margin with no fix outside between
 *       them. The margin is 50 m, less in a fence narrower than 200 m (half of {@link
 *       Area#halfWidthMetres}), and so much that the chance of being inside is 0.9: 1.28 sigma from
 *       the edge of a wide fence.
 *   <li><b>Leaving</b> takes three fixes in a row outside by max(100 m, 2 sigma), or 200 ft above
 *       or below the band.
 *   <li><b>Passing through</b>: a way from outside to outside counts as a stay if it would have met
 *       the fence a margin to the left and to the right too, and if it is longer than 7 sigma or is
 *       followed by the three fixes of leaving. So no fast boat jumps a narrow fence, and a moored
 *       one beside it makes no alarm.
 *   <li>Places and times of entering and leaving are where the straight step met the edge, if its
 *       fixes are at most 10 min apart; else those of the first fix on the other side.
 *   <li>A craft whose first fix is inside, or which is inside when a fence is put up or changed, is
 *       inside but was not seen entering. A fence whose hours begin around a craft is entered then.
 *   <li>A stay that ends because the fence's hours end, or because the fence is changed or removed,
 *       has no place of leaving.
 *   <li>A fence that goes with a track is looked at as that track sees it, and ends with it.
 *   <li>An aircraft's unknown height is its last known one for 2 min; after that see {@link
 *       Fence.Band#holds}.
 * </ul>
 */
public final class Occupancy {
  private static final long REMEMBERED_MILLIS = 3_600_000;
  private static final long HEIGHT_MILLIS = 120_000;

  /** Closed stays kept at most; the oldest go first. */
  private static final int CLOSED_LIMIT = 64;

  private static final Comparator<Stay> OLDEST_FIRST =
      Comparator.comparingLong(Stay::enteredAtMillis).thenComparing(Stay::fenceId);

  /**
   * One step of a craft.
   *
   * @param fromAtMillis time of the previous position; ignored when {@code from} is null
   * @param from previous position, or null for the first
   * @param sigmaMetres standard deviation of the position; NaN counts as 0
   * @param altitudeFeet NaN for vessels and unknown heights
   * @param aircraft whether the craft flies
   * @param real the step as the craft made it, where this is how a moving fence's track sees it;
   *     else null
   */
  public record Step(
      long fromAtMillis,
      Position from,
      long atMillis,
      Position to,
      double sigmaMetres,
      double altitudeFeet,
      boolean aircraft,
      Step real) {
    /** As the craft made it. */
    public Step(
        long fromAtMillis,
        Position from,
        long atMillis,
        Position to,
        double sigmaMetres,
        double altitudeFeet,
        boolean aircraft) {
      this(fromAtMillis, from, atMillis, to, sigmaMetres, altitudeFeet, aircraft, null);
    }

    /** Longest time between two fixes that are joined by a straight line. */
    static final long JOINED_MILLIS = 600_000;

    private static final double[] NONE = {};

    /** Takes an unknown or negative error for none. */
    public Step {
      sigmaMetres = sigmaMetres > 0 ? sigmaMetres : 0;
    }

    /** Whether the two positions are near enough in time to say what lies between them. */
    boolean isJoined() {
      return from != null && atMillis >= fromAtMillis && atMillis - fromAtMillis <= JOINED_MILLIS;
    }

    /** Where along the step, 0 to 1, it meets the edge of an area; none if it is not joined. */
    double[] crossings(Area area) {
      return isJoined() ? area.edgeCrossings(from, to) : NONE;
    }

    /** Whether it touches an area, or ends in it if it is not joined. */
    boolean touches(Area area) {
      return isJoined() ? area.touches(from, to) : area.contains(to.latitude(), to.longitude());
    }

    /** The position a share of the way along. */
    Position at(double share) {
      if (real != null) {
        return real.at(share);
      }
      return share >= 1
          ? to
          : new Position(
              from.latitude() + share * (to.latitude() - from.latitude()),
              from.longitude() + share * (to.longitude() - from.longitude()));
    }

    /** The time a share of the way along. */
    long atMillis(double share) {
      return share >= 1 ? atMillis : fromAtMillis + (long) (share * (atMillis - fromAtMillis));
    }

    private Step atHeight(double feet) {
      return new Step(fromAtMillis, from, atMillis, to, sigmaMetres, feet, aircraft);
    }

    /** The step as the track of a fence sees it; null if that track is not in sight. */
    Step seenFrom(Fence fence, Around.Anchors anchors) {
      if (fence.around() == null) {
        return this;
      }
      Position anchor = anchors.at(fence, atMillis);
      if (anchor == null) {
        return null;
      }
      Position before = from == null ? null : anchors.at(fence, fromAtMillis);
      return new Step(
          fromAtMillis,
          before == null ? null : Around.inFrame(from, before),
          atMillis,
          Around.inFrame(to, anchor),
          sigmaMetres,
          altitudeFeet,
          aircraft,
          this);
    }
  }

  /**
   * One stay in a fence.
   *
   * @param fenceId which
   * @param enteredAtMillis when it entered, or was first seen inside
   * @param enteredAt where that was
   * @param seenEntering false when the craft was first seen inside
   * @param leftAtMillis when it left, or {@code Long.MAX_VALUE} while it is inside
   * @param leftAt where it left; null while it is inside, and when the fence ended, not the craft's
   *     stay in its area
   * @param sureAtMillis time of the fix that made it sure: of having entered while the stay is
   *     open, of having left once it is closed. It is later than the entering and the leaving
   *     themselves; what is told "now" is measured from it
   */
  public record Stay(
      String fenceId,
      long enteredAtMillis,
      Position enteredAt,
      boolean seenEntering,
      long leftAtMillis,
      Position leftAt,
      long sureAtMillis) {

    /** Whether the craft is still inside. */
    public boolean isOpen() {
      return leftAtMillis == Long.MAX_VALUE;
    }
  }

  private final List<Presence> presences = new ArrayList<>(0);
  private final List<Stay> closed = new ArrayList<>(0);
  private List<Stay> stays = List.of();
  private FenceMap seen;
  private double altitudeFeet = Double.NaN;
  private long altitudeAtMillis;

  /** Takes one step. */
  public void step(FenceMap fences, Step step) {
    step(fences, step, Around.Anchors.NONE);
  }

  /** Takes one step, among fences of which some go with tracks. */
  public void step(FenceMap fences, Step step, Around.Anchors anchors) {
    Step known = withHeight(step);
    if (seen != fences) {
      presences.forEach(presence -> adopt(presence, fences, known, anchors));
    }
    begin(fences, known, anchors);
    boolean changed = false;
    for (Presence presence : presences) {
      Step own = known.seenFrom(presence.fence(), anchors);
      if (own == null) {
        // The fence ends with its track.
        presence.adopt(null, known);
        changed |= presence.stay() != null;
      } else {
        changed |= presence.take(own);
      }
    }
    changed |= close(known.atMillis());
    seen = fences;
    stays = changed ? list() : stays;
  }

  /** Open stays, and those that ended within the last hour of event time; oldest first, bounded. */
  public List<Stay> stays() {
    return stays;
  }

  private Step withHeight(Step step) {
    if (!Double.isNaN(step.altitudeFeet())) {
      altitudeFeet = step.altitudeFeet();
      altitudeAtMillis = step.atMillis();
      return step;
    }
    boolean fresh = step.atMillis() - altitudeAtMillis <= HEIGHT_MILLIS;
    return fresh && step.aircraft() ? step.atHeight(altitudeFeet) : step;
  }

  private void begin(FenceMap fences, Step step, Around.Anchors anchors) {
    Position from = step.isJoined() ? step.from() : step.to();
    for (Fence fence : fences.near(from, step.to())) {
      beginIfTouched(fence, step);
    }
    for (Fence fence : fences.moving()) {
      Step own = step.seenFrom(fence, anchors);
      if (own != null) {
        beginIfTouched(fence, own);
      }
    }
  }

  private static void adopt(Presence presence, FenceMap fences, Step step, Around.Anchors anchors) {
    Fence changed = fences.find(presence.fence().id());
    Step own = changed == null ? null : step.seenFrom(changed, anchors);
    presence.adopt(own == null ? null : changed, own == null ? step : own);
  }

  /** The shape is asked last, for that takes longest. */
  private void beginIfTouched(Fence fence, Step step) {
    boolean mayBegin =
        fence.appliesTo(step.aircraft())
            && fence.isActive(step.atMillis())
            && !isFollowed(fence)
            && step.touches(fence.area());
    if (mayBegin) {
      begin(fence, step);
    }
  }

  private void begin(Fence fence, Step step) {
    Position from = step.from();
    boolean wasInside = from != null && fence.area().contains(from.latitude(), from.longitude());
    boolean crossing = step.isJoined() && !wasInside;
    boolean isNew = seen == null || !fence.equals(seen.find(fence.id()));
    boolean firstSeen = from == null || (wasInside && isNew);
    if (fence.holds(step) || (crossing && fence.reaches(step, 0))) {
      presences.add(new Presence(fence, step, crossing, !firstSeen));
    }
  }

  private boolean isFollowed(Fence fence) {
    for (Presence presence : presences) {
      if (!presence.isOver() && presence.fence().id().equals(fence.id())) {
        return true;
      }
    }
    return false;
  }

  /** Moves what is over to the closed stays; whether these changed. */
  private boolean close(long nowMillis) {
    for (Presence presence : presences) {
      if (presence.isOver() && presence.stay() != null) {
        closed.add(presence.stay());
      }
    }
    boolean changed = presences.removeIf(Presence::isOver);
    changed |= closed.removeIf(stay -> stay.leftAtMillis() < nowMillis - REMEMBERED_MILLIS);
    while (closed.size() > CLOSED_LIMIT) {
      closed.remove(0);
    }
    return changed;
  }

  private List<Stay> list() {
    List<Stay> list = new ArrayList<>(closed);
    for (Presence presence : presences) {
      if (presence.stay() != null) {
        list.add(presence.stay());
      }
    }
    list.sort(OLDEST_FIRST);
    return List.copyOf(list);
  }
}
