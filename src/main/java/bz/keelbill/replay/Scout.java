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

  private final Start home;
  private final Memories memories;
  private final Marks marks;

  /** Where it begins when it next plays; null for home. */
  private Memory from;

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
   * Goes on by a piece: passes over what is remembered of the next hour, or plays.
   *
   * @throws IOException if the recording cannot be found; it is over then
   */
  void goOn() throws IOException {
    try {
      if (atMillis() < lookMillis || !passesOver()) {
        play();
      }
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private long atMillis() {
    if (going != null) {
      return going.atMillis();
    }
    return from == null ? home.atMillis() : from.checkpoint().atMillis();
  }

  private long hourOn() {
    return Math.min(atMillis() + FAR_MILLIS, home.script().period().toMillis());
  }

  /** The newest memory of the next hour; null if there is none, or only of what is near. */
  private Memory further() {
    Memory memory = memories.before(hourOn());
    boolean isFurther =
        memory != null && memory.checkpoint().atMillis() > atMillis() + Memories.WORTH_MILLIS;
    return isFurther ? memory : null;
  }

  private boolean passesOver() {
    Memory further = further();
    if (further == null) {
      lookMillis = hourOn();
      return false;
    }
    leaveFor(further);
    return true;
  }

  private void leaveFor(Memory there) {
    rest();
    from = there;
  }

  private void play() throws IOException {
    try {
      going = going == null ? begun() : going;
      if (going.playTo(lookMillis, true, marks, PIECE) == Showing.End.OVER) {
        close();
      }
    } catch (ImageFailure otherProgram) {
      memories.leaveAside(from);
      lookMillis = Long.MIN_VALUE;
      leaveFor(null);
    }
  }

  private Showing begun() throws IOException, ImageFailure {
    Start start = from == null ? home : home.at(from);
    Watch watch = start.watch(change -> {});
    watch.setTelling(false);
    return new Showing(start, watch, new Ahead(start));
  }

  private void rest() {
    if (going != null) {
      going.close();
      going = null;
    }
  }

  /** Gives the recording back. */
  @Override
  public void close() {
    isOver = true;
    rest();
  }
}
