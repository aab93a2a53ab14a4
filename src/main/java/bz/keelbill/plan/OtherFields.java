package bz.keelbill.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Field 18: {@code KEY/text} up to the next known key. The first of equal keys counts.
 *
 * @param texts by key, in order
 * @param before what stands before the first key; empty for nothing, or "0"
 */
record OtherFields(Map<String, String> texts, String before) {
  private static final Set<String> KEYS =
      Set.of(
          "STS", "PBN", "NAV", "COM", "DAT", "SUR", "DEP", "DEST", "DOF", "REG", "EET", "SEL",
          "TYP", "CODE", "DLE", "OPR", "ORGN", "PER", "ALTN", "RALT", "TALT", "RIF", "RMK");
  private static final int LONGEST_KEY = 4;

  /** A key and where its text is. */
  private record Place(String key, int keyAt, int textAt) {}

  static OtherFields of(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    Place key = next(field, 0);
    String before = field.substring(0, key == null ? field.length() : key.keyAt).strip();
    while (key != null) {
      Place following = next(field, key.textAt);
      int end = following == null ? field.length() : following.keyAt;
      texts.putIfAbsent(key.key, field.substring(key.textAt, end).strip());
      key = following;
    }
    return new OtherFields(Collections.unmodifiableMap(texts), before);
  }

  private static Place next(String field, int from) {
    for (int slash = field.indexOf('/', from); slash >= 0; slash = field.indexOf('/', slash + 1)) {
      int begin = slash;
      while (begin > from && slash - begin <= LONGEST_KEY && isName(field.charAt(begin - 1))) {
        begin--;
      }
      String key = field.substring(begin, slash);
      if (KEYS.contains(key)) {
        return new Place(key, begin, slash + 1);
      }
    }
    return null;
  }

  private static boolean isName(char letter) {
    return Letters.isCapital(letter) || Letters.isDigit(letter);
  }

  /** The text of a key; null if it is not there or empty. */
  String get(String key) {
    String text = texts.get(key);
    return text == null || text.isEmpty() ? null : text;
  }

  /** CODE/, the 24-bit address; null if there is none. */
  Integer address() {
    String text = Letters.dense(texts.getOrDefault("CODE", ""));
    boolean ends = text.length() == 6 || text.length() > 6 && !isName(text.charAt(6));
    return ends ? address(text.substring(0, 6)) : null;
  }

  /** A 24-bit address from six hexadecimal digits; null if they are none. */
  static Integer address(String six) {
    int address = 0;
    for (int at = 0; at < six.length(); at++) {
      int digit = six.charAt(at) < 128 ? Character.digit(six.charAt(at), 16) : -1;
      address = digit < 0 || address < 0 ? -1 : address << 4 | digit;
    }
    return six.length() == 6 && address >= 0 ? Integer.valueOf(address) : null;
  }

  /** DOF/, days since 1970; null if there is none. */
  Long dayOfFlight() {
    String text = Letters.dense(texts.getOrDefault("DOF", ""));
    boolean ends = text.length() == 6 || text.length() > 6 && !Letters.isDigit(text.charAt(6));
    return ends && Letters.areDigits(text, 0, 6)
        ? PlanTime.day(
            2000 + Letters.number(text, 0, 2),
            Letters.number(text, 2, 4),
            Letters.number(text, 4, 6))
        : null;
  }

  /** What of it could not be read. */
  List<String> notUnderstood() {
    List<String> said = new ArrayList<>();
    if (!before.isEmpty() && !before.equals("0")) {
      said.add("field 18: " + before);
    }
    if (get("DOF") != null && dayOfFlight() == null) {
      said.add("DOF/" + get("DOF"));
    }
    if (get("CODE") != null && address() == null) {
      said.add("CODE/" + get("CODE"));
    }
    return said;
  }
}
