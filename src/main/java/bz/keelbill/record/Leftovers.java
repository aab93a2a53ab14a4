package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The database's own code as it was unpacked by programs that were killed. It is some 70 MB each
 * time, and only a program that ends in order takes it away: a box that loses its power again and
 * again would fill its disk with it.
 */
final class Leftovers {
  private static final Logger LOG = System.getLogger(Leftovers.class.getName());
  private static final String UNPACKED = "libduckdb_java*.so";

  /** Somebody may just be unpacking another one. */
  private static final long YOUNG_MILLIS = 60_000;

  private Leftovers() {}

  /**
   * Takes away what is older than a minute. Who still runs with it keeps it: a file that is open
   * goes with its last user, or cannot be removed at all.
   *
   * @return how many files are gone
   */
  static int removeFrom(Path folder, long nowMillis) {
    int removed = 0;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, UNPACKED)) {
      for (Path file : found) {
        removed += remove(file, nowMillis) ? 1 : 0;
      }
    } catch (IOException unreadable) {
      LOG.log(Level.DEBUG, "leftovers are not looked for: {0}", unreadable.toString());
    }
    return removed;
  }

  private static boolean remove(Path file, long nowMillis) {
    try {
      boolean isOld = nowMillis - Files.getLastModifiedTime(file).toMillis() > YOUNG_MILLIS;
      return isOld && Files.deleteIfExists(file);
    } catch (IOException | SecurityException kept) {
      return false;
    }
  }
}
