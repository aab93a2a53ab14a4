package bz.keelbill.sighting;

import bz.keelbill.geo.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in words: degrees with minutes and seconds, with decimal minutes, or decimal, the
 * letter of the hemisphere before or behind, O for the west too; or two signed decimal numbers.
 */
final class PositionText {
  private static final String UNSIGNED =
      "(\\d{1,3}(?:\\.\\d{1,8})?)(?:\\s*\u00b0\\s*|\\s*deg\\s*|-|\\s+)?"
          + "(?:(\\d{1,2}(?:\\.\\d{1,6})?)(?:\\s*'\\s*|\\s*min\\s*|-|\\s+)?"
          + "(?:(\\d{1,2}(?:\\.\\d{1,4})?)\\s*(?:\"|''|sec)?)?)?\\s*";
  private static final String BETWEEN = "\\s*[,;/]?\\s*";
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?<![\\d.])" + UNSIGNED + "([ns])" + BETWEEN + UNSIGNED + "([ewo])(?![a-z])");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![a-z])([ns])\\s*" + UNSIGNED + BETWEEN + "([ewo])\\s*" + UNSIGNED + "(?![\\d.])");

  /** As radio operators say it: 1720.5N 08745.2W. */
  private static final Pattern JOINED =
      Pattern.compile(
          "(?<![\\d.])(\\d{2})(\\d{2}(?:\\.\\d{1,6})?)\\s*([ns])"
              + BETWEEN
              + "(\\d{2,3})(\\d{2}(?:\\.\\d{1,6})?)\\s*([ewo])(?![a-z])");

  private static final Pattern SIGNED =
      Pattern.compile(
          "(?<![\\d.-])([+-]?\\d{1,2}\\.\\d{2,8})\u00b0?(?:\\s*[,;/]\\s*|\\s+)"
              + "([+-]?\\d{1,3}\\.\\d{2,8})\u00b0?(?![\\d.])");

  private PositionText() {}

  /**
   * What was found.
   *
   * @param from where it begins
   * @param to the first place behind it
   * @param position null if it cannot be
   */
  record Found(int from, int to, Position position) {}

  /** The first position in a folded text, or null. */
  static Found in(String folded) {
    Matcher joined = JOINED.matcher(folded);
    if (joined.find()) {
      double lat = angle(joined, 1, joined.group(3));
      double lon = angle(joined, 4, joined.group(6));
      return found(joined, lat, lon);
    }
    Matcher behind = BEHIND.matcher(folded);
    if (behind.find()) {
      double lat = angle(behind, 1, 2, 3, behind.group(4));
      double lon = angle(behind, 5, 6, 7, behind.group(8));
      return found(behind, lat, lon);
    }
    Matcher before = BEFORE.matcher(folded);
    if (before.find()) {
      double lat = angle(before, 2, 3, 4, before.group(1));
      double lon = angle(before, 6, 7, 8, before.group(5));
      return found(before, lat, lon);
    }
    Matcher signed = SIGNED.matcher(folded);
    if (signed.find()) {
      double lat = Double.parseDouble(signed.group(1));
      double lon = Double.parseDouble(signed.group(2));
      // Without sign or letter it is not known on which side of the world it is.
      boolean isSigned = signed.group(2).startsWith("-") || signed.group(2).startsWith("+");
      return found(signed, lat, isSigned ? lon : Double.NaN);
    }
    return null;
  }

  private static Found found(Matcher at, double lat, double lon) {
    boolean isNull = lat == 0 && lon == 0;
    boolean isPlace = Position.isValid(lat, lon) && !isNull;
    return new Found(at.start(), at.end(), isPlace ? new Position(lat, lon) : null);
  }

  private static double angle(Matcher at, int degrees, String letter) {
    return signed(number(at.group(degrees)), number(at.group(degrees + 1)), 0, letter);
  }

  private static double angle(Matcher at, int degrees, int minutes, int seconds, String letter) {
    boolean isSplit = at.group(minutes) != null && at.group(degrees).indexOf('.') >= 0;
    boolean isSplitMinute = at.group(seconds) != null && at.group(minutes).indexOf('.') >= 0;
    if (isSplit || isSplitMinute) {
      return Double.NaN;
    }
    return signed(
        number(at.group(degrees)), number(at.group(minutes)), number(at.group(seconds)), letter);
  }

  private static double signed(double degrees, double minutes, double seconds, String letter) {
    if (minutes >= 60 || seconds >= 60) {
      return Double.NaN;
    }
    double angle = degrees + minutes / 60 + seconds / 3600;
    boolean isNegative = letter.equals("s") || letter.equals("w") || letter.equals("o");
    return isNegative ? -angle : angle;
  }

  private static double number(String text) {
    return text == null ? 0 : Double.parseDouble(text);
  }
}
