package bz.keelbill.plan;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of clearances as text: a header line that names the columns, then one flight a row, the
 * cells between commas or semicolons and in quotes where they hold one.
 *
 * <p>Columns may stand in any order and are known by name, whatever its case; a column of another
 * name is left out. A row ends with its line, even inside quotes.
 */
final class ClearanceTable {

  /** What a column may hold; its name in a header is the constant in small letters. */
  enum Column {
    CALLSIGN,
    REGISTRATION,
    ICAO24,
    SQUAWK,
    TYPE,
    FROM,
    TO,
    OFF_BLOCK,
    EET,
    ETA,
    UNTIL,
    ROUTE,
    REMARK,
    CLEARED_BY;

    private final String word = name().toLowerCase(Locale.ROOT);

    private static Column ofName(String name) {
      for (Column column : values()) {
        if (column.word.equals(name)) {
          return column;
        }
      }
      return null;
    }

    /** The name in a header. */
    String word() {
      return word;
    }

    /** Whether it says who flies. */
    boolean isWho() {
      return ordinal() <= SQUAWK.ordinal();
    }
  }

  /** The longest row taken, in bytes. */
  static final int MAX_ROW_BYTES = 2048;

  private static final int MOST_CELLS = 64;
  private static final int FEWEST_KNOWN = 2;
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final char separator;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  private ClearanceTable(String header) {
    String names = header.startsWith(BYTE_ORDER_MARK) ? header.substring(3) : header;
    separator = names.indexOf(';') >= 0 ? ';' : ',';
    for (String cell : cells(names)) {
      String name = cell.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
      Column column = Column.ofName(name);
      boolean again = column != null && columns.contains(column);
      columns.add(again ? null : column);
      if (column == null || again) {
        unknown.add(cell);
      }
    }
  }

  /** Whether the first line of a piece is a header. */
  static boolean isTable(String piece) {
    return piece.charAt(0) != '(' && ofHeader(firstLine(piece)) != null;
  }

  private static String firstLine(String piece) {
    int end = piece.indexOf('\n');
    return end < 0 ? piece : piece.substring(0, end);
  }

  /**
   * Decodes a piece as {@link PlanFraming} cuts it: a header with one row under it, or alone.
   *
   * @return why the row was refused; null if it was taken, or there was none
   */
  static Reason decode(Line line, String station, boolean replay, Decoder.Output out) {
    String piece = line.text();
    int end = piece.indexOf('\n');
    ClearanceTable table = ofHeader(firstLine(piece));
    String row = end < 0 ? "" : piece.substring(end + 1).strip();
    if (row.isEmpty()) {
      table.unknown.forEach(name -> out.reject(new Reject(line, Reason.UNKNOWN_COLUMN)));
      return null;
    }
    ClearanceRow read = new ClearanceRow(table.row(row), line.receivedAtMillis());
    Long offBlock = read.offBlock();
    PlanMessage.Flight flight = read.flight(offBlock);
    PlanMessage.Details details = read.details(offBlock);
    PlanMessage.Clearance clearance = read.clearance();
    List<String> refused = new ArrayList<>(read.refused());
    if (table.isTooWide(row)) {
      refused.add("row: more cells than columns");
    }
    refused.forEach(each -> out.reject(new Reject(line, Reason.FIELD_REFUSED)));
    // Without the time that was meant it would hold at another, or all day.
    if (offBlock == null && read.has(Column.OFF_BLOCK)) {
      return Reason.OUT_OF_RANGE;
    }
    boolean isNobody =
        flight.callsign() == null
            && details.registration() == null
            && details.address() == null
            && details.squawk() == null;
    if (isNobody) {
      return Reason.MALFORMED;
    }
    long from = replay ? PlanDecoder.FROM_THE_START : line.receivedAtMillis();
    out.message(PlanMessage.Type.CLEARANCE.name());
    out.report(
        new PlanMessage(
            new Origin(line.feed(), station, line.number(), from, line.receivedAtMillis()),
            PlanMessage.Type.CLEARANCE,
            flight,
            details,
            new PlanMessage.Extras(
                null, PlanMessage.Equipment.UNKNOWN, List.of(), Map.of(), refused),
            clearance,
            new String(row.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
    return null;
  }

  /**
   * Reads a header line.
   *
   * @return null if it is none: fewer than two known columns, or none that says who flies
   */
  static ClearanceTable ofHeader(String line) {
    boolean maySo =
        line.length() <= MAX_ROW_BYTES && (line.indexOf(',') > 0 || line.indexOf(';') > 0);
    if (!maySo) {
      return null;
    }
    ClearanceTable table = new ClearanceTable(line.strip());
    long known = table.columns.stream().filter(column -> column != null).count();
    boolean tellsWho = table.columns.stream().anyMatch(each -> each != null && each.isWho());
    return known >= FEWEST_KNOWN && tellsWho ? table : null;
  }

  /** What stands between cells: a comma or a semicolon. */
  char separator() {
    return separator;
  }

  /** The names in the header that are no column, as written. */
  List<String> unknown() {
    return unknown;
  }

  /** The cells of a row that are filled, by column. */
  Map<Column, String> row(String row) {
    Map<Column, String> filled = new EnumMap<>(Column.class);
    List<String> cells = cells(row);
    for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
      if (columns.get(at) != null && !cells.get(at).isEmpty()) {
        filled.put(columns.get(at), cells.get(at));
      }
    }
    return filled;
  }

  /** Whether a row has filled cells beyond the header's last column. */
  boolean isTooWide(String row) {
    List<String> cells = cells(row);
    return cells.size() > columns.size()
        && cells.subList(columns.size(), cells.size()).stream().anyMatch(cell -> !cell.isEmpty());
  }

  private List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < row.length() && cells.size() < MOST_CELLS; at++) {
      char letter = row.charAt(at);
      if (letter == '"') {
        boolean isDoubled = quoted && at + 1 < row.length() && row.charAt(at + 1) == '"';
        quoted = isDoubled || !quoted;
        at += isDoubled ? 1 : 0;
        cell.append(isDoubled ? "\"" : "");
      } else if (letter == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
