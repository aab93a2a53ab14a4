package bz.keelbill.fence;

import bz.keelbill.geo.Position;
import java.util.List;

/**
 * What one craft has to do with the fences: where it is inside, since when, and what it crossed
 * lately. The hysteresis of spec "Fences" lives here: inside by a margin for 2 fixes or 30 s to
 * enter, outside by max(100 m, 2 sigma) for 3 fixes to leave, and a segment test so that no fast
 * boat jumps a narrow fence. Belongs to the Watch; one thread.
 */
public final class Occupancy {

  /**
   * One step of a craft.
   *
   * @param fromAtMillis time of the previous position; ignored when {@code from} is null
   * @param from previous position, or null for the first
   * @param sigmaMetres standard deviation of the position
   * @param altitudeFeet NaN for vessels and unknown heights
   * @param aircraft whether the craft flies
   */
  public record Step(
      long fromAtMillis,
      Position from,
      long atMillis,
      Position to,
      double sigmaMetres,
      double altitudeFeet,
      boolean aircraft) {}

  /**
   * One stay in a fence.
   *
   * @param fenceId which
   * @param enteredAtMillis when it entered, or was first seen inside
   * @param enteredAt where that was
   * @param seenEntering false when the craft was first seen inside
   * @param leftAtMillis when it left, or {@code Long.MAX_VALUE} while it is inside
   * @param leftAt where it left, or null
   */
  public record Stay(
      String fenceId,
      long enteredAtMillis,
      Position enteredAt,
      boolean seenEntering,
      long leftAtMillis,
      Position leftAt) {

    /** Whether the craft is still inside. */
    public boolean isOpen() {
      return leftAtMillis == Long.MAX_VALUE;
    }
  }

  /** Takes one step. */
  public void step(FenceMap fences, Step step) {
    throw new UnsupportedOperationException();
  }

  /** Open stays, and those that ended within the last hour of event time; oldest first, bounded. */
  public List<Stay> stays() {
    throw new UnsupportedOperationException();
  }
}
