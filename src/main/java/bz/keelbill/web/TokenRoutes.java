package bz.keelbill.web;

import bz.keelbill.account.Role;
import bz.keelbill.account.Secret;
import bz.keelbill.account.Token;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** {@code /api/tokens}: how programs come in. No program is an admin. */
final class TokenRoutes {
  private static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.of(Role.ADMIN));
  private static final int MOST_DAYS = 366;
  private static final int ID_LENGTH = 8;

  private final Door door;
  private final PasswordDesk book;
  private final WatchDesk desk;
  private final LongSupplier clock;

  TokenRoutes(Door door, PasswordDesk book, WatchDesk desk, LongSupplier clock) {
    this.door = door;
    this.book = book;
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/tokens").handler(this::list);
    router.post("/api/tokens").handler(this::make);
    router.delete("/api/tokens/:id").handler(this::revoke);
  }

  private void list(RoutingContext request) {
    JsonArray items = new JsonArray();
    door.book().tokens().forEach(token -> items.add(json(token)));
    Replies.items(request, items);
  }

  private JsonObject json(Token token) {
    return new JsonObject()
        .put("id", token.id())
        .put("name", token.name())
        .put("role", token.role().word())
        .put("madeBy", token.madeBy())
        .put("madeAt", Replies.time(token.madeAtMillis()))
        .put("endsAt", Replies.time(token.endsAtMillis()))
        .put("lastUsedAt", Replies.time(door.lastUsedMillis(token)));
  }

  private void make(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    Fields fields = new Fields(body, Set.of("name", "role", "days"));
    String name = fields.name();
    Role role = fields.role(ROLES);
    int days = fields.whole("days", 1, MOST_DAYS);
    if (!fields.areGood(request)) {
      return;
    }
    if (door.book().isEmpty()) {
      Problem.answer(
          request, 409, "Not possible as things stand", "Set up the first account, an admin's.");
      return;
    }
    String shown = Token.fresh();
    String hash = Secret.hash(shown);
    long now = clock.getAsLong();
    String maker = Officer.of(request).name();
    long ends = now + TimeUnit.DAYS.toMillis(days);
    Token token = new Token(hash.substring(0, ID_LENGTH), name, role, hash, maker, now, ends);
    String text =
        "%s %s, %s, until %s".formatted(token.id(), name, role.word(), Replies.time(ends));
    desk.note(maker, "token-made", text)
        .compose(noted -> book.change((accounts, passwords) -> accounts.add(token)))
        .onSuccess(
            done -> {
              request.response().setStatusCode(201);
              Replies.json(request, json(token).put("token", shown));
            })
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }

  private void revoke(RoutingContext request) {
    String id = request.pathParam("id");
    if (door.book().tokens().stream().noneMatch(token -> token.id().equals(id))) {
      Problem.answer(request, 404, "No such token", "There is no token of this id.");
      return;
    }
    desk.note(Officer.of(request).name(), "token-revoked", id)
        .compose(noted -> book.change((accounts, passwords) -> accounts.revoke(id)))
        .onSuccess(done -> request.response().setStatusCode(204).end())
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }
}
