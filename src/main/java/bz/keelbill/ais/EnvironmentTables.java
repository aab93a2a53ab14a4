package bz.keelbill.ais;

import static bz.keelbill.ais.ApplicationField.*;
import static bz.keelbill.ais.Quantity.*;

import bz.keelbill.ais.ApplicationLayout.Draft;

/** DAC 1, FI 26: SN.1/Circ.289, what single sensors report, each in its own layout. */
final class EnvironmentTables {
  private static final int REPORT_BITS = 112;
  private static final int MOST_REPORTS = 8;

  /** 12.1 knots or metres and more, 122 none. */
  private static final Quantity TO_121 = whole(0, 121);

  /** 24.6 and more, 247 none. */
  private static final Quantity TO_24_6 = tenths(0, 246);

  private static final Quantity CELSIUS = tenths(0, 600).from(-100);
  private static final Quantity DEPTH = whole(0, 361);
  private static final Quantity LEVEL = hundredths(-32_767, 32_767);
  private static final Quantity GAP = hundredths(1, 8191);

  /** The whole of it: nothing but reports. */
  static final ApplicationLayout ENVIRONMENT =
      ApplicationLayout.draft("environment")
          .groupsByKind(
              REPORTS,
              0,
              REPORT_BITS,
              MOST_REPORTS,
              4,
              site(),
              report().text(STATION_NAME, 27, 14),
              wind(),
              waterLevel(),
              report().groups(CURRENTS, 27, 26, 3, current()).number(SENSOR, 105, 3, POSITIVE),
              report().groups(CURRENTS, 27, 33, 2, current3d()).number(SENSOR, 93, 3, POSITIVE),
              report().groups(CURRENTS, 27, 42, 2, currentAside()),
              seaState(),
              salinity(),
              weather(),
              airGap(),
              report(),
              report(),
              report(),
              report(),
              report())
          .layout();

  private EnvironmentTables() {}

  private static Draft report() {
    return ApplicationLayout.draft().number(REPORT_TYPE, 0, 4).time(4).number(SITE, 20, 7);
  }

  private static Draft site() {
    return report()
        .finePosition(27)
        .number(ALTITUDE, 82, 11, tenths(0, 2001))
        .number(OWNER, 93, 4, POSITIVE)
        .number(TIMEOUT, 97, 3);
  }

  private static Draft wind() {
    return report()
        .numbers(27, 7, TO_121, WIND_SPEED, WIND_GUST)
        .numbers(41, 9, HEADING_DEGREES, WIND_DIRECTION, WIND_GUST_DIRECTION)
        .number(SENSOR, 59, 3, POSITIVE)
        .numbers(62, 7, TO_121, FORECAST_WIND_SPEED, FORECAST_WIND_GUST)
        .number(FORECAST_WIND_DIRECTION, 76, 9, HEADING_DEGREES)
        .forecastTime(85)
        .number(FORECAST_DURATION, 101, 8, whole(0, 254));
  }

  private static Draft waterLevel() {
    return report()
        .number(WATER_LEVEL_IS_ABSOLUTE, 27, 1)
        .number(WATER_LEVEL, 28, 16, LEVEL)
        .number(WATER_LEVEL_TREND, 44, 2, whole(0, 2))
        .number(WATER_LEVEL_DATUM, 46, 5, whole(0, 13))
        .number(SENSOR, 51, 3, POSITIVE)
        .number(FORECAST_WATER_LEVEL_IS_ABSOLUTE, 54, 1)
        .number(FORECAST_WATER_LEVEL, 55, 16, LEVEL)
        .forecastTime(71)
        .number(FORECAST_DURATION, 87, 8, whole(0, 254));
  }

  private static Draft current() {
    return ApplicationLayout.draft()
        .number(CURRENT_SPEED, 0, 8, TO_24_6)
        .number(CURRENT_DIRECTION, 8, 9, HEADING_DEGREES)
        .number(CURRENT_DEPTH, 17, 9, DEPTH);
  }

  private static Draft current3d() {
    return ApplicationLayout.draft()
        .numbers(0, 8, TO_24_6, CURRENT_NORTH, CURRENT_EAST, CURRENT_UP)
        .number(CURRENT_DEPTH, 24, 9, DEPTH);
  }

  private static Draft currentAside() {
    return ApplicationLayout.draft()
        .number(CURRENT_BEARING, 0, 9, HEADING_DEGREES)
        .number(CURRENT_DISTANCE, 9, 7, TO_121)
        .number(CURRENT_SPEED, 16, 8, TO_24_6)
        .number(CURRENT_DIRECTION, 24, 9, HEADING_DEGREES)
        .number(CURRENT_DEPTH, 33, 9, DEPTH);
  }

  private static Draft seaState() {
    return report()
        .number(SWELL_HEIGHT, 27, 8, TO_24_6)
        .number(SWELL_PERIOD, 35, 6, whole(0, 60))
        .number(SWELL_DIRECTION, 41, 9, HEADING_DEGREES)
        .number(SEA_STATE, 50, 4, whole(0, 12))
        .number(SWELL_SENSOR, 54, 3, POSITIVE)
        .number(WATER_TEMPERATURE, 57, 10, CELSIUS)
        .number(WATER_TEMPERATURE_DEPTH, 67, 7, tenths(0, 121))
        .number(WATER_TEMPERATURE_SENSOR, 74, 3, POSITIVE)
        .number(WAVE_HEIGHT, 77, 8, TO_24_6)
        .number(WAVE_PERIOD, 85, 6, whole(0, 60))
        .number(WAVE_DIRECTION, 91, 9, HEADING_DEGREES)
        .number(WAVE_SENSOR, 100, 3, POSITIVE)
        .number(SALINITY, 103, 9, tenths(0, 501));
  }

  private static Draft salinity() {
    return report()
        .number(WATER_TEMPERATURE, 27, 10, CELSIUS)
        .number(CONDUCTIVITY, 37, 10, hundredths(0, 701))
        .number(WATER_PRESSURE, 47, 16, tenths(0, 60_001))
        .number(SALINITY, 63, 9, tenths(0, 501))
        .number(SALINITY_TYPE, 72, 2, whole(0, 2))
        .number(SENSOR, 74, 3, POSITIVE);
  }

  private static Draft weather() {
    return report()
        .number(AIR_TEMPERATURE, 27, 11, tenths(-600, 600))
        .number(AIR_TEMPERATURE_SENSOR, 38, 3, POSITIVE)
        .number(PRECIPITATION, 41, 2)
        .number(VISIBILITY, 43, 8, tenths(0, 241))
        .number(DEW_POINT, 51, 10, tenths(-200, 500))
        .number(DEW_POINT_SENSOR, 61, 3, POSITIVE)
        .number(PRESSURE, 64, 9, whole(0, 402).from(799))
        .number(PRESSURE_TENDENCY, 73, 2, whole(0, 2))
        .number(PRESSURE_SENSOR, 75, 3, POSITIVE)
        .number(SALINITY, 78, 9, tenths(0, 501));
  }

  private static Draft airGap() {
    return report()
        .numbers(27, 13, GAP, AIR_DRAUGHT, AIR_GAP)
        .number(AIR_GAP_TREND, 53, 2, whole(0, 2))
        .number(FORECAST_AIR_GAP, 55, 13, GAP)
        .forecastTime(68);
  }
}
