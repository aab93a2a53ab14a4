package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;

import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Drawn;
import bz.keelbill.json.GeodataJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoastFileTest {
  private final Coast land = Coast.of(List.of(Drawn.box(-88, 17, -87, 18)));
  private final Coast other = Coast.of(List.of(Drawn.box(-86, 17, -85, 18)));
  @TempDir Path dir;

  private Coast kept(String layers, Coast joining) {
    CoastFile file = new CoastFile(dir);
    Coast coast = file.of(layers, () -> joining);
    file.write();
    return coast;
  }

  @Test
  void theLandOfAllLayersIsTheSameWhetherItIsJoinedOrRead() {
    CoastFile first = new CoastFile(dir);
    Coast joined = GeodataJson.open(null, first).geography().coast();
    first.write();
    GeodataJson.JoinedLand second =
        (layers, joining) -> new CoastFile(dir).of(layers, () -> fail("it is kept"));
    Coast read = GeodataJson.open(null, second).geography().coast();
    assertNotSame(joined, read);
    assertEquals(joined.land(), read.land());
    assertEquals(joined.sureLand(), read.sureLand());
    assertEquals(joined.shoreMetres(17.3, -87.7), read.shoreMetres(17.3, -87.7));
  }

  @Test
  void landOfOtherLayersIsJoined() {
    assertSame(land, kept("a", land));
    assertSame(other, kept("b", other));
    assertEquals(other.land(), kept("b", land).land());
    assertSame(land, kept("a", land));
  }

  @Test
  void aDamagedFileCountsForNothingAndIsReplaced() throws IOException {
    kept("a", land);
    Path file = dir.resolve("coast.bin");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 7) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 4;
      Files.write(file, bytes);
      assertSame(other, new CoastFile(dir).of("a", () -> other), "byte " + at);
    }
    Files.write(file, new byte[0]);
    assertSame(land, kept("a", land));
    assertEquals(land.land(), kept("a", other).land());
  }

  @Test
  void whereItCannotBeWrittenTheLandIsJoinedEachTime() throws IOException {
    dir = Files.writeString(dir.resolve("file"), "no folder");
    assertSame(land, kept("a", land));
    assertSame(land, kept("a", land));
  }
}
