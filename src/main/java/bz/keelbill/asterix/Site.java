package bz.keelbill.asterix;

import bz.keelbill.geo.Position;

/**
 * A station that speaks ASTERIX: who it is in records, where it stands and how well it measures.
 *
 * @param id the station's name
 * @param sacSic system area code times 256 plus system identification code; null if it is whoever
 *     speaks on its feed
 * @param position the antenna; null if that is not known
 * @param antennaHeightMetres above the ellipsoid
 * @param noise how well it measures
 * @param dialect which editions it speaks
 * @param targets what its targets are that do not say so themselves
 */
public record Site(
    String id,
    Integer sacSic,
    Position position,
    double antennaHeightMetres,
    Noise noise,
    Dialect dialect,
    Targets targets) {

  /** What a station looks at. */
  public enum Targets {
    /** As is usual for the category: 010 the surface, the others the air. */
    BY_CATEGORY,
    /** Vessels, as of a coastal radar that sends category 048. */
    SEA,
    /** Aircraft. */
    AIR
  }

  /**
   * A radar's error.
   *
   * @param blindMetres what is nearer is an echo of the radar's own mast, and is refused
   * @param rangeNauticalMiles instrumented range; targets beyond 1.1 times it are refused
   * @param rangeSigmaMetres noise of a distance, one standard deviation
   * @param bearingSigmaDegrees noise of a bearing, one standard deviation
   * @param rangeBiasMetres by how much distances come out too large; taken off each
   * @param bearingBiasDegrees by how much bearings come out too large; taken off each
   */
  public record Noise(
      double blindMetres,
      double rangeNauticalMiles,
      double rangeSigmaMetres,
      double bearingSigmaDegrees,
      double rangeBiasMetres,
      double bearingBiasDegrees) {
    /** Of a radar that nobody describes: as far as category 048 can tell. */
    public static final Noise USUAL = new Noise(30, 256, 40, 0.5, 0, 0);
  }

  /** A station with the usual noise and the newest editions. */
  public static Site of(String id, Integer sacSic, Position position) {
    return new Site(id, sacSic, position, 20, Noise.USUAL, Dialect.NEWEST, Targets.BY_CATEGORY);
  }

  /** The same under another name, of one source, at another place. */
  Site as(String name, Integer source, Position place) {
    return new Site(name, source, place, antennaHeightMetres, noise, dialect, targets);
  }

  /**
   * System area and identification code as the configuration writes them.
   *
   * @param text two numbers 0 to 255 with a slash between them
   * @throws IllegalArgumentException if it is not that
   */
  public static int sacSic(String text) {
    if (!text.matches("\\d{1,3}/\\d{1,3}")) {
      throw new IllegalArgumentException(text);
    }
    int slash = text.indexOf('/');
    int sac = Integer.parseInt(text.substring(0, slash));
    int sic = Integer.parseInt(text.substring(slash + 1));
    if (sac > 255 || sic > 255) {
      throw new IllegalArgumentException(text);
    }
    return sac << 8 | sic;
  }
}
