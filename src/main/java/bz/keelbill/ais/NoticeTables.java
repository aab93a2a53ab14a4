package bz.keelbill.ais;

import static bz.keelbill.ais.ApplicationField.*;
import static bz.keelbill.ais.Quantity.*;

import bz.keelbill.ais.ApplicationLayout.Draft;

/** What shores tell ships: texts, areas, routes, windows, signals, targets. */
final class NoticeTables {
  private static final int AREA_BITS = 87;
  private static final int MOST_AREAS = 10;

  /** 262,143 is none. */
  private static final Quantity MINUTES = whole(0, 262_142);

  /** DAC 1, FI 0: M.1371-5, annex 5, text telegram. */
  static final ApplicationLayout TEXT_TELEGRAM =
      ApplicationLayout.draft("text")
          .number(ACK_REQUIRED, 0, 1)
          .number(TEXT_NUMBER, 1, 11, POSITIVE)
          .textToEnd(TEXT, 12, 161)
          .layout();

  /** DAC 1, FI 29 and 30: SN.1/Circ.289, text description. */
  static final ApplicationLayout DESCRIPTION =
      ApplicationLayout.draft("text")
          .number(LINKAGE, 0, 10, POSITIVE)
          .textToEnd(TEXT, 10, 161)
          .layout();

  /** DAC 1, FI 22 and 23: SN.1/Circ.289, area notice. */
  static final ApplicationLayout AREA_NOTICE =
      ApplicationLayout.draft("area_notice")
          .number(LINKAGE, 0, 10, POSITIVE)
          .number(NOTICE, 10, 7, whole(0, 126))
          .date(17)
          .number(DURATION, 37, 18, MINUTES)
          .groupsByKind(AREAS, 55, AREA_BITS, MOST_AREAS, 5, shapes())
          .layout();

  /** DAC 1, FI 27 and 28: SN.1/Circ.289, route information. */
  static final ApplicationLayout ROUTE =
      ApplicationLayout.draft("route")
          .number(LINKAGE, 0, 10, POSITIVE)
          .number(SENDER_CLASS, 10, 3)
          .number(ROUTE_TYPE, 13, 5, POSITIVE)
          .date(18)
          .number(DURATION, 38, 18, MINUTES)
          .number(WAYPOINT_COUNT, 56, 5)
          .groups(WAYPOINTS, 61, 55, 16, ApplicationLayout.draft().finePosition(0), WAYPOINT_COUNT)
          .layout();

  /** DAC 1, FI 32: SN.1/Circ.289, tidal window. */
  static final ApplicationLayout TIDAL_WINDOW =
      tides()
          .groups(
              TIDES,
              9,
              88,
              3,
              window(ApplicationLayout.draft().position(0), 49)
                  .number(CURRENT_SPEED, 80, 8, tenths(0, 251)))
          .layout();

  /** DAC 1, FI 14: SN/Circ.236, the same before 2013. */
  static final ApplicationLayout OLD_TIDAL_WINDOW =
      tides()
          .groups(
              TIDES,
              9,
              93,
              3,
              window(
                      ApplicationLayout.draft()
                          .number(LAT, 0, 27, LATITUDE)
                          .number(LON, 27, 28, LONGITUDE),
                      55)
                  .number(CURRENT_SPEED, 86, 7, tenths(0, 126)))
          .layout();

  /** DAC 1, FI 19: SN.1/Circ.289, marine traffic signal. */
  static final ApplicationLayout TRAFFIC_SIGNAL =
      ApplicationLayout.draft("traffic_signal")
          .number(LINKAGE, 0, 10, POSITIVE)
          .text(STATION_NAME, 10, 20)
          .position(130)
          .number(SIGNAL_STATUS, 179, 2, whole(1, 2))
          .number(SIGNAL, 181, 5, POSITIVE)
          .number(ApplicationField.HOUR, 186, 5, Quantity.HOUR)
          .number(MINUTE, 191, 6, SIXTIETH)
          .number(NEXT_SIGNAL, 197, 5, POSITIVE)
          .layout();

  /** DAC 1, FI 17, and FI 16 of old: targets that a shore station sees, SN.1/Circ.289. */
  static final ApplicationLayout VTS =
      ApplicationLayout.draft("vts_targets")
          .groupsByKind(
              TARGETS,
              0,
              120,
              7,
              2,
              target().number(TARGET_MMSI, 14, 30),
              target().number(TARGET_IMO, 14, 30),
              target().text(TARGET_CALLSIGN, 2, 7),
              target().text(TARGET_NAME, 2, 7))
          .layout();

  private NoticeTables() {}

  /** The five bits of a kind are three of shape and two of scale: metres times 1 to 1,000. */
  private static Draft[] shapes() {
    Draft[] shapes = new Draft[32];
    for (int kind = 0; kind < shapes.length; kind++) {
      shapes[kind] = shape(kind >> 2, (int) Math.pow(10, kind & 3));
    }
    return shapes;
  }

  private static Draft shape(int shape, int scale) {
    return switch (shape) {
      case 0 -> centred().number(RADIUS, 57, 12, steps(0, 4095, scale));
      case 1 ->
          centred()
              .numbers(57, 8, steps(0, 255, scale), EAST, NORTH)
              .number(ORIENTATION, 73, 9, HEADING_DEGREES);
      case 2 ->
          centred()
              .number(RADIUS, 57, 12, steps(0, 4095, scale))
              .numbers(69, 9, HEADING_DEGREES, LEFT_BOUNDARY, RIGHT_BOUNDARY);
      case 3, 4 -> area().groupsWith(DISTANCE, POINTS, 5, 20, 4, point(scale));
      case 5 -> area().text(TEXT, 3, 14);
      default -> area();
    };
  }

  private static Draft area() {
    return ApplicationLayout.draft().number(SHAPE, 0, 3);
  }

  private static Draft centred() {
    return area().position(5).number(PRECISION, 54, 3);
  }

  private static Draft point(int scale) {
    return ApplicationLayout.draft()
        .number(BEARING, 0, 10, halves(0, 719))
        .number(DISTANCE, 10, 10, steps(1, 1023, scale));
  }

  private static Draft tides() {
    return ApplicationLayout.draft("tidal_window")
        .number(MONTH, 0, 4, whole(1, 12))
        .number(DAY, 4, 5, POSITIVE);
  }

  private static Draft window(Draft place, int offset) {
    return place
        .number(FROM_HOUR, offset, 5, Quantity.HOUR)
        .number(FROM_MINUTE, offset + 5, 6, SIXTIETH)
        .number(TO_HOUR, offset + 11, 5, Quantity.HOUR)
        .number(TO_MINUTE, offset + 16, 6, SIXTIETH)
        .number(CURRENT_DIRECTION, offset + 22, 9, HEADING_DEGREES);
  }

  private static Draft target() {
    return ApplicationLayout.draft()
        .number(TARGET_TYPE, 0, 2)
        .number(LAT, 48, 24, degrees(90, 60_000))
        .number(LON, 72, 25, degrees(180, 60_000))
        .number(COURSE, 97, 9, HEADING_DEGREES)
        .number(SECOND, 106, 6)
        .number(SPEED, 112, 8, whole(0, 254));
  }
}
