package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.record.TrackQuery.Who;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that is put in order holds the same rows, proves the same, and answers the same. */
class OrderedDayTest {
  private static final long SEED = 20_261_126;
  private static final int CRAFT = 40;

  @TempDir Path dir;

  /** Boats and aircraft that wander for a day, with pauses in which nobody hears them. */
  private DayName record() throws Exception {
    Random random = new Random(SEED);
    double[] lat = random.doubles(CRAFT, 16.5, 17.5).toArray();
    double[] lon = random.doubles(CRAFT, -88.4, -87.4).toArray();
    try (RecordedScene scene = new RecordedScene(dir)) {
      for (int minute = 0; minute < 1_440; minute += 4) {
        scene.clock.set(RecordedScene.MIDNIGHT + minute * 60_000L);
        for (int i = 0; i < CRAFT; i++) {
          double step = i % 5 == 0 ? 0.05 : 0.004;
          lat[i] += random.nextGaussian() * step;
          lon[i] += random.nextGaussian() * step;
          if (random.nextInt(4) > 0) {
            int mmsi = 312_000_000 + i;
            scene.fix(
                i,
                "mmsi:" + mmsi,
                RecordedScene.ship(mmsi, "CRAFT " + i, null, null),
                lat[i],
                lon[i],
                Double.NaN);
          }
        }
        scene.recorder.tick(scene.clock.get());
      }
    }
    return DayName.in(dir).get(0);
  }

  private DayFiles files() {
    return new DayFiles(RecordSettings.in(dir));
  }

  private Object answer(TrackQuery query) throws Exception {
    TracksFound found = Recordings.in(RecordSettings.in(dir)).tracks(query, "", 100);
    TreeMap<String, Integer> fixes = new TreeMap<>();
    List<String> problems =
        Recordings.in(RecordSettings.in(dir))
            .fixes(
                query,
                new FixTaker() {
                  private String now;

                  @Override
                  public void track(Craft craft) {
                    now = craft.track();
                  }

                  @Override
                  public void fix(PastFix fix) {
                    fixes.merge(now, fix.hashCode(), (a, b) -> 31 * a + b);
                  }
                });
    return List.of(found, fixes, problems);
  }

  private static List<TrackQuery> questions() {
    Random random = new Random(SEED);
    List<TrackQuery> questions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double from = random.nextDouble() * 22;
      double to = from + 0.5 + random.nextDouble() * (23 - from);
      double lat = 16.5 + random.nextDouble();
      double lon = -88.4 + random.nextDouble();
      Spot where =
          switch (i % 3) {
            case 0 -> null;
            case 1 -> new Spot.Box(lon, lat, lon + 0.2, lat + 0.1);
            default -> new Spot.Circle(new Position(lat, lon), 500 + random.nextInt(9_000));
          };
      long mmsi = 312_000_000L + random.nextInt(CRAFT);
      Who who =
          switch (i % 4) {
            case 0 -> new Who(null, null, mmsi, null, null, null, null);
            case 1 -> new Who(null, "craft 1", null, null, null, null, null);
            default -> Who.ANYBODY;
          };
      questions.add(new TrackQuery(RecordedScene.hour(from), RecordedScene.hour(to), who, where));
    }
    return questions;
  }

  @Test
  void everyQuestionHasTheAnswerThatItHadBefore() throws Exception {
    DayName day = record();
    List<Object> before = new ArrayList<>();
    for (TrackQuery query : questions()) {
      before.add(answer(query));
    }
    OrderedDay.put(files(), day);
    try (DayFiles.Lease lease = files().forReading(day.path())) {
      assertTrue(OrderedDay.isOne(lease));
    }
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i), answer(questions().get(i)), "question " + i + ", seed " + SEED);
    }
  }

  @Test
  void itsChainIsThatOfTheRowsAsTheyWereWritten() throws Exception {
    DayName day = record();
    String before = rows(day, "batches") + rows(day, "lines") + rows(day, "fixes");
    OrderedDay.put(files(), day);
    assertEquals(before, rows(day, "batches") + rows(day, "lines") + rows(day, "fixes"));
    assertEquals(List.of(), flaws());
    execute(day, "update fixes set lat = lat + 0.001 where track = 'mmsi:312000007' and seq < 900");
    assertTrue(flaws().stream().anyMatch(flaw -> flaw.place().startsWith("fixes, entry ")));
  }

  @Test
  void aVisitThatWasTakenAwayIsFound() throws Exception {
    DayName day = record();
    OrderedDay.put(files(), day);
    execute(day, "delete from visits where track = 'mmsi:312000007'");
    assertEquals("visits", flaws().get(0).place());
  }

  @Test
  void whatAnInterruptedRunLeftIsTakenAwayAndADayThatCannotBeReadStays() throws Exception {
    DayName day = record();
    Path part = dir.resolve(day.name() + ".ordered");
    Files.writeString(part, "half a day");
    OrderedDay.put(files(), day);
    assertFalse(Files.exists(part));
    assertEquals(List.of(), flaws());

    Path broken = Files.writeString(dir.resolve("2026-11-22.duckdb"), "nothing of ours");
    DayName other = DayName.in(dir).get(0);
    assertThrows(SQLException.class, () -> OrderedDay.put(files(), other));
    assertEquals("nothing of ours", Files.readString(broken));
  }

  private List<Flaw> flaws() throws Exception {
    RecordCheck check = new RecordCheck(dir.resolve("tmp"));
    check.days(dir);
    return check.flaws();
  }

  private String rows(DayName day, String table) throws SQLException {
    try (DayFiles.Lease lease = files().forReading(day.path());
        Statement statement = lease.connection().createStatement();
        ResultSet row =
            statement.executeQuery("select count(*), bit_xor(hash(t)) from " + table + " t")) {
      row.next();
      return table + row.getString(1) + "/" + row.getString(2) + " ";
    }
  }

  private void execute(DayName day, String sql) throws SQLException {
    try (DayFiles.Lease lease = files().forWriting(day.path());
        Statement statement = lease.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
