package bz.keelbill.web;

import bz.keelbill.account.Account;
import bz.keelbill.account.AccountBook;
import bz.keelbill.account.Deed;
import bz.keelbill.alert.Tending;
import bz.keelbill.alert.Verdict;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * What is asked for in the bodies of acts on alerts. Each gives the order, or null after telling
 * the fields what is wrong.
 */
final class AlertActs {
  private static final long MINUTE_MILLIS = 60_000;
  private static final int LONGEST_NAME = 40;

  private final AccountBook accounts;

  AlertActs(AccountBook accounts) {
    this.accounts = accounts;
  }

  /** {@code {"to": "Luis Chan"}}: an account that may act on alerts, or oneself. */
  Order assign(Order.Act act, String id, JsonObject body) throws NotAccepted {
    only(body, Set.of("to"));
    String wanted = text(body, "to", LONGEST_NAME).strip();
    Account account = accounts.find(wanted);
    boolean mayAct =
        account != null && !account.isDisabled() && Deed.ACT.isFor(account.role())
            || wanted.equals(act.person());
    if (!mayAct) {
      throw new NotAccepted("/to", "the name of somebody who keeps the watch");
    }
    return new Order.Assign(act, id, account == null ? wanted : account.name());
  }

  /** {@code {"minutes": 480, "reason": "dredger at work"}}. */
  Order shelve(Order.Act act, String id, JsonObject body) throws NotAccepted {
    only(body, Set.of("minutes", "reason"));
    long most = Tending.Shelf.LONGEST_MILLIS / MINUTE_MILLIS;
    boolean isNumber = body.getValue("minutes") instanceof Number;
    double minutes = isNumber ? body.getNumber("minutes").doubleValue() : Double.NaN;
    if (!(minutes > 0 && minutes <= most)) {
      throw new NotAccepted("/minutes", "a number above 0, up to " + most);
    }
    String reason = text(body, "reason", Tending.Shelf.LONGEST_REASON).strip();
    long untilMillis = act.atMillis() + Math.max(1, Math.round(minutes * MINUTE_MILLIS));
    return new Order.Shelve(act, id, untilMillis, reason);
  }

  /** {@code {"text": "called on channel 16, no answer"}}. */
  Order comment(Order.Act act, String id, JsonObject body) throws NotAccepted {
    only(body, Set.of("text"));
    return new Order.Comment(act, id, text(body, "text", Tending.LONGEST_COMMENT).strip());
  }

  /** {@code {"verdict": "true", "note": "panga, two engines"}}. */
  Order close(Order.Act act, String id, JsonObject body) throws NotAccepted {
    Verdict.Ruling ruling = Verdict.Ruling.ofWord(String.valueOf(body.getValue("verdict")));
    Object note = body.getValue("note", "");
    if (ruling == null) {
      throw new NotAccepted("/verdict", "true, false, nuisance or test");
    }
    if (!(note instanceof String words) || words.length() > Verdict.LONGEST_NOTE) {
      throw new NotAccepted("/note", "a text of " + Verdict.LONGEST_NOTE + " characters at most");
    }
    return new Order.CloseAlert(act, id, ruling, words.strip());
  }

  private static void only(JsonObject body, Set<String> allowed) throws NotAccepted {
    for (String name : body.fieldNames()) {
      if (!allowed.contains(name)) {
        throw new NotAccepted("/" + name, "There is no such field.");
      }
    }
  }

  private static String text(JsonObject body, String name, int longest) throws NotAccepted {
    if (body.getValue(name) instanceof String text && !text.isBlank() && text.length() <= longest) {
      return text;
    }
    throw new NotAccepted("/" + name, "a text of 1 to " + longest + " characters");
  }

  /** A body that says nothing that can be done. */
  static final class NotAccepted extends Exception {
    private static final long serialVersionUID = 1;

    private final String pointer;

    NotAccepted(String pointer, String detail) {
      super(detail);
      this.pointer = pointer;
    }

    /** Where in the body. */
    String pointer() {
      return pointer;
    }
  }
}
