package bz.keelbill.checkpoint;

import bz.keelbill.watch.Given;
import bz.keelbill.watch.Watch;

/**
 * The whole memory of a Watch as bytes: tracks with their filters and histories, port calls, stays,
 * plans, sightings, the alert book, everything learned. Not what it is {@linkplain Given given}.
 *
 * <p>A program reads only what one with the same fields in the same classes has written, and only
 * into a Watch of the same stations and feeds. The methods run in the thread of the Watch.
 */
public final class WatchImage {
  private WatchImage() {}

  /**
   * Everything that a watch remembers.
   *
   * @throws IllegalStateException if it holds something that cannot be kept
   */
  public static byte[] of(Watch watch) {
    Given given = new Given(watch);
    return new ImageWriter(given).image(watch, given.conditions());
  }

  /**
   * Makes a watch remember. It has been given the same as the one before, and has heard nothing.
   *
   * @throws ImageFailure if it cannot; the watch is then of no use any more
   */
  public static void into(Watch watch, byte[] image) throws ImageFailure {
    Given given = new Given(watch);
    try {
      ImageSource in = new ImageSource(image);
      if (!in.text().equals(given.conditions())) {
        throw new ImageFailure("stations or feeds are configured otherwise now");
      }
      new ImageReader(in, given).into(watch);
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | NullPointerException wrong) {
      throw new ImageFailure("it is not understood: " + wrong, wrong);
    }
  }
}
