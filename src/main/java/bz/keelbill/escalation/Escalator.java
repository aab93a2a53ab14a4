package bz.keelbill.escalation;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.Tending;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Order;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Looks once a second which alerts nobody answers, and whether anybody keeps the watch.
 *
 * <p>A step is an order like a person's: recorded first, so that a restart neither forgets nor
 * repeats it. The contacts are called when the alert says that the step was taken, whoever took it.
 * Belongs to the web's event loop.
 */
public final class Escalator {
  /** In whose name steps are taken; no account may have it. */
  private static final String WATCH = "watch";

  /** What was to be told before a restart is told again if it is no older. */
  private static final long TOLD_AGAIN_MILLIS = 10 * 60_000L;

  private static final long TROUBLE_MILLIS = 30 * 60_000L;

  private final Waits waits;
  private final Function<Order, Future<Void>> orders;
  private final LongSupplier clock;
  private final BiConsumer<String, String> note;
  private final List<Calls> contacts = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Long> told = new HashMap<>();
  private Long unattendedToldMillis;
  private long nobodyToCallMillis = Long.MIN_VALUE;

  /** How the world is reached. */
  public record World(
      Vertx vertx, LongSupplier clock, MeterRegistry metrics, BiConsumer<String, String> note) {}

  /**
   * @param orders has an order recorded and applied
   */
  public Escalator(
      Waits waits, List<ContactConfig> configs, Function<Order, Future<Void>> orders, World world) {
    this.waits = waits;
    this.orders = orders;
    this.clock = world.clock();
    this.note = world.note();
    Calls.Surroundings around =
        new Calls.Surroundings(world.vertx(), world.clock(), world.metrics(), world.note());
    for (ContactConfig config : configs) {
      contacts.add(new Calls(config.name(), Contact.of(config, world.vertx()), around));
    }
  }

  /**
   * Takes the steps that are due.
   *
   * @param alerts all that the watch shows
   * @param unattendedSinceMillis since when no console is attended; null while one is, or where
   *     nobody is missed
   */
  public void look(Collection<Alert> alerts, Long unattendedSinceMillis) {
    long now = clock.getAsLong();
    for (Alert alert : alerts) {
      if (alert.isOpen()) {
        takeSteps(alert, now, unattendedSinceMillis != null);
        callFor(alert, now);
      }
    }
    lookAtAttendance(unattendedSinceMillis, now);
    told.values().removeIf(at -> now - at > 2 * TOLD_AGAIN_MILLIS);
  }

  private void takeSteps(Alert alert, long now, boolean isUnattended) {
    if (!alert.waitsForSomebody() || alert.isGivenButNotAccepted()) {
      return;
    }
    waits
        .of(alert.priority())
        .forEach(
            (step, waitMillis) -> {
              long waited = now - alert.tending().waitsSinceMillis();
              boolean nobodyHears =
                  isUnattended
                      && step == Tending.Step.CONTACT
                      && !Priority.ALARM.isAbove(alert.priority());
              boolean isDue = waited >= waitMillis || nobodyHears;
              if (isDue && !alert.tending().has(step) && isPossible(step)) {
                take(alert, step, now);
              }
            });
  }

  private boolean isPossible(Tending.Step step) {
    return step != Tending.Step.CONTACT || !contacts.isEmpty();
  }

  private void take(Alert alert, Tending.Step step, long now) {
    String key = alert.id() + " " + step;
    if (asked.add(key)) {
      Order order = new Order.Escalate(new Order.Act(WATCH, now), alert.id(), step);
      // What is refused now, because somebody was faster or the disk is full, is asked again.
      orders.apply(order).onComplete(done -> asked.remove(key));
    }
  }

  private void callFor(Alert alert, long now) {
    for (Tending.Escalation taken : alert.tending().escalations()) {
      boolean isCall = taken.step() == Tending.Step.CONTACT;
      boolean isNew = now - taken.atMillis() < TOLD_AGAIN_MILLIS;
      String key = alert.id() + " " + taken.atMillis();
      if (isCall && isNew && told.putIfAbsent(key, taken.atMillis()) == null) {
        nobodyToCallMillis = contacts.isEmpty() ? now : nobodyToCallMillis;
        contacts.forEach(contact -> contact.tell(alert));
      }
    }
  }

  private void lookAtAttendance(Long sinceMillis, long now) {
    if (sinceMillis == null) {
      unattendedToldMillis = null;
    } else if (!sinceMillis.equals(unattendedToldMillis)
        && now - sinceMillis >= waits.unattendedMillis()) {
      unattendedToldMillis = sinceMillis;
      note.accept("unattended-escalated", contacts.size() + " contacts");
      contacts.forEach(contact -> contact.tellUnattended(sinceMillis));
    }
  }

  /** Tells every contact at once what is wrong with the watch itself. */
  public void tellUnwell(String sentence) {
    contacts.forEach(contact -> contact.tellUnwell(sentence));
  }

  /** What is wrong, in sentences: who could not be reached. */
  public List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    for (Calls contact : contacts) {
      if (contact.trouble() != null) {
        troubles.add(contact.trouble());
      }
    }
    if (clock.getAsLong() - TROUBLE_MILLIS < nobodyToCallMillis) {
      troubles.add("nobody was called: escalation.contacts names nobody");
    }
    return troubles;
  }
}
