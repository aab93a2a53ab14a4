package bz.keelbill.detect;

import java.util.List;
import java.util.Map;

/**
 * In which order detectors weigh their conditions, in the words of {@link Findings#stoppedBy}: who
 * was stopped by a later one came nearer to an alert.
 */
public final class Weighing {
  private static final Map<String, List<String>> ORDER =
      Map.of(
          GoFast.KIND,
          List.of(
              "own force",
              "followed for",
              "speed margin",
              "misfit of its way",
              "no boat's speed",
              "its own word differs",
              "speed",
              "an aircraft by its speed",
              "score"),
          Rendezvous.KIND,
          List.of(
              "speed",
              "own force, service or tracking box",
              "landing",
              "nobody near",
              "partner's speed",
              "separation",
              "duration",
              "apart before"),
          UnreportedFlight.KIND,
          List.of("altitude", "duration", "planned"),
          LowFlight.KIND,
          List.of("altitude", "speed", "duration", "licensed-field", "outside-belize", "planned"),
          Circling.KIND,
          List.of("altitude", "turned", "radius", "speed", "licensed-field", "outside-belize"));

  private Weighing() {}

  /** The place of a condition among those of its detector, from 1; 0 for one that is not listed. */
  public static int stage(String kind, String condition) {
    return ORDER.getOrDefault(kind, List.of()).indexOf(condition) + 1;
  }

  /** The words in their order, by kind. */
  static Map<String, List<String>> order() {
    return ORDER;
  }
}
