package bz.keelbill.feed;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * One recorded file as a stream of lines wholly sorted by event time, then by line number.
 *
 * <p>Recordings are nearly sorted. The file is read twice: a first pass learns how early the
 * earliest line of the rest of the file is, from every block on; the second one then holds back
 * only what a later line may still precede. So the sort is total, and memory is bounded by the
 * file's disorder and not by its length. Lines of single clocks that are hours slow would hold back
 * everything else; the first pass keeps those apart.
 */
final class RecordedFile implements Closeable {

  private static final int BLOCK_LINES = 4096;
  private static final int SAMPLES = 200;
  private static final int SAMPLE_LINES = 20_000;
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
  private static final long HALF_A_DAY_MILLIS = 12 * HOUR_MILLIS;

  private static final Comparator<Held> ORDER =
      Comparator.comparingLong((Held held) -> held.line().atMillis())
          .thenComparingLong(Held::order);

  private final Path path;
  private final byte[] piped;
  private final DecoderSource decoders;
  private final Format format;
  private final PriorityQueue<Held> waiting = new PriorityQueue<>(ORDER);

  /** By block: the earliest time of that block or any later one. */
  private long[] earliest = {};

  private long taken;
  private RecordedPass pass;
  private boolean ended;

  /** A line that waits, and which of the file it is: two messages may stand on one line. */
  private record Held(RecordedLine line, long order) {}

  RecordedFile(Path path, DecoderSource decoders) throws IOException {
    this.path = path;
    this.decoders = decoders;
    piped = Files.isRegularFile(path) ? null : Files.readAllBytes(path);
    try (InputStream in = open()) {
      format = Recognition.of(in, name());
    }
  }

  String name() {
    return path.getFileName().toString();
  }

  Path path() {
    return path;
  }

  /** Null if the file is of no known format; it then has no lines. */
  Format format() {
    return format;
  }

  /**
   * The time of the first lines that know theirs, clocks far off the others left aside.
   *
   * @return Unix milliseconds, or null if no line knows its time
   */
  Long start() throws IOException {
    return start(0);
  }

  /** The same for lines that know the time of day, on the day that is nearest to a moment. */
  private Long start(long nearMillis) throws IOException {
    List<Long> times = new ArrayList<>();
    try (RecordedPass sample =
        pass(
            nearMillis,
            heard -> {
              boolean knows = !heard.line().reports().isEmpty();
              if (knows && heard.line().atMillis() > DAY_MILLIS && times.size() < SAMPLES) {
                times.add(heard.line().atMillis());
              }
            })) {
      while (times.size() < SAMPLES && sample.lines() < SAMPLE_LINES && sample.read()) {
        // Reading is all there is to do.
      }
    }
    if (times.isEmpty()) {
      return null;
    }
    times.sort(null);
    long middle = times.get(times.size() / 2);
    return times.stream().filter(time -> time >= middle - HOUR_MILLIS).findFirst().orElse(middle);
  }

  /**
   * When the first lines are from if something else tells the day.
   *
   * @param by the file's name, or when it was modified
   * @return Unix milliseconds, or null if it tells none
   */
  Long start(Dating by) throws IOException {
    return by == Dating.NAME ? startByName() : Long.valueOf(startByModification());
  }

  /** By the first lines' times of day, else the day's beginning. */
  private Long startByName() throws IOException {
    LocalDate day = Dating.dayIn(name());
    if (day == null) {
      return null;
    }
    long begun = Dating.beginningOf(day);
    return format.tellsTimeOfDay() ? startNear(begun + HALF_A_DAY_MILLIS, begun) : begun;
  }

  /** When the first lines are from if the last one is as old as the file. */
  private long startByModification() throws IOException {
    long modified = Dating.modifiedMillis(path);
    return format.tellsTimeOfDay()
        ? startNear(modified - HALF_A_DAY_MILLIS, modified)
        : modified - lengthMillis();
  }

  private long startNear(long nearMillis, long otherwise) throws IOException {
    Long start = start(nearMillis);
    return start == null ? otherwise : start;
  }

  /** From the first line to the last, as far as the lines tell. */
  private long lengthMillis() throws IOException {
    long[] last = {DAY_MILLIS};
    try (RecordedPass whole =
        pass(DAY_MILLIS, heard -> last[0] = Math.max(last[0], heard.line().atMillis()))) {
      while (whole.read()) {
        // Reading is all there is to do.
      }
    }
    return last[0] - DAY_MILLIS;
  }

  /** The first pass; afterwards {@link #next()} may be called. */
  void begin(long startMillis) throws IOException {
    try (RecordedPass first = pass(startMillis, this::learn)) {
      while (first.read()) {
        // Reading is all there is to do.
      }
    }
    grow((int) (taken / BLOCK_LINES) + 1);
    for (int block = earliest.length - 2; block >= 0; block--) {
      earliest[block] = Math.min(earliest[block], earliest[block + 1]);
    }
    taken = 0;
    pass = pass(startMillis, this::keep);
  }

  /** The next line in order of time, or null at the end. */
  RecordedLine next() {
    while (!ended && !isReady()) {
      ended = !pass.read();
    }
    return waiting.isEmpty() ? null : waiting.poll().line();
  }

  /** What the file held; final once {@link #next()} has given null. */
  RecordedPass counts() {
    return pass;
  }

  @Override
  public void close() throws IOException {
    if (pass != null) {
      pass.close();
    }
  }

  /** The sensor of lines that do not name theirs: radar-calabash of radar-calabash.nmea.gz. */
  private String station() {
    int dot = name().indexOf('.');
    return dot > 0 ? name().substring(0, dot) : name();
  }

  private InputStream open() throws IOException {
    return piped == null ? Contents.open(path) : Contents.unzipped(new ByteArrayInputStream(piped));
  }

  private RecordedPass pass(long startMillis, Consumer<RecordedPass.Heard> out) throws IOException {
    FeedConfig.Reading reading = FeedConfig.Reading.of(station());
    return new RecordedPass(
        open(), name(), format, decoders.newDecoder(format, reading, true), startMillis, out);
  }

  private void learn(RecordedPass.Heard heard) {
    int block = (int) (taken / BLOCK_LINES);
    grow(block + 1);
    if (heard.isLongAgo()) {
      waiting.add(new Held(heard.line(), taken));
    } else {
      earliest[block] = Math.min(earliest[block], heard.line().atMillis());
    }
    taken++;
  }

  private void grow(int blocks) {
    int known = earliest.length;
    if (blocks > known) {
      earliest = Arrays.copyOf(earliest, Math.max(blocks, 2 * known));
      Arrays.fill(earliest, known, earliest.length, Long.MAX_VALUE);
    }
  }

  private void keep(RecordedPass.Heard heard) {
    if (!heard.isLongAgo()) {
      waiting.add(new Held(heard.line(), taken));
    }
    taken++;
  }

  /** Whether no line still to come may precede the first one waiting. */
  private boolean isReady() {
    int block = (int) (taken / BLOCK_LINES);
    return !waiting.isEmpty() && waiting.peek().line().atMillis() <= earliest[block];
  }
}
