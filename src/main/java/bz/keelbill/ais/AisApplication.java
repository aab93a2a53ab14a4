package bz.keelbill.ais;

/**
 * What the binary payload of a message says to one application: a weather station's values, an area
 * to be careful in, a ship's voyage.
 *
 * @param dac designated area code: whose application it is, 1 the IMO's, 200 the inland waterways'
 * @param fid function identifier: which of them
 * @param kind a word for it
 * @param fields what it says
 */
public record AisApplication(int dac, int fid, String kind, ApplicationFields fields) {
  private static final int DAC_BITS = 10;
  private static final int FID_BITS = 6;

  /**
   * Decodes.
   *
   * @param data behind the application identifier
   * @return null if nobody here knows the application, or the data cannot be its
   */
  static AisApplication of(int dac, int fid, Bits data) {
    ApplicationLayout layout = ApplicationTables.of(dac, fid, data);
    return layout != null && layout.fits(data.length())
        ? new AisApplication(dac, fid, layout.name, new ApplicationFields(layout, data))
        : null;
  }

  /** Decodes data that the application identifier leads. */
  static AisApplication ofStructured(Bits data) {
    int begin = DAC_BITS + FID_BITS;
    return data.length() < begin
        ? null
        : of(
            data.unsigned(0, DAC_BITS),
            data.unsigned(DAC_BITS, FID_BITS),
            data.slice(begin, data.length()));
  }
}
