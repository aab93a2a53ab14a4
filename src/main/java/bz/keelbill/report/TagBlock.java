package bz.keelbill.report;

import java.nio.charset.StandardCharsets;

/**
 * The tag blocks before one sentence: which station, when, and which part of which group (NMEA 0183
 * v4.10, {@code \k:v,k:v*hh\}).
 *
 * <p>Several blocks in a row are merged, the later value wins. A block whose checksum is wrong says
 * nothing but is skipped and counted, the sentence behind it stands. Unknown keys are skipped.
 *
 * @param source value of {@code s:}; null unknown
 * @param atMillis value of {@code c:}, Unix time in milliseconds; null unknown
 * @param group value of {@code g:}; null if the line stands alone
 * @param sentenceStart where the sentence begins in the line
 * @param wrongChecksums how many blocks were dropped
 */
public record TagBlock(
    String source, Long atMillis, Group group, int sentenceStart, int wrongChecksums) {

  /**
   * Lines that belong together; only the first may carry source and time.
   *
   * @param part from 1
   * @param total at least 1
   * @param id the group's number
   */
  public record Group(int part, int total, int id) {}

  private static final double FIRST_MILLISECONDS = 1e11;
  private static final double LAST_MILLISECONDS = 253_402_300_800_000.0; // the year 10000

  /**
   * Reads the tag blocks of a line.
   *
   * <p>Bytes before the first of {@code \ $ !} are skipped (some senders put a header there).
   *
   * @return never null; {@code sentenceStart} is the line's length if no sentence follows
   */
  public static TagBlock of(byte[] line) {
    TagBlock tag = new TagBlock(null, null, null, begin(line, 0), 0);
    while (isTag(line, tag.sentenceStart)) {
      tag = tag.next(line);
    }
    return tag;
  }

  /** Where the sentence of a line begins, behind its tag blocks; the line's length if nowhere. */
  public static int sentenceStart(byte[] line) {
    int at = begin(line, 0);
    while (isTag(line, at)) {
      at = behind(line, at);
    }
    return at;
  }

  private static boolean isTag(byte[] line, int at) {
    return at < line.length && line[at] == '\\';
  }

  /** The next place where a tag block or a sentence begins. */
  private static int begin(byte[] line, int from) {
    int at = from;
    while (at < line.length && line[at] != '\\' && line[at] != '$' && line[at] != '!') {
      at++;
    }
    return at;
  }

  private static int closing(byte[] line, int open) {
    int at = open + 1;
    while (at < line.length && line[at] != '\\') {
      at++;
    }
    return at;
  }

  /** What begins behind the tag block that opens here, be it closed or not. */
  private static int behind(byte[] line, int open) {
    int close = closing(line, open);
    return begin(line, close == line.length ? open + 1 : close + 1);
  }

  private TagBlock next(byte[] line) {
    int from = sentenceStart + 1;
    int end = closing(line, sentenceStart);
    int behind = behind(line, sentenceStart);
    boolean right = end < line.length && NmeaChecksum.check(line, from, end) == NmeaChecksum.RIGHT;
    return right
        ? merged(new CommaFields(line, from, end - 3), behind)
        : new TagBlock(source, atMillis, group, behind, wrongChecksums + 1);
  }

  private TagBlock merged(CommaFields fields, int start) {
    String newSource = source;
    Long newAtMillis = atMillis;
    Group newGroup = group;
    for (int index = 0; index < fields.count(); index++) {
      String value = fields.length(index) > 2 ? fields.text(index).substring(2) : "";
      switch (fields.length(index) > 2 && fields.at(index, 1) == ':' ? fields.at(index, 0) : 0) {
        case 's' -> newSource = value;
        case 'c' -> newAtMillis = millis(value, newAtMillis);
        case 'g' -> newGroup = group(value, newGroup);
        default -> {}
      }
    }
    return new TagBlock(newSource, newAtMillis, newGroup, start, wrongChecksums);
  }

  private static Long millis(String value, Long otherwise) {
    double number = decimal(value);
    double millis = number > FIRST_MILLISECONDS ? number : number * 1000;
    return millis >= 0 && millis < LAST_MILLISECONDS ? Long.valueOf(Math.round(millis)) : otherwise;
  }

  private static Group group(String value, Group otherwise) {
    int first = value.indexOf('-');
    int second = value.indexOf('-', first + 1);
    if (first < 0 || second < 0) {
      return otherwise;
    }
    double part = decimal(value.substring(0, first));
    double total = decimal(value.substring(first + 1, second));
    double id = decimal(value.substring(second + 1));
    boolean plausible = part >= 1 && total >= part && total <= 999 && id >= 0 && id <= 1e9;
    return plausible ? new Group((int) part, (int) total, (int) id) : otherwise;
  }

  private static double decimal(String value) {
    byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
    return new CommaFields(text, 0, text.length).decimal(0);
  }
}
