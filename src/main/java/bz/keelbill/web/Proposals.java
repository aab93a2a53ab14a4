package bz.keelbill.web;

import bz.keelbill.watch.Order;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Changes of fences and rules that need a second person: what trials have shown decides which they
 * are, and here they wait, a day at most, also over a restart. Belongs to the web's event loop.
 */
public final class Proposals {
  private static final Logger LOG = System.getLogger(Proposals.class.getName());
  private static final String PROPOSED = "change-proposed";
  private static final String WITHDRAWN = "change-withdrawn";
  private static final int MOST_HELD = 20;
  private static final int MOST_TRIED = 1_000;
  private static final long LONGEST_MILLIS = 24 * 3_600_000L;

  private final Budget budget;
  private final Function<Order, String> tagNow;
  private final LongSupplier clock;
  private final Keeping keeping;
  private final Noting noting;
  private final Map<String, Burden> tried = new LinkedHashMap<>();
  private final Map<String, HeldChange> held = new LinkedHashMap<>();
  private int proposed;

  /** Where all of it is kept over a restart. */
  public interface Keeping {

    /** Replaces what was kept; done when it is on the disk. */
    Future<Void> keep(JsonObject all);
  }

  /** Who writes down for the audit who has done what. */
  public interface Noting {

    /** One deed, with what it was about. */
    Future<Void> note(String person, String what, String text);
  }

  /**
   * None yet.
   *
   * @param tagNow the version now of what an order changes; null for what there is not
   */
  public Proposals(
      Budget budget,
      Function<Order, String> tagNow,
      LongSupplier clock,
      Keeping keeping,
      Noting noting) {
    this.budget = budget;
    this.tagNow = tagNow;
    this.clock = clock;
    this.keeping = keeping;
    this.noting = noting;
  }

  /**
   * Takes up what was kept, before anything else is asked of it; of bad content nothing.
   *
   * @throws RuntimeException if it is no such content
   */
  void recall(JsonObject kept) {
    Map<String, Burden> shown = new LinkedHashMap<>();
    JsonObject trials = kept.getJsonObject("tried");
    trials.fieldNames().forEach(key -> shown.put(key, Burden.read(trials.getJsonObject(key))));
    List<HeldChange> waiting = new ArrayList<>();
    for (Object each : kept.getJsonArray("held")) {
      waiting.add(HeldChange.read((JsonObject) each));
    }
    tried.putAll(shown);
    waiting.forEach(change -> held.put(change.id(), change));
  }

  private Future<Void> keep() {
    JsonObject trials = new JsonObject();
    tried.forEach((key, burden) -> trials.put(key, burden.json()));
    JsonArray waiting = new JsonArray();
    held.values().forEach(change -> waiting.add(change.kept()));
    return keeping
        .keep(new JsonObject().put("tried", trials).put("held", waiting))
        .onFailure(why -> LOG.log(Level.WARNING, "proposals are not kept: " + why))
        .recover(why -> Future.failedFuture(new WatchDesk.Refused(notKept(why))));
  }

  private static String notKept(Throwable why) {
    return "not recorded: " + why.getMessage();
  }

  /** A trial has shown what a change would do; of several changes together nothing is known. */
  void tried(List<Order> orders, Burden burden) {
    if (orders.size() == 1) {
      String key = key(orders.get(0));
      tried.remove(key);
      tried.put(key, burden);
      if (tried.size() > MOST_TRIED) {
        tried.remove(tried.keySet().iterator().next());
      }
      keep();
    }
  }

  /** By which a change is known again, whoever tries it. */
  private static String key(Order order) {
    return Etags.hash(HeldChange.content(order).encode());
  }

  /**
   * Holds a change if it needs a second person.
   *
   * @return what is held, or null: it may be made at once
   * @throws WatchDesk.Refused if too many are held
   */
  HeldChange hold(Order order) {
    JsonArray reasons = budget.reasons(tried.get(key(order)));
    if (reasons.isEmpty()) {
      return null;
    }
    if (all().size() >= MOST_HELD) {
      throw new WatchDesk.Refused(
          MOST_HELD + " changes wait for a second person already; withdraw one");
    }
    proposed++;
    String id = "p-" + clock.getAsLong() + "-" + proposed;
    HeldChange change = new HeldChange(id, order, reasons, tagNow.apply(order));
    held.put(id, change);
    return change;
  }

  /** The same for a request: whether it has been answered, or will be, for the change is held. */
  boolean isHeld(RoutingContext request, Order order) {
    try {
      HeldChange change = hold(order);
      if (change != null) {
        keep()
            .compose(kept -> note(change, order.act().person(), PROPOSED))
            .onSuccess(noted -> refuse(request, change))
            .onFailure(
                lost -> {
                  held.remove(change.id());
                  Problem.failed(request, lost);
                });
      }
      return change != null;
    } catch (WatchDesk.Refused tooMany) {
      Problem.failed(request, tooMany);
      return true;
    }
  }

  private Future<Void> note(HeldChange change, String person, String what) {
    return noting.note(person, what, change.subject());
  }

  private static void refuse(RoutingContext request, HeldChange change) {
    request.response().putHeader("Location", "/api/proposals/" + change.id());
    String detail =
        "The change is held, not made: another person than "
            + change.order().act().person()
            + " must confirm it and say why.";
    JsonObject problem = Problem.of(request, 409, "A second person is needed", detail);
    Problem.answer(request, 409, problem.put("proposal", change.json()));
  }

  /** Whether somebody changed the same thing since it was proposed. */
  boolean isStale(HeldChange change) {
    return !Objects.equals(change.tag(), tagNow.apply(change.order()));
  }

  /** What is held, the oldest first. */
  List<HeldChange> all() {
    long oldest = clock.getAsLong() - LONGEST_MILLIS;
    held.values().removeIf(change -> change.order().act().atMillis() < oldest);
    return new ArrayList<>(held.values());
  }

  /** The held change of an id, or null. */
  HeldChange find(String id) {
    return all().stream().filter(change -> change.id().equals(id)).findFirst().orElse(null);
  }

  /** Somebody withdraws it. */
  Future<Void> withdraw(HeldChange change, String person) {
    return drop(change).compose(dropped -> note(change, person, WITHDRAWN));
  }

  /** It is withdrawn, or cannot be made any more; what cannot be written waits on. */
  Future<Void> drop(HeldChange change) {
    held.remove(change.id());
    return keep().onFailure(lost -> held.put(change.id(), change));
  }

  /**
   * It is made, once; what cannot be made waits on. Should the watch be cut off between that and
   * the writing down, it waits again, but is stale then.
   */
  Future<Void> make(HeldChange change, Supplier<Future<Void>> making) {
    held.remove(change.id());
    return making
        .get()
        .onFailure(refused -> held.put(change.id(), change))
        .compose(made -> keep().otherwiseEmpty());
  }
}
