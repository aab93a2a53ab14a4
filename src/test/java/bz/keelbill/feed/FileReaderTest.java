package bz.keelbill.feed;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {

  @TempDir Path folder;

  private FeedConfig whole(Path file) {
    return FeedConfig.file("f", Format.NMEA, FeedConfig.Source.of(file));
  }

  private FeedConfig growing(Path file, boolean fromEnd) {
    return FeedConfig.file(
        "f", Format.NMEA, new FeedConfig.Source(file, true, fromEnd, FeedConfig.Pace.FAST));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, CREATE, APPEND);
  }

  @Test
  void readsAFileToItsEndAndIsDone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.nmea"), "N one\n\nbad\nN two");
    try (Desk desk = Desk.with(whole(file))) {
      desk.until("done", () -> desk.stateOf("f") == FeedState.State.DONE);
      assertEquals(List.of("one", "two"), desk.said());
      assertEquals(4, desk.batches().get(1).lines().get(0).number(), "the physical line");
      assertEquals(List.of("f up", "f done"), desk.changes());
    }
  }

  @Test
  void readsGzipByContentAlsoInSeveralMembers() throws IOException {
    Path file = folder.resolve("a.nmea");
    Files.write(file, gzip("N one\nN t"));
    Files.write(file, gzip("wo\n"), APPEND);
    try (Desk desk = Desk.with(whole(file))) {
      desk.until("done", () -> desk.stateOf("f") == FeedState.State.DONE);
      assertEquals(List.of("one", "two"), desk.said());
    }
  }

  @Test
  void takesWhatADamagedGzipFileStillHolds() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 20_000; n++) {
      text.append("N ").append(n * 7919L % 10_007).append('\n');
    }
    byte[] zipped = gzip(text.toString());
    Path file = folder.resolve("a.gz");
    Files.write(file, Arrays.copyOf(zipped, zipped.length / 2));
    try (Desk desk = Desk.with(whole(file))) {
      desk.until("done", () -> desk.stateOf("f") == FeedState.State.DONE);
      assertTrue(desk.said().size() > 1_000, "only " + desk.said().size());
    }
  }

  @Test
  void followsAFileThatGrowsIsCutAndIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("a.nmea"), "N one\nN t");
    try (Desk desk = Desk.with(growing(file, false))) {
      desk.until("one", () -> desk.said().size() == 1);
      append(file, "wo\n");
      desk.until("two", () -> desk.said().equals(List.of("one", "two")));
      Files.writeString(file, "N 3\n");
      desk.until("the file cut short", () -> desk.said().contains("3"));
      Path next = Files.writeString(folder.resolve("next"), "N four is in another file\n");
      append(file, "N last words\n");
      Files.move(file, folder.resolve("a.nmea.1"));
      Files.move(next, file);
      desk.until("the file replaced", () -> desk.said().contains("four is in another file"));
      append(file, "N five\n");
      desk.until("five", () -> desk.said().contains("five"));
      assertEquals(
          List.of("one", "two", "3", "last words", "four is in another file", "five"), desk.said());
    }
  }

  @Test
  void waitsForAFileThatIsNotThereYet() throws IOException {
    Path file = folder.resolve("later.nmea");
    try (Desk desk = Desk.with(growing(file, true))) {
      desk.until("down", () -> desk.stateOf("f") == FeedState.State.DOWN);
      append(file, "N one\n");
      desk.until("one", () -> desk.said().equals(List.of("one")));
      desk.until("silent", () -> desk.stateOf("f") == FeedState.State.SILENT);
    }
  }

  @Test
  void passesOverWhatStoodThereIfWished() throws IOException {
    Path file = Files.writeString(folder.resolve("a.nmea"), "N old\n");
    try (Desk desk = Desk.with(growing(file, true))) {
      Desk.pause(10 * Desk.QUICK.pollMillis());
      append(file, "N new\n");
      desk.until("new", () -> desk.said().equals(List.of("new")));
    }
  }

  @Test
  void stopsReadingWhileTheWatchIsFullAndLosesNothing() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 100_000; n++) {
      text.append("N ").append(n).append('\n');
    }
    Path file = Files.writeString(folder.resolve("a.nmea"), text);
    try (Desk desk = Desk.with(whole(file))) {
      desk.full(true);
      Desk.pause(200);
      desk.full(false);
      desk.until("done", () -> desk.stateOf("f") == FeedState.State.DONE);
      assertEquals(100_000, desk.said().size());
      assertEquals("99999", desk.said().get(99_999));
      assertTrue(
          desk.batches().stream().allMatch(batch -> batch.lines().size() <= Batch.MAX_LINES));
    }
  }

  @Test
  void playsAtThePaceOfTheLinesOwnTimes() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.nmea"),
            "N@1000000 a\nP\nN@1000300 b\nN@999999999 wrong clock\nN@1000600 c\nN@1000900 d\n");
    FeedConfig feed =
        FeedConfig.file(
            "f", Format.NMEA, new FeedConfig.Source(file, false, false, FeedConfig.Pace.REALTIME));
    long begun = System.nanoTime();
    try (Desk desk = Desk.with(feed)) {
      desk.until("done", () -> desk.stateOf("f") == FeedState.State.DONE);
      double seconds = (System.nanoTime() - begun) / 1e9;
      assertEquals(List.of("a", "b", "wrong clock", "c", "d"), desk.said());
      assertTrue(seconds >= 0.6, "300 ms twice, but took only " + seconds);
      assertTrue(
          desk.batches().size() >= 3,
          "what is heard apart comes apart: " + desk.batches().size() + " batches");
    }
  }
}
