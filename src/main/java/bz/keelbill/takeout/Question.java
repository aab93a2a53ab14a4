package bz.keelbill.takeout;

import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.record.Spot;
import bz.keelbill.record.TrackQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A question about recorded tracks as words, the same in the address of a request and on the
 * command line. Stateless.
 */
public final class Question {
  /** The words that may be given. */
  public static final List<String> WORDS =
      List.of(
          "from",
          "to",
          "track",
          "name",
          "mmsi",
          "imo",
          "callsign",
          "icao24",
          "registration",
          "bbox",
          "near",
          "withinNm",
          "fence");

  private static final double USUAL_MILES = 2;

  private final Function<String, String> words;
  private final Function<String, Spot> fences;

  private Question(Function<String, String> words, Function<String, Spot> fences) {
    this.words = words;
    this.fences = fences;
  }

  /**
   * Reads one.
   *
   * @param words gives what was said under a word; null if nothing was
   * @param fences gives the area of a fence's id; null if there is no such fence
   * @throws IllegalArgumentException if it cannot be answered, with one sentence that says why
   */
  public static TrackQuery read(Function<String, String> words, Function<String, Spot> fences) {
    Question question = new Question(words, fences);
    return new TrackQuery(
        question.time("from"), question.time("to"), question.who(), question.where());
  }

  private TrackQuery.Who who() {
    return new TrackQuery.Who(
        words.apply("track"),
        words.apply("name"),
        number("mmsi"),
        number("imo"),
        words.apply("callsign"),
        words.apply("icao24"),
        words.apply("registration"));
  }

  private long time(String word) {
    try {
      return Instant.parse(required(word)).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(word + " is a time as 2026-11-23T01:00:00Z");
    }
  }

  private String required(String word) {
    String text = words.apply(word);
    if (text == null) {
      throw new IllegalArgumentException(word + " is missing: a time as 2026-11-23T01:00:00Z");
    }
    return text;
  }

  private Long number(String word) {
    String text = words.apply(word);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(word + " is a whole number");
    }
  }

  private Spot where() {
    Set<String> given = new LinkedHashSet<>(List.of("bbox", "near", "fence"));
    given.removeIf(word -> words.apply(word) == null);
    if (given.size() > 1) {
      throw new IllegalArgumentException("one of bbox, near and fence at a time");
    }
    return given.isEmpty()
        ? null
        : switch (given.iterator().next()) {
          case "bbox" -> box();
          case "near" -> circle();
          default -> fence();
        };
  }

  private Spot box() {
    double[] corners = numbers("bbox", 4, "west,south,east,north in degrees");
    return new Spot.Box(corners[0], corners[1], corners[2], corners[3]);
  }

  private Spot circle() {
    double[] middle = numbers("near", 2, "latitude,longitude in degrees");
    double miles =
        words.apply("withinNm") == null
            ? USUAL_MILES
            : numbers("withinNm", 1, "a distance in nautical miles")[0];
    if (!Position.isValid(middle[0], middle[1])) {
      throw new IllegalArgumentException("near is latitude,longitude in degrees");
    }
    return new Spot.Circle(new Position(middle[0], middle[1]), Units.nauticalMilesToMetres(miles));
  }

  private Spot fence() {
    Spot area = fences.apply(words.apply("fence"));
    if (area == null) {
      throw new IllegalArgumentException("there is no fence of this id");
    }
    return area;
  }

  private double[] numbers(String word, int count, String form) {
    String[] parts = words.apply(word).split(",", -1);
    try {
      double[] numbers = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
      if (numbers.length == count && Arrays.stream(numbers).allMatch(Double::isFinite)) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(word + " is " + form);
  }
}
