package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which track a name stands for: of two that turned out to be one craft, the one that was kept. One
 * thread.
 */
final class FirstNames {
  private final Map<String, String> kept = new LinkedHashMap<>();

  /** Two tracks are one from now on. */
  void merged(String goneLineage, String keptLineage) {
    kept.put(goneLineage, keptLineage);
  }

  /** The name by which a track goes now; null of null. */
  String of(String lineage) {
    return lineage == null ? null : kept.getOrDefault(lineage, lineage);
  }

  /** A finding as it is said of the tracks that there are now. */
  Finding under(Finding finding) {
    Finding.Subject subject = under(finding.subject());
    return subject == finding.subject() ? finding : finding.withSubject(subject);
  }

  /** The same of its subject; the very one if nothing changes. */
  Finding.Subject under(Finding.Subject subject) {
    String lineage = of(subject.lineage());
    String partner = of(subject.partner());
    boolean isAsSaid =
        lineage.equals(subject.lineage()) && Objects.equals(partner, subject.partner());
    return isAsSaid
        ? subject
        : new Finding.Subject(lineage, subject.tracks(), subject.fence(), partner);
  }
}
