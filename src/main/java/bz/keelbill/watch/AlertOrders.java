package bz.keelbill.watch;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertAct;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.alert.AlertDesk;
import bz.keelbill.alert.Tending;
import bz.keelbill.alert.Verdict;

/** Checks and carries out what people do with alerts. */
final class AlertOrders {
  /** The same step again so soon is a key pressed twice. */
  private static final long TWICE_MILLIS = 60_000;

  private AlertOrders() {}

  /** Why it cannot be done, one sentence; null if it can. */
  static String objectionTo(Order order, AlertBook book) {
    String id = ((Order.OnAlert) order).alertId();
    AlertAct act = actOf(order);
    Alert alert = act == AlertAct.CLOSE ? book.findKnown(id) : book.find(id);
    if (alert == null) {
      return "there is no open alert " + id;
    }
    if (act == AlertAct.CLOSE && alert.history().verdict() != null) {
      return "the alert is closed, and " + alert.history().verdict().person() + " has judged it";
    }
    if (!act.isPossible(alert)) {
      String remedy = act == AlertAct.CLOSE ? "; acknowledge it before it is closed" : "";
      return "the alert is " + alert.state().word() + remedy;
    }
    return objectionTo(order, alert.tending());
  }

  private static AlertAct actOf(Order order) {
    return switch (order.kind()) {
      case ACKNOWLEDGE -> AlertAct.ACK;
      case CLOSE_ALERT -> AlertAct.CLOSE;
      case SILENCE -> AlertAct.SILENCE;
      case ASSIGN -> AlertAct.ASSIGN;
      case ACCEPT -> AlertAct.ACCEPT;
      case SHELVE -> AlertAct.SHELVE;
      case UNSHELVE -> AlertAct.UNSHELVE;
      case ESCALATE -> AlertAct.ESCALATE;
      case COMMENT -> AlertAct.COMMENT;
      case PUT_FENCE,
          REMOVE_FENCE,
          SET_RULES,
          CLEAR_FLIGHT,
          FILE_PLANS,
          WITHDRAW_PLAN,
          REPORT_SIGHTINGS,
          WITHDRAW_SIGHTING,
          PUT_KNOWN_GOOD,
          REVIEW_KNOWN_GOOD,
          END_KNOWN_GOOD,
          PUT_WATCH_LIST,
          REMOVE_WATCH_LIST ->
          throw new IllegalArgumentException(order + " is no act on an alert");
    };
  }

  private static String objectionTo(Order order, Tending tending) {
    if (order instanceof Order.Accept accept) {
      String to = tending.transfer().to();
      return to.equals(accept.act().person()) ? null : "the alert was given to " + to;
    } else if (order instanceof Order.Shelve shelve) {
      long millis = shelve.untilMillis() - shelve.act().atMillis();
      boolean isShort = millis > 0 && millis <= Tending.Shelf.LONGEST_MILLIS;
      return isShort ? null : "an alert is laid aside for twelve hours at most";
    } else if (order instanceof Order.Escalate escalate) {
      return isTwice(escalate, tending) ? "that was done within the last minute" : null;
    } else if (order instanceof Order.Comment comment) {
      return objectionTo(comment, tending);
    }
    return null;
  }

  private static boolean isTwice(Order.Escalate order, Tending tending) {
    return tending.escalations().stream()
        .anyMatch(
            taken ->
                taken.step() == order.step()
                    && order.act().atMillis() - taken.atMillis() < TWICE_MILLIS);
  }

  /** After a restart an order may be given again whose effect was written already. */
  private static String objectionTo(Order.Comment order, Tending tending) {
    if (tending.comments().contains(comment(order))) {
      return "the comment stands there already";
    }
    boolean hasRoom = tending.comments().size() < Tending.MOST_COMMENTS;
    return hasRoom ? null : "there are " + Tending.MOST_COMMENTS + " comments already";
  }

  static void apply(Order order, AlertBook book) {
    AlertDesk desk = book.desk();
    String id = ((Order.OnAlert) order).alertId();
    String person = order.act().person();
    long at = order.act().atMillis();
    if (order instanceof Order.Acknowledge) {
      book.acknowledge(id, person, at);
    } else if (order instanceof Order.CloseAlert close) {
      book.close(id, new Verdict(person, at, close.ruling(), close.note()));
    } else if (order instanceof Order.Silence) {
      desk.silence(id, at);
    } else if (order instanceof Order.Assign assign) {
      desk.assign(id, person, assign.to(), at);
    } else if (order instanceof Order.Accept) {
      desk.accept(id, at);
    } else if (order instanceof Order.Shelve shelve) {
      desk.shelve(id, new Tending.Shelf(person, at, shelve.untilMillis(), shelve.reason()));
    } else if (order instanceof Order.Unshelve) {
      desk.unshelve(id, at);
    } else if (order instanceof Order.Escalate escalate) {
      desk.escalate(id, new Tending.Escalation(escalate.step(), at, person));
    } else if (order instanceof Order.Comment comment) {
      desk.comment(id, comment(comment));
    }
  }

  private static Tending.Comment comment(Order.Comment order) {
    return new Tending.Comment(order.act().person(), order.act().atMillis(), order.text());
  }
}
