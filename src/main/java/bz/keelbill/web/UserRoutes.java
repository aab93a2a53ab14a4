package bz.keelbill.web;

import bz.keelbill.account.Account;
import bz.keelbill.account.Role;
import bz.keelbill.account.SecondFactor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * {@code /api/users}: the accounts, for the admin. A change is written to the journal, then to the
 * book, and only then counts; it ends whatever session the account has.
 */
final class UserRoutes {
  private static final Set<String> NEW = Set.of("name", "role", "supervisor", "password");
  private static final Set<String> CHANGED =
      Set.of("role", "supervisor", "disabled", "password", "secondFactor");
  private static final Set<Role> ROLES = EnumSet.allOf(Role.class);

  private final Door door;
  private final PasswordDesk passwords;
  private final WatchDesk desk;
  private final LongSupplier clock;

  UserRoutes(Door door, PasswordDesk passwords, WatchDesk desk, LongSupplier clock) {
    this.door = door;
    this.passwords = passwords;
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/users").handler(this::list);
    router.post("/api/users").handler(this::add);
    router.patch("/api/users/:id").handler(this::change);
  }

  private void list(RoutingContext request) {
    JsonArray items = new JsonArray();
    door.book().accounts().forEach(account -> items.add(json(account)));
    Replies.items(request, items);
  }

  private JsonObject json(Account account) {
    return new JsonObject()
        .put("name", account.name())
        .put("role", account.role().word())
        .put("supervisor", account.isSupervisor())
        .put("disabled", account.isDisabled())
        .put("passwordSetAt", Replies.time(account.passwordSetAtMillis()))
        .put("secondFactor", account.secondFactor() != null)
        .put("sessions", door.sessions().count(account));
  }

  private void add(RoutingContext request) {
    JsonObject body = accountsThere(request) ? Bodies.object(request) : null;
    if (body == null) {
      return;
    }
    Fields fields = new Fields(body, NEW);
    String name = fields.name();
    Role role = fields.role(ROLES);
    boolean supervisor = supervisor(fields, role, false);
    String password = fields.password("password", name);
    if (!fields.areGood(request)) {
      return;
    }
    if (door.book().find(name) != null) {
      Problem.answer(
          request, 409, "Name taken", "There is an account of this name; names are kept for ever.");
      return;
    }
    long now = clock.getAsLong();
    desk.note(Officer.of(request).name(), "account-added", name + ", " + words(role, supervisor))
        .compose(
            noted ->
                passwords.change(
                    (book, maker) ->
                        book.add(
                            new Account(name, role, supervisor, false, maker.hash(password), now))))
        .onSuccess(done -> answer(request, 201, name))
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }

  /** While there are none, the first account comes by setting up. */
  private boolean accountsThere(RoutingContext request) {
    if (door.book().isEmpty()) {
      Problem.answer(
          request, 409, "Not possible as things stand", "Set up the first account, an admin's.");
    }
    return !door.book().isEmpty();
  }

  private static boolean supervisor(Fields fields, Role role, boolean otherwise) {
    boolean supervisor = fields.flag("supervisor", otherwise && role.keepsWatch());
    if (supervisor && !role.keepsWatch()) {
      fields.fault("supervisor", "supervisor", "Only a watch officer or operator can be one.");
    }
    return supervisor;
  }

  private static String words(Role role, boolean supervisor) {
    return role.word() + (supervisor ? ", supervisor" : "");
  }

  private void change(RoutingContext request) {
    Account old = door.book().find(request.pathParam("id"));
    if (old == null) {
      Problem.answer(request, 404, "No such account", "There is no account of this name.");
      return;
    }
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Fields fields = new Fields(body, CHANGED);
    Role role = fields.has("role") ? fields.role(ROLES) : old.role();
    boolean supervisor = supervisor(fields, role, old.isSupervisor());
    boolean disabled = fields.flag("disabled", old.isDisabled());
    String password = fields.has("password") ? fields.password("password", old.name()) : null;
    SecondFactor factor = factor(fields, old);
    if (fields.areGood(request)) {
      Account next = old.as(role, supervisor).disabled(disabled).with(factor);
      change(request, old, next, password);
    }
  }

  /** An admin takes away the factor of a lost device; only its owner can set one. */
  private static SecondFactor factor(Fields fields, Account old) {
    boolean keeps = fields.flag("secondFactor", old.secondFactor() != null);
    if (keeps && old.secondFactor() == null) {
      fields.fault("secondFactor", "secondFactor", "Only the person can set one.");
    }
    return keeps ? old.secondFactor() : null;
  }

  private void change(RoutingContext request, Account old, Account next, String password) {
    long now = clock.getAsLong();
    desk.note(Officer.of(request).name(), "account-changed", difference(old, next, password))
        .compose(
            noted ->
                passwords.change(
                    (book, maker) ->
                        book.replace(
                            password == null
                                ? next
                                : next.withPassword(maker.hash(password), now))))
        .onSuccess(done -> answer(request, 200, old.name()))
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }

  /** As "Ana Cal: watch -> operator, supervisor; disabled; new password". */
  private static String difference(Account old, Account next, String password) {
    StringBuilder text = new StringBuilder(old.name()).append(':');
    String was = words(old.role(), old.isSupervisor());
    String is = words(next.role(), next.isSupervisor());
    if (!was.equals(is)) {
      text.append(' ').append(was).append(" -> ").append(is).append(';');
    }
    if (old.isDisabled() != next.isDisabled()) {
      text.append(next.isDisabled() ? " disabled;" : " enabled;");
    }
    if (old.secondFactor() != null && next.secondFactor() == null) {
      text.append(" second factor taken away;");
    }
    if (password != null) {
      text.append(" new password;");
    }
    return text.substring(0, text.length() - 1);
  }

  private void answer(RoutingContext request, int status, String name) {
    request.response().setStatusCode(status);
    Replies.json(request, json(door.book().find(name)));
  }
}
