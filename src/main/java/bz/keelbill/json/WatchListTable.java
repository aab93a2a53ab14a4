package bz.keelbill.json;

import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Urgency;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A watch list as its keeper publishes it, read: comma-separated, with a line of column names, or
 * as the Treasury's own {@code SDN.CSV}, which has none. UTF-8, or else Latin-1. A bad row affects
 * no other. Craft, never persons: rows of persons and of firms are counted and left out.
 *
 * @param entries the listed craft in the order of the file
 * @param leftOut rows that list no craft that could be found, by reason
 * @param wrong identities and other cells that cannot be and count for nothing, by reason
 * @param remarks the first of those, and what two entries claim at once, each with its row
 */
public record WatchListTable(
    List<Entry> entries,
    Map<String, Integer> leftOut,
    Map<String, Integer> wrong,
    List<Remark> remarks) {
  /** More craft than this are not taken of one list. */
  public static final int MOST_ENTRIES = 20_000;

  private static final int MOST_REMARKS = 200;
  private static final int LONGEST_ROW = 16_384;
  private static final int SDN_COLUMNS = 12;

  /** Makes all of it unchangeable. */
  public WatchListTable {
    entries = List.copyOf(entries);
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    wrong = Collections.unmodifiableMap(new TreeMap<>(wrong));
    remarks = List.copyOf(remarks);
  }

  /**
   * What is wrong with a row.
   *
   * @param line the line of the file, from 1
   * @param reason as {@code imo-check-digit}
   * @param text what stands there
   */
  public record Remark(long line, String reason, String text) {}

  /**
   * Reads a file.
   *
   * @param usual how urgent those rows are that do not tell
   */
  public static WatchListTable read(byte[] bytes, Urgency usual) {
    Reader reader = new Reader(usual);
    String[] lines = text(bytes).split("\r\n|\n|\r");
    for (int at = 0; at < lines.length; at++) {
      StringBuilder row = new StringBuilder(lines[at]);
      long number = at + 1L;
      // A quoted cell may go over several lines.
      while (isOpen(row) && at + 1 < lines.length && row.length() < LONGEST_ROW) {
        row.append(' ').append(lines[++at]);
      }
      reader.row(number, row.toString());
    }
    return new WatchListTable(reader.entries, reader.leftOut, reader.wrong, reader.remarks);
  }

  private static boolean isOpen(StringBuilder row) {
    return row.chars().filter(letter -> letter == '"').count() % 2 == 1;
  }

  /** The Treasury's file ends with the sign that ended files long ago. */
  private static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.replace("\uFEFF", "").replace("\u001A", "");
  }

  private static final class Reader {
    private final Urgency usual;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> leftOut = new HashMap<>();
    private final Map<String, Integer> wrong = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Long> lineOf = new HashMap<>();
    private final Set<Entry> known = new HashSet<>();
    private List<WatchListColumn> columns;

    private Reader(Urgency usual) {
      this.usual = usual;
    }

    private void row(long line, String row) {
      if (row.isBlank() || row.startsWith("#")) {
        return;
      }
      if (row.length() > LONGEST_ROW) {
        leaveOut("row-too-long");
        return;
      }
      List<String> cells = CsvRow.of(row);
      if (columns == null) {
        boolean isSdn = isSdn(cells);
        columns = isSdn ? WatchListColumn.OF_SDN_CSV : header(cells);
        if (!isSdn) {
          return;
        }
      }
      take(line, cells);
    }

    private static boolean isSdn(List<String> cells) {
      return cells.size() == SDN_COLUMNS
          && cells.get(0).matches("\\d+")
          && cells.get(2).matches("(?i)individual|vessel|aircraft|-0-");
    }

    private static List<WatchListColumn> header(List<String> cells) {
      List<WatchListColumn> columns = new ArrayList<>();
      for (String cell : cells) {
        WatchListColumn column = WatchListColumn.ofName(cell);
        columns.add(columns.contains(column) ? null : column);
      }
      return columns;
    }

    private void take(long line, List<String> cells) {
      Map<WatchListColumn, String> named = new EnumMap<>(WatchListColumn.class);
      for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
        if (columns.get(at) != null) {
          named.put(columns.get(at), cells.get(at));
        }
      }
      WatchListRow row = new WatchListRow(named, (reason, text) -> wrong(line, reason, text));
      String reason = row.leftOut();
      Entry entry = reason == null ? row.entry(usual) : null;
      if (entry == null) {
        leaveOut(reason == null ? "no-identity" : reason);
      } else if (!known.add(entry)) {
        leaveOut("repeated");
      } else if (entries.size() == MOST_ENTRIES) {
        leaveOut("too-many");
      } else {
        entries.add(entry);
        claim(line, "imo-twice", entry.marks().imo());
        claim(line, "mmsi-twice", entry.marks().mmsi());
        claim(line, "address-twice", entry.marks().icao24());
      }
    }

    /** Both keep it: it is not for us to say whose it is. */
    private void claim(long line, String reason, Integer mark) {
      Long before = mark == null ? null : lineOf.putIfAbsent(reason + mark, line);
      if (before != null) {
        wrong(line, reason, mark + ", as line " + before);
      }
    }

    private void leaveOut(String reason) {
      leftOut.merge(reason, 1, Integer::sum);
    }

    private void wrong(long line, String reason, String text) {
      wrong.merge(reason, 1, Integer::sum);
      if (remarks.size() < MOST_REMARKS) {
        String shown = text.length() > 60 ? text.substring(0, 60) : text;
        remarks.add(new Remark(line, reason, shown));
      }
    }
  }
}
