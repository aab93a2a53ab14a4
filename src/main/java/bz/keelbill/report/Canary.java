package bz.keelbill.report;

import bz.keelbill.geo.Position;

/**
 * The mark of the watch's own test craft, which proves that a line becomes an alert on the page.
 *
 * <p>What a craft says of itself marks nobody, or a smuggler would say it: the mark is the feed,
 * which no configuration can name, and a place where nobody is.
 */
public final class Canary {
  /** Its feed and its station. */
  public static final String NAME = "canary";

  /** Where it says that it is: in the South Pacific, as far from every shore as one can be. */
  public static final Position PLACE = new Position(-48.876667, -123.393333);

  private static final double NEAR_DEGREES = 0.01;

  private Canary() {}

  /** Whether a line of evidence, written as feed and number, is one of its lines. */
  public static boolean said(String line) {
    return line.startsWith(NAME + "#");
  }

  /**
   * Whether a craft is the canary.
   *
   * @param station that heard it, or null
   * @param position where it is, or null
   */
  public static boolean is(String station, Position position) {
    return NAME.equals(station)
        && position != null
        && Math.abs(position.latitude() - PLACE.latitude()) < NEAR_DEGREES
        && Math.abs(position.longitude() - PLACE.longitude()) < NEAR_DEGREES;
  }
}
