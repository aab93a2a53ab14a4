package bz.keelbill.sim;

import java.util.HashMap;
import java.util.Map;

/** What is wrong with stations: some go deaf for a while, some have a clock that is off. */
final class StationFaults {

  /** From when to when a station is deaf, or how far off its clock is meanwhile. */
  private record Fault(long fromMillis, long toMillis, long shiftMillis) {
    boolean isOn(long atMillis) {
      return atMillis >= fromMillis && atMillis < toMillis;
    }
  }

  private final Map<String, Fault> deaf = new HashMap<>();
  private final Map<String, Fault> skewed = new HashMap<>();

  /** Lets a station say nothing for a while. */
  void deafen(String station, long fromMillis, long toMillis) {
    deaf.put(station, new Fault(fromMillis, toMillis, 0));
  }

  /** Sets a station's clock ahead, or with a negative number back, for a while. */
  void skew(String station, long fromMillis, long toMillis, long shiftMillis) {
    skewed.put(station, new Fault(fromMillis, toMillis, shiftMillis));
  }

  boolean isDeaf(String station, long atMillis) {
    Fault fault = deaf.get(station);
    return fault != null && fault.isOn(atMillis);
  }

  /** What a station's clock shows at a time. */
  long clock(String station, long atMillis) {
    Fault fault = skewed.get(station);
    return fault != null && fault.isOn(atMillis) ? atMillis + fault.shiftMillis : atMillis;
  }
}
