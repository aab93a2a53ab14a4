package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.watch.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCheckTest {
  private static final String SEALED = "days/2026-11-23.duckdb";
  private static final String OPEN = "days/2026-11-24.duckdb";

  @TempDir static Path kept;
  @TempDir Path temp;

  /** Two days: the first is sealed, the second goes on. */
  @BeforeAll
  static void record() throws Exception {
    Files.createDirectories(kept.resolve("days"));
    try (Journal journal = Journal.open(kept.resolve("journal"), () -> RecordedScene.MIDNIGHT);
        RecordedScene scene = new RecordedScene(kept.resolve("days"))) {
      scene.play();
      order(journal, scene, 1);
      scene.awaitWritten();
      scene.clock.set(RecordedScene.hour(24.5));
      for (int batch = 0; batch < 3; batch++) {
        scene.line("the next day");
        scene.fix(
            9,
            "mmsi:312000009",
            RecordedScene.ship(312_000_009, "NEW", null, null),
            17,
            -88,
            Double.NaN);
        scene.recorder.tick(scene.clock.addAndGet(60_000));
        Alert alert =
            Samples.alert("gf-" + batch, Alert.State.ACTIVE_UNACKNOWLEDGED, new Random(batch));
        scene.recorder.change(new Change.AlertChanged(What.RAISED, alert));
        order(journal, scene, 2 + batch);
        scene.awaitWritten();
      }
      scene.recorder.close();
      for (JournalEntry note : scene.notes) {
        append(journal, note);
      }
    }
  }

  private static void order(Journal journal, RecordedScene scene, int number) throws Exception {
    scene.recorder.order(append(journal, Samples.order(number)));
  }

  private static Journalled append(Journal journal, JournalEntry entry) throws Exception {
    return journal.append(entry).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private Path copy() throws IOException {
    Path copy = Files.createTempDirectory(temp, "copy");
    for (String folder : List.of("days", "journal")) {
      Files.createDirectories(copy.resolve(folder));
      try (var files = Files.newDirectoryStream(kept.resolve(folder))) {
        for (Path file : files) {
          if (Files.isRegularFile(file)) {
            Files.copy(file, copy.resolve(folder).resolve(file.getFileName()));
          }
        }
      }
    }
    return copy;
  }

  private List<Flaw> flaws(Path dir) throws IOException {
    RecordCheck check = new RecordCheck(temp);
    check.data(dir);
    return check.flaws();
  }

  @Test
  void whatNobodyTouchedIsAsItWasWritten() throws Exception {
    RecordCheck check = new RecordCheck(temp);
    check.data(kept);
    assertEquals(List.of(), check.flaws());
    String notes = String.join("\n", check.notes());
    assertTrue(notes.contains("2026-11-23.duckdb: sealed, and the journal says so"), notes);
    assertTrue(notes.contains("2026-11-24.duckdb: 3 batches"), notes);
  }

  @Test
  void aFlippedBitAnywhereInASealedDayIsFoundWithItsPlace() throws Exception {
    Path copy = copy();
    Path file = copy.resolve(SEALED);
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      int at = random.nextInt(bytes.length);
      flip(file, bytes, at, random.nextInt(8));
      RecordCheck check = new RecordCheck(temp);
      check.day(file);
      List<Flaw> found = check.flaws();
      assertFalse(found.isEmpty(), "byte " + at);
      int block = at / 65_536 * 65_536;
      assertEquals("2026-11-23.duckdb", found.get(0).file());
      assertEquals("bytes " + block + " to " + (block + 65_535), found.get(0).place());
      Files.write(file, bytes);
    }
    assertEquals(List.of(), flaws(copy));
  }

  @Test
  void aFlippedBitAnywhereInTheSealIsFound() throws Exception {
    flipEverySo(SEALED + ".seal", 60);
  }

  @Test
  void aFlippedBitAnywhereInTheJournalIsFound() throws Exception {
    Path copy = copy();
    try (var files = Files.newDirectoryStream(copy.resolve("journal"), "*.jsonl")) {
      for (Path file : files) {
        flipEverySo("journal/" + file.getFileName(), 60);
      }
    }
  }

  private void flipEverySo(String name, int times) throws Exception {
    Path copy = copy();
    Path file = copy.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(6);
    for (int i = 0; i < times; i++) {
      int at = i == 0 ? bytes.length - 1 : random.nextInt(bytes.length);
      flip(file, bytes, at, random.nextInt(8));
      RecordCheck check = new RecordCheck(temp);
      if (name.startsWith("journal")) {
        check.journal(copy.resolve("journal"));
      } else {
        check.day(copy.resolve(SEALED));
      }
      List<Flaw> found = check.flaws();
      assertFalse(found.isEmpty(), name + " byte " + at);
      assertEquals(file.getFileName().toString(), found.get(0).file());
      Files.write(file, bytes);
    }
  }

  private static void flip(Path file, byte[] bytes, int at, int bit) throws IOException {
    byte[] changed = bytes.clone();
    changed[at] ^= (byte) (1 << bit);
    Files.write(file, changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update lines set bytes = 'x'::blob where seq = (select max(seq) from lines) | lines, entry
          update lines set received_millis = received_millis + 1 where seq = (select min(seq) from lines) | lines, entry
          update ticks set tick_millis = tick_millis + 1 where seq = (select min(seq) from ticks) | ticks, entry
          update orders set person = 'Eve' where seq = (select min(seq) from orders) | orders, entry
          update fixes set lat = lat + 1e-9 where seq = (select min(seq) from fixes) | fixes, entry
          update fixes set heading_degrees = 0 where seq = (select min(seq) from fixes) | fixes, entry
          update alerts set priority = 'caution!' where seq = (select min(seq) from alerts) | alerts, entry
          update alerts set revision = revision + 1 where seq = (select min(seq) from alerts) | alerts, entry
          update crafts set name = null | crafts, entry
          update lines set mark = mark + 1 where seq = (select min(seq) from lines) | lines, entry
          update lines set batch = batch + 1 where seq = (select min(seq) from lines) | batch
          update lines set batch = 99999 where seq = (select min(seq) from lines) | lines, entry
          delete from lines where seq = (select min(seq) from lines) | batch
          delete from fixes where seq = (select max(seq) from fixes) | batch
          insert into ticks select * from ticks limit 1 | batch
          update batches set hash = prev where batch = (select min(batch) from batches) | batch
          update batches set prev = hash where batch = (select min(batch) from batches) | batch
          update batches set row_count = row_count + 1 where batch = (select max(batch) from batches) | batch
          update about set text = '1' | about
          """)
  void aRowThatIsChangedInTheOpenDayIsFoundAndNamed(String sql, String place) throws Exception {
    Path copy = copy();
    sql(copy.resolve(OPEN), sql);
    List<Flaw> found = flaws(copy);
    assertFalse(found.isEmpty(), sql);
    assertEquals("2026-11-24.duckdb", found.get(0).file());
    assertTrue(found.get(0).place().startsWith(place), found.toString());
  }

  @Test
  void aRowThatIsForgedWithItsMarkAndItsBatchIsFoundByTheJournal() throws Exception {
    Path copy = copy();
    sql(
        copy.resolve(OPEN),
        "delete from batches where batch = (select max(batch) from batches);"
            + "delete from orders where batch not in (select batch from batches);"
            + "delete from lines where batch not in (select batch from batches);"
            + "delete from fixes where batch not in (select batch from batches);"
            + "delete from ticks where batch not in (select batch from batches);"
            + "delete from alerts where batch not in (select batch from batches)");
    assertEquals(List.of(), flaws(copy), "a tail that is gone is known by a copied head alone");
    Files.delete(copy.resolve("days/2026-11-23.duckdb.seal"));
    assertEquals("the seal is gone", flaws(copy).get(0).what());
    sql(copy.resolve(SEALED), "update lines set feed = 'other' where seq = 1");
    assertEquals("it is not the file that was sealed", flaws(copy).get(1).what());
  }

  @Test
  void aDayThatIsTakenOutOfTheMiddleIsMissed() throws Exception {
    Path copy = copy();
    Files.move(copy.resolve(OPEN), copy.resolve("days/2026-11-25.duckdb"));
    assertEquals(List.of(), flaws(copy), "nothing between them is missing");
    sql(copy.resolve("days/2026-11-25.duckdb"), "update batches set batch = batch + 1");
    assertFalse(flaws(copy).isEmpty());
  }

  private static void sql(Path file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String one : sql.split(";")) {
        statement.execute(one);
      }
    }
  }
}
