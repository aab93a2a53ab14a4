package bz.keelbill.adsb;

import java.util.Locale;

/** What sort of aircraft it is, as far as an officer needs it. */
public enum AircraftClass {
  /** One piston engine. */
  PISTON_SINGLE,
  /** Two piston engines. */
  PISTON_TWIN,
  /** Propellers driven by turbines. */
  TURBOPROP,
  /** Jets of any size. */
  JET,
  /** Helicopters and gyrocopters. */
  HELICOPTER,
  /** Gliders, balloons, ultralights, parachutists. */
  GLIDER,
  /** Without a pilot on board. */
  DRONE,
  /** Below 7 tonnes with a propeller or not: no more is known. */
  LIGHT,
  /** Nothing is known. */
  UNKNOWN;

  /**
   * The class that an ADS-B emitter category tells.
   *
   * @param category {@code A0} to {@code D7}; null if none was sent
   */
  public static AircraftClass ofCategory(String category) {
    if (category == null) {
      return UNKNOWN;
    }
    return switch (category) {
      case "A1" -> LIGHT;
      case "A3", "A4", "A5", "A6" -> JET;
      case "A7" -> HELICOPTER;
      case "B1", "B2", "B3", "B4" -> GLIDER;
      case "B6" -> DRONE;
      default -> UNKNOWN;
    };
  }

  /** The word in tables and JSON, as {@code piston-single}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The class of a word, or null. */
  public static AircraftClass ofWord(String word) {
    for (AircraftClass one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    return null;
  }
}
