package bz.keelbill.detect;

import static bz.keelbill.detect.GoFast.score;

import bz.keelbill.rule.Setting;
import java.util.List;

/**
 * The numbers of the go-fast score: its weights, and from where on each of them counts. The start
 * values are estimates, re-fitted from experience.
 */
final class GoFastSettings {
  /** A boat that is certainly as fast as this is fast. */
  static final Setting FAST = speed("fast", 25, "A boat that is surely as fast as this is fast");

  static final Setting FASTER = speed("faster", 35, "Surely as fast as this, few are");
  static final Setting FASTEST = speed("fastest", 45, "Surely as fast as this, hardly any");

  /** Below this certain speed nothing is added up, whatever its cause. */
  static final Setting SLOWEST =
      speed("slowest", 15, "Below this sure speed nothing is added up, whatever its cause");

  static final Setting BASE =
      score("base", -3.0, "What every boat starts with: most fast boats are honest");
  static final Setting SPEED_25 = score("speed25", 0.7, "Surely as fast as go-fast.fast");
  static final Setting SPEED_35 = score("speed35", 1.5, "Surely as fast as go-fast.faster");
  static final Setting SPEED_45 = score("speed45", 2.0, "Surely as fast as go-fast.fastest");
  static final Setting SEA_ORIGIN =
      score("seaOrigin", 2.0, "First seen seaward of the reef, far from any landing");
  static final Setting NIGHT = score("night", 1.0, "By night");
  static final Setting OFF_CORRIDOR = score("offCorridor", 1.0, "Off every known corridor");
  static final Setting NO_IDENTITY = score("noIdentity", 0.5, "Does not say who it is");
  static final Setting STOP_AND_GO =
      score("stopAndGo", 1.5, "Ran fast, lay stopped at sea, runs fast again");
  static final Setting UNATTENDED_SHORE =
      score("unattendedShore", 1.0, "Heading for an unattended shore, there soon");
  static final Setting STRAIGHT = score("straight", 0.5, "Runs straight for long");
  static final Setting FROM_DOCK =
      score("fromDock", -3.0, "Left a public dock and keeps its corridor");
  static final Setting FROM_LANDING =
      score("fromLanding", -1.0, "By day: left a known landing, by a way of its own");
  static final Setting TOWARDS_LANDING =
      score("towardsLanding", -1.0, "By day: heading for a known landing, there soon");
  static final Setting ONE_OF_MANY =
      score("oneOfMany", -2.0, "By day: many other boats run as fast near it");
  static final Setting MANY =
      new Setting("go-fast.many", 6, "", 2, 100, "As many other fast boats are many");
  static final Setting BUSY_WATER =
      score("busyWater", -1.0, "By day: fast craft have passed here often lately");
  static final Setting BUSY =
      new Setting(
          "go-fast.busy",
          60,
          "",
          5,
          10000,
          "As many cells of half a mile, entered by fast craft within 3 nm, are a busy water");
  static final Setting RENDEZVOUS =
      score("rendezvous", 1.5, "Met an unidentified craft at sea before");
  static final Setting AIR_CASE =
      score("airCase", 2.5, "Belongs to an aircraft that dropped something or came down");
  static final Setting CUE = score("cue", 2.0, "A sighting or a partner's cue agrees");
  static final Setting WATCH_AREA =
      score("watchArea", 0.5, "By night in or towards waters where boats have been reported");
  static final Setting EVENT =
      score("event", -2.0, "A regatta or tournament of the ledger is on, and it is where that is");
  static final Setting IDENTIFIED = score("identified", -1.5, "Says consistently who it is");
  static final Setting LANDING_METRES =
      new Setting(
          "go-fast.landingDistance",
          3000,
          "m",
          200,
          20000,
          "Farther from every landing than this counts as far");
  static final Setting CORRIDOR_METRES =
      new Setting(
          "go-fast.corridorHalfWidth", 926, "m", 100, 10000, "Half the width of a known corridor");

  static final Setting CORRIDOR_TURN =
      number("corridorTurn", 30, "°", 90, "A course that differs more from a corridor is off it");
  static final Setting STOP_MILES =
      number("stopDistance", 3, "nm", 50, "Only a stop as far from every landing counts");
  static final Setting STRAIGHT_MILES =
      number("straightMiles", 5, "nm", 100, "As long a straight way counts");
  static final Setting LANDFALL =
      number("landfallMinutes", 30, "min", 240, "A shore counts that is ahead within this time");
  static final Setting MANY_MILES =
      number("manyWithin", 10, "nm", 50, "Other fast boats within this distance count");
  static final Setting MANY_KNOTS = speed("manySpeed", 18, "Others as fast as this count");

  static final List<Setting> SETTINGS =
      List.of(
          FAST,
          FASTER,
          FASTEST,
          SLOWEST,
          BASE,
          SPEED_25,
          SPEED_35,
          SPEED_45,
          SEA_ORIGIN,
          NIGHT,
          OFF_CORRIDOR,
          NO_IDENTITY,
          STOP_AND_GO,
          UNATTENDED_SHORE,
          STRAIGHT,
          FROM_DOCK,
          FROM_LANDING,
          TOWARDS_LANDING,
          ONE_OF_MANY,
          MANY,
          BUSY_WATER,
          BUSY,
          RENDEZVOUS,
          CUE,
          AIR_CASE,
          WATCH_AREA,
          EVENT,
          IDENTIFIED,
          LANDING_METRES,
          CORRIDOR_METRES,
          CORRIDOR_TURN,
          STOP_MILES,
          STRAIGHT_MILES,
          LANDFALL,
          MANY_MILES,
          MANY_KNOTS);

  private GoFastSettings() {}

  private static Setting speed(String name, double value, String explanation) {
    return number(name, value, "kn", 100, explanation);
  }

  private static Setting number(
      String name, double value, String unit, double most, String explanation) {
    return new Setting("go-fast." + name, value, unit, 0, most, explanation);
  }
}
