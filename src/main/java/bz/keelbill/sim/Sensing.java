package bz.keelbill.sim;

import bz.keelbill.geo.Geography;
import java.util.List;

/**
 * How well a watch hears: where its sensors stand, how they err, and what harm is done to what they
 * say.
 *
 * @param stations every sensor
 * @param radarDetection probability that a radar sees a boat in one turn; NaN as each is built
 * @param bearingSigmaDegrees noise of radars' bearings; NaN as each is built
 * @param aisLoss part of the AIS lines that never arrive
 * @param copies part of all lines that arrive twice
 * @param disorderMillis by how much lines overtake each other at most
 * @param harm what goes wrong besides
 */
public record Sensing(
    List<Station> stations,
    double radarDetection,
    double bearingSigmaDegrees,
    double aisLoss,
    double copies,
    long disorderMillis,
    Harm harm) {
  /** Sensors as they are built, where they are built. */
  public static final Sensing GOOD =
      new Sensing(Station.ALL, Double.NaN, Double.NaN, 0, 0, 0, Harm.NONE);

  /** The words for the command line, the usual one first. */
  public static final List<String> NAMES = List.of("good", "fair", "poor", "varied");

  /** Copies the list. */
  public Sensing {
    stations = List.copyOf(stations);
  }

  /**
   * The sensors of a name.
   *
   * @param seed draws the varied ones: their quality, and their places on coast and cayes
   * @throws IllegalArgumentException naming those that there are
   */
  public static Sensing named(String name, Geography geography, long seed) {
    return switch (name) {
      case "good" -> GOOD;
      case "fair" -> new Sensing(Station.ALL, 0.8, 0.5, 0.15, 0.03, 2_000, Harm.NONE);
      case "poor" -> new Sensing(Station.ALL, 0.7, 1.0, 0.4, 0.08, 4_000, Harm.NONE);
      case "varied" -> varied(geography, Chance.of(seed, "sensing"));
      default ->
          throw new IllegalArgumentException(
              "There are no sensors \"" + name + "\"; choose one of " + String.join(", ", NAMES));
    };
  }

  private static Sensing varied(Geography geography, Chance chance) {
    return new Sensing(
        new Sites(geography, chance).stations(),
        chance.between(0.7, 0.98),
        chance.between(0.25, 1.0),
        chance.between(0.05, 0.4),
        chance.between(0, 0.1),
        (long) chance.between(0, 5_000),
        Harm.NONE);
  }

  /** The same sensors, harmed. */
  public Sensing harmed(Harm harm) {
    return new Sensing(
        stations, radarDetection, bearingSigmaDegrees, aisLoss, copies, disorderMillis, harm);
  }

  CoastalRadar.Fit on(CoastalRadar.Fit fit) {
    return new CoastalRadar.Fit(
        fit.scanMillis(),
        Double.isNaN(radarDetection) ? fit.detection() : radarDetection,
        fit.rangeSigmaMetres(),
        Double.isNaN(bearingSigmaDegrees) ? fit.bearingSigmaDegrees() : bearingSigmaDegrees,
        fit.wavesPerScan(),
        fit.oldForm());
  }

  /** Whether lines go through as they are spoken. */
  boolean isClean() {
    return aisLoss == 0 && copies == 0 && disorderMillis == 0 && harm.isClean();
  }
}
