package bz.keelbill.replay;

import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.util.List;

/**
 * A change of fences and rules that somebody would like to see tried before it is in force.
 *
 * @param orders what would be ordered, in this order: fences put or removed, rules set
 */
public record Proposal(List<Order> orders) {

  /** Checks that there is something in it, and nothing but fences and rules. */
  public Proposal {
    orders = List.copyOf(orders);
    if (orders.isEmpty() || !orders.stream().allMatch(Proposal::isOfFencesOrRules)) {
      throw new IllegalArgumentException("a proposal changes fences or rules");
    }
  }

  /** Whether an order is of those that can be tried. */
  static boolean isOfFencesOrRules(Order order) {
    return order.kind() == Order.Kind.PUT_FENCE
        || order.kind() == Order.Kind.REMOVE_FENCE
        || order.kind() == Order.Kind.SET_RULES;
  }

  /** Whether it leaves the rules as they are. */
  boolean isOfFences() {
    return orders.stream().noneMatch(order -> order.kind() == Order.Kind.SET_RULES);
  }

  /**
   * Why it cannot be put in force with the fences and rules with which a script begins.
   *
   * @return one sentence, or null if it can
   */
  public String objection(ReplayScript script) {
    Watch watch = new Watch(script.setup(), change -> {});
    watch.applyAgain(script.ordersBefore().stream().filter(ReplayScript::makesLaw).toList());
    for (Order order : orders) {
      String objection = watch.objectionTo(order);
      if (objection != null) {
        return objection;
      }
      watch.apply(order);
    }
    return null;
  }

  /** Puts it in force, as far as it can be. */
  void giveTo(Watch watch) {
    watch.applyAgain(orders);
  }
}
