package bz.keelbill.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file of a bundle: a zip whose comment holds the SHA-256 of every byte before it, so that
 * nothing in the file stands outside a hash. {@code head -c -64 FILE | sha256sum} checks it.
 */
final class BundleFile {
  private static final String WORDS = "keelbill sha256 ";
  private static final int DIGITS = 64;

  private BundleFile() {}

  /** Packs a folder. */
  static String pack(Path folder, Path out) throws IOException {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try {
      zip(folder, part);
      String hash = seal(part);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      return hash;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void zip(Path folder, Path part) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part));
        Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        entry.setLastModifiedTime(FileTime.fromMillis(315_532_800_000L));
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  /** Gives the zip its comment: the length in its last two bytes, then the comment itself. */
  private static String seal(Path zip) throws IOException {
    try (var channel = Files.newByteChannel(zip, StandardOpenOption.WRITE)) {
      int length = WORDS.length() + DIGITS;
      channel.position(channel.size() - 2);
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {(byte) length, 0}));
      channel.write(java.nio.ByteBuffer.wrap(WORDS.getBytes(StandardCharsets.ISO_8859_1)));
    }
    String hash = sha256(zip, Files.size(zip));
    Files.writeString(zip, hash, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    return hash;
  }

  /** Whether every byte is as it was packed. */
  static boolean isWhole(Path file) throws IOException {
    long size = Files.size(file);
    if (size < DIGITS) {
      return false;
    }
    String digits;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(size - DIGITS);
      digits = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    return digits.equals(sha256(file, size - DIGITS));
  }

  /** The SHA-256 of the first bytes of a file. */
  static String sha256(Path file, long length) throws IOException {
    MessageDigest digest = digest();
    long left = length;
    try (InputStream in = Files.newInputStream(file)) {
      while (left > 0) {
        byte[] part = in.readNBytes((int) Math.min(left, 1 << 16));
        if (part.length == 0) {
          break;
        }
        digest.update(part);
        left -= part.length;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Copies no more than so many bytes.
   *
   * @throws IOException if there are more
   */
  static void copy(InputStream in, Path to, long most) throws IOException {
    Files.createDirectories(to.getParent());
    long left = most;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (byte[] part = in.readNBytes(1 << 16); part.length > 0; part = in.readNBytes(1 << 16)) {
        left -= part.length;
        if (left < 0) {
          throw new IOException("it is larger than any bundle");
        }
        out.write(part);
      }
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
