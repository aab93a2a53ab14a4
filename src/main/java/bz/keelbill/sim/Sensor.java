package bz.keelbill.sim;

import java.util.List;

/** Something that hears craft and speaks lines about them. */
interface Sensor {

  /**
   * Lives one second.
   *
   * @param atMillis the end of the second
   * @param craft everything that moves, in a fixed order
   * @param out takes what it says; it may be dated a little later than now, never earlier
   */
  void listen(long atMillis, List<Craft> craft, Outbox out);

  /** Where sensors put their lines. */
  interface Outbox {
    /** Whether it comes through to the watch; what is lost on the way was never heard there. */
    boolean say(Spoken spoken);
  }
}
