package bz.keelbill.detect;

/** Why a track is looked at just now. */
public enum Occasion {
  /** A report came so late that it shows what is over. */
  LATE_REPORT,

  /** A report came, soon after one at which everybody looked who looks at reports. */
  REPORT,

  /** A report came. */
  DUE_REPORT,

  /** Ten seconds have passed; half a minute for who says himself that he is a vessel. */
  TEN_SECONDS,

  /** Half a minute has passed; for each track at its own moment: not all are due at once. */
  HALF_MINUTE,

  /** Half a minute has passed, most of it in silence. */
  SILENT_HALF_MINUTE,

  /** Time has passed over a track that is lost, as long as for one that is not. */
  LOST
}
