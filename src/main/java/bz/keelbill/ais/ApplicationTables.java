package bz.keelbill.ais;

/** Which layout an application's data has. */
final class ApplicationTables {
  /** The IMO's applications: SN.1/Circ.289, SN/Circ.236 and M.1371, annex 5. */
  private static final int IMO = 1;

  /** The inland waterways of Europe: the CCNR's vessel tracking and tracing standard. */
  private static final int INLAND = 200;

  /** One target of a shore station: what is longer cannot be a count of persons. */
  private static final int TARGET_BITS = 120;

  private ApplicationTables() {}

  /**
   * The layout of an application's data, or null if nobody here knows it.
   *
   * @param data behind the application identifier
   */
  static ApplicationLayout of(int dac, int fid, Bits data) {
    return switch (dac) {
      case IMO -> ofImo(fid, data);
      case INLAND -> ofInland(fid);
      default -> null;
    };
  }

  private static ApplicationLayout ofImo(int fid, Bits data) {
    return switch (fid) {
      case 0 -> NoticeTables.TEXT_TELEGRAM;
      case 11 -> WeatherTables.OLD_WEATHER;
      case 14 -> NoticeTables.OLD_TIDAL_WINDOW;
      case 16 -> data.length() < TARGET_BITS ? VoyageTables.PERSONS_ON_BOARD : NoticeTables.VTS;
      case 17 -> NoticeTables.VTS;
      case 18 -> VoyageTables.CLEARANCE;
      case 19 -> NoticeTables.TRAFFIC_SIGNAL;
      case 20 -> VoyageTables.BERTHING;
      case 21 -> isWmo(data) ? ShipWeatherTables.WMO_REPORT : ShipWeatherTables.REPORT;
      case 22, 23 -> NoticeTables.AREA_NOTICE;
      case 24 -> VoyageTables.EXTENDED_STATIC;
      case 25 -> VoyageTables.DANGEROUS_CARGO;
      case 26 -> EnvironmentTables.ENVIRONMENT;
      case 27, 28 -> NoticeTables.ROUTE;
      case 29, 30 -> NoticeTables.DESCRIPTION;
      case 31 -> WeatherTables.WEATHER;
      case 32 -> NoticeTables.TIDAL_WINDOW;
      case 40 -> VoyageTables.PERSONS_ON_BOARD;
      default -> null;
    };
  }

  private static ApplicationLayout ofInland(int fid) {
    return switch (fid) {
      case 10 -> InlandTables.SHIP_STATIC;
      case 21 -> InlandTables.ARRIVAL;
      case 22 -> InlandTables.ARRIVAL_GRANTED;
      case 23 -> InlandTables.WEATHER_WARNING;
      case 24 -> InlandTables.WATER_LEVELS;
      case 40 -> InlandTables.LIGHTS;
      case 55 -> InlandTables.PEOPLE;
      default -> null;
    };
  }

  private static boolean isWmo(Bits data) {
    return data.length() > 0 && data.unsigned(0, 1) == 1;
  }
}
