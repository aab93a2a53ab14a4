package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a reader finds in a PDF whose pages are not compressed: words, and lines of a picture. */
final class Sheet {
  private static final Pattern WORDS = Pattern.compile("\\(((?:\\\\.|[^\\\\)])*)\\) Tj");
  private static final Pattern LINE = Pattern.compile("(?m)^[-\\d.]+ [-\\d.]+ l$");
  private static final Pattern ENTRY = Pattern.compile("(?m)^(\\d{10}) \\d{5} n ");

  private Sheet() {}

  /** It is whole, and each object lies where the table of objects says. */
  static void isReadable(String pdf) {
    assertTrue(pdf.startsWith("%PDF") && pdf.strip().endsWith("%%EOF"), "a whole PDF");
    List<String> places =
        ENTRY.matcher(pdf).results().map(entry -> entry.group(1)).collect(Collectors.toList());
    assertTrue(places.size() > 4, "objects: " + places.size());
    for (int i = 0; i < places.size(); i++) {
      int place = Integer.parseInt(places.get(i));
      assertTrue(pdf.startsWith((i + 1) + " 0 obj", place), "object " + (i + 1));
    }
  }

  /** Every line of words, in the order of the document. */
  static String words(String pdf) {
    return WORDS
        .matcher(pdf)
        .results()
        .map(found -> found.group(1).replaceAll("\\\\(.)", "$1"))
        .collect(Collectors.joining("\n"));
  }

  /** How many pieces of lines the pictures have. */
  static long linesDrawn(String pdf) {
    Matcher line = LINE.matcher(pdf);
    return line.results().count();
  }
}
