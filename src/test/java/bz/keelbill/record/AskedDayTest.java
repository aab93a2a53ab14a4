package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.record.TrackQuery.Who;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed day stays open for the next question, and is in nobody's way. */
class AskedDayTest {
  private static final Who ANYBODY = Who.ANYBODY;

  @TempDir Path dir;
  @TempDir Path elsewhere;

  /** A day in which one ship spoke once an hour. */
  private static Path sealedDay(Path dir, int mmsi, double firstHour) throws Exception {
    try (RecordedScene scene = new RecordedScene(dir)) {
      for (int hour = 0; hour < 4; hour++) {
        scene.clock.set(RecordedScene.hour(firstHour + hour));
        String track = "mmsi:" + mmsi;
        scene.fix(1, track, RecordedScene.ship(mmsi, "ONE", null, null), 17, -88, Double.NaN);
        scene.recorder.tick(scene.clock.get());
      }
    }
    List<DayName> days = DayName.in(dir);
    Path day = days.get(days.size() - 1).path();
    new RecordSeals(new DayFiles(RecordSettings.in(dir)), note -> {})
        .sealOld(LocalDate.of(2026, 12, 1));
    return day;
  }

  private static List<String> found(DayFiles files, double from, double to) throws Exception {
    TrackQuery query =
        new TrackQuery(RecordedScene.hour(from), RecordedScene.hour(to), ANYBODY, null);
    TracksFound found = new Recordings(files).tracks(query, "", 10);
    assertEquals(List.of(), found.problems());
    return found.tracks().stream().map(each -> each.craft().track()).toList();
  }

  @Test
  void whoeverWritesItOrLooksWhetherItIsOpenIsNotHindered() throws Exception {
    Path day = sealedDay(dir, 312_000_001, 1);
    DayFiles files = new DayFiles(RecordSettings.in(dir));
    assertEquals(List.of("mmsi:312000001"), found(files, 0, 24));
    assertFalse(files.isOpen(day));
    try (DayFiles.Lease lease = files.forWriting(day);
        Statement statement = lease.connection().createStatement()) {
      statement.execute("create table more(number bigint)");
    }
    assertEquals(List.of("mmsi:312000001"), found(files, 0, 24));
  }

  /** Each jump of a replay opens a recording: the day stays open for the next one. */
  @Test
  void whoeverPlaysItHindersNobodyEither() throws Exception {
    Path day = sealedDay(dir, 312_000_001, 1);
    DayFiles files = new DayFiles(RecordSettings.in(dir));
    Recordings recordings = new Recordings(files);
    for (int i = 0; i < 3; i++) {
      try (Recording recording = recordings.open(0, Long.MAX_VALUE)) {
        assertNotNull(recording.next());
        assertTrue(files.isOpen(day));
        assertEquals(List.of(), recording.problems());
      }
      assertFalse(files.isOpen(day));
    }
    try (DayFiles.Lease lease = files.forWriting(day);
        Statement statement = lease.connection().createStatement()) {
      statement.execute("create table more(number bigint)");
    }
  }

  @Test
  void anotherFileInItsPlaceIsTheOneThatIsAsked() throws Exception {
    Path day = sealedDay(dir, 312_000_001, 1);
    DayFiles files = new DayFiles(RecordSettings.in(dir));
    assertEquals(List.of("mmsi:312000001"), found(files, 0, 24));
    Path other = sealedDay(elsewhere, 312_000_002, 7);
    Files.move(other, day, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(List.of("mmsi:312000002"), found(files, 6, 24));
    assertEquals(List.of(), found(files, 0, 6));
  }

  @Test
  void aNeighbourWithoutFixesOfTheTimeIsLeftOut() throws Exception {
    Path first = sealedDay(dir, 312_000_001, 1);
    Path second = sealedDay(dir, 312_000_002, 26);
    DayFiles files = new DayFiles(RecordSettings.in(dir));
    assertEquals(List.of("mmsi:312000001"), found(files, 0, 24));
    assertEquals(List.of("mmsi:312000002"), found(files, 24, 48));
    List<DayName> with =
        files.withFixes(
            RecordedScene.hour(0), RecordedScene.hour(24), (name, why) -> assertFalse(true));
    assertEquals(List.of(first), with.stream().map(DayName::path).toList());
    assertFalse(first.equals(second));
  }
}
