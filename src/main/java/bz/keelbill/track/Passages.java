package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is usual on the water, learned: which way craft pass through a place, how fast, by day and
 * by night, and where they lie.
 *
 * <p>The sea is cut into cells of a hundredth of a degree, about 0.6 nm. A craft counts once for
 * each cell that it enters. What was counted fades with a half-life of fourteen days. By night only
 * ordinary traffic is to be told of here: a way is not usual because smugglers use it. Bounded;
 * belongs to the thread of its Watch.
 */
public final class Passages implements Usual {
  private static final double CELL_DEGREES = 0.01;
  private static final int SECTORS = 12;
  private static final double SECTOR_DEGREES = 360.0 / SECTORS;
  private static final int SPEED_BINS = 24;
  private static final double BIN_KNOTS = 2.5;
  private static final int MOST_CELLS = 150_000;
  private static final double HALF_LIFE_DAYS = 14;
  private static final double DAY_MILLIS = 86_400_000.0;

  /** As many passages one way or the other make a corridor. */
  private static final double CORRIDOR = 6;

  /** What faded is worth less: within a week or so once is still once. */
  private static final double ONCE = 0.7;

  /** As many craft that lay there or left from there by day make a berth. */
  private static final double BERTH = 3;

  /** Half the side of the square in which fast craft are counted, cells: about 3 nm. */
  private static final int AROUND = 5;

  private static final double FAST_KNOTS = 20;

  /** As many passages must be known before anything is compared with them. */
  private static final double ENOUGH = 30;

  private static final int DAY = 0;
  private static final int NIGHT = 1;

  private static final class Cell {
    private final float[] ways = new float[SECTORS];
    private final float[][] speeds = new float[2][];
    private float berths;
    private long atMillis;

    private void fadeTo(long millis) {
      double days = (millis - atMillis) / DAY_MILLIS;
      if (days < 1) {
        return;
      }
      float rest = (float) StrictMath.pow(0.5, days / HALF_LIFE_DAYS);
      fade(ways, rest);
      fade(speeds[0], rest);
      fade(speeds[1], rest);
      berths *= rest;
      atMillis = millis;
    }

    private static void fade(float[] counts, float rest) {
      for (int i = 0; counts != null && i < counts.length; i++) {
        counts[i] *= rest;
      }
    }
  }

  private final Map<Long, Cell> cells = new HashMap<>();

  /** Cells in which, or beside which, somebody has lain: most of the sea is none of them. */
  private final Set<Long> nearBerths = new HashSet<>();

  /** The cell of a place, to tell when a craft enters another. */
  public static long cellOf(Position at) {
    long row = (long) Math.floor(at.latitude() / CELL_DEGREES);
    return row * 100_000 + (long) Math.floor(at.longitude() / CELL_DEGREES);
  }

  /** A craft entered a cell. */
  public void entered(Position at, double courseDegrees, double speedKnots, long atMillis) {
    Cell cell = cell(at, atMillis);
    if (cell == null) {
      return;
    }
    cell.ways[sector(courseDegrees)]++;
    int time = time(at, atMillis);
    if (cell.speeds[time] == null) {
      cell.speeds[time] = new float[SPEED_BINS];
    }
    cell.speeds[time][bin(speedKnots)]++;
  }

  /** A craft lay at a place or set out from it: by day that is where craft belong. */
  public void lay(Position at, long atMillis) {
    Cell cell = time(at, atMillis) == DAY ? cell(at, atMillis) : null;
    if (cell != null) {
      cell.berths++;
      addNearBerths(cellOf(at));
    }
  }

  private void addNearBerths(long berth) {
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        nearBerths.add(berth + row * 100_000L + column);
      }
    }
  }

  /** The cell of a place, as it is now; null if there is no room for another. */
  private Cell cell(Position at, long atMillis) {
    long key = cellOf(at);
    Cell cell = cells.get(key);
    if (cell == null && cells.size() < MOST_CELLS) {
      cell = new Cell();
      cell.atMillis = atMillis;
      cells.put(key, cell);
    }
    if (cell != null) {
      cell.fadeTo(atMillis);
    }
    return cell;
  }

  @Override
  public boolean isBerth(Position at) {
    if (!nearBerths.contains(cellOf(at))) {
      return false;
    }
    double berths = 0;
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        Cell cell = cells.get(cellOf(at) + row * 100_000L + column);
        berths += cell == null ? 0 : cell.berths;
      }
    }
    return berths >= BERTH;
  }

  @Override
  public double fastByDayAround(Position at) {
    double fast = 0;
    for (int row = -AROUND; row <= AROUND; row++) {
      for (int column = -AROUND; column <= AROUND; column++) {
        Cell cell = cells.get(cellOf(at) + row * 100_000L + column);
        float[] speeds = cell == null ? null : cell.speeds[DAY];
        for (int i = bin(FAST_KNOTS); speeds != null && i < SPEED_BINS; i++) {
          fast += speeds[i];
        }
      }
    }
    return fast;
  }

  @Override
  public boolean isCorridor(Position at, double courseDegrees) {
    double passages = 0;
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        Cell cell = cells.get(cellOf(at) + row * 100_000L + column);
        passages = cell == null ? passages : Math.max(passages, along(cell, courseDegrees));
      }
    }
    return passages >= CORRIDOR;
  }

  private static double along(Cell cell, double courseDegrees) {
    double passages = 0;
    for (int sector = 0; sector < SECTORS; sector++) {
      double turn = Geodesy.turnDegrees(courseDegrees, (sector + 0.5) * SECTOR_DEGREES);
      if (Math.min(turn, 180 - turn) <= 30) {
        passages += cell.ways[sector];
      }
    }
    return passages;
  }

  @Override
  public boolean wasPassedAgainst(Position at, double courseDegrees) {
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        Cell cell = cells.get(cellOf(at) + row * 100_000L + column);
        if (cell != null && against(cell, courseDegrees) >= ONCE) {
          return true;
        }
      }
    }
    return false;
  }

  private static double against(Cell cell, double courseDegrees) {
    double passages = 0;
    for (int sector = 0; sector < SECTORS; sector++) {
      double turn = Geodesy.turnDegrees(courseDegrees + 180, (sector + 0.5) * SECTOR_DEGREES);
      passages += turn <= 30 ? cell.ways[sector] : 0;
    }
    return passages;
  }

  @Override
  public Comparison compare(Position at, double speedKnots, long atMillis) {
    float[] around = new float[SPEED_BINS];
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        Cell cell = cells.get(cellOf(at) + row * 100_000L + column);
        float[] speeds = cell == null ? null : cell.speeds[time(at, atMillis)];
        for (int i = 0; speeds != null && i < SPEED_BINS; i++) {
          around[i] += speeds[i];
        }
      }
    }
    double all = 0;
    double slower = 0;
    for (int i = 0; i < SPEED_BINS; i++) {
      all += around[i];
      slower += i < bin(speedKnots) ? around[i] : 0;
    }
    return all < ENOUGH ? null : new Comparison(slower / all, (int) Math.round(all));
  }

  private static int sector(double degrees) {
    return (int) (Geodesy.normalDegrees(degrees) / SECTOR_DEGREES) % SECTORS;
  }

  private static int bin(double knots) {
    return Math.min((int) (knots / BIN_KNOTS), SPEED_BINS - 1);
  }

  private static int time(Position at, long atMillis) {
    return Sun.isNight(at.latitude(), at.longitude(), atMillis) ? NIGHT : DAY;
  }
}
