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
 */
public record Glimpse(
    Origin origin,
    ContactId contact,
    Position position,
    double errorMetres,
    long timeErrorMillis,
    Fix.Motion motion,
    Looks looks)
    implements Report {

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
}
