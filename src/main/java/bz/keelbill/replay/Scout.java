package bz.keelbill.replay;

import bz.keelbill.checkpoint.ImageFailure;
import bz.keelbill.watch.Watch;
import java.io.IOException;

/**
 * Goes ahead on the way of a replay where nothing is remembered, and leaves marks, so that whoever
 * jumps there need not wait until all before it is played. One thread, that of its replay.
 */
final class Scout implements AutoCloseable {
  /** So many entries at a time: whoever steers the replay waits for some hundredth of a second. */
  private static final int PIECE = 1_000;

  /** So far ahead it looks whether something is remembered: that much is played in a second. */
  private static final long FAR_MILLIS = 3_600_000;

  private static final long NEAR_MILLIS = 5 * 60_000L;

  private final Start home;
  private final Memories memories;
  private final Marks marks;
  private Showing going;
  private long lookMillis = Long.MIN_VALUE;
  private boolean isOver;

  /**
   * Has not left yet.
   *
   * @param home where the replay begins
   */
  Scout(Start home, Memories memories, Marks marks) {
    this.home = home;
    this.memories = memories;
    this.marks = marks;
  }

  /** Whether it has come to the end, or no mark is taken any more. */
  boolean isOver() {
    return isOver || marks.isFull();
  }

  /**
   * Goes on by a piece.
   *
   * @throws IOException if the recording cannot be found; it is over then
   */
  void goOn() throws IOException {
    try {
      if (going == null) {
        going = unseen(home, home.newWatch(change -> {}));
      }
      if (going.atMillis() >= lookMillis) {
        passOverWhatIsRemembered();
      }
      if (going.playTo(lookMillis, true, marks, PIECE) == Showing.End.OVER) {
        close();
      }
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void passOverWhatIsRemembered() throws IOException {
    for (Memory further = further(); further != null; further = further()) {
      try {
        Start there = home.at(further);
        goOnWith(unseen(there, there.watch(change -> {})));
      } catch (ImageFailure otherProgram) {
        memories.leaveAside(further);
      }
    }
    lookMillis = hourOn();
  }

  /** The newest memory of the next hour; null if there is none, or only of what is near. */
  private Memory further() {
    Memory memory = memories.before(hourOn());
    boolean isFurther =
        memory != null && memory.checkpoint().atMillis() > going.atMillis() + NEAR_MILLIS;
    return isFurther ? memory : null;
  }

  private long hourOn() {
    return Math.min(going.atMillis() + FAR_MILLIS, home.script().period().toMillis());
  }

  private static Showing unseen(Start start, Watch watch) throws IOException {
    watch.setTelling(false);
    return new Showing(start, watch, new Ahead(start));
  }

  private void goOnWith(Showing there) {
    going.close();
    going = there;
  }

  /** Gives the recording back. */
  @Override
  public void close() {
    isOver = true;
    if (going != null) {
      going.close();
      going = null;
    }
  }
}
