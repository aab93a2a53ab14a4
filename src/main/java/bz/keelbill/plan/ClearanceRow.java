package bz.keelbill.plan;

import bz.keelbill.plan.ClearanceTable.Column;
import bz.keelbill.report.PlanMessage.Clearance;
import bz.keelbill.report.PlanMessage.Details;
import bz.keelbill.report.PlanMessage.Flight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One row of a table of clearances: what each cell says, and which of them are refused. */
final class ClearanceRow {
  private static final int LONGEST_NAME = 10;
  private static final int LONGEST_PLACE = 40;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_MINUTES = 24 * 60;

  private final Map<Column, String> cells;
  private final long nearMillis;
  private final List<String> refused = new ArrayList<>();

  /**
   * Of the filled cells.
   *
   * @param nearMillis about when the row was written, Unix milliseconds: times of day are near it
   */
  ClearanceRow(Map<Column, String> cells, long nearMillis) {
    this.cells = cells;
    this.nearMillis = nearMillis;
  }

  Flight flight(Long offBlock) {
    return new Flight(
        name(Column.CALLSIGN, LONGEST_NAME), place(Column.FROM), offBlock, place(Column.TO));
  }

  Details details(Long offBlock) {
    String squawk = cells.get(Column.SQUAWK);
    String icao24 = cells.get(Column.ICAO24);
    Integer address = icao24 == null ? null : OtherFields.address(icao24);
    boolean octal = squawk != null && AtsMessage.isOctal(squawk, 0);
    refuse(Column.SQUAWK, squawk != null && !octal, "is not four digits from 0 to 7");
    refuse(Column.ICAO24, icao24 != null && address == null, "is not six hexadecimal digits");
    return new Details(
        enrouteMinutes(offBlock),
        address,
        name(Column.REGISTRATION, LONGEST_NAME),
        octal ? squawk : null,
        null,
        text(Column.TYPE, LONGEST_PLACE),
        text(Column.ROUTE, LONGEST_TEXT),
        null);
  }

  Clearance clearance() {
    Long until = time(Column.UNTIL);
    return new Clearance(
        text(Column.CLEARED_BY, LONGEST_TEXT),
        null,
        until,
        null,
        text(Column.REMARK, LONGEST_TEXT));
  }

  Long offBlock() {
    return time(Column.OFF_BLOCK);
  }

  /** Whether a cell is filled, rightly or not. */
  boolean has(Column column) {
    return cells.containsKey(column);
  }

  /** What was refused, each with its column. */
  List<String> refused() {
    return refused;
  }

  /** Of elapsed minutes, else of an arrival time. */
  private Integer enrouteMinutes(Long offBlock) {
    String eet = cells.get(Column.EET);
    if (eet != null) {
      boolean right = eet.length() <= 4 && Letters.areDigits(eet, 0, eet.length());
      right = right && Integer.parseInt(eet) <= LONGEST_MINUTES;
      refuse(Column.EET, !right, "is not a number of minutes up to 1440");
      return right ? Integer.valueOf(eet) : null;
    }
    Long arrival = time(Column.ETA);
    if (arrival == null || offBlock == null) {
      return null;
    }
    long minutes = (arrival - offBlock) / PlanTime.MINUTE_MILLIS;
    boolean isTimeOfDay = cells.get(Column.ETA).length() <= 5;
    minutes = isTimeOfDay ? Math.floorMod(minutes, (long) LONGEST_MINUTES) : minutes;
    boolean right = minutes >= 0 && minutes <= LONGEST_MINUTES;
    refuse(Column.ETA, !right, "is not within a day after off_block");
    return right ? Integer.valueOf((int) minutes) : null;
  }

  private Long time(Column column) {
    String text = cells.get(column);
    Long time = text == null ? null : PlanTime.read(text, nearMillis);
    refuse(column, text != null && time == null, "is neither hhmm nor a date with a time (UTC)");
    return time;
  }

  private String name(Column column, int longest) {
    String text = cells.get(column);
    String name = text == null ? "" : Letters.of(text);
    boolean right = !name.isEmpty() && name.length() <= longest;
    refuse(column, text != null && !right, "is not 1 to " + longest + " letters and digits");
    return right ? name : null;
  }

  private String place(Column column) {
    String text = text(column, LONGEST_PLACE);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  /** A free text; a table's bytes may be UTF-8. */
  private String text(Column column, int longest) {
    String text = cells.get(column);
    refuse(column, text != null && text.length() > longest, "is longer than " + longest);
    return text == null || text.length() > longest
        ? null
        : new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private void refuse(Column column, boolean isSo, String why) {
    if (isSo) {
      String text = cells.get(column);
      String start = text.length() > 40 ? text.substring(0, 40) + "..." : text;
      refused.add(column.word() + ": \"" + start + "\" " + why);
    }
  }
}
