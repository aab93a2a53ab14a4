package bz.keelbill.ais;

/**
 * Every field of the applications in binary messages, under the name (in lower case) that {@code
 * decode} prints. A name has one unit wherever it stands; what a code means is in the source that
 * ais-applications.md names for each application.
 *
 * <p>A long file by decision: a list, as long as what ships and shores have to say.
 */
public enum ApplicationField {
  // Where and when.
  /** Longitude, degrees, east positive. */
  LON,
  /** Latitude, degrees, north positive. */
  LAT,
  /** 1 if the position is better than 10 metres. */
  ACCURACY,
  /** How many decimals of the position are meant. */
  PRECISION,
  /** Height above mean sea level, metres. */
  ALTITUDE,
  /** UTC month, 1 to 12. */
  MONTH,
  /** UTC day, 1 to 31. */
  DAY,
  /** UTC hour. */
  HOUR,
  /** UTC minute. */
  MINUTE,
  /** Second of the UTC minute as sent. */
  SECOND,
  /** Minutes from that time on; 0 cancels what was said before. */
  DURATION,
  /** UTC day of a forecast. */
  FORECAST_DAY,
  /** UTC hour of a forecast. */
  FORECAST_HOUR,
  /** UTC minute of a forecast. */
  FORECAST_MINUTE,
  /** Minutes for which a forecast holds; 0 cancels it. */
  FORECAST_DURATION,
  /** UTC hour at which a window opens. */
  FROM_HOUR,
  /** UTC minute at which a window opens. */
  FROM_MINUTE,
  /** UTC hour at which a window closes. */
  TO_HOUR,
  /** UTC minute at which a window closes. */
  TO_MINUTE,
  /** UTC year of the beginning. */
  START_YEAR,
  /** UTC month of the beginning. */
  START_MONTH,
  /** UTC day of the beginning. */
  START_DAY,
  /** UTC hour of the beginning. */
  START_HOUR,
  /** UTC minute of the beginning. */
  START_MINUTE,
  /** UTC year of the end. */
  END_YEAR,
  /** UTC month of the end. */
  END_MONTH,
  /** UTC day of the end. */
  END_DAY,
  /** UTC hour of the end. */
  END_HOUR,
  /** UTC minute of the end. */
  END_MINUTE,
  /** Longitude of a fairway's beginning, degrees. */
  START_LON,
  /** Latitude of a fairway's beginning, degrees. */
  START_LAT,
  /** Longitude of a fairway's end, degrees. */
  END_LON,
  /** Latitude of a fairway's end, degrees. */
  END_LAT,
  /** Number by which a text says what it belongs to, 1 to 1023. */
  LINKAGE,

  // Texts.
  /** Free text. */
  TEXT,
  /** 1 if the sender asks for an acknowledgement. */
  ACK_REQUIRED,
  /** Running number of a text, 1 to 2047. */
  TEXT_NUMBER,
  /** Name of a place. */
  LOCATION,
  /** Name of a station. */
  STATION_NAME,
  /** Name of a port and berth. */
  PORT_NAME,
  /** Name of a berth. */
  BERTH_NAME,

  // Wind.
  /** Average wind of ten minutes, knots. */
  WIND_SPEED,
  /** Strongest gust of ten minutes, knots. */
  WIND_GUST,
  /** Where the wind comes from, degrees. */
  WIND_DIRECTION,
  /** Where that gust came from, degrees. */
  WIND_GUST_DIRECTION,
  /** Average wind to be expected, knots. */
  FORECAST_WIND_SPEED,
  /** Gust to be expected, knots. */
  FORECAST_WIND_GUST,
  /** Where it will come from, degrees. */
  FORECAST_WIND_DIRECTION,
  /** Average true wind of ten minutes, metres per second. */
  WIND_METRES,
  /** Strongest gust, metres per second. */
  WIND_GUST_METRES,
  /** Average wind felt on board, metres per second. */
  RELATIVE_WIND_METRES,
  /** Where it comes from, degrees from the bow. */
  RELATIVE_WIND_DIRECTION,
  /** Where the wind comes from: 1 north, 2 north-east and so on to 8 north-west. */
  WIND_SECTOR,

  // Air.
  /** Dry bulb, degrees Celsius. */
  AIR_TEMPERATURE,
  /** Dry bulb, kelvins. */
  AIR_TEMPERATURE_KELVIN,
  /** Relative humidity, per cent. */
  HUMIDITY,
  /** Degrees Celsius. */
  DEW_POINT,
  /** Air pressure, hectopascals. */
  PRESSURE,
  /** How it goes: a code. */
  PRESSURE_TENDENCY,
  /** How it went in three hours, hectopascals. */
  PRESSURE_CHANGE,
  /** Horizontal visibility, nautical miles. */
  VISIBILITY,
  /** 1 if one sees farther than the instrument. */
  VISIBILITY_BEYOND,
  /** Horizontal visibility as sent: 13.073 metres times its square. */
  VISIBILITY_CODE,
  /** Kind of rain or snow: a code. */
  PRECIPITATION,
  /** A code. */
  PRESENT_WEATHER,
  /** A code. */
  PAST_WEATHER_1,
  /** A code. */
  PAST_WEATHER_2,
  /** All clouds, per cent. */
  CLOUD_COVER,
  /** Low clouds: a code. */
  CLOUD_AMOUNT_LOW,
  /** A code. */
  CLOUD_TYPE_LOW,
  /** A code. */
  CLOUD_TYPE_MIDDLE,
  /** A code. */
  CLOUD_TYPE_HIGH,
  /** Height of the lowest cloud as sent: 0.16 metres times its square; 126 is more. */
  CLOUD_BASE_CODE,
  /** What is warned of: a code. */
  WEATHER_KIND,
  /** Least value of what is warned of as sent: eight bits and a sign, first or last; 255 none. */
  LEAST_CODE,
  /** Greatest value of what is warned of, likewise. */
  GREATEST_CODE,
  /** 1 slight, 2 medium, 3 strong. */
  CLASSIFICATION,

  // Water.
  /** Metres above the station's datum, tide included. */
  WATER_LEVEL,
  /** Centimetres above or below a datum as sent: thirteen bits and a sign, first or last. */
  WATER_LEVEL_CODE,
  /** How it goes: a code. */
  WATER_LEVEL_TREND,
  /** 1 if the level is absolute, 0 if relative to a datum. */
  WATER_LEVEL_IS_ABSOLUTE,
  /** Which datum: a code. */
  WATER_LEVEL_DATUM,
  /** Metres. */
  FORECAST_WATER_LEVEL,
  /** 1 if the level is absolute, 0 if relative to a datum. */
  FORECAST_WATER_LEVEL_IS_ABSOLUTE,
  /** Degrees Celsius. */
  WATER_TEMPERATURE,
  /** Kelvins. */
  WATER_TEMPERATURE_KELVIN,
  /** Metres below the surface. */
  WATER_TEMPERATURE_DEPTH,
  /** Decibars. */
  WATER_PRESSURE,
  /** Siemens per metre. */
  CONDUCTIVITY,
  /** Parts per thousand. */
  SALINITY,
  /** 0 measured, 1 and 2 calculated. */
  SALINITY_TYPE,
  /** Beaufort's scale, 0 to 12. */
  SEA_STATE,
  /** 0 no, 1 yes. */
  ICE,
  /** Current, at the surface if no depth is given, knots. */
  CURRENT_SPEED,
  /** Where it flows to, degrees. */
  CURRENT_DIRECTION,
  /** Metres below the surface. */
  CURRENT_DEPTH,
  /** Second current, knots. */
  CURRENT_SPEED_2,
  /** Where it flows to, degrees. */
  CURRENT_DIRECTION_2,
  /** Metres below the surface. */
  CURRENT_DEPTH_2,
  /** Third current, knots. */
  CURRENT_SPEED_3,
  /** Where it flows to, degrees. */
  CURRENT_DIRECTION_3,
  /** Metres below the surface. */
  CURRENT_DEPTH_3,
  /** Part of a current that flows north, knots. */
  CURRENT_NORTH,
  /** Part that flows east, knots. */
  CURRENT_EAST,
  /** Part that flows up, knots. */
  CURRENT_UP,
  /** Bearing from the instrument to where a current was measured, degrees. */
  CURRENT_BEARING,
  /** Distance from the instrument to there, metres. */
  CURRENT_DISTANCE,
  /** Significant height, metres. */
  WAVE_HEIGHT,
  /** Seconds. */
  WAVE_PERIOD,
  /** Where they come from, degrees. */
  WAVE_DIRECTION,
  /** Metres. */
  SWELL_HEIGHT,
  /** Seconds. */
  SWELL_PERIOD,
  /** Where it comes from, degrees. */
  SWELL_DIRECTION,
  /** Second swell, metres. */
  SWELL_HEIGHT_2,
  /** Seconds. */
  SWELL_PERIOD_2,
  /** Where it comes from, degrees. */
  SWELL_DIRECTION_2,
  /** Ice on the ship, centimetres. */
  ICE_THICKNESS,
  /** How fast it grows: a code. */
  ICE_ACCRETION,
  /** A code. */
  ICE_ACCRETION_CAUSE,
  /** A code. */
  SEA_ICE_CONCENTRATION,
  /** Amount and type of ice: a code. */
  ICE_AMOUNT,
  /** A code. */
  ICE_SITUATION,
  /** A code. */
  ICE_DEVELOPMENT,
  /** Degrees. */
  ICE_EDGE_BEARING,
  /** Groups: currents. */
  CURRENTS,
  /** Metres from the water to the sensor. */
  AIR_GAP,
  /** How it goes: a code. */
  AIR_GAP_TREND,
  /** Metres to be expected. */
  FORECAST_AIR_GAP,

  // Sensors.
  /** 1 if the report is coded by the tables of the World Meteorological Organization. */
  WMO,
  /** Groups: what sensors report. */
  REPORTS,
  /** What a sensor reports: a code. */
  REPORT_TYPE,
  /** Number of the sensor's site. */
  SITE,
  /** Whose sensor it is: a code. */
  OWNER,
  /** How long its data holds: a code. */
  TIMEOUT,
  /** How the values came about: a code. */
  SENSOR,
  /** How the air's temperature came about: a code. */
  AIR_TEMPERATURE_SENSOR,
  /** How the dew point came about: a code. */
  DEW_POINT_SENSOR,
  /** How the air pressure came about: a code. */
  PRESSURE_SENSOR,
  /** How the swell came about: a code. */
  SWELL_SENSOR,
  /** How the water's temperature came about: a code. */
  WATER_TEMPERATURE_SENSOR,
  /** How the waves came about: a code. */
  WAVE_SENSOR,
  /** Country, two letters. */
  COUNTRY,
  /** Groups: what gauges read. */
  GAUGES,
  /** Number of a gauge in its country, 1 to 2047. */
  GAUGE,

  // Areas and routes.
  /** What an area is about, 0 to 126: a code. */
  NOTICE,
  /** Groups: parts of an area. */
  AREAS,
  /** 0 circle or point, 1 rectangle, 2 sector, 3 line, 4 polygon, 5 text. */
  SHAPE,
  /** Metres; 0 is a point. */
  RADIUS,
  /** Metres that a rectangle reaches to the east. */
  EAST,
  /** Metres that a rectangle reaches to the north. */
  NORTH,
  /** Degrees by which a rectangle is turned clockwise. */
  ORIENTATION,
  /** Where a sector begins, degrees. */
  LEFT_BOUNDARY,
  /** Where a sector ends, degrees. */
  RIGHT_BOUNDARY,
  /** Groups: further points of a line or polygon. */
  POINTS,
  /** Degrees from the point before. */
  BEARING,
  /** Metres from the point before. */
  DISTANCE,
  /** 0 a ship, 1 an authority. */
  SENDER_CLASS,
  /** A code. */
  ROUTE_TYPE,
  /** How many waypoints count. */
  WAYPOINT_COUNT,
  /** Groups: positions along a route. */
  WAYPOINTS,
  /** Groups: windows for a passage. */
  TIDES,
  /** Groups: what a shore station sees. */
  TARGETS,
  /** What names a target: 0 MMSI, 1 IMO number, 2 call sign, 3 other. */
  TARGET_TYPE,
  /** A target's MMSI. */
  TARGET_MMSI,
  /** A target's IMO number. */
  TARGET_IMO,
  /** A target's call sign. */
  TARGET_CALLSIGN,
  /** Other name of a target. */
  TARGET_NAME,
  /** Course over ground, degrees. */
  COURSE,
  /** Speed over ground, knots. */
  SPEED,
  /** Speed over ground, metres per second. */
  SPEED_METRES,
  /** True heading, degrees. */
  HEADING,
  /** 1 in regular service, 2 irregular. */
  SIGNAL_STATUS,
  /** Which signal is shown: a code. */
  SIGNAL,
  /** Which signal comes next: a code. */
  NEXT_SIGNAL,
  /** How the lights are arranged: a code. */
  SIGNAL_FORM,
  /** Degrees. */
  SIGNAL_ORIENTATION,
  /** 1 upstream, 2 downstream, 3 to the left bank, 4 to the right bank. */
  SIGNAL_DIRECTION,
  /** Nine decimal digits, one for each light: a code. */
  SIGNAL_LIGHTS,

  // Ships and voyages.
  /** Persons on board. */
  PERSONS,
  /** Crew on board. */
  CREW,
  /** Passengers on board. */
  PASSENGERS,
  /** Other personnel on board. */
  PERSONNEL,
  /** European vessel identification number. */
  ENI,
  /** Ship or convoy, metres. */
  LENGTH,
  /** Ship or convoy, metres. */
  BEAM,
  /** Ship or convoy type of electronic reporting in inland navigation. */
  ERI_TYPE,
  /** Blue cones or lights for dangerous goods, 0 to 3; 4 the B flag. */
  BLUE_CONES,
  /** Metres. */
  DRAUGHT,
  /** 1 unloaded, 2 loaded. */
  LOADED,
  /** 1 if the speed comes from more than a satellite receiver. */
  SPEED_QUALITY,
  /** 1 if the course does. */
  COURSE_QUALITY,
  /** 1 if the heading does. */
  HEADING_QUALITY,
  /** Height above the waterline, metres. */
  AIR_DRAUGHT,
  /** Port of destination, UN/LOCODE. */
  DESTINATION,
  /** Last port of call, UN/LOCODE. */
  LAST_PORT,
  /** Next port of call, UN/LOCODE. */
  NEXT_PORT,
  /** Port of call after the next, UN/LOCODE. */
  SECOND_PORT,
  /** A code. */
  ICE_CLASS,
  /** Horsepower. */
  SHAFT_POWER,
  /** Working channel. */
  VHF_CHANNEL,
  /** Ship type, STATCODE 5. */
  LLOYDS_TYPE,
  /** Gross tonnage. */
  GROSS_TONNAGE,
  /** 1 laden, 2 in ballast. */
  LADING,
  /** 1 none, 2 on board. */
  HEAVY_FUEL_OIL,
  /** 1 none, 2 on board. */
  LIGHT_FUEL_OIL,
  /** 1 none, 2 on board. */
  DIESEL_OIL,
  /** All bunkers, tonnes. */
  BUNKER_OIL,
  /** 1 kilograms, 2 tonnes, 3 kilotonnes. */
  QUANTITY_UNIT,
  /** Dangerous cargo in that unit. */
  QUANTITY,
  /** Groups: dangerous cargoes. */
  CARGOES,
  /** Which list a cargo's subtype is of. */
  CARGO_CODE,
  /** A code. */
  CARGO_SUBTYPE,
  /** Port or place, three characters of the UN/LOCODE. */
  LOCODE,
  /** Section of a fairway. */
  FAIRWAY_SECTION,
  /** Code of a terminal. */
  TERMINAL,
  /** Hectometre of the fairway. */
  HECTOMETRE,
  /** Assisting tugs. */
  TUGS,
  /** 0 operational, 1 limited, 2 out of order. */
  LOCK_STATUS,
  /** Metres. */
  BERTH_LENGTH,
  /** Water at the berth, metres. */
  BERTH_DEPTH,
  /** How to moor: a code. */
  MOORING,

  // Equipment: 1 works, 2 does not, 3 no data.
  /** AIS class A. */
  EQUIPMENT_AIS,
  /** Automatic tracking aid. */
  EQUIPMENT_TRACKING_AID,
  /** Bridge navigational watch alarm. */
  EQUIPMENT_WATCH_ALARM,
  /** Back-up of the electronic chart. */
  EQUIPMENT_ECDIS_BACKUP,
  /** Electronic or paper chart. */
  EQUIPMENT_CHART,
  /** Echo sounder. */
  EQUIPMENT_ECHO_SOUNDER,
  /** Electronic plotting aid. */
  EQUIPMENT_PLOTTING_AID,
  /** Emergency steering gear. */
  EQUIPMENT_EMERGENCY_STEERING,
  /** Satellite receiver. */
  EQUIPMENT_GNSS,
  /** Gyro compass. */
  EQUIPMENT_GYRO_COMPASS,
  /** Long-range identification and tracking. */
  EQUIPMENT_LRIT,
  /** Magnetic compass. */
  EQUIPMENT_MAGNETIC_COMPASS,
  /** NAVTEX. */
  EQUIPMENT_NAVTEX,
  /** Radar with plotting aid. */
  EQUIPMENT_ARPA,
  /** S-band radar. */
  EQUIPMENT_RADAR_S,
  /** X-band radar. */
  EQUIPMENT_RADAR_X,
  /** HF radio. */
  EQUIPMENT_HF,
  /** Inmarsat. */
  EQUIPMENT_INMARSAT,
  /** MF radio. */
  EQUIPMENT_MF,
  /** VHF radio. */
  EQUIPMENT_VHF,
  /** Speed log over ground. */
  EQUIPMENT_GROUND_LOG,
  /** Speed log through water. */
  EQUIPMENT_WATER_LOG,
  /** Transmitting heading device. */
  EQUIPMENT_HEADING_DEVICE,
  /** Track control. */
  EQUIPMENT_TRACK_CONTROL,
  /** Voyage data recorder. */
  EQUIPMENT_RECORDER,

  // Services of a berth: 1 available, 2 no data, 3 not to be used.
  /** 1 if what follows is known. */
  SERVICES_KNOWN,
  /** Agent. */
  SERVICE_AGENT,
  /** Fuel. */
  SERVICE_FUEL,
  /** Chandler. */
  SERVICE_CHANDLER,
  /** Stevedore. */
  SERVICE_STEVEDORE,
  /** Electricity. */
  SERVICE_ELECTRICITY,
  /** Potable water. */
  SERVICE_WATER,
  /** Customs house. */
  SERVICE_CUSTOMS,
  /** Cartage. */
  SERVICE_CARTAGE,
  /** Cranes. */
  SERVICE_CRANES,
  /** Lifts. */
  SERVICE_LIFTS,
  /** Medical facilities. */
  SERVICE_MEDICAL,
  /** Repair of navigation equipment. */
  SERVICE_NAVIGATION_REPAIR,
  /** Provisions. */
  SERVICE_PROVISIONS,
  /** Ship repair. */
  SERVICE_SHIP_REPAIR,
  /** Surveyor. */
  SERVICE_SURVEYOR,
  /** Steam. */
  SERVICE_STEAM,
  /** Tugs. */
  SERVICE_TUGS,
  /** Disposal of solid waste. */
  SERVICE_SOLID_WASTE,
  /** Disposal of liquid waste. */
  SERVICE_LIQUID_WASTE,
  /** Disposal of hazardous waste. */
  SERVICE_HAZARDOUS_WASTE,
  /** Exchange of ballast water. */
  SERVICE_BALLAST,
  /** Additional services. */
  SERVICE_ADDITIONAL,
  /** First reserved for regional use. */
  SERVICE_REGIONAL_1,
  /** Second reserved for regional use. */
  SERVICE_REGIONAL_2
}
