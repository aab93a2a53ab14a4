package bz.keelbill.web;

import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Changes of fences and rules that need a second person: what trials have shown decides which they
 * are, and here they wait, a day at most, not over a restart. Belongs to the web's event loop.
 */
public final class Proposals {
  private static final int MOST_HELD = 20;
  private static final int MOST_TRIED = 1_000;
  private static final long LONGEST_MILLIS = 24 * 3_600_000L;

  private final Budget budget;
  private final LongSupplier clock;
  private final Map<String, Burden> tried = new LinkedHashMap<>();
  private final Map<String, HeldChange> held = new LinkedHashMap<>();
  private int proposed;

  /** None yet. */
  public Proposals(Budget budget, LongSupplier clock) {
    this.budget = budget;
    this.clock = clock;
  }

  /** A trial has shown what a change would do; of several changes together nothing is known. */
  void tried(List<Order> orders, Burden burden) {
    if (orders.size() == 1) {
      String content = HeldChange.content(orders.get(0)).encode();
      tried.remove(content);
      tried.put(content, burden);
      if (tried.size() > MOST_TRIED) {
        tried.remove(tried.keySet().iterator().next());
      }
    }
  }

  /**
   * Holds a change if it needs a second person.
   *
   * @param tagNow the version of what is changed, asked now and when it is confirmed
   * @return what is held, or null: it may be made at once
   * @throws WatchDesk.Refused if too many are held
   */
  HeldChange hold(Order order, Supplier<String> tagNow) {
    JsonArray reasons = budget.reasons(tried.get(HeldChange.content(order).encode()));
    if (reasons.isEmpty()) {
      return null;
    }
    if (all().size() >= MOST_HELD) {
      throw new WatchDesk.Refused(
          MOST_HELD + " changes wait for a second person already; withdraw one");
    }
    proposed++;
    String id = "p-" + clock.getAsLong() + "-" + proposed;
    HeldChange change = new HeldChange(id, order, reasons, tagNow.get(), tagNow);
    held.put(id, change);
    return change;
  }

  /** The same for a request: whether it has been answered, for the change is held. */
  boolean isHeld(RoutingContext request, Order order, Supplier<String> tagNow) {
    try {
      HeldChange change = hold(order, tagNow);
      if (change != null) {
        request.response().putHeader("Location", "/api/proposals/" + change.id());
        String detail =
            "The change is held, not made: another person than "
                + order.act().person()
                + " must confirm it and say why.";
        JsonObject problem = Problem.of(request, 409, "A second person is needed", detail);
        Problem.answer(request, 409, problem.put("proposal", change.json()));
      }
      return change != null;
    } catch (WatchDesk.Refused tooMany) {
      Problem.failed(request, tooMany);
      return true;
    }
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

  /** It waits no longer. */
  void drop(HeldChange change) {
    held.remove(change.id());
  }
}
