package bz.keelbill.replay;

import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A recording as a watch is to hear it, each line with what it says. On the way to a time another
 * thread reads and decodes the next piece, while the watch is made ready or hears the one before.
 *
 * <p>For one thread. The other one has the recording and the decoders from {@link #goAhead} until
 * its piece is taken; meanwhile this one touches only what is ready.
 */
final class Ahead implements AutoCloseable {
  private static final int MOST = 2_000;
  private static final Executor BESIDE = work -> new Thread(work, "replay-ahead").start();

  private final Start start;
  private final Decoders decoders;
  private final Recording recording;
  private final Deque<Heard> ready = new ArrayDeque<>();
  private CompletableFuture<Piece> coming;
  private Piece newest = Piece.NONE;

  /**
   * Entries one after the other.
   *
   * @param isLast whether there is nothing after them
   * @param missing entries up to there that the record does not have
   * @param problems what could not be read up to there
   */
  private record Piece(List<Heard> heard, boolean isLast, long missing, List<String> problems) {
    private static final Piece NONE = new Piece(List.of(), false, 0, List.of());

    boolean isPast(long millis) {
      return isLast || !heard.isEmpty() && heard.get(heard.size() - 1).entry().atMillis() > millis;
    }
  }

  /**
   * From a start on.
   *
   * @throws IOException if the recording cannot be found
   */
  Ahead(Start start) throws IOException {
    this.start = start;
    decoders = new Decoders(start.script().decoders());
    recording = start.open(decoders);
  }

  /**
   * Is opened by another thread, which reads and decodes the first piece at once.
   *
   * @param untilMillis as {@link #goAhead}
   */
  static CompletableFuture<Ahead> begun(Start start, long untilMillis) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            Ahead ahead = new Ahead(start);
            ahead.goAhead(untilMillis);
            return ahead;
          } catch (IOException notFound) {
            throw new UncheckedIOException(notFound);
          }
        },
        BESIDE);
  }

  /** Whoever goes on wants what comes up to a time. */
  void goAhead(long untilMillis) {
    boolean isThere = newest.isLast() || coming != null || newest.isPast(untilMillis);
    if (!isThere) {
      coming = CompletableFuture.supplyAsync(() -> read(untilMillis), BESIDE);
    }
  }

  /**
   * The next entry, which stays the next until it is {@linkplain #taken}; null at the end.
   *
   * @param untilMillis up to when entries are wanted soon
   */
  Heard next(long untilMillis) {
    while (ready.isEmpty() && !newest.isLast()) {
      newest = coming == null ? read(untilMillis) : coming.join();
      coming = null;
      ready.addAll(newest.heard());
      goAhead(untilMillis);
    }
    return ready.peek();
  }

  /** The next entry was heard. */
  void taken() {
    ready.remove();
  }

  private Piece read(long untilMillis) {
    List<Heard> heard = new ArrayList<>();
    while (heard.size() < MOST) {
      Recorded next = recording.next();
      if (next == null) {
        return piece(heard, true);
      }
      Heard said = Heard.of(next, decoders);
      if (!start.isKnown(next)) {
        heard.add(said);
        if (next.atMillis() > untilMillis) {
          break;
        }
      }
    }
    return piece(heard, false);
  }

  private Piece piece(List<Heard> heard, boolean isLast) {
    return new Piece(heard, isLast, recording.missing(), recording.problems());
  }

  /** Entries on the way that the record does not have. */
  long missing() {
    return newest.missing();
  }

  /** What could not be read, a sentence each. */
  List<String> problems() {
    return newest.problems();
  }

  /** Gives the recording back. */
  @Override
  public void close() {
    if (coming != null) {
      coming.handle((piece, failure) -> null).join();
    }
    recording.close();
  }
}
