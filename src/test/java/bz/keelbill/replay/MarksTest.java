package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.record.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {
  @Test
  void marksStandFartherApartTheLongerTheWayIs(@TempDir Path folder) throws Exception {
    byte[] image = new byte[50_000];
    new Random(1).nextBytes(image);
    int kept = 0;
    try (Marks marks = new Marks(folder, 86_400_000)) {
      for (long at = 0; at < 86_400_000; at += 10_000) {
        if (marks.isWanted(-86_400_000, at)) {
          image[0] = (byte) kept++;
          marks.add(at, at / 10, image.clone(), List.of());
        }
      }
      assertEquals(144, kept);
      assertNull(marks.before(0));
      for (long at : new long[] {1, 3_600_000, 43_200_001, 86_400_000}) {
        Checkpoint found = marks.before(at).checkpoint();
        image[0] = (byte) (found.atMillis() / 600_000);
        assertTrue(at - found.atMillis() <= 610_000, at + ": " + found.atMillis());
        assertEquals(found.atMillis() / 10, found.recordSeq());
        assertArrayEquals(image, found.image());
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void largerMarksStandFartherApartAndTheFileHasItsLimit(@TempDir Path folder) throws Exception {
    byte[] image = new byte[20_000];
    new Random(1).nextBytes(image);
    long most = 1_000_000;
    List<Long> kept = new ArrayList<>();
    try (Marks marks = new Marks(folder, 86_400_000, most)) {
      for (long at = 0; at < 2 * 86_400_000; at += 60_000) {
        if (marks.isWanted(0, at)) {
          marks.add(at, at, image, List.of());
          assertNotNull(marks.before(at + 1));
          kept.add(at);
        }
        try (Stream<Path> files = Files.list(folder)) {
          assertTrue(files.mapToLong(file -> file.toFile().length()).sum() <= most);
        }
      }
      assertFalse(marks.isWanted(0, 3 * 86_400_000L), "full");
    }
    // Fifty find room, and stand over all of the way.
    assertTrue(kept.size() >= 49 && kept.size() <= 51, kept::toString);
    assertTrue(kept.get(45) > 70_000_000, kept::toString);
  }

  /** Who begins with what was remembered there leaves it to others to remember it. */
  @Test
  void thereIsNoMarkWhereTheWayBeganWithOne(@TempDir Path folder) throws Exception {
    try (Marks marks = new Marks(folder, 86_400_000)) {
      assertFalse(marks.isWanted(50_000_000, 50_000_001));
      assertFalse(marks.isWanted(50_000_000, 50_599_999));
      assertTrue(marks.isWanted(50_000_000, 50_600_000));
    }
  }

  @Test
  void whereTheDiskTakesNothingThereAreNoMarks(@TempDir Path folder) throws Exception {
    Path file = Files.createTempFile(folder, "no-folder", "");
    try (Marks marks = new Marks(file, 86_400_000)) {
      marks.add(1, 1, new byte[9], List.of());
      assertNull(marks.before(86_400_000));
      assertFalse(marks.isWanted(0, 86_400_000));
    }
  }
}
