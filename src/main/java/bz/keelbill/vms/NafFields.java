package bz.keelbill.vms;

import bz.keelbill.report.Reject.Reason;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of one record, {@code //CODE/value}, in any order; codes are two letters or digits.
 *
 * @param values by code; empty where the record was refused
 * @param refused why it is no record, or null
 */
record NafFields(Map<String, String> values, Reason refused) {
  private static final String START = "SR";
  private static final String END = "ER";

  /** Reads a record without line ends. */
  static NafFields of(byte[] record) {
    String text = new String(record, StandardCharsets.ISO_8859_1).strip();
    Map<String, String> values = new LinkedHashMap<>();
    if (!text.startsWith("//" + START + "/")) {
      return refused(Reason.MALFORMED);
    }
    int at = behindSlashes(text, 2 + START.length());
    while (at < text.length()) {
      int codeEnd = at + 2;
      int valueStart = behindSlashes(text, codeEnd);
      if (!isCode(text, at)) {
        return refused(codeEnd > text.length() ? Reason.SHORT : Reason.MALFORMED);
      }
      String code = text.substring(at, codeEnd);
      if (code.equals(END)) {
        return valueStart == text.length()
            ? new NafFields(values, null)
            : refused(Reason.MALFORMED);
      }
      if (valueStart == codeEnd) {
        return refused(valueStart == text.length() ? Reason.SHORT : Reason.MALFORMED);
      }
      // More than one slash: the field is empty, and the next begins.
      int end = valueStart > codeEnd + 1 ? valueStart : text.indexOf("//", valueStart);
      if (end < 0) {
        return refused(Reason.SHORT);
      }
      String value = text.substring(valueStart, end).strip();
      String before = values.putIfAbsent(code, value);
      if (code.equals(START) || before != null && !before.equals(value)) {
        return refused(Reason.MALFORMED);
      }
      at = behindSlashes(text, end);
    }
    return refused(Reason.SHORT);
  }

  private static NafFields refused(Reason reason) {
    return new NafFields(Map.of(), reason);
  }

  private static int behindSlashes(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '/') {
      at++;
    }
    return at;
  }

  private static boolean isCode(String text, int at) {
    return at + 2 <= text.length() && isCode(text.charAt(at)) && isCode(text.charAt(at + 1));
  }

  private static boolean isCode(char letter) {
    return letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
  }

  /** Whether the field is there, empty or not. */
  boolean has(String code) {
    return values.containsKey(code);
  }

  /** A field's value; null if it is not there or empty. */
  String value(String code) {
    String value = values.get(code);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A field's value for people, control characters made blanks; null as above. */
  String text(String code, int mostLetters) {
    String value = value(code);
    if (value == null) {
      return null;
    }
    StringBuilder text = new StringBuilder(value);
    for (int at = 0; at < text.length(); at++) {
      if (Character.isISOControl(text.charAt(at))) {
        text.setCharAt(at, ' ');
      }
    }
    text.setLength(Math.min(mostLetters, text.length()));
    String clean = text.toString().strip();
    return clean.isEmpty() ? null : clean;
  }

  /** A field of digits only, from so many to so many; −1 if it is anything else. */
  int digits(String code, int fewest, int most) {
    String text = values.getOrDefault(code, "");
    if (text.length() < fewest || text.length() > most) {
      return -1;
    }
    int number = 0;
    for (int at = 0; at < text.length(); at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
