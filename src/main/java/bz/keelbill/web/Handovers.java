package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.rule.Priority;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One officer hands the watch over to another: who goes signs by offering it with what is to be
 * known, who comes signs by taking it. Both signatures stand in the journal, from which a restart
 * knows what is offered; an offer that nobody takes is forgotten after half an hour.
 *
 * <p>Belongs to the web's event loop.
 */
public final class Handovers {
  /** The word of the journal's note that tells of an offer. */
  public static final String OFFERED = "handover-offered";

  static final String SIGNED = "handover-signed";
  static final String WITHDRAWN = "handover-withdrawn";

  /** The words of the journal's notes that tell of it. */
  public static final Set<String> WORDS = Set.of(OFFERED, SIGNED, WITHDRAWN);

  private static final long OFFER_MILLIS = 30 * 60_000L;

  private final LongSupplier clock;
  private Offer offer;

  /**
   * A watch that is offered.
   *
   * @param note what is to be known, in the officer's words
   * @param desk how many alerts stand on the desk
   */
  record Offer(String from, long atMillis, String note, JsonObject desk) {
    JsonObject json() {
      return new JsonObject()
          .put("from", from)
          .put("at", Replies.time(atMillis))
          .put("note", note)
          .put("desk", desk);
    }

    /** As it stands in the journal: the desk as JSON, and the note. */
    String words() {
      return desk.encode() + (note.isEmpty() ? "" : " " + note);
    }
  }

  Handovers(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Takes up what the journal says of it last.
   *
   * @param what one of {@link #WORDS}
   * @param words as {@link Offer#words}; others, of another version, offer nothing
   */
  public void recall(String what, String person, long atMillis, String words) {
    int end = words.indexOf('}') + 1;
    if (what.equals(OFFERED) && end > 0) {
      try {
        JsonObject desk = new JsonObject(words.substring(0, end));
        offer = new Offer(person, atMillis, words.substring(end).strip(), desk);
      } catch (DecodeException other) {
        offer = null;
      }
    }
  }

  /** The offer that stands; null if none does. */
  Offer standing() {
    if (offer != null && clock.getAsLong() - offer.atMillis() > OFFER_MILLIS) {
      offer = null;
    }
    return offer;
  }

  /** Somebody offers his watch. */
  void offered(Offer now) {
    offer = now;
  }

  /** It is taken, or taken back. */
  void settled() {
    offer = null;
  }

  /** How many alerts of each priority are on the desk, how many wait, how many lie aside. */
  static JsonObject desk(Collection<Alert> alerts) {
    JsonObject desk = new JsonObject();
    for (Priority priority : Priority.values()) {
      desk.put(priority.word(), count(alerts, priority));
    }
    long waiting = alerts.stream().filter(Handovers::isWaiting).count();
    long shelved = alerts.stream().filter(Handovers::isShelved).count();
    return desk.put("waiting", waiting).put("shelved", shelved);
  }

  private static long count(Collection<Alert> alerts, Priority priority) {
    return alerts.stream()
        .filter(alert -> alert.isOpen() && !isShelved(alert) && alert.priority() == priority)
        .count();
  }

  private static boolean isWaiting(Alert alert) {
    return alert.waitsForSomebody() || alert.state() == Alert.State.RECTIFIED_UNACKNOWLEDGED;
  }

  private static boolean isShelved(Alert alert) {
    return alert.state() == Alert.State.SHELVED;
  }
}
