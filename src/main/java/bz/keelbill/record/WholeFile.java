package bz.keelbill.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are replaced as a whole: written under another name, flushed and renamed, so that a
 * name always stands for a whole file, the old one or the new one. Blocks: on a worker.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Puts bytes in place of a file, durably. One call for a file at a time. */
  public static void write(Path path, byte[] bytes) throws IOException {
    Path dir = path.toAbsolutePath().getParent();
    Files.createDirectories(dir);
    Path beside = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      JournalFile.writeFully(channel, ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    JournalFile.syncDirectory(dir);
  }

  /**
   * Puts a damaged file out of the way, to be looked at.
   *
   * @return in a few words how that went
   */
  public static String setAside(Path path) {
    for (int i = 1; ; i++) {
      Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + i);
      if (Files.exists(aside)) {
        continue;
      }
      try {
        Files.move(path, aside);
        return "it was set aside as " + aside.getFileName();
      } catch (IOException stuck) {
        return "it could not be set aside (" + stuck + ")";
      }
    }
  }
}
