package bz.keelbill.detect;

import bz.keelbill.report.Fix;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.track.Track;

/** How a vessel is built and what for, as far as anything tells. */
final class Build {
  /** From this length on a craft is no small boat, metres. */
  static final double BIG_METRES = 15;

  private static final double SHIP_METRES = 50;
  private static final double MASTS_A_LENGTH = 8;
  private static final double BOATS_MAST_METRES = 2;
  private static final double TALLEST_METRES = 30;
  private static final int FISHING = 30;
  private static final int SAILING = 36;
  private static final int PLEASURE = 37;
  private static final int ENGAGED_IN_FISHING = 7;

  private Build() {}

  /**
   * Length over all, metres: its own word, else what a witness or a satellite's picture says; NaN
   * unknown.
   */
  static double lengthMetres(Track track) {
    VesselIdentity said = track.identity().vessel();
    boolean saysSo = said != null && said.hull() != null && said.hull().lengthMetres() > 0;
    return saysSo ? said.hull().lengthMetres() : track.seenLengthMetres();
  }

  /** Whether it is known to be 15 m or longer, by its length or by what it calls itself. */
  static boolean isBig(Track track) {
    double length = lengthMetres(track);
    return Double.isNaN(length) ? isShipByType(track) : length >= BIG_METRES;
  }

  /** Whether it is known to be a ship, which keeps more water around itself than a boat. */
  static boolean isShip(Track track) {
    double length = lengthMetres(track);
    return Double.isNaN(length) ? isShipByType(track) : length >= SHIP_METRES;
  }

  /**
   * Whether it is a ship as far as can be told: one that is known to be, or that has a set of class
   * A, as ships must (SOLAS V/19), and has not said yet what it is.
   */
  static boolean seemsShip(Track track) {
    boolean isUnsaid = track.identity().shipType() == null && Double.isNaN(lengthMetres(track));
    return isShip(track) || isUnsaid && track.latest().state().source() == Fix.Source.AIS_CLASS_A;
  }

  /** How high it stands above the water at least, metres; an eighth of its length, as ships do. */
  static double mastMetres(Track track) {
    double length = lengthMetres(track);
    if (Double.isNaN(length)) {
      return seemsShip(track) ? SHIP_METRES / MASTS_A_LENGTH : BOATS_MAST_METRES;
    }
    return Math.min(TALLEST_METRES, Math.max(BOATS_MAST_METRES, length / MASTS_A_LENGTH));
  }

  /** M.1371-5, table 53: cargo ships 70 to 79, tankers 80 to 89. */
  private static boolean isShipByType(Track track) {
    Integer type = track.identity().shipType();
    return type != null && type >= 70 && type <= 89;
  }

  /**
   * Pilots, tugs, rescue, tenders, law enforcement, hospital ships: they meet others for a living.
   */
  static boolean isAtService(Track track) {
    Integer type = track.identity().shipType();
    return type != null && type >= 50 && type <= 58 && type != 56 && type != 57;
  }

  /** Whether it says that it fishes, for a living or just now. */
  static boolean isFishing(Track track) {
    Integer type = track.identity().shipType();
    Integer status = track.navigationStatus();
    return type != null && type == FISHING || status != null && status == ENGAGED_IN_FISHING;
  }

  /** Sails and yachts. */
  static boolean isPleasure(Track track) {
    Integer type = track.identity().shipType();
    return type != null && (type == SAILING || type == PLEASURE);
  }

  /** Whether it says that it lies at anchor, is moored or aground. */
  static boolean isMoored(Track track) {
    Integer status = track.navigationStatus();
    return status != null && (status == 1 || status == 5 || status == 6);
  }

  /**
   * A boat or a ship that somebody steers and that is seen now: no buoy, aircraft, mast or word.
   */
  static boolean isVessel(Track track) {
    if (track.latest() == null) {
      return false;
    }
    Fix.Source source = track.latest().state().source();
    return !isBeacon(track.identity().mmsi()) && isOfVessel(source);
  }

  /** M.585: 970 a search and rescue transmitter, 972 a man overboard, 974 a distress beacon. */
  private static boolean isBeacon(Integer mmsi) {
    return mmsi != null && mmsi / 10_000_000 == 97;
  }

  private static boolean isOfVessel(Fix.Source source) {
    return source == Fix.Source.RADAR
        || source == Fix.Source.AIS_CLASS_A
        || source == Fix.Source.AIS_CLASS_B;
  }
}
