package bz.keelbill.ais;

import static bz.keelbill.ais.ApplicationField.*;
import static bz.keelbill.ais.Quantity.*;

import bz.keelbill.ais.ApplicationLayout.Draft;

/** DAC 200: the CCNR's vessel tracking and tracing standard for inland navigation. */
final class InlandTables {

  /** FI 10: inland ship static and voyage related data. */
  static final ApplicationLayout SHIP_STATIC =
      ApplicationLayout.draft("inland_static")
          .text(ENI, 0, 8)
          .number(LENGTH, 48, 13, tenths(1, 8000))
          .number(BEAM, 61, 10, tenths(1, 1000))
          .number(ERI_TYPE, 71, 14, POSITIVE)
          .number(BLUE_CONES, 85, 3, whole(0, 4))
          .number(DRAUGHT, 88, 11, hundredths(1, 2000))
          .number(LOADED, 99, 2, whole(1, 2))
          .numbers(101, 1, NUMBER, SPEED_QUALITY, COURSE_QUALITY, HEADING_QUALITY)
          .layout();

  /** FI 21: arrival at a lock, bridge or terminal. */
  static final ApplicationLayout ARRIVAL =
      terminal("inland_arrival")
          .number(TUGS, 140, 3, whole(0, 6))
          .number(AIR_DRAUGHT, 143, 12, hundredths(1, 4000))
          .layout();

  /** FI 22: when a lock, bridge or terminal can take the ship. */
  static final ApplicationLayout ARRIVAL_GRANTED =
      terminal("inland_arrival_granted").number(LOCK_STATUS, 140, 2, whole(0, 2)).layout();

  /**
   * FI 23: weather warning. Where the sign of its two values stands is not settled, as in FI 24:
   * they are kept as sent.
   */
  static final ApplicationLayout WEATHER_WARNING =
      ApplicationLayout.draft("weather_warning")
          .number(START_YEAR, 0, 8, whole(1, 255).from(2000))
          .number(START_MONTH, 8, 4, whole(1, 12))
          .number(START_DAY, 12, 5, POSITIVE)
          .number(END_YEAR, 17, 8, whole(1, 255).from(2000))
          .number(END_MONTH, 25, 4, whole(1, 12))
          .number(END_DAY, 29, 5, POSITIVE)
          .number(START_HOUR, 34, 5, Quantity.HOUR)
          .number(START_MINUTE, 39, 6, SIXTIETH)
          .number(END_HOUR, 45, 5, Quantity.HOUR)
          .number(END_MINUTE, 50, 6, SIXTIETH)
          .number(START_LON, 56, 28, LONGITUDE)
          .number(START_LAT, 84, 27, LATITUDE)
          .number(END_LON, 111, 28, LONGITUDE)
          .number(END_LAT, 139, 27, LATITUDE)
          .number(WEATHER_KIND, 166, 4, POSITIVE)
          .numbers(170, 9, NUMBER, LEAST_CODE, GREATEST_CODE)
          .number(CLASSIFICATION, 188, 2, POSITIVE)
          .number(WIND_SECTOR, 190, 4, whole(1, 8))
          .layout();

  /**
   * FI 24: water levels. "Bit 0" is the sign: Croatia sends it first, Austria, it seems, last, so
   * that a level is kept as sent.
   */
  static final ApplicationLayout WATER_LEVELS =
      ApplicationLayout.draft("water_levels")
          .text(COUNTRY, 0, 2)
          .groupsWith(
              GAUGE,
              GAUGES,
              12,
              25,
              4,
              ApplicationLayout.draft()
                  .number(GAUGE, 0, 11, POSITIVE)
                  .number(WATER_LEVEL_CODE, 11, 14, POSITIVE))
          .layout();

  /** FI 40: signal lights. */
  static final ApplicationLayout LIGHTS =
      ApplicationLayout.draft("signal_lights")
          .finePosition(0)
          .number(SIGNAL_FORM, 55, 4, whole(1, 14))
          .number(SIGNAL_ORIENTATION, 59, 9, HEADING_DEGREES)
          .number(SIGNAL_DIRECTION, 68, 3, whole(1, 4))
          .number(SIGNAL_LIGHTS, 71, 30)
          .layout();

  /** FI 55: number of persons on board. */
  static final ApplicationLayout PEOPLE =
      ApplicationLayout.draft("persons_on_board")
          .number(CREW, 0, 8, whole(0, 254))
          .number(PASSENGERS, 8, 13, whole(0, 8190))
          .number(PERSONNEL, 21, 8, whole(0, 254))
          .layout();

  private InlandTables() {}

  private static Draft terminal(String name) {
    return ApplicationLayout.draft(name)
        .text(COUNTRY, 0, 2)
        .text(LOCODE, 12, 3)
        .text(FAIRWAY_SECTION, 30, 5)
        .text(TERMINAL, 60, 5)
        .text(HECTOMETRE, 90, 5)
        .date(120);
  }
}
