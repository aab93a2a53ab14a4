package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is asked of the open alerts far more often than it changes: each answer is kept until an
 * alert changes that bears on it. Belongs to its book.
 */
final class OpenAnswers {
  private final Map<String, Alert> byKey;
  private final Map<String, List<Finding>> findingsOfKind = new HashMap<>();
  private final Map<String, Set<String>> tracksOfKind = new HashMap<>();
  private final Map<String, List<String>> idsOfCase = new HashMap<>();

  /** How many are about a track; empty before anybody has asked. */
  private final Map<String, Integer> ofTrack = new HashMap<>();

  /** Of these alerts, in their order. */
  OpenAnswers(Map<String, Alert> byKey) {
    this.byKey = byKey;
  }

  /** Whether one is open about a track. */
  boolean areAbout(String lineage) {
    if (ofTrack.isEmpty()) {
      byKey.values().forEach(alert -> count(alert, 1));
    }
    return ofTrack.containsKey(lineage);
  }

  private void count(Alert alert, int more) {
    Finding.Subject subject = alert.finding().subject();
    count(subject.lineage(), more);
    if (subject.partner() != null) {
      count(subject.partner(), more);
    }
  }

  private void count(String track, int more) {
    ofTrack.merge(track, more, (before, now) -> before + now == 0 ? null : before + now);
  }

  /** Whether one of a kind is open in which a track takes part, by any of its names. */
  boolean areAbout(String kind, String track) {
    return tracksOfKind.computeIfAbsent(kind, this::listTracks).contains(track);
  }

  private Set<String> listTracks(String kind) {
    Set<String> tracks = new HashSet<>();
    ofKind(kind).forEach(finding -> tracks.addAll(finding.subject().tracks()));
    return tracks;
  }

  /** The findings of a kind, in the order of their raising; immutable. */
  List<Finding> ofKind(String kind) {
    return findingsOfKind.computeIfAbsent(kind, this::listFindings);
  }

  private List<Finding> listFindings(String kind) {
    List<Finding> found = new ArrayList<>();
    for (Alert alert : byKey.values()) {
      if (alert.finding().kind().equals(kind)) {
        found.add(alert.finding());
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** The ids of a case, in the order of their raising; not to be changed, and not to be kept. */
  List<String> idsOfCase(String caseId) {
    return idsOfCase.computeIfAbsent(caseId, this::listIds);
  }

  private List<String> listIds(String caseId) {
    List<String> ids = new ArrayList<>();
    for (Alert alert : byKey.values()) {
      if (alert.caseId().equals(caseId)) {
        ids.add(alert.id());
      }
    }
    return ids;
  }

  /** One has come, behind all others. */
  void came(Alert alert) {
    kindChanged(alert);
    idsOfCase.computeIfPresent(alert.caseId(), (caseId, ids) -> with(ids, alert.id()));
    if (!ofTrack.isEmpty()) {
      count(alert, 1);
    }
  }

  private static List<String> with(List<String> ids, String id) {
    ids.add(id);
    return ids;
  }

  /** One has gone. */
  void went(Alert alert) {
    kindChanged(alert);
    idsOfCase.remove(alert.caseId());
    if (!ofTrack.isEmpty()) {
      count(alert, -1);
    }
  }

  /** One has another place among the others, or is there without having come. */
  void moved(Alert alert) {
    kindChanged(alert);
    idsOfCase.remove(alert.caseId());
    ofTrack.clear();
  }

  private void kindChanged(Alert alert) {
    findingsOfKind.remove(alert.finding().kind());
    tracksOfKind.remove(alert.finding().kind());
  }

  /** One says something else; it is of the same kind, and in its old place. */
  void revised(Alert before, Alert now) {
    Finding.Subject one = before.finding().subject();
    Finding.Subject other = now.finding().subject();
    boolean isOfSameCraft =
        one.lineage().equals(other.lineage()) && Objects.equals(one.partner(), other.partner());
    if (!isOfSameCraft || !before.caseId().equals(now.caseId())) {
      moved(before);
      moved(now);
      return;
    }
    findingsOfKind.computeIfPresent(
        now.finding().kind(), (kind, found) -> with(found, before.finding(), now.finding()));
    if (!one.tracks().equals(other.tracks())) {
      tracksOfKind.remove(now.finding().kind());
    }
  }

  /** Another list: who has the one of before is to see that something is said otherwise now. */
  private static List<Finding> with(List<Finding> found, Finding before, Finding now) {
    List<Finding> all = new ArrayList<>(found);
    all.replaceAll(each -> each == before ? now : each);
    return Collections.unmodifiableList(all);
  }
}
