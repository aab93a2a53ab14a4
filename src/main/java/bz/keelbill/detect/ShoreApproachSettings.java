package bz.keelbill.detect;

import bz.keelbill.rule.Setting;
import java.util.List;

/** The numbers by which a boat from the open sea is told to come to an empty shore. */
final class ShoreApproachSettings {
  static final Setting ENABLED =
      Setting.onOff(
          "shore-approach.enabled", true, "Whether boats from open sea to empty shores are told");
  static final Setting SPEED =
      new Setting("shore-approach.minSpeed", 12, "kn", 4, 40, "As fast as this or faster");
  static final Setting LANDING =
      new Setting(
          "shore-approach.landingDistance",
          3000,
          "m",
          500,
          20000,
          "Farther from every landing than this, where it began and where it goes");
  static final Setting ETA =
      new Setting("shore-approach.within", 30, "min", 5, 120, "Ashore within this time");
  static final Setting SOON =
      new Setting(
          "shore-approach.alarmWithin", 15, "min", 1, 60, "By night, ashore within this: an alarm");
  static final Setting INSIDE =
      new Setting("shore-approach.inside", 90, "s", 0, 900, "So long after it crossed the reef");
  static final Setting OUTSIDE =
      new Setting(
          "shore-approach.outside", 3, "nm", 0, 30, "As far straight outside of the reef before");
  static final Setting OFF_REEF =
      new Setting(
          "shore-approach.offReef",
          1.5,
          "nm",
          0,
          30,
          "By day that way began as far off the reef: boats fish, dive and run along its edge");
  static final Setting OUTSIDE_BY_NIGHT =
      new Setting(
          "shore-approach.outsideByNight",
          0.5,
          "nm",
          0,
          30,
          "The same by night, when nobody fishes there and a radar may see a boat late");
  static final Setting BEHIND =
      new Setting(
          "shore-approach.landingBehind",
          8,
          "nm",
          0,
          60,
          "By day a boat that comes into sight within this of a landing straight behind it left"
              + " there, for an outing, not from the open sea");
  static final Setting ASIDE =
      new Setting(
          "shore-approach.landingAside",
          1.5,
          "nm",
          0,
          10,
          "By day a course that passes a landing as near as this goes to it");
  static final Setting CALLED =
      new Setting(
          "shore-approach.landingCalled",
          500,
          "m",
          0,
          5000,
          "By day a boat that stayed as near to a landing since it crossed the reef has called"
              + " there");
  static final Setting CALL =
      new Setting(
          "shore-approach.landingCall",
          4,
          "min",
          1,
          60,
          "For so long: nobody who only passes is beside a landing for as long");
  static final Setting SLOW =
      new Setting(
          "shore-approach.slow",
          17,
          "kn",
          0,
          60,
          "Slower than this come fishers too, who were out beyond the reef for the night");
  static final Setting NEAR =
      new Setting(
          "shore-approach.slowOutside",
          5,
          "nm",
          0,
          60,
          "If one of them came no farther than this straight from outside, it is told late");
  static final Setting SLOW_ETA =
      new Setting("shore-approach.slowWithin", 20, "min", 1, 120, "Then ashore within this time");
  static final List<Setting> SETTINGS =
      List.of(
          ENABLED,
          SPEED,
          LANDING,
          ETA,
          SOON,
          INSIDE,
          OUTSIDE,
          OFF_REEF,
          OUTSIDE_BY_NIGHT,
          BEHIND,
          ASIDE,
          CALLED,
          CALL,
          SLOW,
          NEAR,
          SLOW_ETA);

  private ShoreApproachSettings() {}
}
