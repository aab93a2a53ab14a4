package bz.keelbill.ais;

import static bz.keelbill.ais.ApplicationField.*;
import static bz.keelbill.ais.Quantity.*;

/** Weather and water at a station ashore or afloat. */
final class WeatherTables {

  /** DAC 1, FI 31: SN.1/Circ.289, meteorological and hydrographic data. */
  static final ApplicationLayout WEATHER =
      ApplicationLayout.draft("weather")
          .position(0)
          .number(ACCURACY, 49, 1)
          .time(50)
          .numbers(66, 7, whole(0, 126), WIND_SPEED, WIND_GUST)
          .numbers(80, 9, HEADING_DEGREES, WIND_DIRECTION, WIND_GUST_DIRECTION)
          .number(AIR_TEMPERATURE, 98, 11, tenths(-600, 600))
          .number(HUMIDITY, 109, 7, whole(0, 100))
          .number(DEW_POINT, 116, 10, tenths(-200, 500))
          .number(PRESSURE, 126, 9, whole(0, 402).from(799))
          .number(PRESSURE_TENDENCY, 135, 2, whole(0, 2))
          .number(VISIBILITY_BEYOND, 137, 1)
          .number(VISIBILITY, 138, 7, tenths(0, 126))
          .number(WATER_LEVEL, 145, 12, hundredths(0, 4000).from(-1000))
          .number(WATER_LEVEL_TREND, 157, 2, whole(0, 2))
          .number(CURRENT_SPEED, 159, 8, tenths(0, 251))
          .number(CURRENT_DIRECTION, 167, 9, HEADING_DEGREES)
          .number(CURRENT_SPEED_2, 176, 8, tenths(0, 251))
          .number(CURRENT_DIRECTION_2, 184, 9, HEADING_DEGREES)
          .number(CURRENT_DEPTH_2, 193, 5, whole(0, 30))
          .number(CURRENT_SPEED_3, 198, 8, tenths(0, 251))
          .number(CURRENT_DIRECTION_3, 206, 9, HEADING_DEGREES)
          .number(CURRENT_DEPTH_3, 215, 5, whole(0, 30))
          .number(WAVE_HEIGHT, 220, 8, tenths(0, 251))
          .number(WAVE_PERIOD, 228, 6, whole(0, 60))
          .number(WAVE_DIRECTION, 234, 9, HEADING_DEGREES)
          .number(SWELL_HEIGHT, 243, 8, tenths(0, 251))
          .number(SWELL_PERIOD, 251, 6, whole(0, 60))
          .number(SWELL_DIRECTION, 257, 9, HEADING_DEGREES)
          .number(SEA_STATE, 266, 4, whole(0, 12))
          .number(WATER_TEMPERATURE, 270, 10, tenths(-100, 500))
          .number(PRECIPITATION, 280, 3, whole(0, 6))
          .number(SALINITY, 283, 9, tenths(0, 501))
          .number(ICE, 292, 2, whole(0, 2))
          .layout();

  /** DAC 1, FI 11: SN/Circ.236, the same before 2013; the highest raw value says "none". */
  static final ApplicationLayout OLD_WEATHER =
      ApplicationLayout.draft("weather")
          .number(LAT, 0, 24, degrees(90, 60_000))
          .number(LON, 24, 25, degrees(180, 60_000))
          .time(49)
          .numbers(65, 7, whole(0, 126), WIND_SPEED, WIND_GUST)
          .numbers(79, 9, HEADING_DEGREES, WIND_DIRECTION, WIND_GUST_DIRECTION)
          .number(AIR_TEMPERATURE, 97, 11, tenths(0, 1200).from(-600))
          .number(HUMIDITY, 108, 7, whole(0, 100))
          .number(DEW_POINT, 115, 10, tenths(0, 700).from(-200))
          .number(PRESSURE, 125, 9, whole(0, 400).from(800))
          .number(PRESSURE_TENDENCY, 134, 2, whole(0, 2))
          .number(VISIBILITY, 136, 8, tenths(0, 250))
          .number(WATER_LEVEL, 144, 9, tenths(0, 400).from(-100))
          .number(WATER_LEVEL_TREND, 153, 2, whole(0, 2))
          .number(CURRENT_SPEED, 155, 8, tenths(0, 250))
          .number(CURRENT_DIRECTION, 163, 9, HEADING_DEGREES)
          .number(CURRENT_SPEED_2, 172, 8, tenths(0, 250))
          .number(CURRENT_DIRECTION_2, 180, 9, HEADING_DEGREES)
          .number(CURRENT_DEPTH_2, 189, 5, whole(0, 30))
          .number(CURRENT_SPEED_3, 194, 8, tenths(0, 250))
          .number(CURRENT_DIRECTION_3, 202, 9, HEADING_DEGREES)
          .number(CURRENT_DEPTH_3, 211, 5, whole(0, 30))
          .number(WAVE_HEIGHT, 216, 8, tenths(0, 250))
          .number(WAVE_PERIOD, 224, 6, whole(0, 60))
          .number(WAVE_DIRECTION, 230, 9, HEADING_DEGREES)
          .number(SWELL_HEIGHT, 239, 8, tenths(0, 250))
          .number(SWELL_PERIOD, 247, 6, whole(0, 60))
          .number(SWELL_DIRECTION, 253, 9, HEADING_DEGREES)
          .number(SEA_STATE, 262, 4, whole(0, 12))
          .number(WATER_TEMPERATURE, 266, 10, tenths(0, 600).from(-100))
          .number(PRECIPITATION, 276, 3, whole(0, 6))
          .number(SALINITY, 279, 9, tenths(0, 500))
          .number(ICE, 288, 2, whole(0, 2))
          .layout();

  private WeatherTables() {}
}
