package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;

/**
 * What one station owes and gives of one kind of craft, cell by cell of two minutes of arc: 2
 * nautical miles high and, off Belize, 1.9 wide.
 *
 * <p>Each cell is a Beta distribution: what was heard and missed, halved every 14 days, upon a
 * prior that falls with the distance. Counts fade when they are touched, so no pass over all cells
 * is ever made. Memory is bounded by the range.
 */
final class CoverageSheet {
  static final double CELL_DEGREES = 1 / 30.0;
  static final int HALF_LIFE_MINUTES = 14 * 24 * 60;

  /** Beyond this share of its range a station owes nothing. */
  static final double REACH = 1.3;

  private static final int COLUMNS_OF_THE_EARTH = 10_800;
  private static final int ROWS_OF_THE_EARTH = 5_400;

  /** As many minutes of experience as the prior is worth. */
  private static final double PRIOR_MINUTES = 4;

  private static final double PRIOR_NEAR = 0.95;
  private static final double PRIOR_SLOPE = 0.1;
  private static final double NEVER_SURE = 0.999;
  private static final double METRES_PER_NAUTICAL_MILE = 1_852;

  final int rows;
  final int columns;
  private final int south;
  private final int west;
  private final float[] priors;
  private final float[] expected;
  private final float[] heard;
  private final int[] minutes;
  private final float[] metres;

  /**
   * Begins without experience.
   *
   * @param priorShare which share of the station's range this kind is usually heard at
   */
  CoverageSheet(Sensor sensor, double priorShare) {
    double reachMetres = REACH * sensor.rangeNauticalMiles() * METRES_PER_NAUTICAL_MILE;
    Position at = sensor.position();
    double up = reachMetres / Geodesy.metresPerDegreeLatitude(at.latitude());
    double farthest = Math.min(89, Math.abs(at.latitude()) + up);
    double aside = Math.min(179.9, reachMetres / Geodesy.metresPerDegreeLongitude(farthest));
    south = Math.max(0, row(at.latitude() - up));
    rows = Math.min(ROWS_OF_THE_EARTH - 1, row(at.latitude() + up)) - south + 1;
    west = cellNumber(at.longitude() - aside);
    columns = cellNumber(at.longitude() + aside) - west + 1;
    priors = new float[rows * columns];
    expected = new float[priors.length];
    heard = new float[priors.length];
    minutes = new int[priors.length];
    metres = new float[priors.length];
    for (int cell = 0; cell < priors.length; cell++) {
      priors[cell] = prior(sensor, cell, reachMetres, priorShare);
    }
  }

  private float prior(Sensor sensor, int cell, double reachMetres, double priorShare) {
    Position centre =
        new Position(
            southOf(cell) + CELL_DEGREES / 2, Geodesy.wrapDegrees(westOf(cell) + CELL_DEGREES / 2));
    double away = Geodesy.distanceMetres(sensor.position(), centre);
    metres[cell] = (float) away;
    if (away > reachMetres) {
      return 0;
    }
    double share = away * REACH / reachMetres / priorShare;
    return (float) (PRIOR_NEAR / (1 + StrictMath.exp((share - 1) / PRIOR_SLOPE)));
  }

  static int row(double latitude) {
    return (int) Math.floor((latitude + 90) / CELL_DEGREES);
  }

  static int cellNumber(double degrees) {
    return (int) Math.floor((degrees + 180) / CELL_DEGREES);
  }

  /** The cell of a place, or −1 where the station owes nothing. */
  int cellAt(Position place) {
    return cellOf(row(place.latitude()), cellNumber(place.longitude()));
  }

  /** The cell of a row and column of the earth's grid, or −1 where the station owes nothing. */
  int cellOf(int row, int column) {
    int x = Math.floorMod(column - west, COLUMNS_OF_THE_EARTH);
    int y = row - south;
    boolean inside = y >= 0 && y < rows && x < columns;
    return inside && priors[y * columns + x] > 0 ? y * columns + x : -1;
  }

  int rowOf(int cell) {
    return south + cell / columns;
  }

  int columnOf(int cell) {
    return Math.floorMod(west + cell % columns, COLUMNS_OF_THE_EARTH);
  }

  private double southOf(int cell) {
    return (south + cell / columns) * CELL_DEGREES - 90;
  }

  private double westOf(int cell) {
    return (west + cell % columns) * CELL_DEGREES - 180;
  }

  int size() {
    return priors.length;
  }

  /** Takes what was owed and what was heard; what comes late counts as if it came in time. */
  void add(int cell, double owed, double got, int minute) {
    double kept = kept(cell, minute);
    expected[cell] = (float) (expected[cell] * kept + owed);
    heard[cell] = (float) (heard[cell] * kept + got);
    minutes[cell] = Math.max(minutes[cell], minute);
  }

  /** Restores what was learned before. */
  void put(int cell, float owed, float got, int minute) {
    expected[cell] = owed;
    heard[cell] = got;
    minutes[cell] = minute;
  }

  /** The chance that the station hears a craft there that speaks; 0 to below 1. */
  double chance(int cell, int minute) {
    return chanceWithout(cell, minute, 0);
  }

  /** The same as if so many minutes had not been missed there. */
  double chanceWithout(int cell, int minute, double missed) {
    double kept = kept(cell, minute);
    double got = heard[cell] * kept + PRIOR_MINUTES * priors[cell];
    double owed = expected[cell] * kept + PRIOR_MINUTES - missed;
    return Math.min(NEVER_SURE, got / Math.max(got, owed));
  }

  /** How much was owed there, as far as it is remembered. */
  double expected(int cell, int minute) {
    return expected[cell] * kept(cell, minute);
  }

  /** What was owed and heard within a cell's breadth of a distance from the station. */
  Coverage.Ring ring(double distanceMetres, int minute) {
    double owed = 0;
    double got = 0;
    double breadth = CELL_DEGREES * 60 * METRES_PER_NAUTICAL_MILE;
    for (int cell = 0; cell < priors.length; cell++) {
      if (expected[cell] > 0 && Math.abs(metres[cell] - distanceMetres) <= breadth) {
        double kept = kept(cell, minute);
        owed += expected[cell] * kept;
        got += heard[cell] * kept;
      }
    }
    return new Coverage.Ring(owed, got);
  }

  float rawExpected(int cell) {
    return expected[cell];
  }

  float rawHeard(int cell) {
    return heard[cell];
  }

  int minuteOf(int cell) {
    return minutes[cell];
  }

  private double kept(int cell, int minute) {
    int age = minute - minutes[cell];
    return age <= 0 || expected[cell] == 0
        ? 1
        : StrictMath.pow(0.5, (double) age / HALF_LIFE_MINUTES);
  }
}
