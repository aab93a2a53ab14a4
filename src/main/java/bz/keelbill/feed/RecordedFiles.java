package bz.keelbill.feed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Recorded feed files of any known format as one stream, sorted by event time, then file name, then
 * line number. Each file is read lazily; see {@link RecordedFile} for what is held in memory.
 *
 * <p>One thread; no Vert.x.
 */
public final class RecordedFiles implements Closeable {

  /**
   * What one file held; final once the stream has ended.
   *
   * @param file which
   * @param format null if it is of no known format
   * @param lines all lines, empty and refused ones too
   * @param reports what they said
   * @param rejects refusals by reason
   * @param damaged whether it could not be read to its end
   * @param dated the time at which it begins, and who says so
   * @param notes what is wrong with it as a whole, a sentence each
   */
  public record Summary(
      Path file,
      Format format,
      long lines,
      long reports,
      Map<String, Long> rejects,
      boolean damaged,
      Dated dated,
      List<String> notes) {}

  /**
   * A recording's beginning.
   *
   * @param by who tells its date
   * @param startMillis Unix milliseconds
   */
  public record Dated(Dating by, long startMillis) {}

  private final List<RecordedFile> files = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparingLong((Head head) -> head.line().atMillis())
              .thenComparing(head -> files().get(head.file()).name())
              .thenComparingLong(head -> head.line().line().number())
              .thenComparingInt(Head::file));

  /** The next line of one file. */
  private record Head(RecordedLine line, int file) {}

  private final List<Dated> dates = new ArrayList<>();
  private long startMillis;

  private RecordedFiles() {}

  /**
   * Opens files and learns their order.
   *
   * @param decoders makes each file's decoder
   * @throws IOException if one cannot be read; none is then left open
   */
  public static RecordedFiles open(List<Path> paths, DecoderSource decoders) throws IOException {
    RecordedFiles all = new RecordedFiles();
    try {
      for (Path path : paths) {
        all.files.add(new RecordedFile(path, decoders));
      }
      all.begin();
      return all;
    } catch (IOException | RuntimeException failed) {
      all.close();
      throw failed;
    }
  }

  /**
   * When the recording begins by those of its first lines that know their time, Unix milliseconds;
   * 0 if none does. Plans, and lines of a clock that is hours slow, may be older.
   */
  public long startMillis() {
    return startMillis;
  }

  /** The next line in order of time, or null at the end. */
  public RecordedLine next() {
    Head head = heads.poll();
    if (head == null) {
      return null;
    }
    advance(head.file());
    return head.line();
  }

  /** What each file held, in the order given. */
  public List<Summary> summaries() {
    return files.stream().map(this::summary).toList();
  }

  @Override
  public void close() throws IOException {
    for (RecordedFile file : files) {
      file.close();
    }
  }

  private List<RecordedFile> files() {
    return files;
  }

  private void begin() throws IOException {
    List<Long> starts = new ArrayList<>();
    for (RecordedFile file : files) {
      starts.add(file.format() == null ? null : file.start());
    }
    startMillis = start(starts);
    starts.forEach(own -> dates.add(own == null ? null : new Dated(Dating.OWN, own)));
    if (startMillis == 0) {
      date(Dating.NAME);
    }
    if (startMillis == 0) {
      date(Dating.MODIFIED);
    }
    for (int index = 0; index < files.size(); index++) {
      RecordedFile file = files.get(index);
      if (file.format() != null) {
        boolean isPlans = file.format() == Format.PLANS;
        if (isPlans || dates.get(index) == null) {
          dates.set(index, new Dated(isPlans ? Dating.OWN : Dating.OTHERS, startMillis));
        }
        file.begin(dates.get(index).startMillis());
        advance(index);
      }
    }
  }

  /** No line of any file knows a date: those dated otherwise tell the others. */
  private void date(Dating by) throws IOException {
    for (int index = 0; index < files.size(); index++) {
      RecordedFile file = files.get(index);
      boolean isSought = file.format() != null && file.format() != Format.PLANS;
      Long start = isSought ? file.start(by) : null;
      if (start != null) {
        dates.set(index, new Dated(by, start));
        startMillis = startMillis == 0 ? start : Math.min(startMillis, start);
      }
    }
  }

  /** When the recording begins: plans are filed long before, so they are asked last. */
  private long start(List<Long> starts) {
    long heard = Long.MAX_VALUE;
    for (int index = 0; index < starts.size(); index++) {
      if (starts.get(index) != null && files.get(index).format() != Format.PLANS) {
        heard = Math.min(heard, starts.get(index));
      }
    }
    return heard != Long.MAX_VALUE
        ? heard
        : starts.stream().filter(Objects::nonNull).mapToLong(Long::longValue).min().orElse(0);
  }

  private void advance(int index) {
    RecordedLine line = files.get(index).next();
    if (line != null) {
      heads.add(new Head(line, index));
    }
  }

  private Summary summary(RecordedFile file) {
    RecordedPass counts = file.counts();
    return counts == null
        ? new Summary(file.path(), null, 0, 0, Map.of(), false, null, List.of())
        : new Summary(
            file.path(),
            file.format(),
            counts.lines(),
            counts.reported(),
            Map.copyOf(counts.rejects()),
            counts.isDamaged(),
            dates.get(files.indexOf(file)),
            counts.notes());
  }
}
