package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Where and how well each station hears, learned from the craft that others heard or that were
 * heard again: silence is evidence only where we would have heard.
 *
 * <p>A chance is that of being heard in a minute in which the craft speaks at all. Belongs to the
 * one thread of its Watch; changed by {@link RollCall} alone; bounded by the stations' ranges.
 */
public final class Coverage {
  /** From this chance on, water is seen. */
  public static final double SEEN = 0.8;

  /** From this chance on, water is poorly seen; below, unseen. */
  public static final double POORLY_SEEN = 0.3;

  private static final double CLASS_B_SHARE = 0.6;
  private static final int SAMPLED = 2;

  /** What kind of craft is heard, for one carries farther than the other. */
  public enum Kind {
    /** Class A equipment: 12.5 W. */
    AIS_A(Sensor.Kind.AIS, 1),
    /** Class B equipment: 2 or 5 W, and often a low aerial. */
    AIS_B(Sensor.Kind.AIS, CLASS_B_SHARE),
    /** What a radar sees of vessels that others hear. */
    RADAR(Sensor.Kind.RADAR, 1),
    /** Aircraft that tell their positions. */
    AIRCRAFT(Sensor.Kind.ADSB, 1);

    private final Sensor.Kind by;
    private final double priorShare;

    Kind(Sensor.Kind by, double priorShare) {
      this.by = by;
      this.priorShare = priorShare;
    }

    /** The word for it outside: {@code ais-a}, {@code ais-b}, {@code radar}, {@code aircraft}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word, or null. */
    public static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      return null;
    }
  }

  /**
   * One cell of the map.
   *
   * @param south latitude of its southern edge, degrees
   * @param west longitude of its western edge, degrees
   * @param chance of being heard there, 0 to 1
   * @param expected how often it was to be expected there, as far as remembered; 0: the chance is
   *     but supposed from the range
   */
  public record Cell(double south, double west, double chance, double expected) {}

  /**
   * What is kept of one cell.
   *
   * @param minute since when the counts have not faded, minutes of Unix time
   */
  public record Learned(
      String station, Kind kind, int row, int column, float expected, float heard, int minute) {}

  /**
   * Everything learned; immutable.
   *
   * @param untilMillis what happened later is not in it, Unix milliseconds
   * @param sensors who learned it; one that stands elsewhere now begins anew
   */
  public record Snapshot(long untilMillis, List<Sensor> sensors, List<Learned> cells) {
    /** Copies the lists. */
    public Snapshot {
      sensors = List.copyOf(sensors);
      cells = List.copyOf(cells);
    }
  }

  /** Side of a cell, degrees of latitude and of longitude. */
  public static final double CELL_DEGREES = CoverageSheet.CELL_DEGREES;

  private final List<Sensor> sensors;
  private final Map<String, Post> posts = new LinkedHashMap<>();
  private final Map<String, List<Cell>> maps = new HashMap<>();
  private final Map<String, Double> lostByQuestion = new HashMap<>();
  private int minute;

  /** Begins with what the ranges promise. */
  public Coverage(List<Sensor> sensors) {
    sensors.forEach(sensor -> posts.put(sensor.id(), new Post(posts.size(), sensor)));
    this.sensors = posts.values().stream().map(post -> post.sensor).toList();
  }

  /** A station with its sheets; a sheet comes into being when it is first asked for. */
  static final class Post {
    final int index;
    final Sensor sensor;
    private final Map<Kind, CoverageSheet> sheets = new EnumMap<>(Kind.class);

    private Post(int index, Sensor sensor) {
      this.index = index;
      this.sensor = sensor;
    }

    /** Its sheet, or null if it does not hear that kind. */
    CoverageSheet sheet(Kind kind) {
      return kind.by == sensor.kind()
          ? sheets.computeIfAbsent(kind, key -> new CoverageSheet(sensor, key.priorShare))
          : null;
    }
  }

  Collection<Post> posts() {
    return posts.values();
  }

  Post post(String station) {
    return posts.get(station);
  }

  /** The stations that learn, in the order of the configuration. */
  public List<Sensor> sensors() {
    return sensors;
  }

  /** Lets minutes pass; going back does nothing. */
  void advanceTo(int nowMinute) {
    minute = Math.max(minute, nowMinute);
    maps.clear();
    lostByQuestion.clear();
  }

  /** Up to when it has learned, Unix milliseconds; 0 if it has not begun. */
  public long untilMillis() {
    return minute * 60_000L;
  }

  /** The chance that one station hears such a craft at a place; 0 out of its reach. */
  public double chance(String station, Kind kind, Position place) {
    Post post = posts.get(station);
    CoverageSheet sheet = post == null ? null : post.sheet(kind);
    int cell = sheet == null ? -1 : sheet.cellAt(place);
    return cell < 0 ? 0 : sheet.chance(cell, minute);
  }

  /**
   * The chance as it would be without minutes of a craft that is itself in doubt: a ghost that no
   * radar sees must not teach that radars see nothing there.
   *
   * @param missed so many minutes it was owed there and missed
   */
  public double chanceWithout(String station, Kind kind, Position place, double missed) {
    Post post = posts.get(station);
    CoverageSheet sheet = post == null ? null : post.sheet(kind);
    int cell = sheet == null ? -1 : sheet.cellAt(place);
    return cell < 0 ? 0 : sheet.chanceWithout(cell, minute, missed);
  }

  /** Whether two places lie in one cell. */
  public static boolean isOneCell(Position one, Position other) {
    return CoverageSheet.row(one.latitude()) == CoverageSheet.row(other.latitude())
        && CoverageSheet.cellNumber(one.longitude()) == CoverageSheet.cellNumber(other.longitude());
  }

  /**
   * How many minutes of experience one station has with such craft at a place, as far as
   * remembered; 0: the chance there is but supposed from the range.
   */
  public double experience(String station, Kind kind, Position place) {
    Post post = posts.get(station);
    CoverageSheet sheet = post == null ? null : post.sheet(kind);
    int cell = sheet == null ? -1 : sheet.cellAt(place);
    return cell < 0 ? 0 : sheet.expected(cell, minute);
  }

  /**
   * What a station's experience says of one distance from it, whatever the bearing.
   *
   * @param minutes how often it was to be expected there, as far as remembered
   * @param heard in how many of them it was heard
   */
  public record Ring(double minutes, double heard) {
    private static final Ring NONE = new Ring(0, 0);
  }

  /**
   * The experience of one station with such craft as far away as a place is, and a little farther:
   * how well it sees depends on the distance more than on anything else.
   */
  public Ring ring(String station, Kind kind, Position place) {
    Post post = posts.get(station);
    CoverageSheet sheet = post == null ? null : post.sheet(kind);
    return sheet == null || sheet.cellAt(place) < 0
        ? Ring.NONE
        : sheet.ring(Geodesy.distanceMetres(post.sensor.position(), place), minute);
  }

  /** The chance that at least one station hears such a craft at a place. */
  public double chance(Kind kind, Position place) {
    double missed = 1;
    for (String station : posts.keySet()) {
      missed *= 1 - chance(station, kind, place);
    }
    return 1 - missed;
  }

  /**
   * The map of a kind of craft, south to north, west to east; without cells that nobody reaches.
   *
   * @param station whose map; null: of all together
   */
  public List<Cell> cells(Kind kind, String station) {
    if (station != null && !posts.containsKey(station)) {
      return List.of();
    }
    // However many ask in a minute, it is worked out once.
    return maps.computeIfAbsent(kind.word() + ' ' + station, key -> freshCells(kind, station));
  }

  private List<Cell> freshCells(Kind kind, String station) {
    Map<Long, double[]> missed = new TreeMap<>();
    for (Post post : posts.values()) {
      if (station == null || station.equals(post.sensor.id())) {
        gather(post.sheet(kind), missed);
      }
    }
    List<Cell> cells = new ArrayList<>(missed.size());
    missed.forEach((key, sum) -> cells.add(cell(key, sum)));
    return Collections.unmodifiableList(cells);
  }

  private void gather(CoverageSheet sheet, Map<Long, double[]> missed) {
    for (int cell = 0; sheet != null && cell < sheet.size(); cell++) {
      if (sheet.cellOf(sheet.rowOf(cell), sheet.columnOf(cell)) >= 0) {
        long key = (long) sheet.rowOf(cell) << 32 | sheet.columnOf(cell);
        double[] sum = missed.computeIfAbsent(key, first -> new double[] {1, 0});
        sum[0] *= 1 - sheet.chance(cell, minute);
        sum[1] += sheet.expected(cell, minute);
      }
    }
  }

  private static Cell cell(long key, double[] sum) {
    return new Cell(
        (key >> 32) * CELL_DEGREES - 90,
        Geodesy.wrapDegrees((int) key * CELL_DEGREES - 180),
        1 - sum[0],
        sum[1]);
  }

  /**
   * How much of the map some stations would see, and nobody does now; square nautical miles,
   * counted on every other row and column.
   *
   * @param kinds that count together: who hears one of them sees the place
   * @param because the stations whose silence is asked about
   * @param silent all that hear nothing now, those among them
   */
  public double lostSquareMiles(
      List<Kind> kinds, Predicate<String> because, Predicate<String> silent) {
    StringBuilder question = new StringBuilder();
    kinds.forEach(kind -> question.append(kind.word()).append(' '));
    for (Sensor sensor : sensors) {
      question.append(because.test(sensor.id()) ? 'b' : silent.test(sensor.id()) ? 's' : '-');
    }
    // Asked each second while a station is silent; it changes with the minute.
    return lostByQuestion.computeIfAbsent(
        question.toString(), key -> freshLostSquareMiles(kinds, because, silent));
  }

  private double freshLostSquareMiles(
      List<Kind> kinds, Predicate<String> because, Predicate<String> silent) {
    Set<Long> looked = new HashSet<>();
    double lost = 0;
    for (Post post : posts.values()) {
      for (Kind kind : because.test(post.sensor.id()) ? kinds : List.<Kind>of()) {
        lost += lost(post.sheet(kind), kinds, because, silent, looked);
      }
    }
    return lost;
  }

  private double lost(
      CoverageSheet sheet,
      List<Kind> kinds,
      Predicate<String> because,
      Predicate<String> silent,
      Set<Long> looked) {
    double lost = 0;
    for (int cell = 0; sheet != null && cell < sheet.size(); cell++) {
      int row = sheet.rowOf(cell);
      int column = sheet.columnOf(cell);
      boolean isSampled = row % SAMPLED == 0 && column % SAMPLED == 0;
      if (isSampled && looked.add((long) row << 32 | column)) {
        boolean isLost =
            chance(kinds, row, column, because.negate()) >= POORLY_SEEN
                && chance(kinds, row, column, silent) < POORLY_SEEN;
        lost += isLost ? squareMiles(row) : 0;
      }
    }
    return lost;
  }

  private double chance(List<Kind> kinds, int row, int column, Predicate<String> without) {
    double missed = 1;
    for (Post post : posts.values()) {
      for (Kind kind : kinds) {
        CoverageSheet sheet = without.test(post.sensor.id()) ? null : post.sheet(kind);
        int cell = sheet == null ? -1 : sheet.cellOf(row, column);
        missed *= cell < 0 ? 1 : 1 - sheet.chance(cell, minute);
      }
    }
    return 1 - missed;
  }

  /** Of all the cells that a sampled one stands for. */
  private static double squareMiles(int row) {
    double latitude = (row + 0.5) * CELL_DEGREES - 90;
    double side = SAMPLED * CELL_DEGREES * 60;
    return side * side * StrictMath.cos(StrictMath.toRadians(latitude));
  }

  /** What is to be kept over a restart. */
  public Snapshot snapshot() {
    List<Learned> cells = new ArrayList<>();
    for (Post post : posts.values()) {
      post.sheets.forEach((kind, sheet) -> keep(post.sensor.id(), kind, sheet, cells));
    }
    return new Snapshot(untilMillis(), sensors(), cells);
  }

  private static void keep(String station, Kind kind, CoverageSheet sheet, List<Learned> cells) {
    for (int cell = 0; cell < sheet.size(); cell++) {
      if (sheet.rawExpected(cell) > 0) {
        cells.add(
            new Learned(
                station,
                kind,
                sheet.rowOf(cell),
                sheet.columnOf(cell),
                sheet.rawExpected(cell),
                sheet.rawHeard(cell),
                sheet.minuteOf(cell)));
      }
    }
  }

  /** Takes up what was learned before; of stations that are gone or stand elsewhere, nothing. */
  public void restore(Snapshot before) {
    advanceTo((int) Math.floorDiv(before.untilMillis(), 60_000L));
    Set<String> same = new HashSet<>();
    before.sensors().stream().filter(this::standsThere).forEach(sensor -> same.add(sensor.id()));
    for (Learned learned : before.cells()) {
      Post post = same.contains(learned.station()) ? posts.get(learned.station()) : null;
      CoverageSheet sheet = post == null ? null : post.sheet(learned.kind());
      int cell = sheet == null ? -1 : sheet.cellOf(learned.row(), learned.column());
      if (cell >= 0) {
        sheet.put(cell, learned.expected(), learned.heard(), learned.minute());
      }
    }
  }

  private boolean standsThere(Sensor before) {
    Post post = posts.get(before.id());
    return post != null
        && before.kind() == post.sensor.kind()
        && before.position().equals(post.sensor.position());
  }
}
