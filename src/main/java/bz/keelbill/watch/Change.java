package bz.keelbill.watch;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.rule.Rules;

/**
 * What happened to the picture, the alerts, the fences or the rules.
 *
 * <p>Sealed family of immutable records; they may cross threads.
 */
public sealed interface Change {

  /** Which of the family. */
  enum Kind {
    /** {@link TrackChanged}. */
    TRACK_CHANGED,
    /** {@link TrackGone}. */
    TRACK_GONE,
    /** {@link AlertChanged}. */
    ALERT_CHANGED,
    /** {@link FencesChanged}. */
    FENCES_CHANGED,
    /** {@link RulesChanged}. */
    RULES_CHANGED,
    /** {@link DetectorFailed}. */
    DETECTOR_FAILED
  }

  /** Which of the family this is. */
  Kind kind();

  /** A track is new, moved, or is known better. */
  record TrackChanged(TrackState track) implements Change {
    @Override
    public Kind kind() {
      return Kind.TRACK_CHANGED;
    }
  }

  /**
   * A track is no more.
   *
   * @param serial its number
   * @param keptSerial the track it turned out to be, or 0 if it is forgotten
   */
  record TrackGone(long serial, String name, long keptSerial) implements Change {
    @Override
    public Kind kind() {
      return Kind.TRACK_GONE;
    }
  }

  /** An alert is new or changed. */
  record AlertChanged(AlertBook.What what, Alert alert) implements Change {
    @Override
    public Kind kind() {
      return Kind.ALERT_CHANGED;
    }
  }

  /** Other fences are in force. */
  record FencesChanged(FenceMap fences) implements Change {
    @Override
    public Kind kind() {
      return Kind.FENCES_CHANGED;
    }
  }

  /** Other rules are in force. */
  record RulesChanged(Rules rules) implements Change {
    @Override
    public Kind kind() {
      return Kind.RULES_CHANGED;
    }
  }

  /**
   * A detector threw; it is off for that track, and the watch goes on.
   *
   * @param detector its kind
   * @param track the track's name, or null for one that looks at the scene
   * @param message what it said
   */
  record DetectorFailed(String detector, String track, String message) implements Change {
    @Override
    public Kind kind() {
      return Kind.DETECTOR_FAILED;
    }
  }
}
