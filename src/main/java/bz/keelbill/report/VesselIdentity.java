package bz.keelbill.report;

/**
 * Who a vessel, or an aid to navigation, says it is: AIS static and voyage data (types 5, 19, 21,
 * 24), or what comes with the position of a tracking box or a patrol's device.
 *
 * <p>Each field is null or NaN when this message does not carry it or says "not available"; a
 * reader merges messages field by field. Texts come off the air and are hostile: they are text,
 * never markup.
 *
 * @param origin where and when
 * @param contact whose identity it is
 * @param names what it is called; never null
 * @param shipType M.1371-5 table 53, 0 to 255; null if not carried
 * @param hull the size; null if not carried
 * @param voyage where bound; null if not carried
 * @param parentMmsi the ship that an auxiliary craft belongs to; null if not carried
 * @param aid what an aid to navigation says of itself; null for everything else
 */
public record VesselIdentity(
    Origin origin,
    ContactId contact,
    Names names,
    Integer shipType,
    Hull hull,
    Voyage voyage,
    Integer parentMmsi,
    Aid aid)
    implements Report {

  @Override
  public Kind kind() {
    return Kind.VESSEL_IDENTITY;
  }

  /** The name, or null. */
  public String name() {
    return names.name();
  }

  /** The call sign, or null. */
  public String callsign() {
    return names.callsign();
  }

  /** The IMO number, or null. */
  public Integer imoNumber() {
    return names.imoNumber();
  }

  /**
   * What a vessel is called.
   *
   * @param name as sent, trailing blanks and fill removed; null if not carried
   * @param callsign as sent; null if not carried
   * @param imoNumber seven digits, kept even if the check digit is wrong; null if unknown or not
   *     carried
   * @param registration the marks on its side, or its State's number for it, as sent; null if not
   *     carried
   * @param flag its flag State, ISO 3166 alpha-3 as sent; null if not carried
   */
  public record Names(
      String name, String callsign, Integer imoNumber, String registration, String flag) {
    /** From a source that tells neither registration nor flag. */
    public Names(String name, String callsign, Integer imoNumber) {
      this(name, callsign, imoNumber, null, null);
    }
  }

  /**
   * An aid to navigation (type 21).
   *
   * @param type M.1371-5 table 74, 1 to 31; null if not specified
   * @param offPosition whether it has left its place; null if it does not know its place
   * @param isVirtual whether nothing floats or stands there
   */
  public record Aid(Integer type, Boolean offPosition, boolean isVirtual) {}

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
