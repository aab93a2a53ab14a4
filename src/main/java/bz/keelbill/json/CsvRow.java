package bz.keelbill.json;

import java.util.ArrayList;
import java.util.List;

/** One row of comma-separated values, quoted where they hold a comma (RFC 4180). */
public final class CsvRow {
  private static final int MOST_FIELDS = 64;

  private CsvRow() {}

  /** The fields, blanks around them taken off; those beyond the sixty-fourth are left out. */
  public static List<String> of(String row) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < row.length() && fields.size() < MOST_FIELDS; at++) {
      char letter = row.charAt(at);
      if (letter == '"') {
        boolean isDoubled = quoted && at + 1 < row.length() && row.charAt(at + 1) == '"';
        quoted = isDoubled || !quoted;
        at += isDoubled ? 1 : 0;
        field.append(isDoubled ? "\"" : "");
      } else if (letter == ',' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(letter);
      }
    }
    if (fields.size() < MOST_FIELDS) {
      fields.add(field.toString().strip());
    }
    return fields;
  }
}
