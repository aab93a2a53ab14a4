package bz.keelbill.web;

import bz.keelbill.account.Account;
import bz.keelbill.account.SecondFactor;
import bz.keelbill.account.Session;
import bz.keelbill.account.Totp;
import io.nayuki.qrcodegen.QrCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * {@code /api/session/second-factor}: a device that makes codes is shown a secret, proves that it
 * has it, and is asked for a code at each signing in from then on.
 */
final class FactorRoutes {
  private static final String ISSUER = "Keelbill";
  private static final Future<Boolean> NO = Future.succeededFuture(false);

  private final Door door;
  private final PasswordDesk passwords;
  private final WatchDesk desk;
  private final Entering entering;

  /** Lets an account in, under a new session, and answers with more than usual. */
  interface Entering {
    void letIn(RoutingContext request, Account account, String how, JsonObject more);
  }

  FactorRoutes(Door door, PasswordDesk passwords, WatchDesk desk, Entering entering) {
    this.door = door;
    this.passwords = passwords;
    this.desk = desk;
    this.entering = entering;
  }

  void mount(Router router) {
    router.post("/api/session/second-factor").handler(this::offer);
    router.put("/api/session/second-factor").handler(this::confirm);
  }

  /**
   * The password was right; now the second factor, if there is one.
   *
   * @param refused what is done when the code is wrong: it counts as a guess
   */
  void pass(RoutingContext request, Account account, String code, Runnable refused) {
    SecondFactor factor = account.secondFactor();
    String address = door.address(request);
    if (factor == null) {
      door.guesses().wasRight(account.name(), address);
      entering.letIn(request, account, "signed-in", new JsonObject());
    } else if (code.isBlank()) {
      door.guesses().takeBack(account.name(), address);
      JsonObject needs =
          Problem.of(request, 401, "Code needed", "Give the code of your second factor.");
      Problem.answer(request, 401, needs.put("needs", "code"));
    } else if (factor.isRecovery(code)) {
      door.guesses().wasRight(account.name(), address);
      recover(request, account, code);
    } else if (door.codes().take(factor.secret(), code)) {
      door.guesses().wasRight(account.name(), address);
      passwords
          .keepCode(factor.secret())
          .onSuccess(kept -> entering.letIn(request, account, "signed-in", new JsonObject()))
          .onFailure(failure -> PasswordDesk.failed(request, failure));
    } else {
      refused.run();
    }
  }

  /** A recovery code is good once. */
  private void recover(RoutingContext request, Account account, String code) {
    int left = account.secondFactor().without(code).recoveryHashes().size();
    passwords
        .change((book, maker) -> book.useRecovery(account.name(), code))
        .compose(used -> desk.note(account.name(), "recovery-code-used", left + " left"))
        .onSuccess(done -> letInAsKept(request, account.name()))
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }

  /** As the book has him now. */
  private void letInAsKept(RoutingContext request, String name) {
    Account kept = Objects.requireNonNull(door.book().find(name));
    entering.letIn(request, kept, "signed-in", new JsonObject());
  }

  /** Shows a secret. Whoever has a second factor gives a code of it, or an open desk changes it. */
  private void offer(RoutingContext request) {
    Session session = SessionRoutes.session(request);
    JsonObject body = session == null ? null : Bodies.object(request);
    if (body == null) {
      return;
    }
    Fields fields = new Fields(body, Set.of("password", "code"));
    String password = fields.text("password");
    String code = fields.has("code") ? fields.text("code") : "";
    if (!fields.areGood(request)) {
      return;
    }
    Account account = session.account();
    String address = door.address(request);
    passwords
        .tries(account.name(), password, address)
        .compose(right -> right ? isRight(account.secondFactor(), code) : NO)
        .onSuccess(
            right -> {
              if (right) {
                door.guesses().wasRight(account.name(), address);
                show(request, session);
              } else {
                desk.note(account.name(), "password-refused", "from " + address);
                Problem.answer(request, 403, "Not right", "The password or the code is wrong.");
              }
            })
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }

  private Future<Boolean> isRight(SecondFactor factor, String code) {
    if (factor != null && door.codes().take(factor.secret(), code)) {
      return passwords.keepCode(factor.secret()).map(true);
    }
    return Future.succeededFuture(factor == null || factor.isRecovery(code));
  }

  private static void show(RoutingContext request, Session session) {
    String secret = Totp.freshSecret();
    session.offer(secret);
    String label = URLEncoder.encode(session.account().name(), StandardCharsets.UTF_8);
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(ISSUER, label.replace("+", "%20"), secret, ISSUER);
    Replies.json(
        request, new JsonObject().put("secret", secret).put("uri", uri).put("qr", rows(uri)));
  }

  /** The dark and light modules, as rows of 1 and 0. */
  private static JsonArray rows(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    JsonArray rows = new JsonArray();
    for (int y = 0; y < code.size; y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < code.size; x++) {
        row.append(code.getModule(x, y) ? '1' : '0');
      }
      rows.add(row.toString());
    }
    return rows;
  }

  /** The device has the secret: from now on it counts, and recovery codes are shown once. */
  private void confirm(RoutingContext request) {
    Session session = SessionRoutes.session(request);
    JsonObject body = session == null ? null : Bodies.object(request);
    if (body == null) {
      return;
    }
    Fields fields = new Fields(body, Set.of("code"));
    String code = fields.text("code");
    if (!fields.areGood(request)) {
      return;
    }
    String secret = session.offeredSecret();
    if (secret == null) {
      Problem.answer(request, 409, "Not possible as things stand", "Ask for a secret first.");
    } else if (door.codes().take(secret, code)) {
      set(request, session.account(), secret);
    } else {
      Problem.answer(request, 403, "Wrong code", "This is not the code of now.");
    }
  }

  private void set(RoutingContext request, Account account, String secret) {
    List<String> codes = SecondFactor.freshRecoveryCodes();
    Account next = account.with(SecondFactor.of(secret, codes));
    JsonObject more = new JsonObject().put("recoveryCodes", new JsonArray(codes));
    Future<Void> noted = desk.note(account.name(), "second-factor-set", "");
    noted
        .compose(done -> passwords.change((book, maker) -> book.replace(next)))
        .compose(done -> passwords.keepCode(secret))
        .onSuccess(done -> entering.letIn(request, next, "signed-in", more))
        .onFailure(failure -> PasswordDesk.failed(request, failure));
  }
}
