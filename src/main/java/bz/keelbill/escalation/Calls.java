package bz.keelbill.escalation;

import bz.keelbill.alert.Alert;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Calls one contact: one call at a time, again after a while if it fails, and what comes meanwhile
 * goes with the next. Belongs to one event loop.
 */
final class Calls {
  /** How long until each further try; then the call is given up. */
  static final List<Long> PAUSES_MILLIS = List.of(2_000L, 10_000L, 30_000L, 90_000L);

  private final String name;
  private final Contact contact;
  private final Surroundings around;
  private final Map<String, Alert> waiting = new LinkedHashMap<>();
  private Long unattendedSinceMillis;
  private String unwell;
  private boolean isCalling;
  private String trouble;

  /**
   * What calls need of the world.
   *
   * @param note writes into the journal what happened: one word, one sentence
   */
  record Surroundings(
      Vertx vertx, LongSupplier clock, MeterRegistry metrics, BiConsumer<String, String> note) {}

  Calls(String name, Contact contact, Surroundings around) {
    this.name = name;
    this.contact = contact;
    this.around = around;
  }

  /** Tells of an alert as soon as that can be. */
  void tell(Alert alert) {
    waiting.put(alert.id(), alert);
    next();
  }

  /** Tells that nobody keeps the watch. */
  void tellUnattended(long sinceMillis) {
    unattendedSinceMillis = sinceMillis;
    next();
  }

  /** Tells what is wrong with the watch itself. */
  void tellUnwell(String sentence) {
    unwell = sentence;
    next();
  }

  /** What is wrong: the last call failed; null when all is well. */
  String trouble() {
    return trouble;
  }

  private void next() {
    boolean isNothing = waiting.isEmpty() && unattendedSinceMillis == null && unwell == null;
    if (isCalling || isNothing) {
      return;
    }
    isCalling = true;
    Message message =
        new Message(
            around.clock().getAsLong(),
            new ArrayList<>(waiting.values()),
            unattendedSinceMillis,
            unwell);
    waiting.clear();
    unattendedSinceMillis = null;
    unwell = null;
    attempt(message, 0);
  }

  private void attempt(Message message, int failures) {
    contact
        .call(message)
        .onSuccess(taken -> reached(message))
        .onFailure(failure -> failed(message, failures, failure));
  }

  private void reached(Message message) {
    count("reached");
    trouble = null;
    around.note().accept("contact-reached", name + ": " + message.subject());
    ended();
  }

  private void failed(Message message, int failures, Throwable failure) {
    count("failed");
    trouble = "contact " + name + " was not reached: " + failure.getMessage();
    around.note().accept("contact-failed", name + ": " + failure.getMessage());
    if (failures < PAUSES_MILLIS.size()) {
      around.vertx().setTimer(PAUSES_MILLIS.get(failures), again -> attempt(message, failures + 1));
    } else {
      count("given-up");
      trouble += "; given up after " + (failures + 1) + " tries";
      ended();
    }
  }

  private void ended() {
    isCalling = false;
    next();
  }

  private void count(String outcome) {
    around
        .metrics()
        .counter("keelbill.escalation.calls", "contact", name, "outcome", outcome)
        .increment();
  }
}
