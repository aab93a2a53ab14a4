package bz.keelbill.sighting;

import java.util.Locale;

/**
 * What can be told of a sighting: the columns of the table, the fields of the form, the members in
 * JSON. The order is that of a table written out.
 */
public enum Column {
  /** Names the report; the same name again is a new version of it. */
  REPORT_ID,
  /** When it was seen; without a zone Belize time. */
  OBSERVED_AT,
  /** When word of it came; without it the time of entry. */
  RECEIVED_AT,
  /** Who saw it; not for partners. */
  REPORTER,
  /** To which unit the reporter belongs; not for partners. */
  UNIT,
  /** Where, with {@link #LON}; goes before any place. */
  LAT,
  /** Where, with {@link #LAT}. */
  LON,
  /**
   * A named place: where it was, or from where {@link #BEARING_DEG} and {@link #RANGE_NM} count.
   */
  FROM_POINT,
  /** True direction from the place, 0 to 360. */
  BEARING_DEG,
  /** Distance from the place, 0 to 60 nautical miles. */
  RANGE_NM,
  /** Standard deviation of the position, more than 0 to 60 nautical miles. */
  POS_ERROR_NM,
  /** Standard deviation of the time, 0 to 1,440 minutes. */
  TIME_ERROR_MIN,
  /** Of what kind, a word. */
  KIND,
  /** How many craft, 1 to 99. */
  COUNT,
  /** How long, more than 0 to 500 metres. */
  LENGTH_M,
  /** True course, 0 to 360. */
  COURSE_DEG,
  /** Speed, or a range of it as in 25-60, 0 to 600 knots. */
  SPEED_KN,
  /** Of what colour. */
  COLOUR,
  /** Name, number, painting. */
  MARKS,
  /** How many engines of what power. */
  ENGINES,
  /** How many on board, 0 to 999. */
  PERSONS,
  /** What was seen on board. */
  CARGO,
  /** Where it seemed to be going. */
  HEADING_TO,
  /** How far reporter and report are to be believed, A1 to F6. */
  RELIABILITY,
  /** Anything else, or the report in its own words. */
  REMARKS,
  /** How the report is to be handled. */
  MARKING;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The column's name in a header and in JSON. */
  public String word() {
    return word;
  }

  /** The column of a name, whatever its case, blanks or hyphens; null if there is none. */
  public static Column ofName(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (Column column : values()) {
      if (column.word.equals(plain)) {
        return column;
      }
    }
    return null;
  }
}
