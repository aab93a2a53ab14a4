package bz.keelbill.sighting;

import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Origin;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report of something that a person saw.
 *
 * @param id names the report; a later version has the same
 * @param when when it was seen
 * @param witness who saw it; not for partners
 * @param where where it was
 * @param moves how it moved
 * @param craft what it was
 * @param notes anything else
 */
public record Sighting(
    String id, When when, Witness witness, Where where, Moves moves, Craft craft, Notes notes) {

  /** The feed that sightings name as theirs. */
  public static final String FEED = "sightings";

  /**
   * When it was seen.
   *
   * @param observedAtMillis Unix milliseconds
   * @param receivedAtMillis when word of it came, Unix milliseconds
   * @param errorMinutes standard deviation of the time, 0 or more
   */
  public record When(long observedAtMillis, long receivedAtMillis, double errorMinutes) {}

  /**
   * Who saw it; each null if not said.
   *
   * @param reporter the person
   * @param unit of what unit
   * @param reliability how far both are to be believed, A1 to F6
   */
  public record Witness(String reporter, String unit, String reliability) {}

  /**
   * Where it was.
   *
   * @param position as worked out
   * @param errorNauticalMiles standard deviation, more than 0
   * @param fromPoint the place that was named, or null
   * @param bearingDegrees true, from the place; NaN not said
   * @param rangeNauticalMiles from the place; NaN not said
   */
  public record Where(
      Position position,
      double errorNauticalMiles,
      String fromPoint,
      double bearingDegrees,
      double rangeNauticalMiles) {}

  /**
   * How it moved.
   *
   * @param courseDegrees true, 0 to below 360; NaN not said
   * @param slowestKnots the least speed that fits; NaN not said
   * @param fastestKnots the greatest speed that fits; NaN not said
   * @param headingTo where it seemed to be going, or null
   */
  public record Moves(
      double courseDegrees, double slowestKnots, double fastestKnots, String headingTo) {}

  /**
   * What it was; what was not said is null or NaN.
   *
   * @param kind a word such as {@code panga}
   * @param count how many craft
   * @param lengthMetres of one
   * @param colour in words
   * @param marks name, number, painting
   * @param engines how many of what power, in words
   * @param persons on board
   * @param cargo what was seen on board
   */
  public record Craft(
      String kind,
      Integer count,
      double lengthMetres,
      String colour,
      String marks,
      String engines,
      Integer persons,
      String cargo) {}

  /**
   * Anything else; each null if not said.
   *
   * @param remarks in the witness's own words
   * @param marking how it is to be handled
   */
  public record Notes(String remarks, String marking) {}

  /** The name under which tracks list it. */
  public ContactId.Sighting contact() {
    return new ContactId.Sighting(id);
  }

  /** Where and when it comes from. */
  public Origin origin() {
    return new Origin(FEED, FEED, 0, when.observedAtMillis(), when.receivedAtMillis());
  }

  /** What it tells the picture; without the reporter. */
  public Glimpse glimpse() {
    boolean isMeasured = moves.slowestKnots() == moves.fastestKnots();
    double knots = isMeasured ? moves.slowestKnots() : Double.NaN;
    return new Glimpse(
        origin(),
        contact(),
        where.position(),
        Units.nauticalMilesToMetres(where.errorNauticalMiles()),
        Math.round(when.errorMinutes() * 60_000),
        new Fix.Motion(knots, moves.courseDegrees(), Double.NaN),
        new Glimpse.Looks(
            craft.kind(),
            craft.count(),
            craft.lengthMetres(),
            craft.persons(),
            witness.reliability(),
            words()),
        new Glimpse.Hints(moves.slowestKnots(), moves.fastestKnots(), null, Double.NaN));
  }

  private String words() {
    return Stream.of(
            notes.remarks(),
            craft.colour(),
            craft.marks(),
            craft.engines(),
            craft.cargo(),
            moves.headingTo())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("; "));
  }
}
