package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {
  @TempDir Path temp;

  private Path dir() {
    return temp.resolve("checkpoints");
  }

  private static Checkpoint checkpoint(long seq) {
    byte[] image = new byte[20_000];
    new Random(seq).nextBytes(image);
    return new Checkpoint(1_795_000_000_000L + seq, seq, 7, "epoch", seq % 2 == 0, image);
  }

  @Test
  void theLastTwoAreKeptAndTheNewestIsRead() throws Exception {
    CheckpointFiles files = new CheckpointFiles(dir());
    for (long seq : new long[] {9, 10, 1_000_000_000_005L}) {
      files.write(checkpoint(seq));
    }
    List<String> problems = new ArrayList<>();
    Checkpoint newest = files.newestBefore(Long.MAX_VALUE, problems::add);
    assertEquals(1_000_000_000_005L, newest.recordSeq());
    assertArrayEquals(checkpoint(newest.recordSeq()).image(), newest.image());
    assertEquals("epoch", newest.epoch());
    assertEquals(7, newest.journalSeq());
    Checkpoint before = files.newestBefore(newest.recordSeq(), problems::add);
    assertEquals(10, before.recordSeq());
    assertTrue(before.isLast());
    assertNull(files.newestBefore(10, problems::add));
    assertEquals(List.of(), problems);
    try (Stream<Path> paths = Files.list(dir())) {
      assertEquals(2, paths.count());
    }
  }

  @Test
  void everyFlippedOrMissingByteIsFound() throws Exception {
    byte[] whole = CheckpointBytes.of(checkpoint(3));
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      bytes[i < 60 ? i : random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      assertUnusable(bytes);
      assertUnusable(java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
    }
  }

  private void assertUnusable(byte[] bytes) throws Exception {
    Files.createDirectories(dir());
    Files.write(dir().resolve("checkpoint-000000000003.bin"), bytes);
    List<String> problems = new ArrayList<>();
    assertNull(new CheckpointFiles(dir()).newestBefore(Long.MAX_VALUE, problems::add));
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("checkpoint-000000000003.bin is "), problems.get(0));
  }

  @Test
  void oneOfALaterVersionIsNamedSetAsideAndTheOneBeforeIsUsed() throws Exception {
    CheckpointFiles files = new CheckpointFiles(dir());
    files.write(checkpoint(4));
    byte[] later = CheckpointBytes.of(checkpoint(5));
    later[7] = 9;
    Files.write(dir().resolve("checkpoint-000000000005.bin"), later);
    List<String> problems = new ArrayList<>();
    assertEquals(4, files.newestBefore(Long.MAX_VALUE, problems::add).recordSeq());
    assertEquals(
        List.of(
            "checkpoint-000000000005.bin is of version 9, which is not known here;"
                + " it was set aside, and the one before it counts"),
        problems);
    assertTrue(Files.exists(dir().resolve("checkpoint-000000000005.bin.set-aside")));
  }

  /** What a cut in the middle of writing leaves behind. */
  @Test
  void aHalfWrittenOneDoesNotCount() throws Exception {
    CheckpointFiles files = new CheckpointFiles(dir());
    files.write(checkpoint(4));
    Files.write(dir().resolve("checkpoint.new"), new byte[100]);
    List<String> problems = new ArrayList<>();
    assertEquals(4, files.newestBefore(Long.MAX_VALUE, problems::add).recordSeq());
    assertEquals(List.of(), problems);
    files.write(checkpoint(6));
    assertEquals(6, files.newestBefore(Long.MAX_VALUE, problems::add).recordSeq());
  }

  @Test
  void withoutAFolderThereIsNone() {
    assertNull(new CheckpointFiles(dir()).newestBefore(Long.MAX_VALUE, problem -> {}));
  }

  /**
   * The sum tells of a disk that forgets; what was packed wrongly is found out when it is needed.
   */
  @Test
  void anImageThatCannotBeUnpackedSaysSo() throws Exception {
    byte[] bytes = CheckpointBytes.of(checkpoint(7));
    int end = bytes.length - Long.BYTES;
    bytes[end - 5] ^= 0x55;
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, end);
    ByteBuffer.wrap(bytes).putLong(end, sum.getValue());
    Checkpoint read = CheckpointBytes.read(bytes);
    assertEquals(7, read.recordSeq());
    assertThrows(IOException.class, read::image);
  }
}
