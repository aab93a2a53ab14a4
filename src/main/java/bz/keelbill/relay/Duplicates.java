package bz.keelbill.relay;

import bz.keelbill.ais.AisSentences;
import bz.keelbill.ais.MmsiClass;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Knows which messages are another station's copy of one that has just left. A station's own
 * repetition is news and begins the window again. Distress transmitters are never held back: their
 * bursts are meant to repeat.
 */
final class Duplicates {
  /** Messages remembered at most, the oldest forgotten first. */
  static final int MOST = 20_000;

  private final long windowMillis;
  private final Map<String, First> firsts = new LinkedHashMap<>();

  private record First(String station, long atMillis) {}

  /**
   * Begins with nothing.
   *
   * @param windowMillis how long a message is remembered; 0: never
   */
  Duplicates(long windowMillis) {
    this.windowMillis = windowMillis;
  }

  /**
   * Judges a message, and remembers it if it is none.
   *
   * @param nowMillis of a clock that only goes forward
   */
  boolean isDuplicate(String station, AisSentences message, long nowMillis) {
    if (windowMillis == 0 || isDistress(message)) {
      return false;
    }
    forget(nowMillis);
    String key = (message.isOwnShip() ? "O" : "M") + message.payload();
    First first = firsts.get(key);
    if (first != null && !first.station().equals(station)) {
      return true;
    }
    firsts.remove(key); // to the end of the order
    firsts.put(key, new First(station, nowMillis));
    return false;
  }

  int remembered() {
    return firsts.size();
  }

  private static boolean isDistress(AisSentences message) {
    return message.mmsi() != AisSentences.NO_MMSI && MmsiClass.of(message.mmsi()).isDistress();
  }

  private void forget(long nowMillis) {
    Iterator<First> oldest = firsts.values().iterator();
    while (oldest.hasNext()) {
      boolean isOver = nowMillis - oldest.next().atMillis() >= windowMillis;
      if (!isOver && firsts.size() < MOST) {
        return;
      }
      oldest.remove();
    }
  }
}
