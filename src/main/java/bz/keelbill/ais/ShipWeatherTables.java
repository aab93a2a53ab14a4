package bz.keelbill.ais;

import static bz.keelbill.ais.ApplicationField.*;
import static bz.keelbill.ais.Quantity.*;

/** DAC 1, FI 21: SN.1/Circ.289, weather as a ship sees it. */
final class ShipWeatherTables {

  /** Table 10.1: any ship. */
  static final ApplicationLayout REPORT =
      ApplicationLayout.draft("ship_weather")
          .number(WMO, 0, 1)
          .text(LOCATION, 1, 20)
          .position(121)
          .time(170)
          .number(PRESENT_WEATHER, 186, 4, whole(0, 7))
          .number(VISIBILITY_BEYOND, 190, 1)
          .number(VISIBILITY, 191, 7, tenths(0, 126))
          .number(HUMIDITY, 198, 7, whole(0, 100))
          .number(WIND_SPEED, 205, 7, whole(0, 126))
          .number(WIND_DIRECTION, 212, 9, HEADING_DEGREES)
          .number(PRESSURE, 221, 9, whole(0, 402).from(799))
          .number(PRESSURE_TENDENCY, 230, 4, whole(0, 8))
          .number(AIR_TEMPERATURE, 234, 11, tenths(-600, 600))
          .number(WATER_TEMPERATURE, 245, 10, tenths(0, 600).from(-100))
          .number(WAVE_PERIOD, 255, 6, whole(0, 60))
          .number(WAVE_HEIGHT, 261, 8, tenths(0, 251))
          .number(WAVE_DIRECTION, 269, 9, HEADING_DEGREES)
          .number(SWELL_HEIGHT, 278, 8, tenths(0, 251))
          .number(SWELL_DIRECTION, 286, 9, HEADING_DEGREES)
          .number(SWELL_PERIOD, 295, 6, whole(0, 60))
          .layout();

  /** Table 10.2: a ship that observes for a weather service, in the service's own coding. */
  static final ApplicationLayout WMO_REPORT =
      ApplicationLayout.draft("ship_weather")
          .number(WMO, 0, 1)
          .number(LON, 1, 16, hundredths(0, 36_000).from(-18_000))
          .number(LAT, 17, 15, hundredths(0, 18_000).from(-9_000))
          .number(MONTH, 32, 4, whole(1, 12))
          .number(DAY, 36, 6, whole(1, 31))
          .number(ApplicationField.HOUR, 42, 5, Quantity.HOUR)
          .number(MINUTE, 47, 3, steps(0, 5, 10))
          .number(COURSE, 50, 7, steps(0, 72, 5))
          .number(SPEED_METRES, 57, 5, halves(0, 30))
          .number(HEADING, 62, 7, steps(0, 72, 5))
          .number(PRESSURE, 69, 11, tenths(0, 2000).from(9000))
          .number(PRESSURE_CHANGE, 80, 10, tenths(0, 1000).from(-500))
          .number(PRESSURE_TENDENCY, 90, 4, whole(0, 14))
          .number(WIND_DIRECTION, 94, 7, steps(0, 72, 5))
          .number(WIND_METRES, 101, 8, halves(0, 254))
          .number(RELATIVE_WIND_DIRECTION, 109, 7, steps(0, 72, 5))
          .number(RELATIVE_WIND_METRES, 116, 8, halves(0, 254))
          .number(WIND_GUST_METRES, 124, 8, halves(0, 254))
          .number(WIND_GUST_DIRECTION, 132, 7, steps(0, 72, 5))
          .number(AIR_TEMPERATURE_KELVIN, 139, 10, tenths(0, 1000).from(2230))
          .number(HUMIDITY, 149, 7, whole(0, 100))
          .number(WATER_TEMPERATURE_KELVIN, 156, 9, tenths(0, 500).from(2680))
          .number(VISIBILITY_CODE, 165, 6, whole(0, 62))
          .number(PRESENT_WEATHER, 171, 9, whole(0, 510))
          .numbers(180, 5, whole(0, 30), PAST_WEATHER_1, PAST_WEATHER_2)
          .number(CLOUD_COVER, 190, 4, steps(0, 10, 10))
          .number(CLOUD_AMOUNT_LOW, 194, 4, whole(0, 14))
          .numbers(198, 6, whole(0, 62), CLOUD_TYPE_LOW, CLOUD_TYPE_MIDDLE, CLOUD_TYPE_HIGH)
          .number(CLOUD_BASE_CODE, 216, 7, whole(0, 126))
          .number(WAVE_PERIOD, 223, 5, whole(0, 30))
          .number(WAVE_HEIGHT, 228, 6, halves(0, 60))
          .number(SWELL_DIRECTION, 234, 6, steps(0, 36, 10))
          .number(SWELL_PERIOD, 240, 5, whole(0, 30))
          .number(SWELL_HEIGHT, 245, 6, halves(0, 60))
          .number(SWELL_DIRECTION_2, 251, 6, steps(0, 36, 10))
          .number(SWELL_PERIOD_2, 257, 5, whole(0, 30))
          .number(SWELL_HEIGHT_2, 262, 6, halves(0, 60))
          .number(ICE_THICKNESS, 268, 7, whole(0, 126))
          .numbers(275, 3, whole(0, 6), ICE_ACCRETION, ICE_ACCRETION_CAUSE)
          .number(SEA_ICE_CONCENTRATION, 281, 5, whole(0, 30))
          .number(ICE_AMOUNT, 286, 4, whole(0, 14))
          .numbers(290, 5, whole(0, 30), ICE_SITUATION, ICE_DEVELOPMENT)
          .number(ICE_EDGE_BEARING, 300, 4, steps(1, 8, 45))
          .layout();

  private ShipWeatherTables() {}
}
