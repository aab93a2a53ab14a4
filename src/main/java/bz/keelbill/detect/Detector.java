package bz.keelbill.detect;

import bz.keelbill.track.Track;

/**
 * Looks at a track, or at the whole scene, and says what looks wrong.
 *
 * <p>A detector is built for one version of the rules and holds nothing else: the same track in the
 * same scene gives the same findings. It says a finding as long as it holds; raising once, clearing
 * and not flapping are the alert book's part.
 */
public sealed interface Detector {

  /** The kind of its findings, the catalogue's word. */
  String kind();

  /** Looks at one track: keyed, so that it can run anywhere the track is. */
  non-sealed interface OfTrack extends Detector {
    /** Looks at a track that has just changed, or that is looked at again as time passes. */
    void look(Track track, Scene scene, Findings found);

    /**
     * Whether a report that comes late, by its own time, may raise an alert all the same. Mostly it
     * may not: what it shows is over.
     */
    default boolean judgesLateReports() {
      return false;
    }

    /** How often it looks. */
    default Pace pace() {
      return Pace.TWO_SECONDS;
    }

    /**
     * Whether it also looks, as time passes, at tracks that are lost: for one whose word is that
     * nothing is heard any more.
     */
    default boolean judgesLost() {
      return false;
    }

    /** Whether it looks on an occasion. */
    default boolean looksOn(Occasion occasion) {
      return switch (occasion) {
        case LATE_REPORT -> pace() == Pace.EVERY_REPORT && judgesLateReports();
        case LOST -> judgesLost();
        default -> pace().looksOn(occasion);
      };
    }
  }

  /** Looks at the whole scene as time passes. */
  non-sealed interface OfScene extends Detector {
    /** Looks at everything; called each second of event time. */
    void look(Scene scene, Findings found);
  }
}
