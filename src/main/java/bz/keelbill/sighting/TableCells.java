package bz.keelbill.sighting;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one row: between commas, semicolons or tabs, in quotes where they hold one (RFC
 * 4180). A row ends with its line, even inside quotes, so that one bad row is one bad row.
 */
final class TableCells {
  static final int MOST = 128;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private TableCells() {}

  /** What stands between the cells of a header: the one of the three that comes most often. */
  static char separator(String header) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(header, candidate) > count(header, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(letter -> letter == wanted).count();
  }

  /** A text without the mark that some programs put before it. */
  static String withoutMark(String header) {
    return !header.isEmpty() && header.charAt(0) == BYTE_ORDER_MARK ? header.substring(1) : header;
  }

  /** The cells, blanks around them taken off; at most {@value #MOST} and one for the rest. */
  static List<String> of(String row, char separator) {
    List<String> cells = new ArrayList<>();
    if (row.indexOf('"') < 0) {
      plain(row, separator, cells);
      return cells;
    }
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < row.length(); at++) {
      char letter = row.charAt(at);
      if (letter == '"') {
        boolean isDoubled = quoted && at + 1 < row.length() && row.charAt(at + 1) == '"';
        quoted = isDoubled || !quoted;
        at += isDoubled ? 1 : 0;
        cell.append(isDoubled ? "\"" : "");
      } else if (letter == separator && !quoted && cells.size() < MOST) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private static void plain(String row, char separator, List<String> cells) {
    int from = 0;
    for (int to = row.indexOf(separator); to >= 0 && cells.size() < MOST; ) {
      cells.add(row.substring(from, to).strip());
      from = to + 1;
      to = row.indexOf(separator, from);
    }
    cells.add(row.substring(from).strip());
  }
}
