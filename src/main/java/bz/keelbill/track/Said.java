package bz.keelbill.track;

import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.SafetyText;

/** What the reports of a craft have said besides its place, the newest known value of each. */
final class Said {
  private Fix.Motion motion = Fix.Motion.UNKNOWN;
  private Fix.Height height;
  private Integer navigationStatus;
  private SafetyText lastText;
  private int squawkReplies;

  Fix.Motion motion() {
    return motion;
  }

  /** Null for vessels and when nothing is known. */
  Fix.Height height() {
    return height;
  }

  Integer navigationStatus() {
    return navigationStatus;
  }

  SafetyText lastText() {
    return lastText;
  }

  int squawkReplies() {
    return squawkReplies;
  }

  void take(Fix fix) {
    Fix.Motion said = fix.motion();
    motion =
        new Fix.Motion(
            known(said.speedKnots(), motion.speedKnots()),
            known(said.courseDegrees(), motion.courseDegrees()),
            known(said.headingDegrees(), motion.headingDegrees()));
    if (fix.height() != null) {
      height = height == null ? fix.height() : merged(height, fix.height());
    }
    takeStatus(fix);
  }

  void takeStatus(Fix fix) {
    if (fix.state().navigationStatus() != null) {
      navigationStatus = fix.state().navigationStatus();
    }
  }

  void take(SafetyText text) {
    lastText = text;
  }

  /** Counts replies in a row with one squawk. */
  void take(FlightIdentity said, FlightIdentity before) {
    if (said.squawk() != null) {
      boolean same = before != null && said.squawk().equals(before.squawk());
      squawkReplies = same ? squawkReplies + 1 : 1;
    }
  }

  private static Fix.Height merged(Fix.Height old, Fix.Height said) {
    boolean keepOld = Double.isNaN(said.altitudeFeet());
    return new Fix.Height(
        keepOld ? old.altitudeFeet() : said.altitudeFeet(),
        keepOld ? old.geometric() : said.geometric(),
        known(said.verticalRateFeetPerMinute(), old.verticalRateFeetPerMinute()),
        said.onGround() != null ? said.onGround() : old.onGround());
  }

  private static double known(double said, double old) {
    return Double.isNaN(said) ? old : said;
  }
}
