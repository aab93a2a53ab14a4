package bz.keelbill.sighting;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.sighting.DetectionColumns.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of detections under one header: reads its rows. Immutable. */
final class DetectionTable {
  /** One standard deviation of a Sentinel-1 position, with what a moving ship is displaced. */
  private static final double USUAL_ERROR_METRES = 150;

  private static final double MOST_ERROR_METRES = 50_000;
  private static final double MOST_LENGTH_METRES = 600;
  private static final double MOST_TIME_ERROR_SECONDS = 86_400;
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_WORD = 120;
  private static final int MOST_DIGITS = 15;

  private final Map<Field, Integer> places;
  private final char separator;
  private final int width;

  private DetectionTable(Map<Field, Integer> places, char separator, int width) {
    this.places = places;
    this.separator = separator;
    this.width = width;
  }

  /**
   * What became of a row.
   *
   * @param glimpse null if it was refused
   * @param reason why, or null
   * @param refusedCells how many cells were left out because they cannot be
   */
  record Read(Glimpse glimpse, Reason reason, int refusedCells) {
    static Read refused(Reason reason) {
      return new Read(null, reason, 0);
    }
  }

  static DetectionTable ofHeader(String line, DetectionColumns columns) {
    String header = TableCells.withoutMark(line);
    char separator = TableCells.separator(header);
    List<String> cells = TableCells.of(header, separator);
    return new DetectionTable(columns.places(cells), separator, cells.size());
  }

  /** Whether its rows can say where and when. */
  boolean isUsable() {
    boolean saysWhere = places.containsKey(Field.LAT) && places.containsKey(Field.LON);
    boolean saysWhen = places.containsKey(Field.TIME) || places.containsKey(Field.SCENE);
    return saysWhere && saysWhen;
  }

  /** Whether it is surely of detections and not of anything else with positions and times. */
  boolean isDetections() {
    return isUsable() && places.containsKey(Field.SCENE) && places.containsKey(Field.ID);
  }

  Read row(String row, Line line, DetectionDecoder feed) {
    List<String> cells = TableCells.of(row, separator);
    if (cells.size() > width) {
      return Read.refused(Reason.MALFORMED);
    }
    Map<Field, String> filled = new EnumMap<>(Field.class);
    places.forEach(
        (field, at) -> {
          if (at < cells.size() && !cells.get(at).isEmpty()) {
            filled.put(field, cells.get(at));
          }
        });
    return new Row(filled, line, feed).read();
  }

  /** One row being read. */
  private static final class Row {
    private final Map<Field, String> cells;
    private final Line line;
    private final DetectionDecoder feed;
    private int refusedCells;

    private Row(Map<Field, String> cells, Line line, DetectionDecoder feed) {
      this.cells = cells;
      this.line = line;
      this.feed = feed;
    }

    private Read read() {
      double latitude = decimal(cells.get(Field.LAT));
      double longitude = decimal(cells.get(Field.LON));
      long at = time();
      if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
        return Read.refused(cells.size() < 2 ? Reason.SHORT : Reason.MALFORMED);
      }
      boolean isNowhere = latitude == 0 && longitude == 0;
      boolean isAhead = at > feed.latestMillis(line);
      boolean isNever = at == Long.MIN_VALUE || isAhead;
      if (!Position.isValid(latitude, longitude) || isNowhere || isNever) {
        return Read.refused(Reason.OUT_OF_RANGE);
      }
      Position position = new Position(latitude, longitude);
      String id = id(position, at);
      if (id.length() > LONGEST_ID) {
        return Read.refused(Reason.TOO_LONG);
      }
      Origin origin =
          new Origin(line.feed(), feed.station(), line.number(), at, line.receivedAtMillis());
      Glimpse glimpse =
          new Glimpse(
              origin,
              new ContactId.Detection(id),
              position,
              number(Field.POSITION_ERROR_M, 1, MOST_ERROR_METRES, USUAL_ERROR_METRES),
              Math.round(1_000 * number(Field.TIME_ERROR_S, 0, MOST_TIME_ERROR_SECONDS, 0)),
              new Fix.Motion(Double.NaN, Double.NaN, heading()),
              looks(),
              new Glimpse.Hints(
                  Double.NaN,
                  Double.NaN,
                  mmsi(),
                  number(Field.MATCH_SCORE, -1e9, 1e9, Double.NaN)));
      return new Read(glimpse, null, refusedCells);
    }

    private long time() {
      String told = cells.get(Field.TIME);
      String scene = cells.get(Field.SCENE);
      if (told != null) {
        return DetectionTime.of(told, feed.zone());
      }
      return scene == null ? Long.MIN_VALUE : DetectionTime.ofScene(scene);
    }

    /** Its own name, else one that the same row read again gives again. */
    private String id(Position position, long at) {
      String told = cells.get(Field.ID);
      return told != null
          ? Folded.clean(told)
          : String.format(
              Locale.ROOT, "%d@%.5f,%.5f", at, position.latitude(), position.longitude());
    }

    private double heading() {
      double heading = number(Field.HEADING_DEG, -180, 360, Double.NaN);
      return Double.isNaN(heading) ? heading : (heading + 360) % 360;
    }

    private Glimpse.Looks looks() {
      String kind = cells.get(Field.KIND);
      return new Glimpse.Looks(
          kind == null ? null : cut(Folded.clean(kind)),
          null,
          number(Field.LENGTH_M, 0.1, MOST_LENGTH_METRES, Double.NaN),
          null,
          null,
          words());
    }

    private String words() {
      StringBuilder words = new StringBuilder();
      append(words, "scene ", cells.get(Field.SCENE));
      append(words, "uncertainty ", cells.get(Field.UNCERTAINTY));
      return words.toString();
    }

    private static void append(StringBuilder words, String what, String told) {
      if (told != null) {
        words.append(words.length() == 0 ? "" : "; ").append(what).append(cut(Folded.clean(told)));
      }
    }

    private static String cut(String word) {
      return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
    }

    /** Nine digits; a ship's number that is none is left out. */
    private Integer mmsi() {
      String told = cells.get(Field.MMSI);
      double number = told == null ? Double.NaN : decimal(told);
      boolean isNumber = number > 0 && number < 1 << 30 && number == Math.rint(number);
      refusedCells += told != null && !isNumber ? 1 : 0;
      return isNumber ? Integer.valueOf((int) number) : null;
    }

    private double number(Field field, double least, double most, double otherwise) {
      String told = cells.get(field);
      if (told == null) {
        return otherwise;
      }
      double number = decimal(told);
      if (number >= least && number <= most) {
        return number;
      }
      refusedCells++;
      return otherwise;
    }
  }

  /** A plain decimal number, also with an exponent as statistics programs write them; else NaN. */
  private static double decimal(String text) {
    if (text == null || text.isEmpty() || text.length() > 32) {
      return Double.NaN;
    }
    boolean isSigned = text.charAt(0) == '-' || text.charAt(0) == '+';
    int digits = 0;
    int points = 0;
    int at = isSigned ? 1 : 0;
    for (; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '.' && points == 0) {
        points++;
      } else if (letter >= '0' && letter <= '9') {
        digits++;
      } else {
        break;
      }
    }
    boolean isPlain = digits > 0 && (at == text.length() || isExponent(text, at));
    return isPlain && digits <= MOST_DIGITS + 5 ? Double.parseDouble(text) : Double.NaN;
  }

  private static boolean isExponent(String text, int at) {
    boolean isE = text.charAt(at) == 'e' || text.charAt(at) == 'E';
    int from = at + 1;
    if (from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+')) {
      from++;
    }
    for (int digit = from; digit < text.length(); digit++) {
      if (text.charAt(digit) < '0' || text.charAt(digit) > '9') {
        return false;
      }
    }
    return isE && from < text.length() && text.length() - from <= 3;
  }
}
