package bz.keelbill.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 18: {@code KEY/text} up to the next known key. The first of equal keys counts.
 *
 * @param texts by key, in order
 */
record OtherFields(Map<String, String> texts) {
  private static final Pattern KEY =
      Pattern.compile(
          "(?:^|[^A-Z0-9])(STS|PBN|NAV|COM|DAT|SUR|DEP|DEST|DOF|REG|EET|SEL|TYP|CODE|DLE|OPR|ORGN"
              + "|PER|ALTN|RALT|TALT|RIF|RMK)/");
  private static final Pattern DATE = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})(?:\\D.*)?");
  private static final Pattern ADDRESS = Pattern.compile("([0-9A-F]{6})(?:[^0-9A-Z].*)?");

  static OtherFields of(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    Matcher matcher = KEY.matcher(field);
    boolean more = matcher.find();
    while (more) {
      String key = matcher.group(1);
      int start = matcher.end();
      more = matcher.find();
      String text = field.substring(start, more ? matcher.start() : field.length()).strip();
      texts.putIfAbsent(key, text);
    }
    return new OtherFields(Collections.unmodifiableMap(texts));
  }

  /** The text of a key; null if it is not there or empty. */
  String get(String key) {
    String text = texts.get(key);
    return text == null || text.isEmpty() ? null : text;
  }

  /** CODE/, the 24-bit address; null if there is none. */
  Integer address() {
    Matcher matcher = ADDRESS.matcher(texts.getOrDefault("CODE", ""));
    return matcher.matches() ? Integer.valueOf(matcher.group(1), 16) : null;
  }

  /** DOF/, days since 1970; null if there is none. */
  Long dayOfFlight() {
    Matcher matcher = DATE.matcher(texts.getOrDefault("DOF", ""));
    return matcher.matches()
        ? PlanTime.day(
            2000 + Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)))
        : null;
  }
}
