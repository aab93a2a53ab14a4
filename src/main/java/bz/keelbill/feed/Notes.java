package bz.keelbill.feed;

import bz.keelbill.report.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with one feed as a whole, as its decoders say it: kept for an hour after it was
 * said last. At most 16 notes.
 *
 * <p>Written by the feed's thread, read by any.
 */
final class Notes {
  private static final int MOST = 16;
  private static final long KEPT_MILLIS = 3_600_000;
  private static final long REFRESHED_MILLIS = 1_000;

  private final Map<Key, Said> notes = new LinkedHashMap<>();
  private volatile List<Said> shown = List.of();

  private record Key(Note.Kind kind, String about) {}

  /**
   * A note with its times.
   *
   * @param sinceMillis when it was said first, Unix milliseconds
   * @param lastMillis when it was said last
   */
  record Said(Note note, long sinceMillis, long lastMillis) {}

  /**
   * Takes a note.
   *
   * @return whether it was not known
   */
  boolean take(Note note, long nowMillis) {
    Key key = new Key(note.kind(), note.about());
    Said before = notes.get(key);
    boolean isSameNow =
        before != null
            && before.note.equals(note)
            && Math.abs(nowMillis - before.lastMillis) < REFRESHED_MILLIS;
    if (isSameNow || before == null && notes.size() >= MOST) {
      return false;
    }
    notes.put(key, new Said(note, before == null ? nowMillis : before.sinceMillis, nowMillis));
    shown = List.copyOf(notes.values());
    return before == null;
  }

  /** Forgets what has not been said for an hour. */
  void tick(long nowMillis) {
    if (notes.values().removeIf(said -> nowMillis - said.lastMillis > KEPT_MILLIS)) {
      shown = List.copyOf(notes.values());
    }
  }

  /** The notes, oldest first; from any thread. */
  List<FeedState.Remark> remarks() {
    return shown.stream().map(said -> new FeedState.Remark(said.note, said.sinceMillis)).toList();
  }
}
