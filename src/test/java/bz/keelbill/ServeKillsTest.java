package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself under load, ended by kill -9; by hand a hundred times: {@link ServeKills}. */
class ServeKillsTest {
  private static final int KILLS = 3;

  /** A batch is a second; on a busy machine its writing may take some more. */
  private static final double MOST_SECONDS_LOST = 6;

  @TempDir Path folder;

  @Test
  void whatWasAnsweredIsKeptAndWhatIsLostIsTold() throws Exception {
    ServeKills kills = new ServeKills(folder, System.nanoTime());
    for (ServeKills.Kill kill : kills.run(KILLS)) {
      assertEquals(0, kill.ordersLost(), kill.toString());
      assertEquals(0, kill.flaws(), kill.toString());
      assertTrue(kill.told(), kill.toString());
      assertTrue(kill.secondsLost() <= MOST_SECONDS_LOST, kill.toString());
      assertTrue(kill.orders() > 0 && kill.lines() > 0, kill.toString());
    }
  }
}
