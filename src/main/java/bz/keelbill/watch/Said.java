package bz.keelbill.watch;

import bz.keelbill.detect.Finding;
import bz.keelbill.detect.Findings;
import java.util.ArrayList;
import java.util.List;

/**
 * What a detector says in one look. It goes on when the detector has done: until then the scene
 * stays as it was, for this watch and for another that is asked beside it.
 */
class Said implements Findings {
  private final List<Finding> findings = new ArrayList<>();

  /** Before a detector looks. */
  final void begin() {
    findings.clear();
  }

  @Override
  public final void holds(Finding finding) {
    findings.add(finding);
  }

  /** Everything it has said, in its order. */
  final List<Finding> findings() {
    return findings;
  }
}
