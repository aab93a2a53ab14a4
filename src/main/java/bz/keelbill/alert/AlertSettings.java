package bz.keelbill.alert;

import bz.keelbill.rule.Setting;
import java.util.List;

/** The numbers by which alerts are kept, gathered into cases and counted; alike everywhere. */
public final class AlertSettings {
  static final Setting CLEAR_AFTER =
      new Setting(
          "alert.clearAfter",
          30,
          "min",
          1,
          720,
          "An alert is over when what it says has not been so for this long");
  static final Setting CASE_MEMORY =
      new Setting(
          "case.memory",
          90,
          "min",
          5,
          1440,
          "A craft that has something new within this time is the same case as before");
  static final Setting RINGING_OF_A_KIND =
      new Setting(
          "case.ringingOfAKind",
          2,
          "",
          1,
          50,
          "So many go-fast runs, and so many shore approaches, of one case ring; further boats of"
              + " it are cautions while it is remembered, unless somebody closed those");
  static final Setting RUNS_AFTER =
      new Setting(
          "case.runsAfter",
          30,
          "min",
          0,
          240,
          "A boat that begins to run within this time of a drop, a mother ship or an aircraft that"
              + " only a radar saw is of its case");
  static final Setting RUNS_WITHIN =
      new Setting("case.runsWithin", 10, "nm", 0, 50, "If it is no farther from there than this");
  static final Setting SAME_WAY =
      new Setting(
          "case.sameWay",
          2,
          "nm",
          0,
          20,
          "A run that begins no farther than this from the way of another one is of its case");
  static final Setting SAME_WAY_FOR =
      new Setting(
          "case.sameWayFor",
          15,
          "min",
          0,
          120,
          "If the other one passed there, or would, no longer than this before or after");
  static final Setting STORM =
      new Setting(
          "alert-storm.most",
          10,
          "",
          2,
          100,
          "More ringing alerts than this in ten minutes are a storm (EEMUA 191)");
  static final Setting STORM_OF_A_KIND =
      new Setting(
          "alert-storm.mostOfAKind", 5, "", 2, 100, "And so are more than this of one kind");

  /** In the order of the rules file. */
  public static final List<Setting> SETTINGS =
      List.of(
          CLEAR_AFTER,
          CASE_MEMORY,
          RINGING_OF_A_KIND,
          RUNS_AFTER,
          RUNS_WITHIN,
          SAME_WAY,
          SAME_WAY_FOR,
          STORM,
          STORM_OF_A_KIND);

  private AlertSettings() {}
}
