package bz.keelbill.adsb;

import bz.keelbill.report.Fix;

/**
 * How well an aircraft's position is known, from what it says of it (DO-260B): NACp, the radius
 * that holds 95 of 100 positions, else what the type code of its position message promises.
 */
final class PositionAccuracy {
  private static final int UNKNOWN = ModeSMessage.UNKNOWN;
  private static final double NM_METRES = 1852;

  /** A radius with 95 of 100 positions is so many standard deviations of one axis. */
  private static final double SIGMAS = 2.45;

  /** Table 2-70: metres by NACp; 0 says nothing. */
  private static final double[] METRES_BY_NACP = {
    Double.NaN,
    10 * NM_METRES,
    4 * NM_METRES,
    2 * NM_METRES,
    NM_METRES,
    0.5 * NM_METRES,
    0.3 * NM_METRES,
    0.1 * NM_METRES,
    0.05 * NM_METRES,
    30,
    10,
    3
  };

  /** One standard deviation of a common receiver, and of the delay until its position is sent. */
  private static final double USUAL_METRES = 50;

  private static final double LEAST_METRES = 10;
  private static final double MLAT_METRES = 300;
  private static final double REBROADCAST_METRES = 150;

  /** Each state as often as it is asked for: metres are few. */
  private static final Fix.State[][] STATES = states();

  private PositionAccuracy() {}

  private static Fix.State[][] states() {
    Fix.State[][] states = new Fix.State[METRES_BY_NACP.length][32];
    for (int nacp = 0; nacp < states.length; nacp++) {
      for (int type = 0; type < 32; type++) {
        double metres = METRES_BY_NACP[nacp] / SIGMAS;
        double sigma = Double.isNaN(metres) ? byType(type) : Math.max(metres, LEAST_METRES);
        states[nacp][type] = state(Fix.Source.ADSB, sigma);
      }
    }
    return states;
  }

  /** Table 2-200: the type codes by the radius that no position lies outside of. */
  private static double byType(int type) {
    return switch (type) {
      case 14 -> NM_METRES / SIGMAS;
      case 15 -> 2 * NM_METRES / SIGMAS;
      case 16 -> 8 * NM_METRES / SIGMAS;
      case 17 -> 20 * NM_METRES / SIGMAS;
      case 18, 22 -> NM_METRES;
      default -> USUAL_METRES;
    };
  }

  private static Fix.State state(Fix.Source source, double sigmaMetres) {
    return new Fix.State(source, Fix.Accuracy.circle(sigmaMetres), null);
  }

  private static final Fix.State MLAT = state(Fix.Source.MLAT, MLAT_METRES);
  private static final Fix.State REBROADCAST = state(Fix.Source.REBROADCAST, REBROADCAST_METRES);

  /**
   * What comes with a position.
   *
   * @param nacp 0 to 15, or {@link ModeSMessage#UNKNOWN}
   * @param typeCode 0 to 31, or {@link ModeSMessage#UNKNOWN} for a frame without a position
   */
  static Fix.State state(Fix.Source source, int nacp, int typeCode) {
    if (source == Fix.Source.MLAT) {
      return MLAT;
    }
    if (source == Fix.Source.REBROADCAST) {
      return REBROADCAST;
    }
    boolean isKnown = nacp != UNKNOWN && nacp < METRES_BY_NACP.length;
    return STATES[isKnown ? nacp : 0][typeCode == UNKNOWN ? 0 : typeCode];
  }
}
