package bz.keelbill.sighting;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a report, for the person who can put it right.
 *
 * @param column where; null if it is the whole
 * @param kind what
 * @param values what stood there, or what it could have meant; untrusted
 */
public record Fault(Column column, Kind kind, List<String> values) {

  /** What can be wrong. */
  public enum Kind {
    /** Nothing is said. */
    EMPTY("nothing is said"),
    /** More than may be said at once. */
    TOO_LONG("it is too long"),
    /** No place is named. */
    PLACE_MISSING("no place: a position, or a place such as Gladden"),
    /** A place that the gazetteer does not know. */
    PLACE_UNKNOWN("no place of this name is known"),
    /** A name of several places. */
    PLACE_AMBIGUOUS("several places have this name"),
    /** More than one place is named. */
    PLACES_SEVERAL("more than one place is named"),
    /** Not a position on the earth, or only half of one. */
    POSITION_WRONG("this is no position"),
    /** Not said when. */
    TIME_MISSING("no time: as 0210, 02:10Z or 10 min ago"),
    /** More than one time is named. */
    TIMES_SEVERAL("more than one time is named"),
    /** Not a time. */
    TIME_WRONG("this is no time"),
    /** A time to come. */
    TIME_AHEAD("this time has not come yet"),
    /** Not a number. */
    NUMBER_WRONG("this is no number"),
    /** A number that cannot be. */
    OUT_OF_RANGE("this number cannot be"),
    /** Not a name for a report. */
    ID_WRONG("must be 1 to 64 letters, digits, dots, hyphens or underscores"),
    /** The same report twice at once. */
    ID_TWICE("the report stands here twice"),
    /** Not A1 to F6. */
    RELIABILITY_WRONG("must be a letter A to F and a digit 1 to 6"),
    /** A row with more cells than columns. */
    ROW_TOO_WIDE("the row has more cells than the header has columns"),
    /** A table without a header that says where or when. */
    HEADER_MISSING("the first line must name columns, observed_at among them"),
    /** More rows than are taken at once. */
    TOO_MANY("more than a thousand at once");

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /** As the page's words name it: lower case, with hyphens. */
    public String word() {
      return word;
    }
  }

  private static final int LONGEST_VALUE = 80;

  /** Copies the list; long values are cut. */
  public Fault {
    values = values.stream().map(Fault::cut).toList();
  }

  static Fault of(Column column, Kind kind, String... values) {
    return new Fault(column, kind, List.of(values));
  }

  private static String cut(String value) {
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
  }

  /** One English sentence. */
  public String sentence() {
    String where = column == null ? "" : column.word() + ": ";
    return where + kind.sentence + (values.isEmpty() ? "" : ": " + String.join("; ", values));
  }

  /** Its kind as the page's words name it. */
  public String word() {
    return kind.word();
  }
}
