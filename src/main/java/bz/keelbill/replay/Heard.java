package bz.keelbill.replay;

import bz.keelbill.record.Recorded;
import bz.keelbill.report.Report;
import java.util.List;

/**
 * A recorded entry, with what its line says if it is one.
 *
 * @param reports immutable: several watches hear them at once
 */
record Heard(Recorded entry, List<Report> reports) {

  static Heard of(Recorded entry, Decoders decoders) {
    List<Report> reports =
        entry instanceof Recorded.OfLine of ? decoders.reports(of.line()) : List.of();
    return new Heard(entry, reports);
  }
}
