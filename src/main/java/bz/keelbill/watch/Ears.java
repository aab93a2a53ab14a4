package bz.keelbill.watch;

import bz.keelbill.report.Report;
import bz.keelbill.track.Clocks;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Duplicates;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Picture;
import bz.keelbill.track.RadarBias;
import bz.keelbill.track.RollCall;
import bz.keelbill.track.Sensor;
import java.util.List;
import java.util.Map;

/**
 * What the watch learns of its stations from each report, before it learns anything of a craft: who
 * hears, and where, whose clock is off, and what has been heard already.
 */
final class Ears {
  private static final long MINUTE_MILLIS = 60_000;

  final Hearing hearing = new Hearing();
  final Clocks clocks = new Clocks();
  final RadarBias biases = new RadarBias();
  final Coverage coverage;
  private final RollCall rollCall;
  private final Duplicates duplicates = new Duplicates();
  private long copies;

  Ears(List<Sensor> sensors) {
    coverage = new Coverage(sensors);
    rollCall = new RollCall(coverage);
  }

  /** Expects feeds to speak from now on. */
  void begin(Map<String, Long> feeds, long nowMillis) {
    hearing.expect(feeds, nowMillis);
    rollCall.absentUntil(nowMillis);
  }

  /** Nobody listened up to a time: silence before it proves nothing. */
  void absentUntil(long millis) {
    hearing.absentUntil(millis);
    rollCall.absentUntil(millis);
  }

  /**
   * At each ten seconds; at each whole minute it is asked who heard whom, and what is over goes.
   */
  void lookAgain(Picture picture, long nowMillis) {
    if (nowMillis % MINUTE_MILLIS == 0) {
      rollCall.call(picture, nowMillis);
      duplicates.forgetOld(nowMillis);
    }
  }

  /** Takes one report; whether it says anything that another copy has not said. */
  boolean hearsNews(Report report) {
    Duplicates.Before before = duplicates.before(report.origin());
    hearing.heard(report);
    clocks.heard(report, before);
    rollCall.heard(report);
    boolean isCopy = before != null && before.isCopy();
    copies += isCopy ? 1 : 0;
    return !isCopy;
  }

  /** How many reports were copies. */
  long copies() {
    return copies;
  }
}
