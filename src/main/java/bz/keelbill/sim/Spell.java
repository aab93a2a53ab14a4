package bz.keelbill.sim;

/** For how long something has held without a break, second by second. */
final class Spell {
  private int seconds;

  /** Lives one second and says for how many it has held. */
  int seconds(boolean holds) {
    seconds = holds ? seconds + 1 : 0;
    return seconds;
  }
}
