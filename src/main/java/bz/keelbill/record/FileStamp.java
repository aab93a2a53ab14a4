package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what a file is known to be the one that it was: another in its place has another stamp.
 *
 * @param key what the file system calls it; null where it has no word for it
 */
record FileStamp(long bytes, FileTime changed, Object key) {
  /** Of a file as it is now; null if there is none. */
  static FileStamp of(Path file) {
    try {
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(about.size(), about.lastModifiedTime(), about.fileKey());
    } catch (IOException gone) {
      return null;
    }
  }

  /** Of a sealed day file; null of one that may still be written. */
  static FileStamp ofSealed(Path file) {
    return Seal.isSealed(file) ? of(file) : null;
  }
}
