package bz.keelbill.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the journal, named for its first entry: {@code journal-000000000057.jsonl}.
 *
 * <p>Where a file failed, the next one begins at the entry that failed, with {@code .1} and so on
 * if it was the file's first; what the failed file holds from there on does not count.
 *
 * @param path where it is
 * @param firstSeq the entry with which it begins
 * @param part 0, or more if files before it failed at the same entry
 */
record JournalFile(Path path, long firstSeq, int part) implements Comparable<JournalFile> {
  private static final Pattern NAME = Pattern.compile("journal-(\\d{12})(?:\\.(\\d+))?\\.jsonl");

  /** The files of a directory, the oldest first. */
  static List<JournalFile> in(Path dir) throws IOException {
    List<JournalFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(dir)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (name.matches()) {
          int part = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
          files.add(new JournalFile(path, Long.parseLong(name.group(1)), part));
        }
      }
    }
    Collections.sort(files);
    return files;
  }

  /**
   * The file of a path.
   *
   * @throws IOException if it has no name of ours
   */
  static JournalFile of(Path path) throws IOException {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches()) {
      throw new IOException(path + " is not named as a file of the journal");
    }
    int part = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
    return new JournalFile(path, Long.parseLong(name.group(1)), part);
  }

  /** A name in a directory that is still free. */
  static JournalFile free(Path dir, long firstSeq) {
    for (int part = 0; ; part++) {
      String suffix = part == 0 ? "" : "." + part;
      Path path = dir.resolve(String.format("journal-%012d%s.jsonl", firstSeq, suffix));
      if (!Files.exists(path)) {
        return new JournalFile(path, firstSeq, part);
      }
    }
  }

  String name() {
    return path.getFileName().toString();
  }

  @Override
  public int compareTo(JournalFile other) {
    int bySeq = Long.compare(firstSeq, other.firstSeq);
    return bySeq != 0 ? bySeq : Integer.compare(part, other.part);
  }

  /**
   * Takes away what stands after a length, keeping it in a file beside.
   *
   * @return the name of the file beside
   */
  String cutOff(long length) throws IOException {
    byte[] all = Files.readAllBytes(path);
    Path aside = freeAside();
    try (FileChannel channel =
        FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeFully(channel, ByteBuffer.wrap(all, (int) length, all.length - (int) length));
      channel.force(true);
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
    syncDirectory(path.getParent());
    return aside.getFileName().toString();
  }

  private Path freeAside() {
    for (int i = 1; ; i++) {
      Path aside = path.resolveSibling(name() + ".torn-" + i);
      if (!Files.exists(aside)) {
        return aside;
      }
    }
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Makes a new name in a directory durable; where a system cannot do that, it does it itself. */
  static void syncDirectory(Path dir) throws IOException {
    if (System.getProperty("os.name").startsWith("Windows")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(dir, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
