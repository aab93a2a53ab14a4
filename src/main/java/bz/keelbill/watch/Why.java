package bz.keelbill.watch;

import bz.keelbill.detect.Weighing;
import java.util.Locale;

/**
 * What one detector makes of one track at one moment: why there is an alert, or why there is none.
 *
 * @param kind of its alerts
 * @param outcome in a word
 * @param alert id of the open alert; null if there is none
 * @param suppression what keeps it quiet; null if nothing does
 * @param stop the condition that stopped it; null if none did
 */
public record Why(String kind, Outcome outcome, String alert, Suppression suppression, Stop stop) {

  /** What a detector makes of a track, the nearest to an alert last. */
  public enum Outcome {
    /** It failed on this track and looks at it no more. */
    FAILED,
    /** The rules turn it off. */
    OFF,
    /** Nobody looks: it is not sure that it is a craft, or it is lost. */
    NOT_LOOKED_AT,
    /** It has nothing to say of such a craft. */
    NOT_CONCERNED,
    /** A condition is not met. */
    STOPPED,
    /** It has said a finding, which is kept quiet. */
    SUPPRESSED,
    /** It says a finding: an alert is open, or is about to be. */
    ALERT;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A condition that was not met.
   *
   * @param condition its word
   * @param value what was found; NaN where it has no number
   * @param unit of value and limit
   * @param limit what it would have had to reach; NaN where there is none
   */
  public record Stop(String condition, double value, String unit, double limit) {
    /** How far the value is from the limit, in their unit; NaN without numbers. */
    public double apart() {
      return Math.abs(value - limit);
    }

    private double share() {
      double whole = Math.max(Math.abs(limit), Math.abs(value));
      return whole > 0 ? apart() / whole : apart();
    }
  }

  /** Whether the detector came nearer to an alert here than there. */
  public boolean isNearerThan(Why there) {
    if (outcome != there.outcome()) {
      return outcome.compareTo(there.outcome()) > 0;
    }
    return stop != null && isNearer(there.stop());
  }

  /** A later condition is nearer than an earlier one; of the same, the smaller distance. */
  private boolean isNearer(Stop there) {
    int stage = Weighing.stage(kind, stop.condition());
    int otherStage = Weighing.stage(kind, there.condition());
    if (stage != otherStage) {
      return stage > otherStage;
    }
    boolean isNumber = !Double.isNaN(stop.apart());
    boolean isOther = !Double.isNaN(there.apart());
    return isNumber && (!isOther || stop.share() < there.share());
  }
}
