package bz.keelbill.e2e;

/** As many ships as the page must bear: 5,000 on a grid east of Belize, each heard every five seconds. */
final class FullSea {
  static final int SHIPS = 5_000;

  /** The first ship's number; the others follow it. */
  static final int FIRST = 311_000_000;

  private static final int EACH_SECOND = 1_000;

  private FullSea() {}

  /** Says what is said in a second, and waits until it is over. */
  static void speak(QuietSea sea, int second) {
    long begun = System.currentTimeMillis();
    for (int i = 0; i < EACH_SECOND; i++) {
      int ship = second % (SHIPS / EACH_SECOND) * EACH_SECOND + i;
      double latitude = 16.0 + ship / 100 * 0.04;
      double longitude = -87.2 + ship % 100 * 0.02 + second * 0.00005;
      sea.shore.say(AisSentences.position(FIRST + ship, latitude, longitude, 12, 90));
    }
    Patience.pause(Math.max(1, 1_000 - (System.currentTimeMillis() - begun)));
  }
}
