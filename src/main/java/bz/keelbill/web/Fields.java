package bz.keelbill.web;

import bz.keelbill.account.Account;
import bz.keelbill.account.PasswordRules;
import bz.keelbill.account.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** The fields of a body about accounts, each with what is wrong with it. */
final class Fields {
  private static final int MOST_SIGNS = 1_000;

  private final JsonObject body;
  private final JsonArray errors = new JsonArray();

  /**
   * @param allowed what the body may hold
   */
  Fields(JsonObject body, Set<String> allowed) {
    this.body = body;
    for (String name : body.fieldNames()) {
      if (!allowed.contains(name)) {
        fault(name, "unknown", "There is no such field.");
      }
    }
  }

  boolean has(String name) {
    return body.containsKey(name);
  }

  /** A text that must be there. */
  String text(String name) {
    if (body.getValue(name) instanceof String text && text.length() <= MOST_SIGNS) {
      return text;
    }
    fault(name, "missing", "It must be a text.");
    return "";
  }

  /** A name that somebody can be called by. */
  String name() {
    String name = text("name").strip();
    if (!Account.isName(name)) {
      fault("name", "name", "1 to 40 letters, figures, blanks and . ' _ - as a person is called.");
    }
    return name;
  }

  /** A password that is good for an account. */
  String password(String field, String accountName) {
    String password = text(field);
    PasswordRules.Fault fault = PasswordRules.faultOf(password, accountName);
    if (fault != null) {
      fault(field, fault.word(), fault.words());
    }
    return password;
  }

  Role role(Set<Role> allowed) {
    Role role = body.getValue("role") instanceof String word ? Role.ofWord(word) : null;
    if (role == null || !allowed.contains(role)) {
      fault("role", "role", "One of " + String.join(", ", words(allowed)) + ".");
      return Role.VIEWER;
    }
    return role;
  }

  private static Iterable<String> words(Set<Role> roles) {
    return roles.stream().sorted().map(Role::word).toList();
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (body.getValue(name) instanceof Boolean flag) {
      return flag;
    }
    fault(name, "flag", "It must be true or false.");
    return otherwise;
  }

  int whole(String name, int least, int most) {
    if (body.getValue(name) instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    fault(name, "number", "A whole number from " + least + " to " + most + ".");
    return least;
  }

  /** Says what is wrong with a field; {@code reason} is one word for the page to translate. */
  void fault(String field, String reason, String detail) {
    errors.add(
        new JsonObject().put("pointer", "/" + field).put("reason", reason).put("detail", detail));
  }

  /** Whether all is well; if not, the request has been answered. */
  boolean areGood(RoutingContext request) {
    if (!errors.isEmpty()) {
      JsonObject problem =
          Problem.of(request, 422, "Not accepted", "Nothing was changed.").put("errors", errors);
      Problem.answer(request, 422, problem);
    }
    return errors.isEmpty();
  }
}
