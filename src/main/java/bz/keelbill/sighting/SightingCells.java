package bz.keelbill.sighting;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.sighting.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what was told of one sighting, cell by cell: the one gate for the form, the table and the
 * line of text. Every fault is named; with any, there is no sighting.
 *
 * <p>For one report, by one thread.
 */
public final class SightingCells {
  private static final double FIX_ERROR_NM = 0.5;
  private static final double PLACE_ERROR_NM = 1;
  private static final double RANGE_ERROR_SHARE = 0.1;
  private static final double MOST_NM = 60;
  private static final double USUAL_TIME_ERROR_MINUTES = 15;
  private static final int LONGEST_WORD = 80;
  private static final int LONGEST_TEXT = 500;
  private static final long FIRST_MILLIS = 946_684_800_000L; // The year 2000: before is a slip.

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,12})?");
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)(?:-(\\d{1,3}(?:\\.\\d{1,3})?))?");
  private static final Pattern RELIABILITY = Pattern.compile("[A-F][1-6]?|[1-6]");

  private final Map<Column, String> cells;
  private final Gazetteer gazetteer;
  private final long nowMillis;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Of one report.
   *
   * @param cells what was told; empty cells and those not there are the same
   * @param nowMillis when it is entered, Unix milliseconds
   */
  public SightingCells(Map<Column, String> cells, Gazetteer gazetteer, long nowMillis) {
    this.cells = cells;
    this.gazetteer = gazetteer;
    this.nowMillis = nowMillis;
  }

  /** What is wrong; empty if nothing is. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** The sighting, or null if there are faults. Called once. */
  public Sighting read() {
    Sighting.When when = when();
    Sighting.Where where = where();
    Sighting.Witness witness =
        new Sighting.Witness(word(Column.REPORTER), word(Column.UNIT), reliability());
    Sighting.Moves moves = moves();
    Sighting.Craft craft =
        new Sighting.Craft(
            word(Column.KIND),
            whole(Column.COUNT, 1, 99),
            number(Column.LENGTH_M, 0.1, 500),
            word(Column.COLOUR),
            text(Column.MARKS, LONGEST_TEXT),
            text(Column.ENGINES, LONGEST_TEXT),
            whole(Column.PERSONS, 0, 999),
            text(Column.CARGO, LONGEST_TEXT));
    Sighting.Notes notes =
        new Sighting.Notes(text(Column.REMARKS, LONGEST_TEXT), word(Column.MARKING));
    String id = id();
    if (!faults.isEmpty()) {
      return null;
    }
    // Not from when word of it came: what is sent again is the same report.
    Sighting.When seen = new Sighting.When(when.observedAtMillis(), 0, when.errorMinutes());
    Sighting nameless = new Sighting("", seen, witness, where, moves, craft, notes);
    return new Sighting(
        id == null ? idOf(nameless) : id, when, witness, where, moves, craft, notes);
  }

  private String id() {
    String id = cell(Column.REPORT_ID);
    if (id != null && !ID.matcher(id).matches()) {
      fault(Column.REPORT_ID, Kind.ID_WRONG, id);
    }
    return id;
  }

  /** From what is told, so that the same told twice is one. */
  private static String idOf(Sighting nameless) {
    long hash = 0xcbf29ce484222325L;
    String key = nameless.toString();
    for (int at = 0; at < key.length(); at++) { // FNV-1a
      hash = (hash ^ key.charAt(at)) * 0x100000001b3L;
    }
    return "sg-" + String.format(Locale.ROOT, "%012x", hash >>> 16);
  }

  private Sighting.When when() {
    Long observed = time(Column.OBSERVED_AT);
    Long received = time(Column.RECEIVED_AT);
    if (observed == null && cell(Column.OBSERVED_AT) == null) {
      fault(Column.OBSERVED_AT, Kind.TIME_MISSING);
    }
    double error = number(Column.TIME_ERROR_MIN, 0, 1_440);
    return new Sighting.When(
        observed == null ? 0 : observed,
        received == null ? nowMillis : received,
        Double.isNaN(error) ? USUAL_TIME_ERROR_MINUTES : error);
  }

  private Long time(Column column) {
    String cell = cell(column);
    if (cell == null) {
      return null;
    }
    Long at = ToldTime.ofCell(cell);
    if (at == null || at < FIRST_MILLIS) {
      fault(column, Kind.TIME_WRONG, cell);
    } else if (at > nowMillis + ToldTime.AHEAD_MILLIS) {
      fault(column, Kind.TIME_AHEAD, cell);
    }
    return at;
  }

  private Sighting.Where where() {
    double bearing = number(Column.BEARING_DEG, 0, 360);
    double range = number(Column.RANGE_NM, 0, MOST_NM);
    double told = number(Column.POS_ERROR_NM, 0.01, MOST_NM);
    String name = word(Column.FROM_POINT);
    if (cell(Column.LAT) != null || cell(Column.LON) != null) {
      return where(fix(), name, bearing, range, Double.isNaN(told) ? FIX_ERROR_NM : told);
    }
    if (name == null) {
      fault(Column.FROM_POINT, Kind.PLACE_MISSING);
      return null;
    }
    NamedPlace place = place(name);
    if (Double.isNaN(bearing) != Double.isNaN(range)) {
      fault(Double.isNaN(range) ? Column.RANGE_NM : Column.BEARING_DEG, Kind.POSITION_WRONG, name);
    }
    if (place == null || !faults.isEmpty()) {
      return null;
    }
    boolean isAway = !Double.isNaN(range);
    double metres = isAway ? Units.nauticalMilesToMetres(range) : 0;
    Position position =
        isAway ? Geodesy.destination(place.position(), bearing, metres) : place.position();
    double usual = usualError(place, range);
    return where(position, place.name(), bearing, range, Double.isNaN(told) ? usual : told);
  }

  /** As {@code +-} for a place and a distance guessed by eye. */
  private static double usualError(NamedPlace place, double range) {
    double ofPlace = Units.metresToNauticalMiles(place.errorMetres());
    double byEye =
        Double.isNaN(range) ? PLACE_ERROR_NM : Math.max(FIX_ERROR_NM, RANGE_ERROR_SHARE * range);
    return Math.round(10 * Math.max(ofPlace, byEye)) / 10.0;
  }

  private static Sighting.Where where(
      Position position, String place, double bearing, double range, double errorNm) {
    double direction = bearing == 360 ? 0 : bearing;
    return new Sighting.Where(position, errorNm, place, direction, range);
  }

  private Position fix() {
    double lat = coordinate(Column.LAT);
    double lon = coordinate(Column.LON);
    boolean isHere = Position.isValid(lat, lon) && !(lat == 0 && lon == 0);
    if (!isHere) {
      fault(Column.LAT, Kind.POSITION_WRONG, told(Column.LAT), told(Column.LON));
      return null;
    }
    return new Position(lat, lon);
  }

  private double coordinate(Column column) {
    String cell = cell(column);
    return cell != null && NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
  }

  private String told(Column column) {
    String cell = cell(column);
    return cell == null ? "?" : cell;
  }

  private NamedPlace place(String name) {
    List<NamedPlace> found = gazetteer.find(name);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      fault(Column.FROM_POINT, Kind.PLACE_UNKNOWN, name);
    } else {
      faults.add(ambiguous(found));
    }
    return null;
  }

  static Fault ambiguous(List<NamedPlace> places) {
    List<String> names =
        places.stream()
            .map(
                place ->
                    String.format(
                        Locale.ROOT,
                        "%s (%.3f, %.3f)",
                        place.name(),
                        place.position().latitude(),
                        place.position().longitude()))
            .toList();
    return new Fault(Column.FROM_POINT, Kind.PLACE_AMBIGUOUS, names);
  }

  private Sighting.Moves moves() {
    double course = number(Column.COURSE_DEG, 0, 360);
    double slowest = Double.NaN;
    double fastest = Double.NaN;
    String speed = cell(Column.SPEED_KN);
    Matcher range = RANGE.matcher(speed == null ? "" : speed.replace(" ", ""));
    if (speed != null && range.matches()) {
      slowest = Double.parseDouble(range.group(1));
      fastest = range.group(2) == null ? slowest : Double.parseDouble(range.group(2));
      if (slowest > fastest || fastest > 600) {
        fault(Column.SPEED_KN, Kind.OUT_OF_RANGE, speed);
      }
    } else if (speed != null) {
      fault(Column.SPEED_KN, Kind.NUMBER_WRONG, speed);
    }
    return new Sighting.Moves(
        course == 360 ? 0 : course, slowest, fastest, word(Column.HEADING_TO));
  }

  private String reliability() {
    String cell = cell(Column.RELIABILITY);
    String upper =
        cell == null ? null : cell.toUpperCase(Locale.ROOT).replace(" ", "").replace("/", "");
    if (upper != null && !RELIABILITY.matcher(upper).matches()) {
      fault(Column.RELIABILITY, Kind.RELIABILITY_WRONG, cell);
    }
    return upper;
  }

  private Integer whole(Column column, int least, int most) {
    double number = number(column, least, most);
    if (!Double.isNaN(number) && number != Math.rint(number)) {
      fault(column, Kind.NUMBER_WRONG, cell(column));
    }
    return Double.isNaN(number) ? null : Integer.valueOf((int) number);
  }

  private double number(Column column, double least, double most) {
    String cell = cell(column);
    if (cell == null) {
      return Double.NaN;
    }
    if (!NUMBER.matcher(cell).matches()) {
      fault(column, Kind.NUMBER_WRONG, cell);
      return Double.NaN;
    }
    double number = Double.parseDouble(cell);
    if (number < least || number > most) {
      fault(column, Kind.OUT_OF_RANGE, cell);
      return Double.NaN;
    }
    return number + 0.0;
  }

  private String word(Column column) {
    return text(column, LONGEST_WORD);
  }

  private String text(Column column, int longest) {
    String cell = cell(column);
    if (cell != null && cell.length() > longest) {
      fault(column, Kind.TOO_LONG, cell);
    }
    return cell;
  }

  /** What may be kept of a cell; null if that is nothing. */
  private String cell(Column column) {
    String cell = cells.get(column);
    String clean = cell == null ? "" : Folded.clean(cell);
    return clean.isEmpty() ? null : clean;
  }

  private void fault(Column column, Kind kind, String... values) {
    faults.add(Fault.of(column, kind, values));
  }
}
