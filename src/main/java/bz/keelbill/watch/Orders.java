package bz.keelbill.watch;

import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import java.util.List;

/** Checks and carries out orders, one arm each. */
final class Orders {

  String objectionTo(Order order, Watch watch) {
    return switch (order.kind()) {
      case PUT_FENCE -> null;
      case REMOVE_FENCE -> objectionToRemoving(((Order.RemoveFence) order).fenceId(), watch);
      case SET_RULES -> RuleOrders.objectionTo((Order.SetRules) order, watch.fences());
      case ACKNOWLEDGE, CLOSE_ALERT, SILENCE, ASSIGN, ACCEPT, SHELVE, UNSHELVE, ESCALATE, COMMENT ->
          AlertOrders.objectionTo(order, watch.alerts());
      case CLEAR_FLIGHT -> FlightOrders.objectionTo((Order.ClearFlight) order);
      case FILE_PLANS -> null;
      // One that is not held yet is withdrawn when it comes, as after a restart.
      case WITHDRAW_PLAN -> null;
      case REPORT_SIGHTINGS -> null;
      case WITHDRAW_SIGHTING ->
          SightingOrders.objectionTo((Order.WithdrawSighting) order, watch.sightings());
      case PUT_KNOWN_GOOD -> null;
      case REVIEW_KNOWN_GOOD ->
          LedgerOrders.objectionTo((Order.ReviewKnownGood) order, watch.knownGood());
      case END_KNOWN_GOOD ->
          LedgerOrders.objectionTo((Order.EndKnownGood) order, watch.knownGood());
      case PUT_WATCH_LIST -> null;
      case REMOVE_WATCH_LIST ->
          objectionToRemovingList(((Order.RemoveWatchList) order).listId(), watch);
    };
  }

  void apply(Order order, Watch watch) {
    switch (order.kind()) {
      case PUT_FENCE -> watch.putInForce(watch.fences().with(((Order.PutFence) order).fence()));
      case REMOVE_FENCE ->
          watch.putInForce(watch.fences().without(((Order.RemoveFence) order).fenceId()));
      case SET_RULES -> watch.putInForce(RuleOrders.changed(watch.rules(), (Order.SetRules) order));
      case ACKNOWLEDGE, CLOSE_ALERT, SILENCE, ASSIGN, ACCEPT, SHELVE, UNSHELVE, ESCALATE, COMMENT ->
          AlertOrders.apply(order, watch.alerts());
      case CLEAR_FLIGHT ->
          watch.flights().tell(FlightOrders.messages((Order.ClearFlight) order), order.act());
      case FILE_PLANS ->
          watch.flights().tell(FlightOrders.messages((Order.FilePlans) order), order.act());
      case WITHDRAW_PLAN ->
          watch.flights().withdraw(((Order.WithdrawPlan) order).planId(), order.act());
      case REPORT_SIGHTINGS -> SightingOrders.apply((Order.ReportSightings) order, watch);
      case WITHDRAW_SIGHTING -> SightingOrders.apply((Order.WithdrawSighting) order, watch);
      case PUT_KNOWN_GOOD ->
          watch.putInForce(watch.knownGood().with(((Order.PutKnownGood) order).entry()));
      case REVIEW_KNOWN_GOOD ->
          watch.putInForce(LedgerOrders.reviewed(watch.knownGood(), (Order.ReviewKnownGood) order));
      case END_KNOWN_GOOD ->
          watch.putInForce(LedgerOrders.ended(watch.knownGood(), (Order.EndKnownGood) order));
      case PUT_WATCH_LIST -> {
        watch.lists().put(((Order.PutWatchList) order).list(), order.act());
        watch.listsChanged(order.act());
      }
      case REMOVE_WATCH_LIST -> {
        watch.lists().remove(((Order.RemoveWatchList) order).listId(), order.act());
        watch.listsChanged(order.act());
      }
    }
  }

  int applyAgain(List<? extends Past> past, Watch watch) {
    int applied = 0;
    FenceMap.Draft fences = watch.fences().draft();
    for (Past given : past) {
      if (given.kind() == Order.Kind.PUT_FENCE) {
        fences.put(given.fenceId(), () -> fence(given.order()));
        applied++;
      } else if (given.kind() == Order.Kind.REMOVE_FENCE) {
        applied += fences.remove(given.fenceId()) ? 1 : 0;
      } else {
        putInForce(fences, watch);
        applied += applyIfPossible(given.order(), watch) ? 1 : 0;
      }
    }
    putInForce(fences, watch);
    return applied;
  }

  private static Fence fence(Order given) {
    return given instanceof Order.PutFence put ? put.fence() : null;
  }

  private static void putInForce(FenceMap.Draft fences, Watch watch) {
    if (fences.version() != watch.fences().version()) {
      watch.putInForce(fences.done());
    }
  }

  private boolean applyIfPossible(Order order, Watch watch) {
    boolean isPossible = objectionTo(order, watch) == null;
    if (isPossible) {
      apply(order, watch);
    }
    return isPossible;
  }

  private static String objectionToRemoving(String fenceId, Watch watch) {
    return watch.fences().find(fenceId) == null ? "there is no fence " + fenceId : null;
  }

  private static String objectionToRemovingList(String listId, Watch watch) {
    return watch.lists().inForce().find(listId) == null ? "there is no watch list " + listId : null;
  }
}
