package bz.keelbill.report;

import bz.keelbill.geo.Position;

/**
 * A craft seen for a moment, by a person or in a satellite's picture: uncertain in place and time,
 * often told late, and never followed from one moment to the next.
 *
 * @param origin where it comes from, and when it was seen
 * @param contact a {@link ContactId.Sighting} or a {@link ContactId.Detection}
 * @param position where it was seen
 * @param errorMetres standard deviation of the position, more than 0
 * @param timeErrorMillis standard deviation of the time, 0 or more
 * @param motion how it moved as the witness puts it; never null
 * @param looks what it looked like
 * @param hints what is said of it besides; never null
 */
public record Glimpse(
    Origin origin,
    ContactId contact,
    Position position,
    double errorMetres,
    long timeErrorMillis,
    Fix.Motion motion,
    Looks looks,
    Hints hints)
    implements Report {

  /** One of which nothing is said besides. */
  public Glimpse(
      Origin origin,
      ContactId contact,
      Position position,
      double errorMetres,
      long timeErrorMillis,
      Fix.Motion motion,
      Looks looks) {
    this(origin, contact, position, errorMetres, timeErrorMillis, motion, looks, Hints.NONE);
  }

  @Override
  public Kind kind() {
    return Kind.GLIMPSE;
  }

  /** When it was seen, Unix time in milliseconds. */
  public long atMillis() {
    return origin.eventAtMillis();
  }

  /** The same as a position report, as far as it is one. */
  public Fix asFix() {
    Fix.Source source =
        contact instanceof ContactId.Detection ? Fix.Source.SATELLITE : Fix.Source.SIGHTING;
    Fix.State state = new Fix.State(source, Fix.Accuracy.circle(errorMetres), null);
    return new Fix(origin, contact, position, motion, null, state);
  }

  /**
   * What it looked like.
   *
   * @param kind a word such as {@code panga}, or null
   * @param count how many craft; null not said
   * @param lengthMetres NaN not said
   * @param persons how many persons on board; null not said
   * @param reliability how far the witness is to be believed, A1 to F6, or null
   * @param words all of it in the witness's own words, untrusted; never null
   */
  public record Looks(
      String kind,
      Integer count,
      double lengthMetres,
      Integer persons,
      String reliability,
      String words) {}

  /**
   * What is said of it besides: a speed in words such as "fast", and whom the maker of a
   * satellite's picture takes it for.
   *
   * @param slowestKnots the least speed that fits the words; NaN not said
   * @param fastestKnots the greatest speed that fits the words; NaN not said
   * @param mmsi of the ship that the picture's maker takes it for; null if none
   * @param matchScore how sure he is of that, in his own measure; NaN not said
   */
  public record Hints(double slowestKnots, double fastestKnots, Integer mmsi, double matchScore) {
    /** Nothing. */
    public static final Hints NONE = new Hints(Double.NaN, Double.NaN, null, Double.NaN);
  }
}
