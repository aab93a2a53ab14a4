package bz.keelbill.web;

import bz.keelbill.json.OrderJson;
import bz.keelbill.watch.Order;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/**
 * A change of fences or rules that waits for a second person.
 *
 * @param order as its first person gave it
 * @param reasons why a second one is needed
 * @param tag the version that it was made from; null if there was none
 */
record HeldChange(String id, Order order, JsonArray reasons, String tag) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<Order.Kind> CHANGES =
      Set.of(Order.Kind.PUT_FENCE, Order.Kind.REMOVE_FENCE, Order.Kind.SET_RULES);
  private static final ObjectMapper TREES = new ObjectMapper();

  /** As it was kept. */
  static HeldChange read(JsonObject kept) {
    return new HeldChange(
        Objects.requireNonNull(kept.getString("id")),
        order(kept.getJsonObject("order")),
        Objects.requireNonNull(kept.getJsonArray("reasons")),
        kept.getString("tag"));
  }

  private static Order order(JsonObject written) {
    try {
      Order order = OrderJson.read(TREES.readTree(written.encode()));
      if (!CHANGES.contains(order.kind())) {
        throw new IllegalArgumentException("no change of fences or rules");
      }
      return order;
    } catch (IOException e) {
      throw new UncheckedIOException("it was JSON a moment ago", e);
    }
  }

  /** To be kept over a restart. */
  JsonObject kept() {
    return new JsonObject()
        .put("id", id)
        .put("order", written(order))
        .put("reasons", reasons)
        .put("tag", tag);
  }

  /** The order as it is given in the end, with both persons. */
  Order confirmed(Order.Confirmation confirmation, long atMillis) {
    Order.Act act = new Order.Act(order.act().person(), atMillis, confirmation);
    if (order instanceof Order.PutFence put) {
      return new Order.PutFence(act, put.fence());
    }
    return order instanceof Order.RemoveFence remove
        ? new Order.RemoveFence(act, remove.fenceId())
        : rules((Order.SetRules) order, act);
  }

  private static Order rules(Order.SetRules order, Order.Act act) {
    return new Order.SetRules(act, order.values(), order.conditions(), order.areas());
  }

  /** What it is about, as the audit has it. */
  String subject() {
    String fence = fence(order);
    if (fence == null) {
      return "the rules";
    }
    return order.kind() == Order.Kind.REMOVE_FENCE ? "to remove fence " + fence : "fence " + fence;
  }

  JsonObject json() {
    return new JsonObject()
        .put("id", id)
        .put("what", OrderJson.word(order.kind()))
        .put("fence", fence(order))
        .put("proposedBy", order.act().person())
        .put("proposedAt", Replies.time(order.act().atMillis()))
        .put("reasons", reasons)
        .put("change", content(order));
  }

  private static String fence(Order order) {
    if (order instanceof Order.PutFence put) {
      return put.fence().id();
    }
    return order instanceof Order.RemoveFence remove ? remove.fenceId() : null;
  }

  /** What an order changes, whoever gives it and whenever. */
  static JsonObject content(Order order) {
    JsonObject content = written(order);
    content.remove("person");
    content.remove("atMillis");
    content.remove("confirmed");
    return content;
  }

  private static JsonObject written(Order order) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      OrderJson.write(order, json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return new JsonObject(text.toString());
  }
}
