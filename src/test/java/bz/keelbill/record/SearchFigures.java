package bz.keelbill.record;

import bz.keelbill.geo.Position;
import bz.keelbill.record.TrackQuery.Who;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Measures the record on made days: 2,300 craft, a fix each minute, 3.3 million fixes a day. Run by
 * hand with a folder as its argument; {@code -Ddays=30} says how many days.
 *
 * <p>The first day is written by the recorder, put in order and sealed, and every hash of it is
 * checked; it is asked of before that and after. The days that follow are the same with their times
 * moved on, for questions only: their hashes are not theirs.
 */
public final class SearchFigures {
  private static final int CRAFT = 2_300;
  private static final int MINUTES = 1_440;
  private static final long DAY_MILLIS = 86_400_000;
  private static final Who ONE = new Who(null, null, 312_000_777L, null, null, null, null);
  private static final Spot BOX = new Spot.Box(-88.2, 17.2, -87.9, 17.5);
  private static final Spot CIRCLE = new Spot.Circle(new Position(17.3, -87.9), 2 * 1852);

  /** On a busy machine it says more than the clock on the wall. */
  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path dir;
  private final int days;

  private SearchFigures(Path dir, int days) {
    this.dir = dir;
    this.days = days;
  }

  /** Does it. */
  public static void main(String[] args) throws Exception {
    Path dir = Files.createDirectories(Path.of(args[0]));
    new SearchFigures(dir, Integer.getInteger("days", 1)).run();
  }

  private void run() throws Exception {
    if (DayName.in(dir).isEmpty()) {
      timed("write a day", () -> write(dir));
    }
    DayName first = DayName.in(dir).get(0);
    if (!Seal.isSealed(first.path())) {
      ask("as written", 0, 1);
      timed("order and seal", () -> seal(first));
      timed("check of every row", this::check);
    }
    for (int i = DayName.in(dir).size(); i < days; i++) {
      repeat(first, i);
    }
    long bytes = 0;
    long lines = 0;
    for (RecordedDay day : Recordings.in(RecordSettings.in(dir)).days()) {
      bytes += day.bytes();
      lines += day.lines();
    }
    System.out.printf("%,d lines, %,d bytes, %.1f a fix%n", lines, bytes, bytes / (double) lines);
    ask("in order", days / 2, days);
  }

  private void ask(String how, int day, int all) throws Exception {
    Recordings recordings = Recordings.in(RecordSettings.in(dir));
    double at = day * 24.0;
    for (int i = 0; i < 3; i++) {
      System.out.println(how);
      find(recordings, "one craft, a day", query(at, at + 24, ONE, null));
      find(recordings, "one craft, all days", query(0, all * 24.0, ONE, null));
      timed(
          "its fixes of a day",
          () -> recordings.fixes(query(at, at + 24, ONE, null), new Counting()));
      find(recordings, "box, an hour", query(at + 1, at + 2, Who.ANYBODY, BOX));
      find(recordings, "box, a day", query(at, at + 24, Who.ANYBODY, BOX));
      find(recordings, "within 2 nm, two hours", query(at + 1, at + 3, Who.ANYBODY, CIRCLE));
      find(recordings, "within 2 nm, all days", query(0, all * 24.0, Who.ANYBODY, CIRCLE));
    }
  }

  private static void find(Recordings recordings, String what, TrackQuery query) throws Exception {
    timed(
        what,
        () -> {
          TracksFound found = recordings.tracks(query, "", 100);
          String more = found.next() == null ? "" : " and more";
          System.out.print(found.tracks().size() + " found" + more + found.problems() + ": ");
        });
  }

  private static final class Counting implements FixTaker {
    private long fixes;

    @Override
    public void track(Craft craft) {
      System.out.print(craft.track() + " ");
    }

    @Override
    public void fix(PastFix fix) {
      fixes++;
    }
  }

  private void check() throws Exception {
    RecordCheck check = new RecordCheck(dir.resolve("tmp"));
    check.days(dir);
    System.out.print(check.notes() + " " + check.flaws() + " ");
  }

  private void seal(DayName day) throws Exception {
    DayFiles files = new DayFiles(RecordSettings.in(dir));
    new RecordSeals(files, entry -> {}).sealOld(day.day().plusDays(1));
  }

  /** The first day again, so many days later. */
  private void repeat(DayName first, int later) throws Exception {
    DayFiles files = new DayFiles(RecordSettings.in(dir));
    Path path = dir.resolve(first.day().plusDays(later) + ".duckdb");
    long millis = later * DAY_MILLIS;
    try (DayFiles.Lease lease = files.forWriting(path);
        Statement to = lease.connection().createStatement()) {
      to.execute("attach '" + first.path() + "' as day (read_only)");
      to.execute("create table about(name varchar primary key, text varchar)");
      DayFile.createTables(to);
      for (String table : DayFile.TABLES.keySet()) {
        String times =
            DayCheck.columns(table).stream()
                .filter(column -> column.endsWith("_millis"))
                .map(column -> column + " + " + millis + " as " + column)
                .collect(Collectors.joining(", "));
        to.execute("insert into " + table + " select * replace (" + times + ") from day." + table);
      }
      to.execute("insert into batches select * from day.batches");
      to.execute("create table visits as " + OrderedDay.VISITS + " order by 1, 2, 3, 4");
      to.execute("detach day");
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void timed(String what, Work work) throws Exception {
    long begun = System.nanoTime();
    long cpu = CPU.getProcessCpuTime();
    work.run();
    long used = CPU.getProcessCpuTime() - cpu;
    System.out.printf(
        "%-28s %,d ms, %,d ms of CPU%n",
        what, (System.nanoTime() - begun) / 1_000_000, used / 1_000_000);
  }

  private static TrackQuery query(double from, double to, Who who, Spot where) {
    return new TrackQuery(RecordedScene.hour(from), RecordedScene.hour(to), who, where);
  }

  private static void write(Path dir) throws Exception {
    Random random = new Random(1);
    double[] lat = random.doubles(CRAFT, 15.5, 18.5).toArray();
    double[] lon = random.doubles(CRAFT, -89, -86.5).toArray();
    try (RecordedScene scene = new RecordedScene(dir)) {
      for (int minute = 0; minute < MINUTES; minute++) {
        scene.clock.set(RecordedScene.MIDNIGHT + minute * 60_000L);
        for (int i = 0; i < CRAFT; i++) {
          lat[i] += random.nextGaussian() * 0.002;
          lon[i] += random.nextGaussian() * 0.002;
          int mmsi = 312_000_000 + i;
          String text = "!AIVDM,1,1,,A,15Mj23P000G?q7fK>g:o7@1:0L3S" + random.nextInt() + ",0*1B";
          scene.fix(
              i,
              "mmsi:" + mmsi,
              RecordedScene.ship(mmsi, "CRAFT " + i, null, null),
              lat[i],
              lon[i],
              Double.NaN,
              text);
        }
        scene.recorder.tick(scene.clock.get());
        scene.awaitRoom();
      }
      scene.awaitWritten();
    }
  }
}
