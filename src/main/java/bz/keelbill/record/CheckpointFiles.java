package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The newest checkpoints, the one before beside the last: {@code checkpoint-000000004711.bin}, by
 * the last entry of the record that is in it.
 *
 * <p>Each is a {@link WholeFile}. What is damaged or of a later version is named and set aside, and
 * the one before it counts. Files block: on a worker, one call at a time.
 */
public final class CheckpointFiles {
  private static final Pattern NAME = Pattern.compile("checkpoint-\\d{12,}\\.bin");
  private static final int KEPT = 2;

  private final Path dir;

  /** In a folder, which is made when the first is written. */
  public CheckpointFiles(Path dir) {
    this.dir = dir;
  }

  /** Writes one durably; older ones but the last go. */
  public void write(Checkpoint checkpoint) throws IOException {
    String name = String.format("checkpoint-%012d.bin", checkpoint.recordSeq());
    WholeFile.write(dir.resolve(name), CheckpointBytes.of(checkpoint));
    List<Path> all = newestFirst();
    for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
      Files.deleteIfExists(old);
    }
  }

  /**
   * Reads the newest that can be read.
   *
   * @param recordSeq only one whose last entry is before this; {@code Long.MAX_VALUE} for any
   * @param problems hears of those that cannot, a sentence each
   * @return null if there is none
   */
  public Checkpoint newestBefore(long recordSeq, Consumer<String> problems) {
    try {
      for (Path path : newestFirst()) {
        Checkpoint checkpoint = read(path, problems);
        if (checkpoint != null && checkpoint.recordSeq() < recordSeq) {
          return checkpoint;
        }
      }
    } catch (IOException unreadable) {
      problems.accept("checkpoints cannot be listed: " + unreadable);
    }
    return null;
  }

  private List<Path> newestFirst() throws IOException {
    return newestFirst(dir, NAME);
  }

  /** The files of a folder whose whole name fits, the last name first. */
  static List<Path> newestFirst(Path dir, Pattern name) throws IOException {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (Stream<Path> paths = Files.list(dir)) {
      paths
          .filter(path -> name.matcher(path.getFileName().toString()).matches())
          .forEach(found::add);
    }
    found.sort(Comparator.comparing(Path::getFileName).reversed());
    return found;
  }

  /** Null if it cannot be read; one that is damaged is set aside. */
  static Checkpoint read(Path path, Consumer<String> problems) {
    try {
      return CheckpointBytes.read(Files.readAllBytes(path));
    } catch (CheckpointBytes.Unusable unusable) {
      problems.accept(path.getFileName() + " " + unusable.getMessage() + "; " + setAside(path));
    } catch (IOException unreadable) {
      problems.accept(path.getFileName() + " cannot be read: " + unreadable);
    }
    return null;
  }

  private static String setAside(Path path) {
    Path aside = path.resolveSibling(path.getFileName() + ".set-aside");
    try {
      Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
      return "it was set aside, and the one before it counts";
    } catch (IOException stuck) {
      return "the one before it counts";
    }
  }
}
