package bz.keelbill.watch;

import bz.keelbill.report.Origin;
import bz.keelbill.report.Report;
import bz.keelbill.track.Clocks;
import bz.keelbill.track.Duplicates;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.RadarBias;

/**
 * What the watch learns of its stations from each report, before it learns anything of a craft: who
 * hears, whose clock is off, and what has been heard already.
 */
final class Ears {
  final Hearing hearing = new Hearing();
  final Clocks clocks = new Clocks();
  final RadarBias biases = new RadarBias();
  private final Duplicates duplicates = new Duplicates();
  private long copies;

  /** Takes one report; whether it says anything that another copy has not said. */
  boolean hearsNews(Report report) {
    Origin before = duplicates.before(report.origin());
    hearing.heard(report);
    clocks.heard(report, before);
    boolean isCopy = before != null && Duplicates.isCopy(before, report.origin());
    copies += isCopy ? 1 : 0;
    return !isCopy;
  }

  /** How many reports were copies. */
  long copies() {
    return copies;
  }
}
