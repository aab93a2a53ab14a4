package bz.keelbill;

import bz.keelbill.json.CsvRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of comma-separated values in UTF-8: one line of column names, then a row a line. Empty
 * lines and those that begin with {@code #} count for nothing.
 */
final class TableFile {
  private static final long MAX_BYTES = 16L << 20;

  private TableFile() {}

  /**
   * One row.
   *
   * @param line in the file, counted from 1
   * @param values by column; never null, empty where nothing stands
   */
  record Row(int line, Map<String, String> values) {
    String text(String column) {
      return values.get(column);
    }
  }

  /** Makes one record of a row, or throws an IllegalArgumentException that says what is wrong. */
  interface RowReader<T> {
    T read(Row row);
  }

  /** Reads each row of a file; what is wrong becomes a fault with its line. */
  static <T> List<T> read(
      Path file, List<String> columns, RowReader<T> reader, ConfigFaults faults) {
    return records(lines(file, faults), columns, reader, faults);
  }

  /** Reads a table that the program brings along. */
  static <T> List<T> packaged(String resource, List<String> columns, RowReader<T> reader) {
    ConfigFaults faults = new ConfigFaults(Path.of(resource));
    try (InputStream in = TableFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program is damaged: " + resource + " is missing");
      }
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<T> records = records(lines, columns, reader, faults);
      faults.throwIfAny();
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file, ConfigFaults faults) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        faults.add(1, "larger than 16 MB; is this the right file?");
        return List.of();
      }
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notText) {
      faults.add(1, "not text in UTF-8; save it as UTF-8");
    } catch (IOException unreadable) {
      faults.add(1, "cannot be read (" + unreadable.getMessage() + "); check path and rights");
    }
    faults.throwIfAny();
    throw new IllegalStateException("unreachable");
  }

  private static <T> List<T> records(
      List<String> lines, List<String> columns, RowReader<T> reader, ConfigFaults faults) {
    List<T> records = new ArrayList<>();
    List<String> header = null;
    for (int at = 0; at < lines.size(); at++) {
      String line = at == 0 ? lines.get(at).replace("\uFEFF", "") : lines.get(at);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> fields = CsvRow.of(line);
      if (header == null) {
        header = fields;
        checkHeader(header, columns, at + 1, faults);
      } else {
        read(header, fields, at + 1, reader, faults, records);
      }
    }
    if (header == null) {
      faults.add(1, "holds no table; its first line must be " + String.join(",", columns));
    }
    return records;
  }

  private static void checkHeader(
      List<String> header, List<String> columns, int line, ConfigFaults faults) {
    if (!header.containsAll(columns)) {
      faults.add(line, "the first line must name the columns " + String.join(",", columns));
      faults.throwIfAny();
    }
  }

  private static <T> void read(
      List<String> header,
      List<String> fields,
      int line,
      RowReader<T> reader,
      ConfigFaults faults,
      List<T> records) {
    if (fields.size() != header.size()) {
      faults.add(line, "has " + fields.size() + " fields, but there are " + header.size());
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int at = 0; at < fields.size(); at++) {
      values.put(header.get(at), fields.get(at));
    }
    try {
      records.add(reader.read(new Row(line, values)));
    } catch (IllegalArgumentException wrong) {
      faults.add(line, wrong.getMessage());
    }
  }
}
