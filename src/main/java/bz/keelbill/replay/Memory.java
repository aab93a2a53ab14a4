package bz.keelbill.replay;

import bz.keelbill.checkpoint.ImageFailure;
import bz.keelbill.checkpoint.WatchImage;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the live watch remembered at some moment: a replay that begins with it goes on as the live
 * watch did.
 *
 * @param checkpoint its memory
 * @param orders those of fences, rules, flights and sightings that it had been given, oldest first
 */
public record Memory(Checkpoint checkpoint, List<Order> orders) {
  /** What came between is played unseen: not for ever. */
  private static final long LONGEST_MILLIS = 3 * 3_600_000L;

  /** Copies the list. */
  public Memory {
    orders = List.copyOf(orders);
  }

  /**
   * Makes a watch remember.
   *
   * @throws ImageFailure if it cannot; the watch is then of no use any more
   */
  static void into(Watch watch, Checkpoint checkpoint) throws ImageFailure {
    byte[] image;
    try {
      image = checkpoint.image();
    } catch (IOException damaged) {
      throw new ImageFailure("it cannot be unpacked: " + damaged.getMessage());
    }
    WatchImage.into(watch, image);
  }

  /**
   * That with which a script gives what the live watch gave.
   *
   * @param checkpoint one made at the time or before it; null for none
   * @param atMillis where the script is to begin, or to go on
   * @param journalled all orders of the journal, the oldest first
   * @return null where it would not be the same: under another law, or long after
   */
  static Memory of(
      Checkpoint checkpoint, long atMillis, ReplayScript script, List<Journalled> journalled) {
    if (checkpoint == null || atMillis - checkpoint.atMillis() > LONGEST_MILLIS) {
      return null;
    }
    List<Order> orders = new ArrayList<>();
    for (Journalled given : journalled) {
      Order order = ((JournalEntry.OfOrder) given.entry()).order();
      boolean isLater = given.seq() > checkpoint.journalSeq();
      if (isLater && !script.isWanted(order)) {
        return null;
      } else if (!isLater && ReplayScript.isLasting(order)) {
        orders.add(order);
      }
    }
    return new Memory(checkpoint, orders);
  }
}
