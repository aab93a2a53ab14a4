package bz.keelbill.sighting;

import bz.keelbill.sighting.Fault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of sightings as text: a header line that names the {@link Column columns}, in any order,
 * then one report a row. Cells stand between commas, semicolons or tabs.
 *
 * @param sightings in the order of the text; of use only if there are no faults
 * @param faults what is wrong, row by row
 * @param unknown names in the header that are no column; they are left out
 */
public record SightingTable(List<Sighting> sightings, List<RowFault> faults, List<String> unknown) {
  /** The most reports taken of one text. */
  public static final int MOST_ROWS = 1_000;

  private static final int MOST_FAULTS = 1_000;
  private static final int LONGEST_ROW = 8_192;

  /** Copies the lists. */
  public SightingTable {
    sightings = List.copyOf(sightings);
    faults = List.copyOf(faults);
    unknown = List.copyOf(unknown);
  }

  /**
   * A fault with its row.
   *
   * @param line the line of the text, from 1
   */
  public record RowFault(long line, Fault fault) {}

  /**
   * Reads a text; a bad row affects no other.
   *
   * @param bytes UTF-8
   * @param nowMillis when it is brought in, Unix milliseconds
   */
  public static SightingTable read(byte[] bytes, Gazetteer gazetteer, long nowMillis) {
    Reader reader = new Reader(gazetteer, nowMillis);
    String text = TableCells.withoutMark(new String(bytes, StandardCharsets.UTF_8));
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      reader.line(text.substring(from, to));
      from = to + 1;
    }
    return reader.table();
  }

  private static final class Reader {
    private final Gazetteer gazetteer;
    private final long nowMillis;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Long> lineOf = new HashMap<>();
    private char separator;
    private boolean hasHeader;
    private long number;

    private Reader(Gazetteer gazetteer, long nowMillis) {
      this.gazetteer = gazetteer;
      this.nowMillis = nowMillis;
    }

    private void line(String row) {
      number++;
      if (row.isBlank() || hasHeader && columns.isEmpty()) {
        return;
      }
      if (row.length() > LONGEST_ROW) {
        fault(Fault.of(null, Kind.TOO_LONG));
      } else if (hasHeader) {
        row(TableCells.of(row, separator));
      } else {
        header(row);
      }
    }

    private void header(String header) {
      hasHeader = true;
      separator = TableCells.separator(header);
      for (String name : TableCells.of(header, separator)) {
        Column column = Column.ofName(name);
        boolean isNew = column != null && !columns.contains(column);
        columns.add(isNew ? column : null);
        if (!isNew && !name.isEmpty()) {
          unknown.add(name.length() > 80 ? name.substring(0, 80) : name);
        }
      }
      boolean saysWhere = columns.contains(Column.LAT) || columns.contains(Column.FROM_POINT);
      if (!columns.contains(Column.OBSERVED_AT) || !saysWhere) {
        fault(Fault.of(null, Kind.HEADER_MISSING));
        columns.clear();
      }
    }

    private void row(List<String> cells) {
      if (sightings.size() == MOST_ROWS) {
        fault(Fault.of(null, Kind.TOO_MANY));
        return;
      }
      Map<Column, String> filled = new EnumMap<>(Column.class);
      boolean isTooWide = false;
      for (int at = 0; at < cells.size(); at++) {
        isTooWide |= at >= columns.size() && !cells.get(at).isEmpty();
        if (at < columns.size() && columns.get(at) != null) {
          filled.put(columns.get(at), cells.get(at));
        }
      }
      if (isTooWide) {
        fault(Fault.of(null, Kind.ROW_TOO_WIDE));
        return;
      }
      take(new SightingCells(filled, gazetteer, nowMillis));
    }

    private void take(SightingCells cells) {
      Sighting sighting = cells.read();
      cells.faults().forEach(this::fault);
      if (sighting == null) {
        return;
      }
      Long before = lineOf.putIfAbsent(sighting.id(), number);
      if (before != null) {
        String where = "line " + before;
        fault(Fault.of(Column.REPORT_ID, Kind.ID_TWICE, sighting.id(), where));
      } else {
        sightings.add(sighting);
      }
    }

    private void fault(Fault fault) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(new RowFault(number, fault));
      }
    }

    private SightingTable table() {
      if (!hasHeader) {
        number = 1;
        fault(Fault.of(null, Kind.HEADER_MISSING));
      }
      return new SightingTable(sightings, faults, unknown);
    }
  }
}
