package bz.keelbill.web;

import bz.keelbill.account.Account;
import bz.keelbill.account.Role;
import bz.keelbill.account.Secret;
import bz.keelbill.account.Session;
import bz.keelbill.account.Sessions;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * {@code /api/session} and {@code /api/setup}: coming in, locking, going, and the first account.
 */
final class SessionRoutes {
  private final Door door;
  private final PasswordDesk passwords;
  private final WatchDesk desk;
  private final LongSupplier clock;
  private final FactorRoutes factors;

  SessionRoutes(Door door, PasswordDesk passwords, WatchDesk desk, LongSupplier clock) {
    this.door = door;
    this.passwords = passwords;
    this.desk = desk;
    this.clock = clock;
    this.factors = new FactorRoutes(door, passwords, desk, this::letIn);
  }

  void mount(Router router) {
    router.get("/api/session").handler(request -> answer(request, Door.visitor(request)));
    router.post("/api/session").handler(this::signIn);
    router.delete("/api/session").handler(this::signOut);
    router.post("/api/session/lock").handler(this::lock);
    router.post("/api/session/unlock").handler(this::unlock);
    router.put("/api/session/password").handler(this::changePassword);
    router.post("/api/setup").handler(this::setUp);
    factors.mount(router);
  }

  private void answer(RoutingContext request, Visitor visitor) {
    Replies.json(request, json(request, visitor));
  }

  private JsonObject json(RoutingContext request, Visitor visitor) {
    JsonObject json = new JsonObject().put("state", state(visitor));
    if (visitor != null) {
      json.put("officer", visitor.officer().json());
    }
    if (visitor != null && visitor.session() != null) {
      json.put("guard", visitor.session().guard())
          .put("endsAt", Replies.time(door.sessions().endsAtMillis(visitor.session())))
          .put("secondFactor", secondFactor(visitor.session().account()));
    }
    return json.put("encrypted", door.doorway().isSecure(request.request().authority()));
  }

  private String secondFactor(Account account) {
    return account.secondFactor() != null ? "set" : door.lacksFactor(account) ? "due" : "none";
  }

  private String state(Visitor visitor) {
    if (visitor == null) {
      return door.book().isEmpty() ? "set-up" : "out";
    }
    return door.isDemo() ? "demo" : visitor.isLocked() ? "locked" : "in";
  }

  private void signIn(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Fields fields = new Fields(body, Set.of("name", "password", "code"));
    String name = fields.text("name").strip();
    String password = fields.text("password");
    String code = fields.has("code") ? fields.text("code") : "";
    if (!fields.areGood(request)) {
      return;
    }
    String address = door.address(request);
    passwords
        .tries(name, password, address)
        .onSuccess(
            right -> {
              Account account = right ? door.book().find(name) : null;
              if (account == null || account.isDisabled()) {
                refuseSignIn(request, name, address);
              } else {
                factors.pass(request, account, code, () -> refuseSignIn(request, name, address));
              }
            })
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }

  /** Who knows no account's name may have typed his password there: it is not written down. */
  private void refuseSignIn(RoutingContext request, String name, String address) {
    Account account = door.book().find(name);
    String who = account == null ? "an unknown name" : account.name();
    desk.note(null, "sign-in-refused", who + " from " + address);
    Problem.answer(request, 401, "Not signed in", "Name, password or code is wrong.");
  }

  private void letIn(RoutingContext request, Account account, String how) {
    letIn(request, account, how, new JsonObject());
  }

  private void letIn(RoutingContext request, Account account, String how, JsonObject more) {
    Visitor before = Door.visitor(request);
    if (before != null && before.session() != null) {
      door.sessions().end(before.session());
    }
    Sessions.Begun begun = door.sessions().begin(account);
    door.guesses().remember(account.name(), door.address(request));
    desk.note(account.name(), how, "from " + door.address(request));
    request.response().addCookie(cookie(request, begun.id()));
    Visitor visitor = door.visitor(begun.session());
    Replies.json(request, json(request, visitor).mergeIn(more));
  }

  private Cookie cookie(RoutingContext request, String value) {
    HostAndPort authority = request.request().authority();
    return Cookie.cookie(door.cookieName(authority), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(door.doorway().isSecure(authority))
        .setSameSite(CookieSameSite.STRICT);
  }

  private void signOut(RoutingContext request) {
    Session session = session(request);
    if (session != null) {
      door.sessions().end(session);
      desk.note(session.account().name(), "signed-out", "from " + door.address(request));
      request.response().addCookie(cookie(request, "").setMaxAge(0));
      request.response().setStatusCode(204).end();
    }
  }

  private void lock(RoutingContext request) {
    Session session = session(request);
    if (session != null) {
      session.lock();
      desk.note(session.account().name(), "console-locked", "from " + door.address(request));
      answer(request, Door.visitor(request));
    }
  }

  private void unlock(RoutingContext request) {
    Session session = session(request);
    JsonObject body = session == null ? null : Bodies.object(request);
    if (body == null) {
      return;
    }
    Fields fields = new Fields(body, Set.of("password"));
    String password = fields.text("password");
    if (fields.areGood(request)) {
      confirmed(request, session, password)
          .onSuccess(
              right -> {
                if (right) {
                  session.unlock(clock.getAsLong());
                  desk.note(session.account().name(), "console-unlocked", "");
                  answer(request, Door.visitor(request));
                }
              });
    }
  }

  private void changePassword(RoutingContext request) {
    Session session = session(request);
    JsonObject body = session == null ? null : Bodies.object(request);
    if (body == null) {
      return;
    }
    Account account = session.account();
    Fields fields = new Fields(body, Set.of("old", "new"));
    String old = fields.text("old");
    String fresh = fields.password("new", account.name());
    if (fields.areGood(request)) {
      confirmed(request, session, old)
          .onSuccess(
              right -> {
                if (right) {
                  setPassword(request, account, fresh);
                }
              });
    }
  }

  /** Every other session of the account ends with the old password; this one goes on anew. */
  private void setPassword(RoutingContext request, Account account, String password) {
    long now = clock.getAsLong();
    desk.note(account.name(), "password-changed", "")
        .compose(
            noted ->
                passwords.change(
                    (book, maker) -> book.replace(account.withPassword(maker.hash(password), now))))
        .onSuccess(done -> letIn(request, door.book().find(account.name()), "signed-in"))
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }

  /** Whether the password of a session's account was given; if not, the request is answered. */
  private Future<Boolean> confirmed(RoutingContext request, Session session, String password) {
    String name = session.account().name();
    return passwords
        .isRight(name, password, door.address(request))
        .onSuccess(
            right -> {
              if (!right) {
                desk.note(name, "password-refused", "from " + door.address(request));
                Problem.answer(request, 403, "Wrong password", "The password is wrong.");
              }
            })
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }

  /** The session that a request is made in; null if in none, and then the request is answered. */
  static Session session(RoutingContext request) {
    Session session = Door.visitor(request).session();
    if (session == null) {
      Problem.answer(request, 409, "No session", "You are not signed in at a browser.");
    }
    return session;
  }

  /** The first account. An exposed watch asks for the code that it printed. */
  private void setUp(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    if (!door.book().isEmpty()) {
      Problem.answer(
          request, 409, "Not possible as things stand", "there are accounts already; sign in");
      return;
    }
    Fields fields = new Fields(body, Set.of("code", "name", "password"));
    String code = fields.has("code") ? fields.text("code") : "";
    String name = fields.name();
    String password = fields.password("password", name);
    if (fields.areGood(request) && mayFound(request, code)) {
      found(request, name, password);
    }
  }

  private boolean mayFound(RoutingContext request, String code) {
    if (door.setUpCode() == null) {
      return true;
    }
    long wait = door.guesses().begin("set up", door.address(request));
    String given = code.strip().toUpperCase(Locale.ROOT);
    if (wait > 0) {
      PasswordDesk.failed(request, new PasswordDesk.TooMany(wait));
      return false;
    }
    if (!Secret.same(given, door.setUpCode())) {
      desk.note(null, "set-up-refused", "a wrong code from " + door.address(request));
      Problem.answer(request, 403, "Wrong code", "This is not the code that the watch printed.");
      return false;
    }
    return true;
  }

  private void found(RoutingContext request, String name, String password) {
    long now = clock.getAsLong();
    desk.note(name, "account-added", name + ", admin, the first one")
        .compose(
            noted ->
                passwords.change(
                    (book, maker) ->
                        book.setUp(
                            new Account(
                                name, Role.ADMIN, false, false, maker.hash(password), now))))
        .onSuccess(
            done -> letIn(request, Objects.requireNonNull(door.book().find(name)), "signed-in"))
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }
}
