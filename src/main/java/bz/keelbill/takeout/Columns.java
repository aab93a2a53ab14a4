package bz.keelbill.takeout;

import bz.keelbill.geo.Units;
import bz.keelbill.record.Craft;
import bz.keelbill.record.PastFix;
import java.util.ArrayList;
import java.util.List;

/** The columns of a table of fixes, each with its unit in its name. */
final class Columns {
  static final List<String> NAMES =
      List.of(
          "time_utc",
          "time_belize",
          "track",
          "domain",
          "name",
          "mmsi",
          "imo",
          "callsign",
          "icao_address",
          "registration",
          "latitude_degrees",
          "longitude_degrees",
          "speed_knots",
          "speed_metres_per_second",
          "course_degrees",
          "heading_degrees",
          "altitude_feet",
          "altitude_metres",
          "station");

  private Columns() {}

  /** One row, its cells ready to be joined by commas. */
  static List<String> row(Craft craft, PastFix fix) {
    List<String> cells = new ArrayList<>(NAMES.size());
    cells.add(Written.utc(fix.atMillis()));
    cells.add(Written.local(fix.atMillis()));
    cells.add(Written.cell(craft.track()));
    cells.add(Written.cell(craft.domain()));
    cells.add(Written.cell(craft.name()));
    cells.add(craft.mmsi() == null ? "" : craft.mmsi().toString());
    cells.add(craft.imo() == null ? "" : craft.imo().toString());
    cells.add(Written.cell(craft.callsign()));
    cells.add(Written.cell(craft.icaoAddress()));
    cells.add(Written.cell(craft.registration()));
    cells.add(Written.number(fix.position().latitude(), 6));
    cells.add(Written.number(fix.position().longitude(), 6));
    cells.add(Written.number(fix.speedKnots(), 2));
    cells.add(Written.number(Units.knotsToMetresPerSecond(fix.speedKnots()), 3));
    cells.add(Written.number(fix.courseDegrees(), 1));
    cells.add(Written.number(fix.headingDegrees(), 1));
    cells.add(Written.number(fix.altitudeFeet(), 0));
    cells.add(Written.number(fix.altitudeFeet() * Units.METRES_PER_FOOT, 1));
    cells.add(Written.cell(fix.station()));
    return cells;
  }
}
