package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One situation, one case: alerts that share a track join. A case is remembered for a while after
 * its last news, so that a craft that leaves and comes back is the same case.
 */
final class Cases {
  private record Case(String id, long lastNewsMillis) {}

  private final Map<String, Case> byTrack = new LinkedHashMap<>();
  private final long memoryMillis;

  Cases(long memoryMillis) {
    this.memoryMillis = memoryMillis;
  }

  /** The case that a new alert belongs to: an old one of any of its tracks, or a new one. */
  String join(Finding finding) {
    List<String> tracks = tracks(finding);
    String id = null;
    for (String track : tracks) {
      Case known = byTrack.get(track);
      id = id == null && known != null ? known.id() : id;
    }
    String joined = id == null ? AlertId.ofCase(finding) : id;
    note(tracks, joined, finding.moment().atMillis());
    return joined;
  }

  void renew(Alert alert, long atMillis) {
    note(tracks(alert.finding()), alert.caseId(), atMillis);
  }

  void restore(Alert alert) {
    renew(alert, alert.history().lastTrueAtMillis());
  }

  void forgetBefore(long nowMillis) {
    byTrack.values().removeIf(known -> nowMillis - known.lastNewsMillis() > memoryMillis);
  }

  private void note(List<String> tracks, String id, long atMillis) {
    tracks.forEach(track -> byTrack.put(track, new Case(id, atMillis)));
  }

  private static List<String> tracks(Finding finding) {
    List<String> tracks = new ArrayList<>(finding.subject().tracks());
    if (!tracks.contains(finding.subject().lineage())) {
      tracks.add(finding.subject().lineage());
    }
    return tracks;
  }
}
