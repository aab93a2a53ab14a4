package bz.keelbill.sighting;

import bz.keelbill.sighting.Fault.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of words, as somebody calls a sighting in: {@code panga, 2 men, 40 hp, fast, off Gladden
 * 0210}. English and Spanish words may mix.
 *
 * <p>What is understood goes into the same cells as a form's fields, where it can be looked at and
 * put right; the line itself is kept as the remarks. What must be there and is not, or could mean
 * two things, is a fault: nothing is guessed.
 */
public final class SightingText {
  /** The longest line taken, characters. */
  public static final int LONGEST = 300;

  private static final Pattern COURSE =
      Pattern.compile(
          "(?<![a-z])(?:heading|headed|course|hdg|cog|going|running|moving|bound|con rumbo|rumbo"
              + "|proa|hacia|towards?|direccion)\\s+(?:(?:to the|the|al?|el|to)\\s+)?(?:("
              + Compass.PATTERN
              + ")(?![a-z0-9])|(\\d{3})(?![\\d.])(?:\\s?(?:\u00b0|degrees|deg|grados))?"
              + "(?!\\s*(?:kn|kt|nudo|nm|mn|mi|km|hp|m\\b)))(?:wards?|bound)?");
  private static final Pattern WARDS =
      Pattern.compile(
          "(?<![a-z])(north|south|north-?east|north-?west|south-?east|south-?west|east|west)"
              + "(?:wards?|bound)(?![a-z])");
  private static final Pattern RELIABILITY =
      Pattern.compile("(?<![A-Za-z0-9])[A-F][1-6](?![A-Za-z0-9])");
  private static final Pattern UNKNOWN_PLACE =
      Pattern.compile(
          "(?<![a-z])(?:off|near|outside|of|at|frente a|cerca de|afuera de|en)\\s+(?:the |la |el )?"
              + "([a-z][a-z' ]{1,40}[a-z])");

  /**
   * What was understood.
   *
   * @param cells by column
   * @param faults what is missing or could mean two things; with any it is not a sighting yet
   */
  public record Reading(Map<Column, String> cells, List<Fault> faults) {}

  private final String text;
  private final Gazetteer gazetteer;
  private final long nowMillis;
  private final Map<Column, String> cells = new EnumMap<>(Column.class);
  private final List<Fault> faults = new ArrayList<>();
  private String rest;

  private SightingText(String text, Gazetteer gazetteer, long nowMillis) {
    this.text = text;
    this.gazetteer = gazetteer;
    this.nowMillis = nowMillis;
    this.rest = Folded.of(text);
  }

  /**
   * Reads a line.
   *
   * @param nowMillis when it is told, Unix milliseconds
   */
  public static Reading read(String line, Gazetteer gazetteer, long nowMillis) {
    // Cut before anything is looked at: a line of any length costs the same.
    String start = line.length() > 4 * LONGEST ? line.substring(0, 4 * LONGEST) : line;
    String clean = Folded.clean(start);
    if (clean.isEmpty()) {
      return new Reading(Map.of(), List.of(Fault.of(null, Kind.EMPTY)));
    }
    if (clean.length() > LONGEST || line.length() > 4 * LONGEST) {
      return new Reading(Map.of(), List.of(Fault.of(null, Kind.TOO_LONG)));
    }
    return new SightingText(clean, gazetteer, nowMillis).read();
  }

  /** The narrow patterns first: each takes its words away from those behind it. */
  private Reading read() {
    takePosition();
    takeTime();
    takeCourse();
    takePlaces();
    takeEngines();
    takePersons();
    takeSpeed();
    takeKind();
    takeLength();
    takePace();
    takeColour();
    takeReliability();
    cells.put(Column.REMARKS, text);
    return new Reading(cells, List.copyOf(faults));
  }

  private void takePosition() {
    PositionText.Found found = PositionText.in(rest);
    if (found == null) {
      return;
    }
    if (found.position() == null) {
      fault(Column.LAT, Kind.POSITION_WRONG, text.substring(found.from(), found.to()).strip());
    } else {
      cells.put(Column.LAT, degrees(found.position().latitude()));
      cells.put(Column.LON, degrees(found.position().longitude()));
    }
    blank(found.from(), found.to());
  }

  private static String degrees(double angle) {
    return String.format(Locale.ROOT, "%.5f", angle);
  }

  private void takeTime() {
    ToldTime.Found found = ToldTime.in(rest, nowMillis);
    found.spans().forEach(span -> blank(span[0], span[1]));
    if (found.millis().isEmpty()) {
      fault(Column.OBSERVED_AT, Kind.TIME_MISSING);
    } else if (found.millis().stream().distinct().count() > 1) {
      String[] times = found.millis().stream().map(SightingText::iso).toArray(String[]::new);
      fault(Column.OBSERVED_AT, Kind.TIMES_SEVERAL, times);
    } else {
      cells.put(Column.OBSERVED_AT, iso(found.millis().get(0)));
    }
  }

  private static String iso(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private void takeCourse() {
    Matcher course = COURSE.matcher(rest);
    Matcher wards = WARDS.matcher(rest);
    if (course.find()) {
      boolean isWord = course.group(1) != null;
      double degrees =
          isWord ? Compass.degrees(course.group(1)) : Integer.parseInt(course.group(2));
      // As in "heading south of Gladden", which says where and not whither.
      boolean saysWhere = rest.substring(course.end()).matches("\\s*(?:of|from|de|del)\\s.*");
      if (!Double.isNaN(degrees) && !saysWhere) {
        cells.put(Column.COURSE_DEG, number(degrees));
        blank(course.start(), course.end());
      }
    } else if (wards.find()) {
      cells.put(Column.COURSE_DEG, number(Compass.degrees(wards.group(1))));
      blank(wards.start(), wards.end());
    }
  }

  private void takePlaces() {
    List<PlaceWords.Said> there = new ArrayList<>();
    List<PlaceWords.Said> loose = new ArrayList<>();
    for (PlaceWords.Said said : PlaceWords.in(rest, gazetteer)) {
      switch (said.role()) {
        case THERE -> there.add(said);
        case LOOSE -> loose.add(said);
        case BOUND -> cells.put(Column.HEADING_TO, asWritten(said.mention()));
        case COMING -> {}
      }
      blank(said.from(), said.mention().to());
    }
    // A position goes before any place, and a wrong one has been complained of.
    boolean isWrong = faults.stream().anyMatch(fault -> fault.column() == Column.LAT);
    if (!cells.containsKey(Column.LAT) && !isWrong) {
      choosePlace(there.isEmpty() ? loose : there);
    }
  }

  private String asWritten(Mentions.Mention mention) {
    return text.substring(mention.from(), mention.to());
  }

  private void choosePlace(List<PlaceWords.Said> said) {
    if (said.isEmpty()) {
      Matcher unknown = UNKNOWN_PLACE.matcher(rest);
      if (unknown.find()) {
        fault(
            Column.FROM_POINT,
            Kind.PLACE_UNKNOWN,
            text.substring(unknown.start(1), unknown.end(1)).strip());
      } else {
        fault(Column.FROM_POINT, Kind.PLACE_MISSING);
      }
    } else if (said.size() > 1) {
      String[] names =
          said.stream().map(each -> each.mention().places().get(0).name()).toArray(String[]::new);
      fault(Column.FROM_POINT, Kind.PLACES_SEVERAL, names);
    } else if (said.get(0).mention().places().size() > 1) {
      faults.add(SightingCells.ambiguous(said.get(0).mention().places()));
    } else {
      putPlace(said.get(0));
    }
  }

  private void putPlace(PlaceWords.Said said) {
    NamedPlace place = said.mention().places().get(0);
    cells.put(Column.FROM_POINT, place.name());
    if (!Double.isNaN(said.bearingDegrees())) {
      cells.put(Column.BEARING_DEG, number(said.bearingDegrees()));
      cells.put(Column.RANGE_NM, number(said.rangeNauticalMiles()));
    }
    if (!Double.isNaN(said.errorNauticalMiles())) {
      double error = Math.max(said.errorNauticalMiles(), place.errorMetres() / 1852);
      cells.put(Column.POS_ERROR_NM, number(Math.round(error * 10) / 10.0));
    }
  }

  private void takeEngines() {
    takeText(CraftWords.ENGINES, Column.ENGINES);
  }

  private void takePersons() {
    Matcher persons = CraftWords.PERSONS.matcher(rest);
    if (persons.find()) {
      String number = persons.group(1) == null ? persons.group(2) : persons.group(1);
      cells.put(Column.PERSONS, Integer.toString(CraftWords.number(number)));
      blank(persons.start(), persons.end());
    }
  }

  private void takeSpeed() {
    Matcher knots = CraftWords.KNOTS.matcher(rest);
    if (knots.find()) {
      String first = knots(knots.group(1), knots.group(3));
      String second = knots.group(2) == null ? "" : "-" + knots(knots.group(2), knots.group(3));
      cells.put(Column.SPEED_KN, first + second);
      blank(knots.start(), knots.end());
    }
  }

  private static String knots(String number, String unit) {
    double value = Double.parseDouble(number);
    double knots = unit.startsWith("km") || unit.equals("kph") ? value / 1.852 : value;
    return number(Math.round(10 * (unit.equals("mph") ? value / 1.151 : knots)) / 10.0);
  }

  private void takeKind() {
    CraftWords.Named named = CraftWords.kind(rest);
    if (named != null) {
      cells.put(Column.KIND, named.kind());
      if (named.count() != null) {
        cells.put(Column.COUNT, named.count().toString());
      }
      blank(named.from(), named.to());
    }
  }

  private void takeLength() {
    Matcher length = CraftWords.LENGTH.matcher(rest);
    if (length.find()) {
      double value = Double.parseDouble(length.group(1));
      boolean isFeet = length.group(2).startsWith("f") || length.group(2).equals("pies");
      cells.put(Column.LENGTH_M, number(Math.round(value * (isFeet ? 3.048 : 10)) / 10.0));
      blank(length.start(), length.end());
    }
  }

  private void takePace() {
    CraftWords.PaceWord pace = CraftWords.pace(rest);
    if (pace != null) {
      cells.putIfAbsent(Column.SPEED_KN, pace.knots());
      blank(pace.from(), pace.to());
    }
  }

  private void takeColour() {
    takeText(CraftWords.COLOUR, Column.COLOUR);
  }

  private void takeText(Pattern pattern, Column column) {
    Matcher found = pattern.matcher(rest);
    if (found.find()) {
      cells.put(column, text.substring(found.start(), found.end()).strip());
      blank(found.start(), found.end());
    }
  }

  /** Capital letters only: a small b and a two are not meant so. */
  private void takeReliability() {
    Matcher found = RELIABILITY.matcher(text);
    if (found.find() && rest.charAt(found.start()) != '|') {
      cells.put(Column.RELIABILITY, found.group());
    }
  }

  /** What is taken leaves a wall, so that what stood before and behind does not meet. */
  private void blank(int from, int to) {
    rest = rest.substring(0, from) + "|".repeat(to - from) + rest.substring(to);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private void fault(Column column, Kind kind, String... values) {
    faults.add(Fault.of(column, kind, values));
  }
}
