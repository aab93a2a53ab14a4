package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a named pipe, which blocks and ends as a device does. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SerialReaderTest {

  @TempDir Path folder;

  private Path device() {
    return folder.resolve("tty");
  }

  private FeedConfig feed() {
    return FeedConfig.serial("a", Format.NMEA, device());
  }

  private void plugIn() throws IOException {
    try {
      assertEquals(0, new ProcessBuilder("mkfifo", device().toString()).start().waitFor());
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static void send(FileOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void readsLinesAndTakesHalfALineAtTheBeginningForARefusal() throws IOException {
    plugIn();
    try (Desk desk = Desk.with(feed());
        FileOutputStream line = new FileOutputStream(device().toFile())) {
      send(line, "\u0080alf a line\r\nN one\r\nN t");
      desk.until("one", () -> desk.said().equals(List.of("one")));
      send(line, "wo\r\n");
      desk.until("two", () -> desk.said().equals(List.of("one", "two")));
      assertEquals(1, desk.rejects("a", "checksum"));
      FeedState state = desk.state("a");
      assertEquals(FeedState.State.UP, state.state());
      assertEquals("serial", state.transport());
      assertEquals(device().toString(), state.address());
    }
  }

  @Test
  void isDownWithoutADeviceAndComesBackWhenItIsPluggedIn() throws IOException {
    try (Desk desk = Desk.with(feed())) {
      desk.until("down", () -> desk.stateOf("a") == FeedState.State.DOWN);
      plugIn();
      try (FileOutputStream line = new FileOutputStream(device().toFile())) {
        send(line, "N one\nN ha");
        desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      }
      desk.until("down again", () -> desk.stateOf("a") == FeedState.State.DOWN);
      try (FileOutputStream line = new FileOutputStream(device().toFile())) {
        send(line, "N two\n");
        desk.until("two", () -> desk.said().equals(List.of("one", "two")));
      }
      assertEquals(1, desk.rejects("a", "short"), "half a line is never glued to the next");
    }
  }

  @Test
  void isSilentAndOpenedAnewWhenNothingValidComes() throws IOException {
    plugIn();
    try (Desk desk = Desk.with(feed());
        FileOutputStream line = new FileOutputStream(device().toFile())) {
      send(line, "N one\n");
      desk.until("silent", () -> desk.stateOf("a") == FeedState.State.SILENT);
      desk.until(
          "up again",
          () -> {
            sendQuietly(line, "N again\n");
            return desk.stateOf("a") == FeedState.State.UP;
          });
    }
  }

  /** Between two openings nobody reads the pipe. */
  private static void sendQuietly(FileOutputStream line, String text) {
    try {
      send(line, text);
    } catch (IOException nobodyReads) {
      Desk.pause(1);
    }
  }

  @Test
  void makesTheDeviceWaitWhileTheWatchIsFullAndLosesNothing() throws Exception {
    int lines = 50_000;
    AtomicLong sent = new AtomicLong();
    plugIn();
    try (Desk desk = Desk.with(feed());
        FileOutputStream line = new FileOutputStream(device().toFile())) {
      desk.full(true);
      Thread sender =
          new Thread(
              () -> {
                for (int n = 0; n < lines; n++) {
                  sendQuietly(line, "N " + n + "\n");
                  sent.incrementAndGet();
                }
              });
      sender.start();
      long before = -1;
      while (before != sent.get() || before <= 0) {
        before = sent.get();
        Desk.pause(200);
      }
      assertTrue(before < lines, "the device must wait, but sent all of " + lines);
      desk.full(false);
      desk.until("all", () -> desk.said().size() == lines);
      sender.join();
      assertEquals(String.valueOf(lines - 1), desk.said().get(lines - 1));
    }
  }

  @Test
  void survivesRandomBytes() throws IOException {
    byte[] noise = new byte[200_000];
    new java.util.Random(20261125).nextBytes(noise);
    plugIn();
    try (Desk desk = Desk.with(feed());
        FileOutputStream line = new FileOutputStream(device().toFile())) {
      line.write(noise);
      send(line, "\nN after\n");
      desk.until("after", () -> desk.said().contains("after"));
    }
  }

  @Test
  void anOrdinaryFileAndAFolderAreNoDevices() throws IOException {
    Files.writeString(device(), "N one\n");
    FeedConfig atFolder = FeedConfig.serial("b", Format.NMEA, folder);
    try (Desk desk = Desk.with(feed(), atFolder)) {
      desk.until("down", () -> desk.stateOf("a") == FeedState.State.DOWN);
      desk.until("folder down", () -> desk.stateOf("b") == FeedState.State.DOWN);
      assertEquals(List.of(), desk.said(), "it would be read again and again");
    }
  }

  @Test
  void closesWhileADeviceIsBeingReadAndWhileOneIsBeingOpened() throws IOException {
    // Another test's thread may wait for ever for somebody to open the far end of its pipe.
    Set<Thread> others = threads();
    plugIn();
    try (Desk desk = Desk.with(feed());
        FileOutputStream line = new FileOutputStream(device().toFile())) {
      send(line, "N one\n");
      desk.until("one", () -> desk.said().size() == 1);
      desk.closeFeeds();
      desk.until("its thread ended", () -> others.containsAll(threads()));
    }
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("serial a"))
        .collect(Collectors.toSet());
  }
}
