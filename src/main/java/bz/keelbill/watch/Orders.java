package bz.keelbill.watch;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.Verdict;

/** Checks and carries out orders, one arm each. */
final class Orders {

  String objectionTo(Order order, Watch watch) {
    return switch (order.kind()) {
      case PUT_FENCE -> null;
      case REMOVE_FENCE -> objectionToRemoving(((Order.RemoveFence) order).fenceId(), watch);
      case SET_RULES -> RuleOrders.objectionTo((Order.SetRules) order, watch.fences());
      case ACKNOWLEDGE -> objectionToAcknowledging(((Order.Acknowledge) order).alertId(), watch);
      case CLOSE_ALERT -> objectionToClosing(((Order.CloseAlert) order).alertId(), watch);
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
      case ACKNOWLEDGE -> acknowledge((Order.Acknowledge) order, watch);
      case CLOSE_ALERT -> close((Order.CloseAlert) order, watch);
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

  private static void acknowledge(Order.Acknowledge order, Watch watch) {
    watch.alerts().acknowledge(order.alertId(), order.act().person(), order.act().atMillis());
  }

  private static void close(Order.CloseAlert order, Watch watch) {
    Order.Act act = order.act();
    Verdict verdict = new Verdict(act.person(), act.atMillis(), order.ruling(), order.note());
    watch.alerts().close(order.alertId(), verdict);
  }

  private static String objectionToClosing(String alertId, Watch watch) {
    Alert alert = watch.alerts().findKnown(alertId);
    if (alert == null) {
      return "there is no alert " + alertId + " on the desk, nor was one closed lately";
    }
    if (alert.history().verdict() != null) {
      return "the alert is closed, and " + alert.history().verdict().person() + " has judged it";
    }
    return alert.canBeClosed()
        ? null
        : "the alert is " + alert.state().word() + "; acknowledge it before it is closed";
  }

  private static String objectionToRemoving(String fenceId, Watch watch) {
    return watch.fences().find(fenceId) == null ? "there is no fence " + fenceId : null;
  }

  private static String objectionToRemovingList(String listId, Watch watch) {
    return watch.lists().inForce().find(listId) == null ? "there is no watch list " + listId : null;
  }

  private static String objectionToAcknowledging(String alertId, Watch watch) {
    Alert alert = watch.alerts().find(alertId);
    if (alert == null) {
      return "there is no open alert " + alertId;
    }
    return alert.canBeAcknowledged()
        ? null
        : "the alert is " + alert.state().word() + " and cannot be acknowledged";
  }
}
