package bz.keelbill.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The seal of a closed day file, a text file beside it: the file's SHA-256, which any tool can
 * check, that of each 64 KiB of it, which say where it was changed, and its own.
 */
final class Seal {
  private static final String ENDING = ".seal";
  private static final int BLOCK_BYTES = 64 * 1024;

  private Seal() {}

  static Path pathOf(Path file) {
    return file.resolveSibling(file.getFileName() + ENDING);
  }

  static boolean isSealed(Path file) {
    return Files.exists(pathOf(file));
  }

  /** The SHA-256 of a file and of each of its blocks. */
  private record Sums(long bytes, String whole, List<String> blocks) {
    static Sums of(Path file) throws IOException {
      MessageDigest whole = RowHash.sha256();
      MessageDigest block = RowHash.sha256();
      List<String> blocks = new ArrayList<>();
      long bytes = 0;
      try (InputStream in = Files.newInputStream(file)) {
        for (byte[] part = in.readNBytes(BLOCK_BYTES);
            part.length > 0;
            part = in.readNBytes(BLOCK_BYTES)) {
          whole.update(part);
          blocks.add(RowHash.hex(block.digest(part)));
          bytes += part.length;
        }
      }
      return new Sums(bytes, RowHash.hex(whole.digest()), blocks);
    }
  }

  /**
   * Seals a file that is not written any more.
   *
   * @return the file's SHA-256
   */
  static String put(Path file) throws IOException {
    Sums sums = Sums.of(file);
    StringBuilder text = new StringBuilder("keelbill seal 1\n");
    text.append("file ").append(file.getFileName()).append('\n');
    text.append("bytes ").append(sums.bytes).append('\n');
    text.append("sha256 ").append(sums.whole).append('\n');
    sums.blocks.forEach(block -> text.append("block ").append(block).append('\n'));
    String own = hash(text.toString());
    text.append("seal ").append(own).append('\n');
    Path part = file.resolveSibling(file.getFileName() + ENDING + ".part");
    Files.writeString(part, text, StandardCharsets.ISO_8859_1);
    Files.move(part, pathOf(file), StandardCopyOption.ATOMIC_MOVE);
    return sums.whole;
  }

  private static String hash(String text) {
    return RowHash.hex(RowHash.sha256().digest(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /**
   * Compares a sealed file with its seal.
   *
   * @param noted the SHA-256 that the journal has; null if it has none
   */
  static void check(Path file, String noted, List<Flaw> flaws) throws IOException {
    String name = file.getFileName().toString();
    Sums now = Sums.of(file);
    boolean isWhole = checkSeal(file, now, flaws);
    if (noted != null && !noted.equals(now.whole) && isWhole) {
      flaws.add(new Flaw(name, null, "it is not the file that was sealed, says the journal"));
    }
  }

  /** Whether the file is as its seal says; what is wrong with either is named. */
  private static boolean checkSeal(Path file, Sums now, List<Flaw> flaws) throws IOException {
    String name = file.getFileName().toString();
    String text = Files.readString(pathOf(file), StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf("seal ");
    if (end < 0 || !text.substring(end).equals("seal " + hash(text.substring(0, end)) + "\n")) {
      flaws.add(new Flaw(name + ENDING, null, "the seal itself was changed"));
      return true;
    }
    List<String> lines = text.lines().toList();
    if (!lines.contains("file " + name)) {
      flaws.add(new Flaw(name + ENDING, null, "it is the seal of another file"));
      return true;
    }
    List<String> blocks = lines.stream().filter(line -> line.startsWith("block ")).toList();
    int before = flaws.size();
    for (int i = 0; i < Math.max(blocks.size(), now.blocks.size()); i++) {
      boolean both = i < blocks.size() && i < now.blocks.size();
      if (!both || !blocks.get(i).equals("block " + now.blocks.get(i))) {
        long first = (long) i * BLOCK_BYTES;
        flaws.add(
            new Flaw(
                name,
                "bytes " + first + " to " + (first + BLOCK_BYTES - 1),
                both ? "not as they were sealed" : "the file's length is not as it was sealed"));
      }
    }
    return flaws.size() == before;
  }

  /** The SHA-256 of a file. */
  static String sha256(Path file) throws IOException {
    return Sums.of(file).whole;
  }
}
