package bz.keelbill.report;

/**
 * Who a vessel says it is: AIS static and voyage data (types 5, 19, 21, 24).
 *
 * <p>Each field is null or NaN when this message does not carry it or says "not available"; a
 * reader merges messages field by field. Texts come off the air and are hostile: they are text,
 * never markup.
 *
 * @param origin where and when
 * @param contact whose identity it is
 * @param name as sent, trailing blanks and fill removed; null if not carried
 * @param callsign as sent; null if not carried
 * @param imoNumber seven digits; null if unknown or not carried
 * @param shipType M.1371-5 table 53, 0 to 255; null if not carried
 * @param hull the size; null if not carried
 * @param voyage where bound; null if not carried
 */
public record VesselIdentity(
    Origin origin,
    ContactId contact,
    String name,
    String callsign,
    Integer imoNumber,
    Integer shipType,
    Hull hull,
    Voyage voyage)
    implements Report {

  @Override
  public Kind kind() {
    return Kind.VESSEL_IDENTITY;
  }

  /**
   * Distances from the position's reference point to the ends, metres; all 0 is never made into a
   * hull.
   */
  public record Hull(int bowMetres, int sternMetres, int portMetres, int starboardMetres) {
    /** Bow to stern, metres. */
    public int lengthMetres() {
      return bowMetres + sternMetres;
    }

    /** Side to side, metres. */
    public int beamMetres() {
      return portMetres + starboardMetres;
    }
  }

  /**
   * The voyage as the crew typed it in.
   *
   * @param destination free text; empty if none
   * @param draughtMetres NaN unknown
   * @param etaMonth 1 to 12, null unknown; UTC like the rest
   * @param etaDay 1 to 31, null unknown
   * @param etaHour 0 to 23, null unknown
   * @param etaMinute 0 to 59, null unknown
   */
  public record Voyage(
      String destination,
      double draughtMetres,
      Integer etaMonth,
      Integer etaDay,
      Integer etaHour,
      Integer etaMinute) {}
}
