package bz.keelbill.record;

import bz.keelbill.geo.Position;
import java.util.List;

/**
 * A recorded track that a question was about.
 *
 * @param craft who it was, as it was known last; only its track is sure to be there
 * @param fixes how many fixes were where they were asked for; 0 if only a step between two was
 * @param first the first of them, or of the step
 * @param last the last one
 * @param closest how near it came to the middle of a circle; null for other questions
 * @param crossings where it went into or out of a fence, or a circle, at most a hundred
 */
public record FoundTrack(
    Craft craft, long fixes, Moment first, Moment last, Closest closest, List<Crossing> crossings) {

  /** A place and its event time, Unix milliseconds. */
  public record Moment(long atMillis, Position position) {}

  /** The nearest it came, metres, and by when: the end of the step that came so near. */
  public record Closest(double metres, long atMillis) {}

  /**
   * It went in or out, or across between two fixes that lie outside.
   *
   * @param how {@code in}, {@code out} or {@code across}
   * @param beforeMillis the last fix before
   * @param afterMillis the first fix after
   */
  public record Crossing(String how, long beforeMillis, long afterMillis) {}
}
