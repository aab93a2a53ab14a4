package bz.keelbill.sim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is wrong with stations: some go deaf for a while, some have a clock that is off. */
final class StationFaults {

  /** From when to when a station is deaf, or how far off its clock is meanwhile. */
  private record Fault(long fromMillis, long toMillis, long shiftMillis) {
    boolean isOn(long atMillis) {
      return atMillis >= fromMillis && atMillis < toMillis;
    }
  }

  private final Set<String> chosen = new HashSet<>();
  private final Map<String, Fault> deaf = new HashMap<>();
  private final Map<String, Fault> skewed = new HashMap<>();
  private final Map<String, Set<String>> unheard = new HashMap<>();
  private final Map<String, Integer> swallowed = new HashMap<>();
  private final Map<String, Integer> shared = new HashMap<>();

  /** Whether nothing is to befall a station yet. */
  boolean isWell(String station) {
    return !chosen.contains(station);
  }

  /** Something is to befall a station. */
  void chose(String station) {
    chosen.add(station);
  }

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

  /** A deaf station would have heard a message of a craft. */
  void swallow(String station, String craft) {
    swallowed.merge(station, 1, Integer::sum);
    unheard.computeIfAbsent(station, none -> new HashSet<>()).add(craft);
  }

  /** How many craft a station would have heard while it was deaf, ever. */
  int unheardCraft(String station) {
    return unheard.getOrDefault(station, Set.of()).size();
  }

  /** How many messages a station would have heard while it was deaf, ever. */
  int swallowed(String station) {
    return swallowed.getOrDefault(station, 0);
  }

  /** Another station heard the same message as one whose clock is off. */
  void share(String station) {
    shared.merge(station, 1, Integer::sum);
  }

  /** How many messages others heard as well as a station whose clock was off, ever. */
  int shared(String station) {
    return shared.getOrDefault(station, 0);
  }

  boolean isSkewed(String station, long atMillis) {
    Fault fault = skewed.get(station);
    return fault != null && fault.isOn(atMillis);
  }

  /** What a station's clock shows at a time. */
  long clock(String station, long atMillis) {
    return isSkewed(station, atMillis) ? atMillis + skewed.get(station).shiftMillis : atMillis;
  }
}
