package bz.keelbill.relay;

import java.util.ArrayList;
import java.util.List;

/**
 * Words the lines of one output: {@code \s:STATION,c:TIME,g:PART-TOTAL-GROUP,t:MARKER*hh\} and the
 * sentence (NMEA 0183 v4.10, IEC 61162-450). Nothing but printable ASCII ever leaves.
 */
final class TagText {
  private static final int MOST_VALUE_CHARACTERS = 32;
  private static final long GROUPS = 1_000_000_000_000L;

  /** What ends a value or a block, begins a sentence, or is reserved (IEC 61162-1). */
  private static final String RESERVED = ",*\\!$^~";

  private final List<String> feeds;
  private final Marker marker;
  private final boolean hasTags;

  TagText(List<String> feeds, Marker marker, boolean hasTags) {
    this.feeds = feeds;
    this.marker = marker;
    this.hasTags = hasTags;
  }

  /** Whether a sentence may leave: its checksum says nothing of what its characters are. */
  static boolean isPlain(String sentence) {
    return sentence.chars().allMatch(letter -> letter >= ' ' && letter <= '~' && letter != '\\');
  }

  /** Whether a text can be the value of a key. */
  static boolean isValue(String text) {
    return text != null
        && !text.isBlank()
        && text.length() <= MOST_VALUE_CHARACTERS
        && text.chars().allMatch(TagText::isOfValue);
  }

  private static boolean isOfValue(int letter) {
    return letter >= ' ' && letter <= '~' && RESERVED.indexOf(letter) < 0;
  }

  /** A value made of any text: foreign characters become hyphens, the rest is cut. */
  static String madeValue(String text) {
    StringBuilder made = new StringBuilder();
    text.chars()
        .limit(MOST_VALUE_CHARACTERS)
        .forEach(letter -> made.append(isOfValue(letter) ? (char) letter : '-'));
    return made.toString().isBlank() ? "unnamed" : made.toString();
  }

  /** The lines of a message, each with its CR LF. */
  List<String> lines(Heard heard) {
    List<String> sentences = heard.message().texts();
    List<String> lines = new ArrayList<>(sentences.size());
    for (int part = 1; part <= sentences.size(); part++) {
      String tag = hasTags ? tag(heard, part) : "";
      lines.add(tag + sentences.get(part - 1) + "\r\n");
    }
    return lines;
  }

  private String tag(Heard heard, int part) {
    String time = heard.message().tag().time();
    StringBuilder text = new StringBuilder(80);
    text.append("s:").append(heard.source()).append(",c:");
    if (time == null) {
      text.append(heard.receivedAtMillis() / 1000);
    } else {
      text.append(time);
    }
    appendGroup(text, heard, part);
    text.append(",t:").append(marker.onward(heard.message().tag().text()));
    int sum = text.chars().reduce(0, (so, letter) -> so ^ letter);
    return "\\" + text + "*%02X\\".formatted(sum);
  }

  /**
   * The feeds of an output share its group numbers: each takes every so manyth, so that equal
   * numbers of two feeds stay two groups. With one feed the number stays as it was.
   */
  private void appendGroup(StringBuilder text, Heard heard, int part) {
    Long group = heard.message().tag().group();
    int total = heard.message().texts().size();
    if (group != null && total > 1) {
      long told = group % GROUPS * feeds.size() + feeds.indexOf(heard.feed());
      text.append(",g:").append(part).append('-').append(total).append('-').append(told);
    }
  }
}
