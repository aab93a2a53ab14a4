package bz.keelbill.web;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * How the last proof went: a test craft sent as a line through the whole chain to the page.
 *
 * @param word how it stands
 * @param atMillis when the last proof began; 0 if there was none
 * @param tookMillis how long it took, or has been given
 * @param reached how far it came
 * @param pages how many pages showed it
 * @param provedAtMillis when the last proof that succeeded began; 0 if none did
 * @param nextAtMillis when the next one is due; 0 for never
 */
public record CanaryState(
    Word word,
    long atMillis,
    long tookMillis,
    Step reached,
    int pages,
    long provedAtMillis,
    long nextAtMillis) {

  /** How it stands. */
  public enum Word {
    /** Never tried. */
    UNPROVED,
    /** On its way. */
    RUNNING,
    /** The last one came through. */
    ALIVE,
    /** The last one did not. */
    FAILED
  }

  /** The steps of the chain, in their order. */
  public enum Step {
    /** Nothing took the line. */
    NOTHING,
    /** The feed took the line. */
    LINE,
    /** It is a track. */
    TRACK,
    /** A detector has spoken, and the alert is in the journal. */
    ALERT,
    /** The alert is on the websockets. */
    SENT,
    /** A page has drawn it. */
    PAGE
  }

  /** Before the first. */
  public static CanaryState unproved(long nextAtMillis) {
    return new CanaryState(Word.UNPROVED, 0, 0, Step.NOTHING, 0, 0, nextAtMillis);
  }

  /** The same with the next one due at another time. */
  public CanaryState next(long atMillisOrZero) {
    return new CanaryState(
        word, atMillis, tookMillis, reached, pages, provedAtMillis, atMillisOrZero);
  }

  /** As clients read it. */
  public JsonObject json() {
    JsonObject json = new JsonObject().put("state", word(word));
    if (atMillis > 0) {
      json.put("at", Replies.time(atMillis))
          .put("seconds", tookMillis / 1_000.0)
          .put("reached", word(reached))
          .put("pages", pages);
    }
    if (provedAtMillis > 0) {
      json.put("provedAt", Replies.time(provedAtMillis));
    }
    if (nextAtMillis > 0) {
      json.put("nextAt", Replies.time(nextAtMillis));
    }
    return json;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
