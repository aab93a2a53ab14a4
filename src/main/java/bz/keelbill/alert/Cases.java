package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One situation, one case: alerts that share a track join, and one about the craft of two cases
 * makes them one. A case is remembered for a while after its last news, so that a craft that leaves
 * and comes back is the same case.
 */
final class Cases {
  private record Case(String id, long lastNewsMillis) {}

  private final Map<String, Case> byTrack = new LinkedHashMap<>();

  /** None had its last news before this. */
  private long oldestMillis = Long.MAX_VALUE;

  /**
   * Which case a new alert belongs to.
   *
   * @param id where it comes from, or the oldest case of any of its tracks, or a new one
   * @param absorbed other cases that turn out to be the same: the alert is about craft of both
   */
  record Joining(String id, List<String> absorbed) {}

  /**
   * Finds the case of a new alert, and makes one of those that it ties together.
   *
   * @param origins cases that it comes from, whatever its tracks
   */
  Joining join(Finding finding, List<String> origins) {
    List<String> tracks = tracks(finding);
    List<String> known = new ArrayList<>(origins);
    for (Map.Entry<String, Case> entry : byTrack.entrySet()) {
      boolean isOurs = tracks.contains(entry.getKey());
      if (isOurs && !known.contains(entry.getValue().id())) {
        known.add(entry.getValue().id());
      }
    }
    String joined = known.isEmpty() ? AlertId.ofCase(finding) : known.get(0);
    List<String> absorbed = known.isEmpty() ? List.of() : known.subList(1, known.size());
    byTrack.replaceAll(
        (track, old) -> absorbed.contains(old.id()) ? new Case(joined, old.lastNewsMillis()) : old);
    note(tracks, joined, finding.moment().atMillis());
    return new Joining(joined, List.copyOf(absorbed));
  }

  void renew(Alert alert, long atMillis) {
    note(tracks(alert.finding()), alert.caseId(), atMillis);
  }

  void restore(Alert alert) {
    renew(alert, alert.history().lastTrueAtMillis());
  }

  void forgetBefore(long millis) {
    if (millis <= oldestMillis) {
      return;
    }
    byTrack.values().removeIf(known -> known.lastNewsMillis() < millis);
    oldestMillis = Long.MAX_VALUE;
    byTrack.values().forEach(left -> oldestMillis = Math.min(oldestMillis, left.lastNewsMillis()));
  }

  private void note(List<String> tracks, String id, long atMillis) {
    oldestMillis = Math.min(oldestMillis, atMillis);
    tracks.forEach(track -> byTrack.put(track, new Case(id, atMillis)));
  }

  private static List<String> tracks(Finding finding) {
    List<String> tracks = new ArrayList<>(finding.subject().tracks());
    if (!tracks.contains(finding.subject().lineage())) {
      tracks.add(finding.subject().lineage());
    }
    String partner = finding.subject().partner();
    if (partner != null && !tracks.contains(partner)) {
      tracks.add(partner);
    }
    return tracks;
  }
}
