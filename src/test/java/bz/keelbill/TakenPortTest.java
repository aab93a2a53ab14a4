package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch that is started twice says so, and the second one has touched nothing. */
class TakenPortTest {
  @TempDir Path folder;

  @Test
  void aTakenPortIsNoticedBeforeAnythingIsOpened() throws Exception {
    Path config = folder.resolve("keelbill.yaml");
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          config,
          """
          stations:
            - {id: shore, kind: ais, lat: 17.4937, lon: -88.1810, rangeNm: 60}
          web: {port: %d}
          record: {dir: data}
          """
              .formatted(other.getLocalPort()));
      ConsoleRun run = ConsoleRun.of("serve", "--config", config.toString());
      assertEquals(Keelbill.FAILED, run.exitCode(), run.err());
      run.assertSpeaksToPeople();
      String told = "cannot serve on 127.0.0.1:" + other.getLocalPort();
      assertTrue(run.err().contains(told), run.err());
      assertTrue(run.err().contains("choose another web.port"), run.err());
      assertFalse(Files.exists(folder.resolve("data")), "neither record nor journal is begun");
    }
  }
}
